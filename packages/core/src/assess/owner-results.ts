import type { Window } from '../domain/instant.ts'
import { type Confidence, lessSure, ownedText } from '../domain/owners-map.ts'
import type { Dataset } from '../exposure/datasets.ts'
import type { Holding, OwnerExposure, OwnersJudged, UnplacedHolding } from '../exposure/owners.ts'
import type { PartExposure, PartTaken } from '../exposure/parts.ts'
import type { Assessment } from './assessment.ts'
import type { DatasetResult, OwnedPartResult, OwnerResult, UnmappedResult } from './owner-assessment.ts'
import { addPartProof } from './part-proofs.ts'
import { partBecause } from './part-words.ts'
import { missingPremise, type Provers } from './store-proofs.ts'
import { counted, rangeOf } from './words.ts'

/** What the rows of owners are written with. */
export interface OwnerDesk {
  readonly provers: Provers
  readonly window: Window
  /** The proof of each store, by its id. */
  readonly storeProof: (storeId: string) => string
  /** What an argument takes for true, by the ids of the assumptions. */
  readonly assumptionsUnder: (proof: string) => readonly string[]
}

function takenFor(assumptions: readonly string[]): string {
  return assumptions.length === 0 ? '' : `, taking for true ${assumptions.join(', ')}`
}

type Amounts = Pick<OwnerResult, 'bytes' | 'objects'>

const UNBOUNDED: PartTaken['sent'] = { lower: 0, upper: null }
/** Of what no evidence names nothing is known. */
const NOT_KNOWN: PartTaken = { sent: UNBOUNDED, distinct: UNBOUNDED, objects: UNBOUNDED }
const NOTHING: PartTaken['sent'] = { lower: 0, upper: 0 }

/** What the actor took of a part; of one that is proven not to be touched, nothing. */
function takenOf({ verdict, taken }: PartExposure): PartTaken {
  const isNegative = verdict.kind === 'untouched' || verdict.kind === 'unreachable'
  return isNegative ? { sent: NOTHING, distinct: NOTHING, objects: NOTHING } : taken
}

function amounts(all: readonly PartTaken[]): Amounts {
  const sum = (of: keyof PartTaken): OwnerResult['objects'] => {
    const uppers = all.map((one) => one[of].upper)
    const known = uppers.filter((upper) => upper !== null)
    return rangeOf({
      lower: all.reduce((total, one) => total + one[of].lower, 0),
      upper: known.length === uppers.length ? known.reduce((total, upper) => total + upper, 0) : null,
    })
  }
  return { bytes: { sent: sum('sent'), distinct: sum('distinct') }, objects: sum('objects') }
}

function said(
  part: PartExposure,
  { provers, window, storeProof, assumptionsUnder }: OwnerDesk,
): Omit<OwnedPartResult, Extra | 'kind'> {
  const { of, prefix, verdict, effects, possibleEffects, gaps } = part
  const proofOfStore = storeProof(of.store.id)
  const proof = addPartProof(provers, part, proofOfStore, window)
  const assumptions = assumptionsUnder(proof)
  const because = `${partBecause(part)}${takenFor(assumptions)} (proof of the store: ${proofOfStore})`
  return {
    ...{ store: of.store.id, prefix, verdict: verdict.kind, effects, possibleEffects, ...amounts([takenOf(part)]) },
    ...{ gaps, assumptions, because, proof },
  }
}

type Extra = 'mappedBy' | 'confidence' | 'categories' | 'joint'

function ownedPart({ holder, joint, dataset }: Holding, desk: OwnerDesk): readonly OwnedPartResult[] {
  const { kind } = dataset.part
  // Calls that name no object are no part of anybody's.
  if (kind === 'unnamed') return []
  const { by: mappedBy, confidence, categories } = holder
  return [{ ...said(dataset.part, desk), kind, mappedBy, confidence, categories, joint }]
}

function unplacedPart({ unplaced, gap }: UnplacedHolding, { provers }: OwnerDesk): OwnedPartResult {
  const { of, confidence, categories } = unplaced.mapping
  return {
    ...{ store: ownedText(of), prefix: of.kind === 'prefix' ? of.prefix : null, kind: 'unplaced' },
    ...{
      verdict: 'undetermined',
      effects: [],
      possibleEffects: [],
      ...amounts([NOT_KNOWN]),
      gaps: [gap],
      assumptions: [],
    },
    ...{ because: unplaced.because, proof: missingPremise(provers.graph, provers.gaps, gap) },
    ...{ mappedBy: of.kind, confidence, categories, joint: false },
  }
}

function datasetBecause({ part, copies, elsewhere, verdict, openCopies }: Dataset): string {
  const known =
    copies.length === 0 ? 'no copy of it is known' : `the weakest of it and its ${copies.length} known copies`
  const away = elsewhere.length === 0 ? '' : `; copies went to what no evidence describes (${elsewhere.join(', ')})`
  const open = openCopies ? '; copies that no inventory in evidence lists leave it undetermined' : ''
  const own = part.verdict.kind === verdict && copies.length === 0 ? 'as the part is' : known
  return verdict === 'accessed' ? own : `${own}${away}${open}`
}

function datasetResult(
  dataset: Dataset,
  parts: readonly OwnedPartResult[],
  { storeProof, assumptionsUnder }: OwnerDesk,
): DatasetResult {
  const { part, copies, elsewhere, verdict, gaps } = dataset
  const proofs = copies.map((one) => storeProof(one.store.id))
  const assumptions = unionOf([...parts.map((one) => one.assumptions), ...proofs.map(assumptionsUnder)])
  return {
    store: part.of.store.id,
    prefix: part.prefix,
    copies: copies.map(({ store, verdict: own }) => ({
      store: store.id,
      verdict: own.kind,
      proof: storeProof(store.id),
    })),
    elsewhere,
    verdict,
    gaps: verdict === 'untouched' || verdict === 'unreachable' ? [] : gaps,
    assumptions,
    because: `${datasetBecause(dataset)}${takenFor(assumptions)}`,
  }
}

function unionOf<Word extends string>(lists: readonly (readonly Word[])[]): readonly Word[] {
  return [...new Set(lists.flat())].sort()
}

const COUNTED = ['accessed', 'undetermined', 'untouched', 'unreachable'] as const

function ownerBecause(datasets: readonly DatasetResult[], unplaced: number): string {
  const counts = COUNTED.flatMap((word) => {
    const count = datasets.filter((one) => one.verdict === word).length
    return count === 0 ? [] : [`${count} ${word}`]
  })
  const known = counts.length === 0 ? 'no dataset of it is known' : `datasets: ${counts.join(', ')}`
  return unplaced === 0 ? known : `${known}; ${counted(unplaced, 'line')} of the map about what no evidence names`
}

function ownerResult({ owner, holdings, unplaced, verdict }: OwnerExposure, desk: OwnerDesk): OwnerResult {
  const own = holdings.map((one) => ({ dataset: one.dataset, parts: ownedPart(one, desk) }))
  const parts = [...own.flatMap((one) => one.parts), ...unplaced.map((one) => unplacedPart(one, desk))]
  const datasets = own.map((one) => datasetResult(one.dataset, one.parts, desk))
  const assumptions = unionOf(datasets.map((one) => one.assumptions))
  const [first, ...more] = parts.map((part) => part.confidence)
  return {
    ...owner,
    categories: unionOf(parts.map((part) => part.categories)),
    confidence: more.reduce<Confidence>(lessSure, first ?? 'assumed'),
    verdict,
    effects: unionOf(parts.map((part) => part.effects)),
    possibleEffects: unionOf(parts.map((part) => part.possibleEffects)),
    ...amounts([...holdings.map((one) => takenOf(one.dataset.part)), ...unplaced.map(() => NOT_KNOWN)]),
    assumptions,
    because: `${ownerBecause(datasets, unplaced.length)}${takenFor(assumptions)}`,
    parts,
    datasets,
  }
}

/** Writes what is known of owners, and of what is nobody's, as rows of the Assessment. */
export function ownerResults(judged: OwnersJudged, desk: OwnerDesk): Pick<Assessment, 'owners' | 'unmapped'> {
  return {
    owners: judged.owners.map((one) => ownerResult(one, desk)),
    unmapped: judged.unmapped.flatMap((part): readonly UnmappedResult[] => {
      const { kind } = part
      return kind === 'prefix' ? [] : [{ ...said(part, desk), kind }]
    }),
  }
}
