import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { OwnersMap } from '../domain/owners-map.ts'
import { NOTHING_DELIVERED } from '../exposure/exposure-input.fixture.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { memoryFacts } from '../facts/memory.ts'
import type { Projection } from '../facts/project.ts'
import { type Draw, randomProjections } from '../facts/random-calls.ts'
import type { Indicator } from '../taint/indicator.ts'
import { assess } from './assess.ts'
import type { Assessed } from './assessment.ts'

/** A failure prints its seed; making such large cases smaller takes minutes. */
export const RUNS = { numRuns: 50, endOnFailure: true }
const CATALOG = arrangeCatalog([], [])
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Randomness as a tape of numbers, which fast-check can make smaller; behind its end everything is 0. */
function drawOf(tape: readonly number[]): Draw {
  let at = 0
  return (below) => (tape[at++] ?? 0) % below
}

/** What cases are drawn from. */
export const TAPE = fc.array(fc.nat(), { minLength: 100, maxLength: 2500, size: 'max' })

const SEEDS = [
  { kind: 'access-key', value: 'AKIA1' },
  { kind: 'access-key', value: 'ASIA2' },
  { kind: 'principal', value: 'arn:aws:iam::1:user/u' },
  { kind: 'session', value: 'arn:aws:sts::1:assumed-role/r/s' },
  { kind: 'instance', value: 'i-0abc' },
  { kind: 'address', value: '192.0.2.1' },
  { kind: 'user-agent', value: 'Boto3' },
] as const

/**
 * What a call itself shows. An owner's principal, session or host is told by the callers that were seen to act as it: real ones act
 * as one principal only, random ones as several, so that more evidence would tell that a call was the owner's after all.
 */
const SHOWN_BY_THE_CALL = SEEDS.filter(({ kind }) => ['access-key', 'address', 'user-agent'].includes(kind))

/** Somebody's indicator, the actor's or the owner's. */
export function indicator(draw: Draw, ours: boolean): Indicator {
  const seeds = ours ? SHOWN_BY_THE_CALL : SEEDS
  const seed = seeds[draw(seeds.length)] ?? SEEDS[0]
  const id = `I-${digest(`${seed.value} ${ours}`).slice(0, 12)}`
  return { id, ...seed, window: { from: null, to: null }, ours, by: null }
}

/** The assessment of calls in which no record is known to be complete. */
export function assessed(
  projections: readonly Projection[],
  indicators: readonly Indicator[],
  owners: OwnersMap | null = null,
): Promise<Assessed> {
  const accounting = { read: 0, kept: 0, duplicate: 0, rejected: 0, files: 1, rejectedFiles: 0 }
  return assess({
    facts: memoryFacts(projections),
    delivered: NOTHING_DELIVERED,
    catalog: CATALOG,
    evidenceKinds: [],
    evidence: { accounting, inputs: [], rejected: [], conflicts: [], otherwiseRead: 0 },
    indicators,
    assumptions: [],
    owners: owners === null ? null : { sha256: '0'.repeat(64), map: owners },
    window: { from: null, to: null },
    scopeVersion: 1,
    digest,
  })
}

/** A case that was drawn, and what is left to draw from. */
export interface Drawn {
  readonly projections: readonly Projection[]
  readonly indicators: readonly Indicator[]
  readonly draw: Draw
}

/** Draws a case. */
export function drawn(tape: readonly number[]): Drawn {
  const draw = drawOf(tape)
  const projections = randomProjections(draw)
  const indicators = [indicator(draw, false), ...(draw(2) === 0 ? [indicator(draw, true)] : [])]
  return { projections, indicators, draw }
}
