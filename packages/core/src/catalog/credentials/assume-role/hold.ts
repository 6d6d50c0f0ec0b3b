import type { MintDraft } from '../../../domain/credential-row.ts'
import type { Link } from '../../../domain/mint.ts'

/** How a session is held: what it is, and by whom besides the caller. */
export type Hold = Pick<MintDraft, 'kind' | 'link' | 'through' | 'throughLink'>

/** One holder besides the caller, and how the session follows from it; null where the record names none. */
export type Way = readonly [through: string | null, throughLink: Link]

/** The session once for each holder besides the caller, and once where there is none. */
export function heldBy(hold: Hold, ways: readonly Way[]): readonly Hold[] {
  const known = ways.filter(([through]) => through !== null)
  return known.length === 0 ? [hold] : known.map(([through, throughLink]) => ({ ...hold, through, throughLink }))
}
