import type { CallEvent } from '../../../domain/call.ts'
import { creation, deletion, policyDeleted, policyPut, type Thing } from '../../../domain/change-spec.ts'
import { type Json, pick, pickText } from '../../../domain/json.ts'
import { closeAll, policyGrants } from '../../../domain/policy-grants.ts'
import {
  type Action,
  type ChangeSpec,
  type Channel,
  defineService,
  type ServiceRow,
  type StoreAt,
} from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { EXAMPLES } from './examples.ts'
import {
  belowPath,
  mentionedParameters,
  parameterIds,
  parameterNames,
  parameterOf,
  parametersOf,
  secretsBehind,
} from './names.ts'

const CHANNELS: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'fetching its value or its history',
    recordedBy: 'management-events',
    settledBy: 'the CloudTrail log files of {account} in {region} with their digest files',
  },
  {
    kind: 'continuing-grant',
    way: 'a resource policy or a share that lets another account fetch it',
    recordedBy: 'management-events',
    settledBy: '`aws ssm get-resource-policies --resource-arn {id} --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'a place its value was copied to: a template, the environment of a function or task, a host',
    recordedBy: 'nothing',
    settledBy: 'a search of templates, functions, tasks and hosts for its users',
  },
]

const AT: StoreAt = { kind: 'parameter', at: parametersOf }
const BEHIND: StoreAt = { kind: 'secret', at: secretsBehind }
const READ: Action = { logged: 'management', on: AT, effect: 'read', names: 'one', payload: 'object' }
const WRITE: Action = { logged: 'management', on: AT, effect: 'written', names: 'one' }
const DESTROY: Action = { logged: 'management', on: AT, effect: 'destroyed', names: 'one' }

const BY_ARN: StoreAt = { kind: 'parameter', at: ['request.resourceArn'] }
const policyIn = (call: CallEvent): Json | undefined => pick(call.request, 'policy')

function nameOf(call: CallEvent): string {
  return parameterNames(call)[0] ?? 'unknown'
}

const THING: Thing = { noun: 'parameter', id: (call) => parameterIds(call)[0] ?? null, name: nameOf }

function command(verb: string): (call: CallEvent) => string {
  return (call) => `aws ssm ${verb} --name ${shellWord(nameOf(call))} --region ${shellWord(call.region)}`
}

const again = (call: CallEvent): string =>
  `aws ssm put-parameter --name ${shellWord(nameOf(call))} --type TYPE --value VALUE --region ${shellWord(call.region)} (the value has to come from its source)`

/** The first version is a new parameter; any later one replaced a value. */
function isNew(call: CallEvent): boolean {
  return pick(call.response, 'version') === 1
}

const MADE: readonly ChangeSpec[] = creation(THING, command('delete-parameter')).map((spec) => ({
  ...spec,
  when: isNew,
}))

/** Several parameters in one call: one change, because nothing brings them back together. */
const SEVERAL: ChangeSpec = {
  kind: 'destruction',
  does: 'open',
  subject: (call) => (parameterIds(call).length === 0 ? null : `deleted ${parameterIds(call).join(' ')}`),
  what: (call) =>
    `deleted parameters ${parameterNames(call)
      .map((name) => `\`${name}\``)
      .join(', ')}`,
  undo: () => 'store the values again from their sources',
}

const SHARED: Thing = {
  noun: 'parameter',
  id: (call) => pickText(call.request, 'resourceArn'),
  name: (call) => pickText(call.request, 'resourceArn') ?? 'unknown',
}

const dropPolicy = (call: CallEvent): string =>
  `aws ssm delete-resource-policy --resource-arn ${shellWord(SHARED.name(call))} --policy-id ${shellWord(pickText(call.response, 'policyId') ?? 'POLICY_ID')} --policy-hash ${shellWord(pickText(call.response, 'policyHash') ?? 'HASH')} --region ${shellWord(call.region)}`

const row: ServiceRow = defineService({
  service: 'ssm',
  sources: ['ssm.amazonaws.com'],
  stores: {
    parameter: { title: 'parameter', name: parameterOf, channels: CHANNELS },
    'parameter-path': {
      title: 'set of parameters below a path',
      name: belowPath,
      channels: CHANNELS.slice(0, 1),
      // The set's id is the id that its members begin with, and a star.
      holds: (set, member) => member.kind === 'parameter' && member.id.startsWith(set.id.slice(0, -1)),
    },
  },
  mentions: [{ kind: 'parameter', at: mentionedParameters }],
  actions: {
    GetParameter: [READ, { ...READ, on: BEHIND }],
    GetParameters: [
      { ...READ, names: 'list' },
      { ...READ, on: BEHIND, names: 'list' },
    ],
    GetParameterHistory: READ,
    GetParametersByPath: { ...READ, on: { kind: 'parameter-path', at: ['request.path'] }, names: 'set' },
    PutParameter: WRITE,
    DeleteParameter: DESTROY,
    DeleteParameters: { ...DESTROY, names: 'list' },
    PutResourcePolicy: {
      ...WRITE,
      on: BY_ARN,
      effect: 'shared',
      grants: (call) => policyGrants(policyIn(call), call, 'policy'),
    },
    DeleteResourcePolicy: { ...WRITE, on: BY_ARN, effect: 'shared', grants: () => closeAll('policy') },
  },
  changes: {
    PutParameter: MADE,
    DeleteParameter: deletion(THING, again),
    DeleteParameters: SEVERAL,
    PutResourcePolicy: policyPut({ ...SHARED, document: policyIn, undo: dropPolicy }),
    DeleteResourcePolicy: policyDeleted(SHARED),
  },
  cite: 'AWS Systems Manager user guide: Parameter Store, references to Secrets Manager secrets; API reference',
  examples: EXAMPLES,
})

export default row
