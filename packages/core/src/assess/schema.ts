import type { AssumptionKind } from '../domain/assumption.ts'
import type { ChangeKind } from '../domain/change.ts'
import type { Json, JsonObject } from '../domain/json.ts'
import { LINKS } from '../domain/mint.ts'
import type { Effect } from '../domain/touch.ts'
import type {
  Accounting,
  AccountResult,
  Assessment,
  AssumptionResult,
  CallResult,
  ChangeResult,
  DestinationResult,
  GapResult,
  IdentityResult,
  IntervalResult,
  RelatedResult,
  RequestResult,
  StoreResult,
  Validity,
} from './assessment.ts'
import { owner, unmapped } from './owner-schema.ts'
import type { Range, VerdictWord } from './said.ts'
import { idOf, listOf, NAMED, objectOf, orNull, ref, TEXT, wordsOf, YES_OR_NO } from './schema-forms.ts'

const INSTANT = ref('instant')
const COUNT = ref('count')
const BOUND = objectOf<StoreResult['bounds'][number]>({ of: TEXT, by: TEXT, how: TEXT, unless: orNull(TEXT) })
const RANGE = ref('range')

const instant: JsonObject = {
  type: 'string',
  pattern: '^(?:\\d{4}|[+-]\\d{6})-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{3})?Z$',
  description: 'ISO 8601 in UTC, to the second or the millisecond',
}

const count: JsonObject = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }

const amount: JsonObject = {
  anyOf: [count, { type: 'string', pattern: '^[1-9]\\d{15,}$' }],
  description: 'a whole number; beyond 2^53 a decimal string',
}

const range: JsonObject = {
  ...objectOf<Range>({ lower: ref('amount'), upper: orNull(ref('amount')) }),
  description: 'bounds; an upper of null is unbounded by the evidence',
}

const verdict = wordsOf<VerdictWord>({ accessed: true, undetermined: true, untouched: true, unreachable: true })

const effect = wordsOf<Effect>({
  listed: true,
  read: true,
  'key-used': true,
  'copied-out': true,
  shared: true,
  redirected: true,
  'sent-as': true,
  destroyed: true,
  written: true,
  attempted: true,
  named: true,
})

const accounting = objectOf<Accounting>({
  read: COUNT,
  kept: COUNT,
  duplicate: COUNT,
  rejected: COUNT,
  files: COUNT,
  rejectedFiles: COUNT,
})

const indicator = objectOf<Assessment['indicators'][number]>({
  id: NAMED,
  kind: NAMED,
  value: NAMED,
  ours: YES_OR_NO,
  from: orNull(INSTANT),
  to: orNull(INSTANT),
  by: orNull(TEXT),
  events: COUNT,
})

const account = objectOf<AccountResult>({
  id: NAMED,
  name: TEXT,
  entered: wordsOf<AccountResult['entered']>({ yes: true, undetermined: true, no: true }),
  by: listOf(TEXT),
  first: orNull(INSTANT),
  last: orNull(INSTANT),
  regions: listOf(TEXT),
  because: TEXT,
  gaps: listOf(idOf('G')),
  proof: idOf('P'),
})

const validity = objectOf<Validity>({
  state: wordsOf<Validity['state']>({
    active: true,
    inactive: true,
    deleted: true,
    expired: true,
    revoked: true,
    unknown: true,
  }),
  because: TEXT,
})

const identity = objectOf<IdentityResult>({
  id: NAMED,
  kind: NAMED,
  account: TEXT,
  principal: TEXT,
  link: { enum: LINKS },
  strict: YES_OR_NO,
  derivedFrom: listOf(objectOf<IdentityResult['derivedFrom'][number]>({ id: TEXT, event: TEXT })),
  because: TEXT,
  firstUse: orNull(INSTANT),
  lastUse: orNull(INSTANT),
  events: COUNT,
  validity,
  proof: idOf('P'),
})

const related = objectOf<RelatedResult>({
  id: NAMED,
  relation: wordsOf<RelatedResult['relation']>({
    'service-forwarded': true,
    'same-principal-other-credential': true,
    'same-address': true,
  }),
  events: COUNT,
  note: TEXT,
})

const change = objectOf<ChangeResult>({
  id: idOf('C'),
  kind: wordsOf<ChangeKind>({
    persistence: true,
    exposure: true,
    logging: true,
    destruction: true,
    configuration: true,
  }),
  what: TEXT,
  event: TEXT,
  at: INSTANT,
  by: TEXT,
  account: TEXT,
  region: TEXT,
  strict: YES_OR_NO,
  state: wordsOf<ChangeResult['state']>({ standing: true, reverted: true, unknown: true }),
  revertedBy: orNull(TEXT),
  ownWork: YES_OR_NO,
  undo: TEXT,
})

const destination = objectOf<DestinationResult>({
  effect: ref('effect'),
  to: TEXT,
  from: INSTANT,
  until: orNull(INSTANT),
  state: wordsOf<DestinationResult['state']>({ standing: true, reverted: true, copied: true }),
  event: TEXT,
  endedBy: orNull(TEXT),
})

const interval = objectOf<IntervalResult>({
  from: orNull(INSTANT),
  to: orNull(INSTANT),
  verdict: ref('verdict'),
  because: TEXT,
  kind: wordsOf<IntervalResult['kind']>({ window: true, tail: true }),
})

/** What each verdict is licensed by: an access has an effect and a first record, a doubt has a gap. */
const licences: readonly Json[] = [
  {
    if: { properties: { verdict: { const: 'accessed' } }, required: ['verdict'] },
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
    then: { properties: { effects: { minItems: 1 }, firstAccess: INSTANT, lastAccess: INSTANT } },
  },
  {
    if: { properties: { verdict: { const: 'undetermined' } }, required: ['verdict'] },
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
    then: { properties: { gaps: { minItems: 1 } } },
  },
]

const store: JsonObject = {
  ...objectOf<StoreResult>({
    id: NAMED,
    kind: NAMED,
    account: TEXT,
    region: TEXT,
    name: TEXT,
    owners: listOf(TEXT),
    verdict: ref('verdict'),
    effects: listOf(ref('effect')),
    possibleEffects: listOf(ref('effect')),
    by: listOf(TEXT),
    firstAccess: orNull(INSTANT),
    lastAccess: orNull(INSTANT),
    because: TEXT,
    intervals: listOf(interval),
    destinations: listOf(destination),
    bytes: objectOf<StoreResult['bytes']>({
      sent: RANGE,
      distinct: RANGE,
      size: orNull(ref('amount')),
      listings: RANGE,
    }),
    objects: RANGE,
    parts: listOf(TEXT),
    bounds: listOf(BOUND),
    gaps: listOf(idOf('G')),
    assumptions: listOf(NAMED),
    proof: idOf('P'),
  }),
  allOf: licences,
}

const call = objectOf<CallResult>({
  account: TEXT,
  region: TEXT,
  source: TEXT,
  name: TEXT,
  by: TEXT,
  strict: YES_OR_NO,
  events: COUNT,
  failed: COUNT,
  first: INSTANT,
  last: INSTANT,
})

const gap = objectOf<GapResult>({
  kind: wordsOf<GapResult['kind']>({
    'not-logged': true,
    'not-selected': true,
    'not-delivered': true,
    rejected: true,
    unverified: true,
    'config-unknown': true,
    'accessor-unknown': true,
    conflict: true,
    'no-record': true,
    public: true,
    tail: true,
  }),
  source: TEXT,
  from: orNull(INSTANT),
  to: orNull(INSTANT),
  because: NAMED,
  settledBy: TEXT,
})

const assumption = objectOf<AssumptionResult>({
  id: idOf('A'),
  kind: wordsOf<AssumptionKind>({
    delivery: true,
    entry: true,
    accessor: true,
    channel: true,
    'snapshot-time': true,
    'config-constant': true,
  }),
  scope: NAMED,
  from: orNull(INSTANT),
  to: orNull(INSTANT),
  because: NAMED,
  by: NAMED,
  at: INSTANT,
  broken: orNull(NAMED),
})

const request = objectOf<RequestResult>({
  id: idOf('R'),
  source: TEXT,
  command: TEXT,
  expires: orNull(INSTANT),
  because: TEXT,
  settles: listOf(idOf('P')),
})

/** Stages that have not run yet leave their list empty; their rows are objects. */
const rows = listOf({ type: 'object' })

/** The JSON Schema (2020-12) of an {@link Assessment}: closed words and required fields are strict, further fields allowed. */
export const ASSESSMENT_SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Verascope assessment 1.0',
  ...objectOf<Assessment>({
    schemaVersion: { const: '1.0' },
    scopeVersion: { type: 'integer', minimum: 1 },
    window: objectOf<Assessment['window']>({ from: orNull(INSTANT), to: orNull(INSTANT) }),
    evidenceCutoff: orNull(INSTANT),
    accounting,
    indicators: listOf(indicator),
    accounts: listOf(account),
    identities: listOf(identity),
    related: listOf(related),
    changes: listOf(change),
    stores: listOf(store),
    ownersMap: orNull({ type: 'string', pattern: '^[0-9a-f]{64}$' }),
    owners: listOf(owner),
    unmapped: listOf(unmapped),
    calls: listOf(call),
    gaps: { type: 'object', propertyNames: idOf('G'), additionalProperties: gap },
    assumptions: listOf(assumption),
    requests: listOf(request),
    volume: objectOf<Assessment['volume']>({ sent: RANGE, distinct: RANGE, method: TEXT }),
    contradictions: listOf(TEXT),
    calibration: objectOf<Assessment['calibration']>({ agree: COUNT, observed: COUNT }),
    ledger: rows,
    duties: rows,
    inputs: listOf(
      objectOf<Assessment['inputs'][number]>({ path: TEXT, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } }),
    ),
  }),
  $defs: { instant, count, amount, range, verdict, effect },
}
