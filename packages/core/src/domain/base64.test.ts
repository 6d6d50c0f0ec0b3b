import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asciiOfBase64 } from './base64.ts'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 by way of one long string of bits. */
function written(text: string): string {
  const bits = [...text].map((one) => one.charCodeAt(0).toString(2).padStart(8, '0')).join('')
  const digits = (bits.match(/.{1,6}/g) ?? []).map((six) => DIGITS[Number.parseInt(six.padEnd(6, '0'), 2)]).join('')
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, '=')
}

const ascii = fc.string({ unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)) })

it('reads back what was written, also in lines', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(asciiOfBase64(written(text))).toBe(text)
      expect(asciiOfBase64(written(text).replaceAll(/(.{4})/g, '$1\n'))).toBe(text)
    }),
  )
})

it('reads nothing else', () => {
  expect(asciiOfBase64('dXNl*')).toBe(null)
  expect(asciiOfBase64(written('\u00e9'))).toBe(null)
})
