import type { Change } from '../domain/change.ts'
import type { End } from '../domain/end.ts'
import type { Mint } from '../domain/mint.ts'
import type { Stated } from '../domain/statement.ts'
import type { StoreName, Touch } from '../domain/touch.ts'
import { by, compareTimed, type Sortable } from './order.ts'
import type { PartName } from './part-names.ts'
import type {
  CallerUse,
  CallGroup,
  CallsDuring,
  Closing,
  OriginUse,
  Pairing,
  PartGroup,
  PartVolume,
  Place,
  StoreSeen,
  StoreUse,
  StoreVolume,
  TouchGroup,
} from './port.ts'
import type { Measured, WitnessGroup, WitnessPart } from './witness-port.ts'

// The order of every answer. Each comparison is total over what the port can give, so that equal evidence gives equal bytes
// from every engine; engines sort with these after fetching, because databases collate text otherwise than this language does.

/** What one store adds to an order. */
function storeOrder<Item>(storeOf: (item: Item) => StoreName): readonly ((item: Item) => Sortable)[] {
  return [
    (item) => storeOf(item).id,
    (item) => storeOf(item).kind,
    (item) => storeOf(item).account,
    (item) => storeOf(item).region,
    (item) => storeOf(item).name,
  ]
}

/** Time first, then what tells rows of one call apart. */
function timed<Item extends Parameters<typeof compareTimed>[0]>(
  ...rest: readonly ((item: Item) => Sortable)[]
): (a: Item, b: Item) => number {
  const then = by(...rest)
  return (a, b) => compareTimed(a, b) || then(a, b)
}

/** By account, then region. */
export const byPlace: (a: Place, b: Place) => number = by(
  (one) => one.account,
  (one) => one.region,
)

/** By account and region, then by the ends of the stretch. */
export const byDuring: (a: CallsDuring, b: CallsDuring) => number = by(
  (one) => one.during.account,
  (one) => one.during.region,
  (one) => one.during.from,
  (one) => one.during.to,
)

/** By the fields of a use in the order they are declared in. */
export const byCaller: (a: CallerUse, b: CallerUse) => number = by(
  (one) => one.caller,
  (one) => one.callerKind,
  (one) => one.principal,
  (one) => one.principalId,
  (one) => one.principalAccount,
  (one) => one.issuer,
  (one) => one.sessionCreated,
  (one) => one.invokedBy,
  (one) => one.account,
  (one) => one.address,
)

/** By the fields of a use in the order they are declared in. */
export const byOrigin: (a: OriginUse, b: OriginUse) => number = by(
  (one) => one.principal,
  (one) => one.address,
  (one) => one.agent,
  (one) => one.vpcEndpoint,
)

/** By the caller, then whom others name. */
export const byPairing: (a: Pairing, b: Pairing) => number = by(
  (one) => one.caller,
  (one) => one.partner,
)

/** By topic and time, then by what is stated and where. */
export const byStatement: (a: Stated, b: Stated) => number = by(
  (one) => one.topic,
  (one) => one.at,
  (one) => JSON.stringify(one.says),
  (one) => one.ref.item,
  (one) => one.ref.ordinal,
)

/** By the fields of a group of calls in the order they are declared in. */
export const byCall: (a: CallGroup, b: CallGroup) => number = by(
  (one) => one.account,
  (one) => one.region,
  (one) => one.source,
  (one) => one.name,
  (one) => one.caller,
  (one) => one.standing,
  (one) => one.outcome,
)

/** By store, then by the fields of a group of touches in the order they are declared in. */
export const byTouchGroup: (a: TouchGroup, b: TouchGroup) => number = by(
  ...storeOrder((one: TouchGroup) => one.store),
  (one) => one.standing,
  (one) => one.caller,
  (one) => one.effect,
  (one) => one.outcome,
  (one) => one.payload,
  (one) => one.grantee,
  (one) => one.part,
)

/** By store, then by the fields of a use in the order they are declared in. */
export const byStoreUse: (a: StoreUse, b: StoreUse) => number = by(
  ...storeOrder((one: StoreUse) => one.store),
  (one) => one.caller,
  (one) => one.effect,
  (one) => one.outcome,
  (one) => one.payload,
  (one) => one.grantee,
  (one) => one.part,
)

/** By the id of the store. */
export const byGroup: (a: StoreVolume, b: StoreVolume) => number = by((one) => one.storeId)

const PART: readonly ((item: PartName) => Sortable)[] = [
  (one) => one.storeId,
  (one) => one.prefix,
  (one) => (one.named ? 1 : 0),
]

/** By the part, then by the fields of a group of touches in the order they are declared in. */
export const byPartGroup: (a: PartGroup, b: PartGroup) => number = by<PartGroup>(
  ...PART,
  (one) => one.standing,
  (one) => one.caller,
  (one) => one.effect,
  (one) => one.outcome,
  (one) => one.payload,
  (one) => one.grantee,
  (one) => one.part,
)

/** By the part. */
export const byPartVolume: (a: PartVolume, b: PartVolume) => number = by(...PART)

/** By the fields of the store. */
export const bySeen: (a: StoreSeen, b: StoreSeen) => number = by(...storeOrder((one: StoreSeen) => one.store))

/** By time; of one call by what was made, for whom and how. */
export const byMint: (a: Mint, b: Mint) => number = timed(
  (one) => one.minted,
  (one) => one.kind,
  (one) => one.link,
  (one) => one.through,
  (one) => one.throughLink,
)

/** By time; of one call the closings first, because a new setting replaces the old one. */
export const byGrant: (a: Touch, b: Touch) => number = timed(
  ...storeOrder((one: Touch) => one.store),
  (one) => one.grant,
  (one) => one.grantKey,
  (one) => one.grantee,
  (one) => one.effect,
  (one) => one.object,
)

/** By time; of one call by subject, closings first. */
export const byChange: (a: Change, b: Change) => number = timed(
  (one) => one.subject,
  (one) => one.does,
  (one) => one.kind,
  (one) => one.what,
)

/** By time, then subject. */
export const byClosing: (a: Closing, b: Closing) => number = timed((one) => one.subject)

/** By time; of one call by identity and state. */
export const byEnd: (a: End, b: End) => number = timed(
  (one) => one.identity,
  (one) => one.state,
)

/** By the fields of a group of witnesses in the order they are declared in. */
export const byWitness: (a: WitnessGroup, b: WitnessGroup) => number = by(
  (one) => one.evidence,
  (one) => one.kind,
  ...storeOrder((one: WitnessGroup) => one.subject),
  (one) => one.act,
  (one) => one.effect,
  (one) => one.outcome,
  (one) => one.payload,
  (one) => one.principal,
  (one) => one.credential,
  (one) => one.address,
)

/** By the part, then as groups of witnesses. */
export const byWitnessPart: (a: WitnessPart, b: WitnessPart) => number = (a, b) =>
  by<WitnessPart>(...PART)(a, b) || byWitness(a, b)

/** By the fields of a subject in the order they are declared in. */
export const bySubject: (a: StoreName, b: StoreName) => number = by(...storeOrder((one: StoreName) => one))

/** By the fields of a measurement in the order they are declared in; what is not complete comes first. */
export const byMeasured: (a: Measured, b: Measured) => number = by(
  (one) => one.evidence,
  (one) => one.kind,
  ...storeOrder((one: Measured) => one.subject),
  (one) => one.measure,
  (one) => one.part,
  (one) => one.meter,
  (one) => (one.complete === null ? null : Number(one.complete)),
  (one) => one.direction,
  (one) => one.outcome,
)
