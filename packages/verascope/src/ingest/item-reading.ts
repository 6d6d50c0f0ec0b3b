import type { RecordOutcome, RecordPlace, RejectedRecord } from './read-records.ts'
import { whyShapeless } from './shapes/shapes.ts'

/** What reading a file gave, without its rows. */
export type ItemReading =
  | {
      readonly kind: 'read'
      readonly evidence: string
      /** Whether what stands beside the file is a part of what it says. */
      readonly answers?: true
      /** Records that were kept. */
      readonly kept: number
      readonly rejected: readonly RejectedRecord[]
    }
  | { readonly kind: 'unrecognised'; readonly reason: string }

/** Why an answer is not kept that stands in one file with calls. */
const AMONG_CALLS = 'it is an answer and stands among records of calls: save it in a file of its own'

/**
 * Collects the outcomes of one file. INVARIANT: of no file are both calls and answers kept: answers are read again when what stands
 * beside them changes, and a call that is read again would count twice.
 */
export class Tally {
  #evidence: string | null = null
  #isAnswer = false
  #calls = 0
  readonly #answers: RecordPlace[] = []
  readonly #rejected: RejectedRecord[] = []

  /** Takes an outcome. */
  take(outcome: RecordOutcome): void {
    this.#evidence ??= outcome.evidence
    if (outcome.kind === 'recognised') return
    if (outcome.answers === true) this.#isAnswer = true
    if (outcome.kind === 'rejected') this.#rejected.push(outcome.record)
    else if (outcome.answers === true) this.#answers.push(outcome.place)
    else this.#calls += 1
  }

  /** What the outcomes come to. A file in which nothing was recognised is rejected as a whole, for its first reason. */
  reading(): ItemReading {
    if (this.#evidence !== null) return this.#read(this.#evidence)
    const [first] = this.#rejected
    const reason =
      first === undefined ? 'it holds no record' : `it holds no known record; in its first one: ${first.reason}`
    return { kind: 'unrecognised', reason }
  }

  #read(evidence: string): ItemReading {
    const rejected = this.#rejected
    if (this.#calls === 0) {
      const about = this.#isAnswer ? { answers: true as const } : {}
      return { kind: 'read', evidence, ...about, kept: this.#answers.length, rejected }
    }
    const among = this.#answers.map((place): RejectedRecord => ({ ...place, reason: AMONG_CALLS }))
    const all = [...rejected, ...among].sort((a, b) => a.ordinal - b.ordinal)
    return { kind: 'read', evidence, kept: this.#calls, rejected: all }
  }
}

/** What a file is whose bytes have no shape that is read. */
export function shapeless(bytes: Uint8Array): ItemReading {
  return { kind: 'unrecognised', reason: whyShapeless(bytes) }
}
