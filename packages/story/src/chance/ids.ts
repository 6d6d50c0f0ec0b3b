import type { Chance } from './chance.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const HEX = '0123456789abcdef'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export const hex = (chance: Chance, length: number): string => chance.text(HEX, length)
export const letters = (chance: Chance, length: number): string => chance.text(LETTERS, length)

export function accountNumber(chance: Chance): string {
  return `${chance.whole(1, 9)}${chance.text('0123456789', 11)}`
}

export function uuid(chance: Chance): string {
  const digits = hex(chance, 32)
  const variant = HEX[8 + chance.whole(0, 3)]
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

/** AKIA or ASIA and 16 characters, AIDA or AROA and 17. Like the real ones, the id of a key tells the number of its account. */
export function awsId(chance: Chance, prefix: 'AKIA' | 'ASIA' | 'AIDA' | 'AROA', account: string): string {
  // 48 bits: one that is always set, 40 of the account, 7 that are free; then 32 more free ones.
  const head = (1n << 47n) | (BigInt(account) << 7n) | BigInt(chance.whole(0, 127))
  let bits = (head << 32n) | BigInt(chance.whole(0, 4294967295))
  let text = ''
  for (let at = 0; at < 16; at += 1) {
    text = `${BASE32[Number(bits & 31n)]}${text}`
    bits >>= 5n
  }
  const isPrincipal = prefix === 'AIDA' || prefix === 'AROA'
  return `${prefix}${text}${isPrincipal ? chance.text(BASE32, 1) : ''}`
}

/** Request ids of S3 are 16 characters; those of most other services are UUIDs. */
export function requestId(chance: Chance, source: string): string {
  return source.startsWith('s3.') ? chance.text(BASE32, 16) : uuid(chance)
}
