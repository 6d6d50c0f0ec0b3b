import { EVERYWHERE, listed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { pick, pickText } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import {
  accountDestinations,
  bucketIn,
  choosesByText,
  groupsOf,
  queriedGroups,
  queryOf,
  resultPlaces,
  streamsOf,
} from './names.ts'

const GROUP: StoreAt = { kind: 'log-group', at: groupsOf }
const SET: StoreAt = { kind: 'log-group-set', at: EVERYWHERE }

/** Records were sent to the caller. Whether they were asked for unmasked makes no difference to the effect. */
const READ: Action = {
  logged: 'management',
  on: GROUP,
  effect: 'read',
  names: 'one',
  payload: 'object',
  object: streamsOf,
}
const OF_SET: Action = { ...READ, on: SET, names: 'set', object: [] }
const WRITE: Action = { logged: 'management', on: GROUP, effect: 'written', names: 'one' }
const DESTROY: Action = { ...WRITE, effect: 'destroyed', object: ['request.logStreamName'] }

/**
 * A query names its groups when it is started; the call that fetches its results names the query alone. So its start counts as
 * the read of the groups, and each fetch as a read of some group; the object of both is the query.
 */
const QUERY: readonly Action[] = [
  { ...READ, on: { kind: 'log-group', at: queriedGroups }, names: 'list', object: queryOf },
  { ...OF_SET, object: queryOf, when: choosesByText },
]

const TAIL: readonly Action[] = QUERY.map((action) => ({ ...action, object: streamsOf }))

function flow(on: StoreAt, grants: (call: CallEvent) => readonly Grant[]): Action {
  return { logged: 'management', on, effect: 'redirected', names: on === SET ? 'set' : 'one', grants }
}

/** A filter of the same name is replaced, wherever it sent records. */
function keyOf(word: string, ...fields: readonly string[]): (call: CallEvent) => string {
  const name = said(...fields)
  return (call) => `${word} ${name(call) ?? 'unknown'}`
}

const FILTER = keyOf('subscription filter', 'filterName')
const ACCOUNT_POLICY = keyOf('account policy', 'policyName')
const RESOURCE_POLICY = keyOf('resource policy', 'policyName')
const SCHEDULED = keyOf('scheduled query', 'scheduledQueryArn', 'identifier', 'name')

const subscribed = (call: CallEvent): readonly Grant[] => [
  ...closeAll(FILTER(call)),
  ...openTo([pickText(call.request, 'destinationArn') ?? 'unknown'], FILTER(call)),
]

const forAll = (call: CallEvent): readonly Grant[] => [
  ...closeAll(ACCOUNT_POLICY(call)),
  ...openTo(accountDestinations(call), ACCOUNT_POLICY(call)),
]

const permitted = (call: CallEvent): readonly Grant[] =>
  policyGrants(pick(call.request, 'policyDocument'), call, RESOURCE_POLICY(call))

/** A policy belongs to one group where it names one, and else to all of the place. */
function policy(grants: (call: CallEvent) => readonly Grant[]): readonly Action[] {
  return [
    { ...flow(GROUP, grants), effect: 'shared' },
    { ...flow(SET, grants), effect: 'shared', when: (call) => groupsOf(call).length === 0 },
  ]
}

const scheduled = (call: CallEvent): readonly Grant[] => openTo(resultPlaces(call), SCHEDULED(call))

const SCHEDULE: readonly Action[] = [
  { ...flow({ kind: 'log-group', at: queriedGroups }, scheduled), names: 'list' },
  { ...flow(SET, scheduled), when: choosesByText },
]

/** What calls on log groups do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  GetLogEvents: READ,
  FilterLogEvents: READ,
  GetLogRecord: OF_SET,
  GetLogObject: OF_SET,
  StartQuery: QUERY,
  GetQueryResults: { ...OF_SET, object: queryOf },
  StartLiveTail: TAIL,
  CreateExportTask: [
    { ...READ, effect: 'copied-out', to: bucketIn, object: ['request.logStreamNamePrefix'] },
    { ...WRITE, on: { kind: 's3-bucket', at: listed(bucketIn) } },
  ],
  PutLogEvents: { ...WRITE, logged: 'data', object: streamsOf },
  DeleteLogStream: DESTROY,
  DeleteLogGroup: DESTROY,
  PutSubscriptionFilter: flow(GROUP, subscribed),
  DeleteSubscriptionFilter: flow(GROUP, (call) => closeAll(FILTER(call))),
  PutAccountPolicy: flow(SET, forAll),
  DeleteAccountPolicy: flow(SET, (call) => closeAll(ACCOUNT_POLICY(call))),
  PutResourcePolicy: policy(permitted),
  DeleteResourcePolicy: policy((call) => closeAll(RESOURCE_POLICY(call))),
  CreateScheduledQuery: SCHEDULE,
  UpdateScheduledQuery: SCHEDULE,
}
