import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { Witness, Witnessed } from '../domain/witness.ts'

/** Where a witness was read. */
export interface WitnessPlace {
  readonly ref: EvidenceRef
  readonly evidence: string
  readonly recordHash: string | null
}

/** THREAT: a number that nothing can amount to would swallow all that it is added to. It is unknown. */
function counted(value: number | null): number | null {
  return value !== null && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : null
}

function isCount(value: number | null): boolean {
  return counted(value) === value
}

/** Whether a witness needs no change: nearly all are as they should be, and there are millions. */
function isCounted(one: Witness): boolean {
  switch (one.kind) {
    case 'request': {
      const carries = one.outcome === 'ok' && one.payload !== null
      return isCount(one.bytes) && isCount(one.size) && (carries || one.bytes === null)
    }
    case 'flow':
      return isCount(one.bytes) && isCount(one.packets) && isCount(one.port)
    case 'amount':
      return isCount(one.amount)
    case 'session':
      return isCount(one.rows)
    case 'mail':
      return isCount(one.messages) && isCount(one.bytes)
    case 'finding':
      return true
  }
}

function withCounts(one: Witness): Witness {
  if (isCounted(one)) return one
  switch (one.kind) {
    case 'request':
      return {
        ...one,
        bytes: one.outcome === 'ok' && one.payload !== null ? counted(one.bytes) : null,
        size: counted(one.size),
      }
    case 'flow':
      return { ...one, bytes: counted(one.bytes), packets: counted(one.packets), port: counted(one.port) }
    case 'amount':
      return { ...one, amount: counted(one.amount) }
    case 'session':
      return { ...one, rows: counted(one.rows) }
    case 'mail':
      return { ...one, messages: counted(one.messages), bytes: counted(one.bytes) }
    case 'finding':
      return one
  }
}

/**
 * A witness with the place it was read at. INVARIANT: whatever a row makes of a record, numbers are possible counts, and no bytes stand
 * with a request that failed or whose answer has no payload.
 */
export function witnessedAt(one: Witness, { ref, evidence, recordHash }: WitnessPlace): Witnessed {
  return { ...withCounts(one), ref, evidence, recordHash }
}
