// Numbers that look random and are the same in every run: a bench must read the same evidence each time.

/** A source of whole numbers below `below`, from a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Text of `length` characters out of an alphabet. */
export function textOf(next, length, alphabet) {
  let text = ''
  for (let i = 0; i < length; i += 1) text += alphabet[next(alphabet.length)]
  return text
}

export const HEX = '0123456789abcdef'
export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
export const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** An id in the form of a UUID. */
export function uuid(next) {
  const hex = textOf(next, 32, HEX)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
