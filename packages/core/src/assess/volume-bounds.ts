import type { Effect } from '../domain/touch.ts'
import type { Assessed, Assessment, StoreResult } from './assessment.ts'
import type { Range, VerdictWord } from './said.ts'

/** An amount of bytes or objects: a JSON number while it is exact, else a decimal string. */
export type Amount = number | string

/** How much left, in amounts that are never added to each other, and how much there was. */
export interface Volumes {
  readonly sent: Range
  readonly distinct: Range
  /** All that the stores held; null is unknown. */
  readonly size: Amount | null
  readonly objects: Range
  readonly listings: Range
}

/** The bounds of one store, and the records that they were counted from. */
export interface StoreBounds extends Volumes {
  readonly id: string
  readonly kind: string
  readonly account: string
  readonly region: string
  readonly name: string
  readonly verdict: VerdictWord
  /** Effects by which content leaves without being sent to the caller: none of these amounts counts them. */
  readonly waysNotCounted: readonly Effect[]
  /** How each bound that is not open was found. */
  readonly methods: StoreResult['bounds']
  /** Premises with the records of access. */
  readonly records: readonly string[]
  readonly proof: string
}

/** The bounds of a case, or of the stores that were asked for. */
export interface VolumeBounds {
  readonly scopeVersion: number
  readonly window: Assessment['window']
  readonly method: string
  /** Whether only some stores were asked for: then the sum says nothing about the others. */
  readonly narrowed: boolean
  readonly stores: readonly StoreBounds[]
  readonly sum: Volumes
  readonly settledBy: typeof SETTLED_BY
}

/** What would give an amount the bound that it lacks. */
export const SETTLED_BY = {
  sent: 'complete request metrics of each store for the whole window: no other record counts every byte sent',
  distinct: 'an inventory of every version that each store held in the window, with all writes recorded since',
  size: 'an inventory or a snapshot of each store',
} as const

const NOT_COUNTED: readonly Effect[] = ['copied-out', 'shared', 'redirected', 'sent-as']

/** An amount for the Assessment's JSON. */
export function amountOf(value: bigint): Amount {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString()
}

function sumOf(amounts: readonly Amount[]): Amount {
  return amountOf(amounts.reduce((total, one) => total + BigInt(one), 0n))
}

/** Unknown with a known amount is unknown. */
function sumKnown(amounts: readonly (Amount | null)[]): Amount | null {
  const known = amounts.filter((one) => one !== null)
  return known.length === amounts.length ? sumOf(known) : null
}

function sumRanges(ranges: readonly Range[]): Range {
  return { lower: sumOf(ranges.map((one) => one.lower)), upper: sumKnown(ranges.map((one) => one.upper)) }
}

function boundsOf(store: StoreResult, records: readonly string[]): StoreBounds {
  const { id, kind, account, region, name, verdict, bytes, objects, bounds: methods, proof } = store
  const done = new Set<Effect>([
    ...store.effects,
    ...store.possibleEffects,
    ...store.destinations.map((one) => one.effect),
  ])
  return {
    id,
    kind,
    account,
    region,
    name,
    verdict,
    ...bytes,
    objects,
    methods,
    waysNotCounted: NOT_COUNTED.filter((effect) => done.has(effect)),
    records,
    proof,
  }
}

function sumUp(stores: readonly StoreBounds[], whole: Assessment['volume'] | null): Volumes {
  return {
    // What holds for the case is decided where stores are judged: it may have to count stores that no record names.
    sent: whole?.sent ?? sumRanges(stores.map((one) => one.sent)),
    distinct: whole?.distinct ?? sumRanges(stores.map((one) => one.distinct)),
    size: sumKnown(stores.map((one) => one.size)),
    objects: sumRanges(stores.map((one) => one.objects)),
    listings: sumRanges(stores.map((one) => one.listings)),
  }
}

/** The volume bounds that an assessment holds, for all of its stores or (by id or name) for one; without stores nothing fits. */
export function volumeBounds({ assessment, premises }: Assessed, asked: string | null): VolumeBounds {
  const { scopeVersion, window, volume, stores } = assessment
  const byId = stores.filter((one) => one.id === asked)
  const chosen = asked === null ? stores : byId.length > 0 ? byId : stores.filter((one) => one.name === asked)
  const graph = new Map(premises.map((one) => [one.id, one]))
  const bounds = chosen.map((store) =>
    boundsOf(
      store,
      (graph.get(store.proof)?.from ?? []).filter((id) => graph.get(id)?.kind === 'access'),
    ),
  )
  return {
    scopeVersion,
    window,
    method: volume.method,
    narrowed: asked !== null,
    stores: bounds,
    sum: sumUp(bounds, asked === null ? volume : null),
    settledBy: SETTLED_BY,
  }
}
