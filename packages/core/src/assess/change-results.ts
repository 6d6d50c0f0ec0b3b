import { formatInstant } from '../domain/instant.ts'
import type { IdMaker } from '../domain/premise-graph.ts'
import type { ChangeExposure } from '../exposure/changes.ts'
import type { ChangeResult } from './assessment.ts'

/** Writes one change as a row of the Assessment. */
export function changeResult({ change, state, revertedBy, ownWork }: ChangeExposure, ids: IdMaker): ChangeResult {
  return {
    id: ids.id('C', JSON.stringify([change.eventId, change.account, change.kind, change.subject])),
    kind: change.kind,
    what: change.what,
    event: change.eventId,
    at: formatInstant(change.at),
    by: change.caller,
    account: change.account,
    region: change.region,
    strict: change.standing === 'strict',
    state,
    revertedBy,
    ownWork,
    undo: state === 'reverted' ? '' : change.undo,
  }
}
