import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAIL_NAME_FORM, mailName } from './mail-name.ts'

it.each([
  ['Dana@Example.com', 'dana@example.com'],
  ['SMTP:dana@example.com', 'dana@example.com'],
  ["O'Brien@example.com", "o'brien@example.com"],
  ['guest_contoso.com#EXT#@example.com', 'guest_contoso.com#ext#@example.com'],
  ['Dana Doe', 'dana_doe'],
  ['x; rm -rf /', 'x_rm_-rf_'],
  ['$(id)`id`', '_id_id_'],
])('%s is called %s', (text, name) => {
  expect(mailName(text)).toBe(name)
})

it('every name has the form that ids take, and is its own name', () => {
  const form = new RegExp(`^${MAIL_NAME_FORM}$`, 'u')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (text) => {
      const name = mailName(text)
      expect(name === '' || form.test(name), name).toBe(true)
      expect(mailName(mailName(name))).toBe(mailName(name))
    }),
  )
})
