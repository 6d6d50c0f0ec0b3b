const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BITS_OF_DIGIT = 6
const BITS_OF_BYTE = 8

/**
 * Reads base64 (RFC 4648) that holds plain ASCII; null for anything else. The platform's own readers are not part of the language,
 * and what is read so here are tables of names and dates.
 */
export function asciiOfBase64(text: string): string | null {
  const digits = text.replaceAll(/[\s=]/g, '')
  let [held, bits, found] = [0, 0, '']
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit)
    if (value < 0) return null
    held = ((held << BITS_OF_DIGIT) | value) & 0xffff
    bits += BITS_OF_DIGIT
    if (bits < BITS_OF_BYTE) continue
    bits -= BITS_OF_BYTE
    const code = (held >> bits) & 0xff
    if (code > 0x7f) return null
    found += String.fromCharCode(code)
  }
  return found
}
