import type { CallEvent } from '../../../domain/call.ts'
import { pick } from '../../../domain/json.ts'
import { closeAll } from '../../../domain/policy-grants.ts'
import { type Action, type Channel, defineService, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { addressed, layerPermitted, layerWithdrawn, permitted, withdrawn } from './grants.ts'
import { allOf, functionOf, functionsOf, layerOf, layersOf, layerVersion } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const FETCHED: Channel = {
  kind: 'management-call',
  way: 'fetching its code or its environment',
  recordedBy: 'management-events',
  settledBy: MANAGEMENT,
}

const CHANNELS: readonly Channel[] = [
  FETCHED,
  {
    kind: 'data-call',
    way: 'running it and taking its answer',
    recordedBy: 'data-events',
    selected: ({ id }) => [{ type: 'AWS::Lambda::Function', arn: id }],
    settledBy: 'the data events of the function, and its log group `/aws/lambda/{name}` for what it did',
  },
  {
    kind: 'continuing-grant',
    way: 'a statement in its policy, or an address on the internet, that lets others run it',
    recordedBy: 'data-events',
    selected: ({ id }) => [{ type: 'AWS::Lambda::Function', arn: id }],
    settledBy:
      '`aws lambda get-policy --function-name {name} --region {region}` and `aws lambda get-function-url-config --function-name {name} --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'the package in a bucket or the image it was deployed from, and the logs it writes',
    recordedBy: 'nothing',
    settledBy: '`aws lambda get-function --function-name {name} --region {region}` for where the code came from',
  },
]

const AT: StoreAt = { kind: 'lambda-function', at: functionsOf }
const LAYER: StoreAt = { kind: 'lambda-layer', at: layersOf }

/** Code, or the environment in which secrets are kept, was sent to the caller. */
const READ: Action = {
  logged: 'management',
  on: AT,
  effect: 'read',
  names: 'one',
  payload: 'object',
  object: ['request.qualifier'],
}
const WRITE: Action = { logged: 'management', on: AT, effect: 'written', names: 'one' }

/** The answer to a change is the whole configuration with its environment, which the record masks and the caller gets. */
const CHANGE: readonly Action[] = [READ, WRITE]

/**
 * Running a function is no read of it: neither code nor environment is in the answer. What the function reads for its caller it
 * reads with its own role, whose sessions are followed as credentials.
 */
const RUN: Action = { logged: 'data', on: AT, effect: 'named', names: 'one' }

const OF_LAYER: Action = {
  logged: 'management',
  on: LAYER,
  effect: 'read',
  names: 'one',
  payload: 'object',
  object: layerVersion,
}
const SHARE: Action = { ...WRITE, effect: 'shared' }

/** A layer is shared by version; whoever is let in fetches its content. */
const LAYER_SHARE: Action = { logged: 'management', on: LAYER, effect: 'shared', names: 'one' }

/** A dry run changes nothing. */
function isReal(call: CallEvent): boolean {
  return pick(call.request, 'dryRun') !== true
}

const row: ServiceRow = defineService({
  service: 'aws-lambda',
  sources: ['lambda.amazonaws.com'],
  stores: {
    'lambda-function': { title: 'function', name: functionOf, channels: CHANNELS },
    'lambda-function-set': {
      title: 'set of functions',
      name: allOf,
      channels: [FETCHED],
      holds: (set, member) => member.kind === 'lambda-function' && mayBeBeside(set, member),
    },
    'lambda-layer': { title: 'layer', name: layerOf, channels: [FETCHED] },
  },
  mentions: [AT],
  actions: {
    GetFunction: READ,
    GetFunctionConfiguration: READ,
    ListVersionsByFunction: READ,
    PublishVersion: READ,
    // Each entry of the list has the environment of its function in it.
    ListFunctions: { ...READ, on: { kind: 'lambda-function-set', at: (call) => [call.account] }, names: 'set' },
    Invoke: RUN,
    InvokeAsync: RUN,
    InvokeWithResponseStream: RUN,
    InvokeFunctionUrl: RUN,
    CreateFunction: WRITE,
    UpdateFunctionCode: CHANGE.map((action) => ({
      ...action,
      when: (call: CallEvent) => action === READ || isReal(call),
    })),
    UpdateFunctionConfiguration: CHANGE,
    DeleteFunction: { ...WRITE, effect: 'destroyed', object: ['request.qualifier'] },
    AddPermission: { ...SHARE, grants: permitted },
    RemovePermission: { ...SHARE, grants: withdrawn },
    CreateFunctionUrlConfig: { ...SHARE, grants: addressed },
    UpdateFunctionUrlConfig: { ...SHARE, grants: addressed },
    DeleteFunctionUrlConfig: { ...SHARE, grants: () => closeAll('address') },
    GetLayerVersion: OF_LAYER,
    GetLayerVersionByArn: OF_LAYER,
    PublishLayerVersion: { ...OF_LAYER, effect: 'written' },
    DeleteLayerVersion: { ...OF_LAYER, effect: 'destroyed' },
    AddLayerVersionPermission: { ...LAYER_SHARE, grants: layerPermitted },
    RemoveLayerVersionPermission: { ...LAYER_SHARE, grants: layerWithdrawn },
  },
  changes: CHANGES,
  cite: 'AWS Lambda developer guide: logging with CloudTrail, resource-based policies, function URLs, layers; API reference',
  examples: EXAMPLES,
})

export default row
