import type { Outcome } from '@verascope/core/domain/call'
import type { Change } from '@verascope/core/domain/change'
import type { End } from '@verascope/core/domain/end'
import type { Link } from '@verascope/core/domain/mint'
import type { Topic } from '@verascope/core/domain/statement'
import type { Effect, Payload, Touch } from '@verascope/core/domain/touch'
import type { Direction, FlowOutcome, Measure, Part, WitnessKind, WitnessOutcome } from '@verascope/core/domain/witness'
import type { Standing } from '@verascope/core/facts/selection'
import type { Words } from './cells.ts'

/** Every outcome a table may hold. */
export const OUTCOMES: Words<Outcome> = { ok: true, failed: true }

/** Every effect a table may hold. */
export const EFFECTS: Words<Effect> = {
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
}

/** Every payload a table may hold. */
export const PAYLOADS: Words<Payload> = { object: true, listing: true, part: true }

/** Both acts on a grant. */
export const GRANT_ACTS: Words<NonNullable<Touch['grant']>> = { open: true, close: true }

/** Every standing a question may answer. */
export const STANDINGS: Words<Standing> = { strict: true, wide: true, either: true }

/** Every link a table may hold. */
export const LINK_WORDS: Words<Link> = {
  seed: true,
  minted: true,
  'same-session': true,
  inferred: true,
  assumable: true,
  'service-forwarded': true,
  possible: true,
}

/** Every kind of change a table may hold. */
export const CHANGE_KINDS: Words<Change['kind']> = {
  persistence: true,
  exposure: true,
  logging: true,
  destruction: true,
  configuration: true,
}

/** Both acts of a change. */
export const CHANGE_ACTS: Words<Change['does']> = { open: true, close: true }

/** Every state a credential may be switched to. */
export const END_STATES: Words<End['state']> = { active: true, inactive: true, deleted: true, revoked: true }

/** Every topic that evidence may state something on. */
export const TOPICS: Words<Topic> = {
  'delivery-digest': true,
  'signing-key': true,
  'detached-signature': true,
  'digest-listed': true,
  'log-settings': true,
  'delivery-failure': true,
  gate: true,
  regions: true,
  credential: true,
  'store-listed': true,
  'meter-scope': true,
}

/** Every kind of witness a table may hold. */
export const WITNESS_KINDS: Words<WitnessKind> = {
  request: true,
  flow: true,
  amount: true,
  session: true,
  mail: true,
  finding: true,
}

/** The kinds of witness that measure. */
export const METER_KINDS: Words<Extract<WitnessKind, 'amount' | 'flow'>> = { amount: true, flow: true }

/** Every outcome of a flow. */
export const FLOW_OUTCOMES: Words<FlowOutcome> = { accepted: true, rejected: true, 'no-data': true, skipped: true }

/** Every outcome of a witness. */
export const WITNESS_OUTCOMES: Words<WitnessOutcome> = { ...OUTCOMES, ...FLOW_OUTCOMES }

/** Every direction of a flow. */
export const DIRECTIONS: Words<Direction> = { in: true, out: true, unknown: true }

/** Everything that an amount may measure. */
export const MEASURES: Words<Measure> = {
  'bytes-sent': true,
  'bytes-received': true,
  'egress-bytes': true,
  'stored-bytes': true,
  requests: true,
  objects: true,
  'messages-sent': true,
}

/** Every part of reality that an amount may measure. */
export const PARTS: Words<Part> = {
  all: true,
  internet: true,
  'region-out': true,
  'zone-out': true,
  'content-network': true,
  'other-services': true,
  host: true,
  reads: true,
  listings: true,
  unknown: true,
}
