import { callerId } from '@verascope/core/domain/brand'
import type { Origin } from '@verascope/core/domain/call'
import type { Change } from '@verascope/core/domain/change'
import type { End } from '@verascope/core/domain/end'
import type { EvidenceRef } from '@verascope/core/domain/evidence-ref'
import { parseJson } from '@verascope/core/domain/json'
import type { Mint } from '@verascope/core/domain/mint'
import type { Stated } from '@verascope/core/domain/statement'
import type { StoreName, Touch } from '@verascope/core/domain/touch'
import type { PartName } from '@verascope/core/facts/part-names'
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
  Span,
  StoreSeen,
  StoreUse,
  StoreVolume,
  TouchGroup,
} from '@verascope/core/facts/port'
import type { Standing } from '@verascope/core/facts/selection'
import type { FlatRow } from '@verascope/core/facts/tables'
import {
  booleanAt,
  instantAt,
  instantOrNull,
  numberAt,
  numberOrNull,
  textAt,
  textOrNull,
  wordAt,
  wordOrNull,
} from './cells.ts'
import { unknownCell } from './faults.ts'
import {
  CHANGE_ACTS,
  CHANGE_KINDS,
  EFFECTS,
  END_STATES,
  GRANT_ACTS,
  LINK_WORDS,
  OUTCOMES,
  PAYLOADS,
  STANDINGS,
  TOPICS,
} from './words.ts'

// Rows of a database as the core's types. Columns have the names of the tables (facts/tables.ts); every cell is checked, and one
// that does not fit throws VS4005.

type Row = FlatRow

/** Where a row stands in the evidence, by columns with a prefix. */
export function refOf(row: Row, prefix = ''): EvidenceRef {
  return {
    item: textAt(row, `${prefix}item`),
    ordinal: numberAt(row, `${prefix}ordinal`),
    offset: numberAt(row, `${prefix}offset`),
    length: numberAt(row, `${prefix}length`),
  }
}

function spanOf(row: Row): Span {
  return {
    events: numberAt(row, 'events'),
    first: instantAt(row, 'first_at'),
    last: instantAt(row, 'last_at'),
    firstEvent: { eventId: textAt(row, 'first_event'), ref: refOf(row, 'first_') },
    lastEvent: { eventId: textAt(row, 'last_event'), ref: refOf(row, 'last_') },
  }
}

/** A store, or another thing with an id, by the name of its column and of those beside it. */
export function thingOf(row: Row, column: 'store' | 'subject'): StoreName {
  return {
    id: textAt(row, column),
    kind: textAt(row, `${column}_kind`),
    account: textOrNull(row, `${column}_account`),
    region: textOrNull(row, `${column}_region`),
    name: textAt(row, `${column}_name`),
  }
}

function originOf(row: Row): Origin & { readonly ref: EvidenceRef } {
  return {
    eventId: textAt(row, 'event_id'),
    at: instantAt(row, 'at'),
    account: textAt(row, 'account'),
    region: textAt(row, 'region'),
    caller: callerId(textAt(row, 'caller')),
    address: textOrNull(row, 'address'),
    agent: textOrNull(row, 'agent'),
    outcome: wordAt(row, 'outcome', OUTCOMES),
    ref: refOf(row),
  }
}

/** A row of `places`. */
export function placeOf(row: Row): Place {
  const firstWrite = instantOrNull(row, 'first_write')
  return { account: textAt(row, 'account'), region: textAt(row, 'region'), firstWrite, ...spanOf(row) }
}

/** A row of `callers`. */
export function callerUseOf(row: Row): CallerUse {
  return {
    caller: callerId(textAt(row, 'caller')),
    callerKind: textAt(row, 'caller_kind'),
    principal: textOrNull(row, 'principal'),
    principalId: textOrNull(row, 'principal_id'),
    principalAccount: textOrNull(row, 'principal_account'),
    issuer: textOrNull(row, 'issuer'),
    sessionCreated: instantOrNull(row, 'session_created'),
    invokedBy: textOrNull(row, 'invoked_by'),
    account: textAt(row, 'account'),
    address: textOrNull(row, 'address'),
    failed: numberAt(row, 'failed'),
    succeeded: instantOrNull(row, 'succeeded'),
    ...spanOf(row),
  }
}

/** A row of `callsDuring`. */
export function callsDuringOf(row: Row): CallsDuring {
  const [account, region] = [textAt(row, 'account'), textAt(row, 'region')]
  return { during: { account, region, from: instantAt(row, 'from'), to: instantAt(row, 'to') }, ...spanOf(row) }
}

/** A row of `originsOf`. */
export function originUseOf(row: Row): OriginUse {
  return {
    principal: textAt(row, 'behind'),
    address: textOrNull(row, 'address'),
    agent: textOrNull(row, 'agent'),
    vpcEndpoint: textOrNull(row, 'vpc_endpoint'),
    ...spanOf(row),
  }
}

/** A row of `pairings`. */
export function pairingOf(row: Row): Pairing {
  const partner = textOrNull(row, 'partner')
  const caller = callerId(textAt(row, 'caller'))
  return { caller, partner: partner === null ? null : callerId(partner), ...spanOf(row) }
}

/** Whether a row is a statement. What it says is as this program wrote it; `verify` tells whether it still is. */
function isStated(row: { readonly says: unknown }): row is Stated {
  return typeof row.says === 'object' && row.says !== null
}

/** A row of the statements table. */
export function statedOf(row: Row): Stated {
  const says = parseJson(textAt(row, 'says'))
  const stated = { topic: wordAt(row, 'topic', TOPICS), at: instantOrNull(row, 'at'), says, ref: refOf(row) }
  if (!isStated(stated)) throw unknownCell('says', row['says'])
  return stated
}

/** A row of `calls`. */
export function callGroupOf(row: Row): CallGroup {
  return {
    account: textAt(row, 'account'),
    region: textAt(row, 'region'),
    source: textAt(row, 'source'),
    name: textAt(row, 'name'),
    caller: callerId(textAt(row, 'caller')),
    standing: wordAt(row, 'standing', STANDINGS),
    outcome: wordAt(row, 'outcome', OUTCOMES),
    ...spanOf(row),
  }
}

/** A row of `touches`, grouped. */
export function touchGroupOf(row: Row): TouchGroup {
  return { ...storeUseOf(row), standing: wordAt(row, 'standing', STANDINGS) }
}

/** A row of `usesOf`. */
export function storeUseOf(row: Row): StoreUse {
  return { store: thingOf(row, 'store'), ...calledOf(row) }
}

function calledOf(row: Row): Omit<StoreUse, 'store'> {
  return {
    caller: callerId(textAt(row, 'caller')),
    effect: wordAt(row, 'effect', EFFECTS),
    outcome: wordAt(row, 'outcome', OUTCOMES),
    payload: wordOrNull(row, 'payload', PAYLOADS),
    grantee: textOrNull(row, 'grantee'),
    part: textOrNull(row, 'part'),
    ...spanOf(row),
  }
}

/** A row of `volumes`; which bytes count for `distinct` is volume.ts's rule in the core. */
export function volumeOf(row: Row): StoreVolume {
  const hasUnnamed = numberAt(row, 'unnamed') > 0
  return {
    storeId: textAt(row, 'store'),
    sent: numberAt(row, 'sent'),
    sentUnknown: numberAt(row, 'sent_unknown'),
    distinct: Math.max(numberAt(row, 'named_bytes'), numberAt(row, 'unnamed_bytes')),
    objects: Math.max(numberAt(row, 'objects'), hasUnnamed ? 1 : 0),
    listed: numberAt(row, 'listed'),
  }
}

function partNameOf(row: Row): PartName {
  return { storeId: textAt(row, 'store'), prefix: textOrNull(row, 'prefix'), named: booleanAt(row, 'named') }
}

/** A row of `partTouches`. */
export function partGroupOf(row: Row): PartGroup {
  return { ...partNameOf(row), standing: wordAt(row, 'standing', STANDINGS), ...calledOf(row) }
}

/** A row of `partVolumes`. */
export function partVolumeOf(row: Row): PartVolume {
  return { ...volumeOf(row), ...partNameOf(row) }
}

/** A row of `stores`. */
export function storeSeenOf(row: Row): StoreSeen {
  return { store: thingOf(row, 'store'), ...spanOf(row) }
}

/** A row of the touches table. */
export function touchOf(row: Row): Touch {
  return {
    ...originOf(row),
    store: thingOf(row, 'store'),
    effect: wordAt(row, 'effect', EFFECTS),
    object: textOrNull(row, 'object'),
    nth: numberAt(row, 'nth'),
    payload: wordOrNull(row, 'payload', PAYLOADS),
    bytes: numberOrNull(row, 'bytes'),
    grantee: textOrNull(row, 'grantee'),
    grant: wordOrNull(row, 'grant', GRANT_ACTS),
    grantKey: textOrNull(row, 'grant_key'),
  }
}

/** A row of the mints table. */
export function mintOf(row: Row): Mint {
  const through = textOrNull(row, 'through')
  return {
    ...originOf(row),
    minted: callerId(textAt(row, 'minted')),
    kind: textAt(row, 'kind'),
    link: wordAt(row, 'link', LINK_WORDS),
    through: through === null ? null : callerId(through),
    throughLink: wordOrNull(row, 'through_link', LINK_WORDS),
    principal: textOrNull(row, 'principal'),
    expires: instantOrNull(row, 'expires'),
  }
}

/** A row of the changes table. */
function changeOf(row: Row): Change {
  return {
    ...originOf(row),
    kind: wordAt(row, 'kind', CHANGE_KINDS),
    subject: textAt(row, 'subject'),
    does: wordAt(row, 'does', CHANGE_ACTS),
    what: textAt(row, 'what'),
    undo: textAt(row, 'undo'),
  }
}

/** A row of the changes table with the standing of its call. */
export function standingChangeOf(row: Row): Change & { readonly standing: Standing } {
  return { ...changeOf(row), standing: wordAt(row, 'standing', STANDINGS) }
}

/** A row of `closingsOn`. */
export function closingOf(row: Row): Closing {
  return {
    subject: textAt(row, 'subject'),
    at: instantAt(row, 'at'),
    eventId: textAt(row, 'event_id'),
    ref: refOf(row),
  }
}

/** A row of the ends table. */
export function endOf(row: Row): End {
  return { ...originOf(row), identity: textAt(row, 'identity'), state: wordAt(row, 'state', END_STATES) }
}
