import type { JsonObject } from '../domain/json.ts'
import type { Confidence } from '../domain/owners-map.ts'
import type { DatasetResult, OwnedPartResult, OwnerResult, PartAmounts, UnmappedResult } from './owner-assessment.ts'
import { idOf, listOf, NAMED, objectOf, orNull, ref, TEXT, wordsOf, YES_OR_NO } from './schema-forms.ts'

const EFFECTS = listOf(ref('effect'))
const GAPS = listOf(idOf('G'))
const ASSUMPTIONS = listOf(NAMED)
const RANGE = ref('range')

const amounts = objectOf<PartAmounts>({ sent: RANGE, distinct: RANGE })

const confidence = wordsOf<Confidence>({ confirmed: true, likely: true, assumed: true })

/** What is said of any part of a store. */
const said = {
  store: NAMED,
  prefix: orNull(NAMED),
  verdict: ref('verdict'),
  effects: EFFECTS,
  possibleEffects: EFFECTS,
  bytes: amounts,
  objects: RANGE,
  gaps: GAPS,
  assumptions: ASSUMPTIONS,
  because: TEXT,
  proof: idOf('P'),
}

const part = objectOf<OwnedPartResult>({
  ...said,
  kind: wordsOf<OwnedPartResult['kind']>({ whole: true, prefix: true, rest: true, unplaced: true }),
  mappedBy: wordsOf<OwnedPartResult['mappedBy']>({ prefix: true, store: true, tag: true, account: true }),
  confidence,
  categories: listOf(NAMED),
  joint: YES_OR_NO,
})

const dataset = objectOf<DatasetResult>({
  store: NAMED,
  prefix: orNull(NAMED),
  copies: listOf(
    objectOf<DatasetResult['copies'][number]>({ store: NAMED, verdict: ref('verdict'), proof: idOf('P') }),
  ),
  elsewhere: listOf(TEXT),
  verdict: ref('verdict'),
  gaps: GAPS,
  assumptions: ASSUMPTIONS,
  because: TEXT,
})

/** A row of `owners`. */
export const owner: JsonObject = objectOf<OwnerResult>({
  id: NAMED,
  name: NAMED,
  controller: orNull(NAMED),
  processor: orNull(NAMED),
  categories: listOf(NAMED),
  confidence,
  verdict: ref('verdict'),
  effects: EFFECTS,
  possibleEffects: EFFECTS,
  bytes: amounts,
  objects: RANGE,
  assumptions: ASSUMPTIONS,
  because: TEXT,
  parts: listOf(part),
  datasets: listOf(dataset),
})

/** A row of `unmapped`. */
export const unmapped: JsonObject = objectOf<UnmappedResult>({
  ...said,
  kind: wordsOf<UnmappedResult['kind']>({ whole: true, rest: true, unnamed: true }),
})
