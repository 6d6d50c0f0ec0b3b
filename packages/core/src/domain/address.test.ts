import { expect, it } from 'vitest'
import { addressIn } from './address.ts'

it.each([
  ['192.0.2.1', '192.0.2.1'],
  [' 192.0.2.1:10736', '192.0.2.1'],
  ['[2001:DB8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['[::FFFF:192.0.2.1]:9', '192.0.2.1'],
  ['::1', '::1'],
  ['', null],
  ['<null>', null],
  ['mail.example.com:443', null],
  ['192.0.2.256', null],
  ['192.0.2.1:', null],
  ['[192.0.2.1', null],
])('the address in `%s` is %s', (text, address) => {
  expect(addressIn(text)).toBe(address)
})
