import type { StoreName } from '@verascope/core/domain/touch'
import type { FlatRow } from '@verascope/core/facts/tables'
import type { Measured, WitnessGroup, WitnessPart, WitnessSpan } from '@verascope/core/facts/witness-port'
import { refOf, thingOf } from './answers.ts'
import { booleanAt, boolOrNull, instantAt, numberAt, textAt, textOrNull, wordAt, wordOrNull } from './cells.ts'
import {
  DIRECTIONS,
  EFFECTS,
  FLOW_OUTCOMES,
  MEASURES,
  METER_KINDS,
  PARTS,
  PAYLOADS,
  WITNESS_KINDS,
  WITNESS_OUTCOMES,
} from './words.ts'

function spanOf(row: FlatRow): WitnessSpan {
  return {
    events: numberAt(row, 'events'),
    first: instantAt(row, 'first_at'),
    last: instantAt(row, 'last_at'),
    firstRef: refOf(row, 'first_'),
    lastRef: refOf(row, 'last_'),
  }
}

/** A row of `witnessSubjects`. */
export function subjectOf(row: FlatRow): StoreName {
  return thingOf(row, 'subject')
}

/** A row of `witnessed`; which bytes count for `distinct` is volume.ts's rule in the core. */
export function witnessGroupOf(row: FlatRow): WitnessGroup {
  return {
    evidence: textAt(row, 'evidence'),
    kind: wordAt(row, 'kind', WITNESS_KINDS),
    subject: thingOf(row, 'subject'),
    act: textOrNull(row, 'act'),
    effect: wordOrNull(row, 'effect', EFFECTS),
    outcome: wordOrNull(row, 'outcome', WITNESS_OUTCOMES),
    payload: wordOrNull(row, 'payload', PAYLOADS),
    principal: textOrNull(row, 'principal'),
    credential: textOrNull(row, 'credential'),
    address: textOrNull(row, 'address'),
    ...spanOf(row),
    bytes: numberAt(row, 'bytes'),
    bytesUnknown: numberAt(row, 'bytes_unknown'),
    distinct: Math.max(numberAt(row, 'named_bytes'), numberAt(row, 'unnamed_bytes')),
    objects: numberAt(row, 'objects'),
  }
}

/** A row of `witnessedParts`. */
export function witnessPartOf(row: FlatRow): WitnessPart {
  const of = { storeId: textAt(row, 'subject'), prefix: textOrNull(row, 'prefix'), named: booleanAt(row, 'is_named') }
  return { ...of, ...witnessGroupOf(row) }
}

/** A row of `measured`. */
export function measuredOf(row: FlatRow): Measured {
  return {
    evidence: textAt(row, 'evidence'),
    kind: wordAt(row, 'kind', METER_KINDS),
    subject: thingOf(row, 'subject'),
    measure: wordOrNull(row, 'measure', MEASURES),
    part: wordOrNull(row, 'part', PARTS),
    meter: textOrNull(row, 'object'),
    complete: boolOrNull(row, 'complete'),
    direction: wordOrNull(row, 'direction', DIRECTIONS),
    outcome: wordOrNull(row, 'outcome', FLOW_OUTCOMES),
    ...spanOf(row),
    until: instantAt(row, 'last_until'),
    sum: numberAt(row, 'sum'),
    unknown: numberAt(row, 'unknown'),
    covered: numberAt(row, 'covered'),
  }
}
