/**
 * The longest record that is read, in bytes: many times what any source writes. THREAT: small text can make large values, and memory
 * that runs out inside of JSON.parse ends the whole program and not only the thread. The worst 8 MiB make about 200 MB.
 */
export const LONGEST_RECORD: number = 2 ** 23

/** Why a longer one is refused. */
export function tooLong(): string {
  return `it is longer than ${LONGEST_RECORD} bytes, as no record is`
}
