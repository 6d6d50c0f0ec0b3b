import { type Amount, amountOf } from './volume-bounds.ts'

const FORM = /^(\d{1,15})(?:\.(\d{1,6}))?\s*([kKMGTPE]?)(i?)B$/
const UNITS: readonly string[] = ['', 'K', 'M', 'G', 'T', 'P', 'E']

/** The least and the most bytes that an amount like `350GB` may mean; whole bytes mean themselves. */
export interface ClaimedAmount {
  readonly least: Amount
  readonly most: Amount
}

/**
 * Reads an amount as people write it. `350GB` was rounded: it is anything from 349.5 to 350.5, and GB may be 10^9 or, as some
 * systems show it, 2^30 bytes. Null when it is no amount, or nothing.
 */
export function claimedAmount(text: string): ClaimedAmount | null {
  const [, whole = '', digits = '', unit = '', binary = ''] = FORM.exec(text.trim()) ?? []
  if (whole === '' || (unit === '' && (digits !== '' || binary !== ''))) return null
  // In halves of the last digit, so that all of it is exact.
  const halves = 2n * BigInt(`${whole}${digits}`)
  if (halves === 0n) return null
  const power = UNITS.indexOf(unit.toUpperCase())
  if (power === 0) return { least: amountOf(halves / 2n), most: amountOf(halves / 2n) }
  const scale = 2n * 10n ** BigInt(digits.length)
  const large = 1024n ** BigInt(power)
  const small = binary === '' ? 1000n ** BigInt(power) : large
  return {
    least: amountOf(((halves - 1n) * small) / scale),
    most: amountOf(((halves + 1n) * large + scale - 1n) / scale),
  }
}
