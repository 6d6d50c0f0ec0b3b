import type { Instant } from '../domain/instant.ts'
import type { IdMaker } from '../domain/premise-graph.ts'

/**
 * Why the evidence cannot say: a closed list. `no-record` is a way in that no log of the provider records at all; `conflict` is
 * evidence that contradicts itself; `tail` is what lies behind the window.
 */
export type GapKind =
  | 'not-logged'
  | 'not-selected'
  | 'not-delivered'
  | 'rejected'
  | 'unverified'
  | 'config-unknown'
  | 'accessor-unknown'
  | 'conflict'
  | 'no-record'
  | 'public'
  | 'tail'

/** One reason why the evidence cannot say, for a stretch of time, with what would settle it. */
export interface Gap {
  readonly kind: GapKind
  /** The log or file that falls short. */
  readonly source: string
  /** Start of the stretch; null is open. */
  readonly from: Instant | null
  /** End of the stretch, included; null is open. */
  readonly to: Instant | null
  /** One clause without a full stop. */
  readonly because: string
  /** Words or a read-only command. */
  readonly settledBy: string
}

/** A gap and what it is about: the subject makes its id. */
export interface GapDraft extends Gap {
  readonly subject: string
  /** What settles it where several things share the gap: `settledBy` names one of them. */
  readonly settlesAll?: string
}

/** The gaps that concern an account, and a region of it where one is named. */
export type GapsAt = (account: string, region: string | null) => readonly string[]

/** The gaps of one assessment, each once, by id. */
export class GapBook {
  readonly #ids: IdMaker
  readonly #gaps = new Map<string, Gap>()

  /** Takes the maker of ids that the whole assessment uses. */
  constructor(ids: IdMaker) {
    this.#ids = ids
  }

  /** Notes a gap and gives its id, which is made from kind, source, subject and stretch: the same gap is noted once. */
  note({ subject, settlesAll, ...gap }: GapDraft): string {
    const id = this.#ids.id('G', JSON.stringify([gap.kind, gap.source, subject, gap.from, gap.to]))
    const known = this.#gaps.get(id)
    if (known === undefined) this.#gaps.set(id, gap)
    else if (settlesAll !== undefined && known.settledBy !== gap.settledBy)
      this.#gaps.set(id, { ...known, settledBy: settlesAll })
    return id
  }

  /** The gap under an id. */
  get(id: string): Gap | undefined {
    return this.#gaps.get(id)
  }

  /** All gaps in the order of their ids. */
  entries(): readonly (readonly [string, Gap])[] {
    return [...this.#gaps].sort(([a], [b]) => (a < b ? -1 : 1))
  }
}
