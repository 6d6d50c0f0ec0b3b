import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { asked, clustersOf, instancesOf } from './names.ts'

/** Content that goes on flowing elsewhere until it is stopped. */
function flow(on: StoreAt, grants: (call: CallEvent) => readonly Grant[]): Action {
  return { logged: 'management', on, effect: 'redirected', names: 'one', grants }
}

function stream(call: CallEvent): string {
  const name = pickText(call.response, 'kinesisStreamName')
  return name === null
    ? 'unknown'
    : `arn:${partitionOf(call.region)}:kinesis:${call.region}:${call.account}:stream/${name}`
}

const streamed = (call: CallEvent): readonly Grant[] => openTo([stream(call)], 'activity stream')
const unstreamed = (): readonly Grant[] => closeAll('activity stream')

/** An integration names its source and its target in its answer, too: its deletion asks for its own ARN alone. */
function fromEither(field: string, call: CallEvent): string | null {
  return pickText(call.request, field) ?? pickText(call.response, field)
}

function integrationSource(kind: StoreAt['kind']): StoreAt {
  return { kind, at: (call) => [fromEither('sourceArn', call) ?? ''] }
}

function integration(call: CallEvent): string {
  return `integration ${pickText(call.response, 'integrationArn') ?? pickText(call.request, 'integrationIdentifier') ?? 'unknown'}`
}

const fed = (call: CallEvent): readonly Grant[] =>
  openTo([fromEither('targetArn', call) ?? 'unknown'], integration(call))
const unfed = (call: CallEvent): readonly Grant[] => closeAll(integration(call))

/** Backups of an instance go to another region: the call is made there, and names the instance by its ARN. */
function backupKey(call: CallEvent): string {
  return `backups in ${call.region}`
}

function backupsTo(call: CallEvent): readonly Grant[] {
  return openTo([pickText(call.response, 'dBInstanceAutomatedBackupsArn') ?? backupKey(call)], backupKey(call))
}

const BACKED_UP: StoreAt = { kind: 'rds-instance', at: asked('sourceDBInstanceArn') }

/** A call that takes the ARN of an instance or of a cluster. */
function either(grants: (call: CallEvent) => readonly Grant[]): readonly Action[] {
  return [
    flow({ kind: 'rds-instance', at: instancesOf }, grants),
    flow({ kind: 'rds-cluster', at: clustersOf }, grants),
  ]
}

/** What calls on flows of content out of databases do. */
export const FLOW_ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  StartActivityStream: either(streamed),
  StopActivityStream: either(unstreamed),
  CreateIntegration: [flow(integrationSource('rds-cluster'), fed), flow(integrationSource('rds-instance'), fed)],
  DeleteIntegration: [flow(integrationSource('rds-cluster'), unfed), flow(integrationSource('rds-instance'), unfed)],
  StartDBInstanceAutomatedBackupsReplication: flow(BACKED_UP, backupsTo),
  StopDBInstanceAutomatedBackupsReplication: flow(BACKED_UP, (call) => closeAll(backupKey(call))),
}
