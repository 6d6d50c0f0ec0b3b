import type { Window } from '../domain/instant.ts'
import type { MeterScope } from '../domain/statement.ts'
import type { StoreVolume } from '../facts/port.ts'
import type { Measured } from '../facts/witness-port.ts'
import type { WitnessTouch } from './witness-touches.ts'

/** What a bound is of. */
export type BoundOf =
  | 'sent.lower'
  | 'sent.upper'
  | 'distinct.lower'
  | 'distinct.upper'
  | 'objects.lower'
  | 'objects.upper'

/** How a bound was found: the kind of evidence that it rests on, and how many of its records were counted. */
export interface BoundMethod {
  readonly of: BoundOf
  /** A kind of evidence; `calls` for the record of calls. */
  readonly by: string
  /** One clause without a full stop. */
  readonly how: string
  /** What would make it wrong, where something would: one clause without a full stop. */
  readonly unless: string | null
}

/** How much of a store the actor took, from both sides; an upper of null is unbounded by the evidence (coverage.md 9). */
export interface TakenBounds {
  readonly sent: { readonly lower: number; readonly upper: number | null }
  readonly distinct: { readonly lower: number; readonly upper: number | null }
  readonly objects: { readonly lower: number; readonly upper: number | null }
  readonly methods: readonly BoundMethod[]
}

/** What the bounds of one store are found from. */
export interface BoundsInput {
  /** Of calls: certain and successful reads. */
  readonly volume: StoreVolume
  /** What other evidence shows of the actor at this store. */
  readonly witnessed: readonly WitnessTouch[]
  /** What meters say of the store in the window. */
  readonly measured: readonly Measured[]
  /** What the meters of the store take in. */
  readonly meters: readonly MeterScope[]
  readonly window: Window
}

/** THREAT: a number in evidence may be anything. What is no amount proves nothing. */
function amount(value: number): number {
  return Number.isFinite(value) ? Math.max(0, value) : 0
}

interface Lower {
  readonly by: string
  readonly sent: number
  readonly distinct: number
  readonly objects: number
}

/**
 * What one kind of evidence proves. Its groups are of one actor in several guises, who may have taken one object in each: only the
 * bytes sent add up, and of objects the largest group counts.
 */
function provenBy(by: string, groups: readonly WitnessTouch[]): Lower {
  const reads = groups.filter(
    ({ group }) => group.standing === 'strict' && group.outcome === 'ok' && group.payload === 'object',
  )
  return {
    by,
    sent: reads.reduce((sum, { seen }) => sum + amount(seen.bytes), 0),
    distinct: reads.reduce((most, { seen }) => Math.max(most, amount(seen.distinct)), 0),
    objects: reads.reduce((most, { seen }) => Math.max(most, seen.objects), 0),
  }
}

function lowers({ volume, witnessed }: BoundsInput): readonly Lower[] {
  const kinds = [...new Set(witnessed.map(({ seen }) => seen.evidence))].sort()
  const { sent, distinct, objects } = volume
  return [
    { by: 'calls', sent, distinct, objects },
    ...kinds.map((kind) =>
      provenBy(
        kind,
        witnessed.filter(({ seen }) => seen.evidence === kind),
      ),
    ),
  ]
}

/** Whether stretches leave no instant of the window out: they join, and reach beyond both of its ends. */
function coversAll({ first, until, covered }: Measured, { from, to }: Window): boolean {
  return from !== null && to !== null && first <= from && until > to && covered === until - first
}

/** Whether a meter takes in all of the store: by what it says itself, or where evidence says so of its name and none says otherwise. */
function takesAll(
  { part, meter }: Measured,
  parts: readonly Measured['part'][],
  meters: readonly MeterScope[],
): boolean {
  const scopes = meters.filter((one) => one.meter === meter)
  if (scopes.length > 0) return scopes.every(({ whole }) => whole) && [...parts, 'unknown'].includes(part ?? '')
  return meter === null && parts.includes(part)
}

/** The least that meters of a measure allow; null where none counts all of the store over the whole window. */
function meterOf(
  { measured, meters, window }: BoundsInput,
  measure: Measured['measure'],
  parts: readonly Measured['part'][],
): Measured | null {
  const whole = measured.filter(
    (one) =>
      one.measure === measure &&
      takesAll(one, parts, meters) &&
      one.unknown === 0 &&
      one.sum >= 0 &&
      Number.isFinite(one.sum) &&
      coversAll(one, window),
  )
  return whole.reduce<Measured | null>((least, one) => (least === null || one.sum < least.sum ? one : least), null)
}

/** Providers deliver metrics as best they can. */
const MISSED = 'the meter missed some: its provider does not promise that it counts everything'

const HOW_LOWER = {
  sent: 'bytes of content that records of certain, successful reads state, added up',
  distinct: 'of each object the most that one answer sent, added up',
  objects: 'objects that certain, successful reads name',
} as const

/**
 * Bounds what the actor took of one store. Kinds of evidence are never added to each other: they see the same requests, and each alone
 * is a lower bound. A meter that counts everybody's bytes bounds the actor's from above. INVARIANT: lower <= upper; where evidence says
 * otherwise, records weigh more than meters, and the upper bound is as if no meter were there.
 */
export function boundsOf(input: BoundsInput): TakenBounds {
  const all = lowers(input)
  const bytes = meterOf(input, 'bytes-sent', ['all'])
  const reads = meterOf(input, 'requests', ['all', 'reads'])
  const methods: BoundMethod[] = []
  const bound = (of: 'sent' | 'distinct' | 'objects', meter: Measured | null, how: string) => {
    const best = all.reduce((most, one) => (one[of] > most[of] ? one : most))
    if (best[of] > 0) methods.push({ of: `${of}.lower`, by: best.by, how: HOW_LOWER[of], unless: null })
    const upper = meter === null || meter.sum < best[of] ? null : meter.sum
    if (meter !== null && upper !== null)
      methods.push({ of: `${of}.upper`, by: meter.evidence, how, unless: meter.complete === true ? null : MISSED })
    return { lower: best[of], upper }
  }
  return {
    sent: bound('sent', bytes, 'all bytes that were sent to anybody in the window'),
    distinct: bound('distinct', bytes, 'no object can be taken in fewer bytes than were sent to anybody in the window'),
    objects: bound('objects', reads, 'all requests that anybody made in the window'),
    methods,
  }
}
