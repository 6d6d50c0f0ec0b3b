import type { Amount, VolumeBounds } from './volume-bounds.ts'

/** Whether the amount that is claimed is of the content itself or of archives of it. */
export type ClaimForm = 'raw' | 'compressed' | 'unknown'

/** An amount as somebody claims it; a rounded one is a stretch, and a unit that people use in two ways makes it longer. */
export interface VolumeClaim {
  readonly least: Amount
  readonly most: Amount
  readonly form: ClaimForm
}

/** What the bounds say about a claim. `not-testable` is no doubt about the claim: the evidence cannot say. */
export type ClaimFinding = 'corroborated' | 'contradicted' | 'not-testable'

/** What a claim may be about. */
export type Measure = 'sent' | 'distinct'

/** A claim against one amount. */
export interface MeasureTest {
  readonly measure: Measure
  readonly finding: ClaimFinding
  readonly because: string
  /** What would let the evidence say more; null where it has said all. */
  readonly settledBy: string | null
}

/** A claim against all amounts that it may be about. */
export interface ClaimTest {
  readonly finding: ClaimFinding
  readonly tests: readonly MeasureTest[]
  /** Where records prove more than the claim says: there it tells too little. */
  readonly understated: readonly Measure[]
  /** What the finding rests on beside the records. */
  readonly assumptions: readonly string[]
}

const MEASURES: readonly Measure[] = ['sent', 'distinct']

const FORM_ASSUMPTION: Readonly<Record<ClaimForm, string>> = {
  raw: 'the claim is of the content itself, not of archives of it',
  compressed:
    'the claim is of archives, and packing made the content no larger; how far it made it smaller is not known',
  unknown: 'the claim may be of the content itself or of archives, and packing made the content no larger',
}

/** Ways out of the stores that no counted byte shows. */
function waysNotCounted({ stores }: VolumeBounds): readonly string[] {
  return [...new Set(stores.flatMap((one) => one.waysNotCounted))].sort()
}

function contradiction(bounds: VolumeBounds, measure: Measure): MeasureTest {
  const others = waysNotCounted(bounds)
  if (others.length === 0)
    return {
      measure,
      finding: 'contradicted',
      because: 'the upper bound lies below the claim',
      settledBy: null,
    }
  return {
    measure,
    finding: 'not-testable',
    because: `the upper bound lies below the claim, but content left or could leave in ways that it does not count (${others.join(', ')})`,
    settledBy: 'the amount of what was copied or shared',
  }
}

function proven({ form }: VolumeClaim, measure: Measure): MeasureTest {
  if (form === 'raw')
    return { measure, finding: 'corroborated', because: 'records prove at least that much', settledBy: null }
  return {
    measure,
    finding: 'not-testable',
    because:
      'records prove at least that much, which corroborates the claim only if it is of the content itself: archives of that size would hold more',
    settledBy: 'whether the claim is of archives, and how far they were compressed',
  }
}

function testMeasure(claim: VolumeClaim, bounds: VolumeBounds, measure: Measure): MeasureTest {
  const { lower, upper } = bounds.sum[measure]
  // INVARIANT: an unbounded upper is no number. It contradicts nothing.
  if (upper !== null && BigInt(upper) < BigInt(claim.least)) return contradiction(bounds, measure)
  if (BigInt(lower) >= BigInt(claim.most)) return proven(claim, measure)
  const room =
    upper === null ? 'nothing in the evidence bounds it from above' : 'the upper bound leaves room for the claim'
  return {
    measure,
    finding: 'not-testable',
    because: `records prove less than the claim, and ${room}`,
    settledBy: bounds.settledBy[measure],
  }
}

/** What would make the bounds wrong that the finding rests on. */
function unlessOf(stores: VolumeBounds['stores']): readonly string[] {
  const all = stores.flatMap(({ id, methods }) =>
    methods.flatMap(({ by, unless }) => (unless === null ? [] : [`it is not so of ${id} that ${unless} (${by})`])),
  )
  return [...new Set(all)].sort()
}

function assumptionsOf({ form }: VolumeClaim, { window, narrowed, stores }: VolumeBounds): readonly string[] {
  return [
    FORM_ASSUMPTION[form],
    `all of it was taken between ${window.from ?? 'the first evidence'} and ${window.to ?? 'the last evidence'}`,
    ...(narrowed ? [`all of it came from ${stores.map((one) => one.id).join(', ')}`] : []),
    ...unlessOf(stores),
  ]
}

/**
 * Tests a claimed amount. A claim may mean what was sent or what was distinct: only where both readings agree is there a finding, and
 * everything else is not testable.
 */
export function testVolumeClaim(claim: VolumeClaim, bounds: VolumeBounds): ClaimTest {
  const tests = MEASURES.map((measure) => testMeasure(claim, bounds, measure))
  const [first] = tests
  const agree = first !== undefined && tests.every((one) => one.finding === first.finding)
  return {
    finding: agree ? first.finding : 'not-testable',
    tests,
    understated: MEASURES.filter((measure) => BigInt(bounds.sum[measure].lower) > BigInt(claim.most)),
    assumptions: assumptionsOf(claim, bounds),
  }
}
