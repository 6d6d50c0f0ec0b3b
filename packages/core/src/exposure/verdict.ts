import type { CompleteRecord } from '../coverage/complete-record.ts'
import { isNonEmpty, type NonEmpty } from '../domain/brand.ts'
import { ACCESS_EFFECTS, type Effect } from '../domain/touch.ts'
import type { TouchGroup } from '../facts/port.ts'
import type { Denial } from '../reach/denial.ts'

/** What is proven about one data store in one window. Every case carries the proof that licenses it. */
export type Verdict =
  | { readonly kind: 'accessed'; readonly proof: NonEmpty<TouchGroup> }
  | { readonly kind: 'undetermined'; readonly gaps: NonEmpty<string> }
  | { readonly kind: 'untouched'; readonly proof: CompleteRecord }
  | { readonly kind: 'unreachable'; readonly proof: Denial }

const ACCESSING: ReadonlySet<Effect> = new Set(ACCESS_EFFECTS)

/**
 * The calls on one store that show access: certain and successful ones with an effect that is an access. The use of a key on its
 * content shows access only where no write to it by the same caller explains it (a multipart upload decrypts, too): of the groups on a part
 * of it, a write to any part among all of them.
 */
export function accessesIn(groups: readonly TouchGroup[], all: readonly TouchGroup[] = groups): readonly TouchGroup[] {
  const certain = groups.filter((group) => group.standing === 'strict' && group.outcome === 'ok')
  const writers = new Set(
    all.filter((group) => group.effect === 'written' && group.outcome === 'ok').map((group) => group.caller),
  )
  return certain.filter(
    (group) => ACCESSING.has(group.effect) || (group.effect === 'key-used' && !writers.has(group.caller)),
  )
}

/** What a verdict is decided from. */
export interface VerdictInput {
  readonly accesses: readonly TouchGroup[]
  readonly gaps: readonly string[]
  /** Over the whole window, and only where everybody in it is accounted for. */
  readonly record: CompleteRecord | null
  readonly denial: Denial | null
}

/**
 * Decides. Evidence of access outweighs everything; a negative needs its proof; what has neither is undetermined.
 * INVARIANT: with no gap and no proof there is no verdict to give, which is a fault of the caller and throws.
 */
export function decide({ accesses, gaps, record, denial }: VerdictInput): Verdict {
  if (isNonEmpty(accesses)) return { kind: 'accessed', proof: accesses }
  if (denial !== null) return { kind: 'unreachable', proof: denial }
  if (record !== null) return { kind: 'untouched', proof: record }
  if (isNonEmpty(gaps)) return { kind: 'undetermined', gaps }
  throw new Error('a store without access, gap or proof has no verdict')
}
