import { formatArn, parseArn } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  about,
  closing,
  creation,
  deletion,
  policyDeleted,
  policyPut,
  restoration,
  type Thing,
} from '../../../domain/change-spec.ts'
import { pick, pickTexts } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import {
  type Action,
  type ChangeSpec,
  defineService,
  type Grant,
  type ServiceRow,
  type StoreAt,
} from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { EXAMPLES } from './examples.ts'
import { SECRET, SECRET_SET } from './kinds.ts'
import { filtersOf, secretId, secretName, secretsOf } from './names.ts'

const AT: StoreAt = { kind: 'secret', at: secretsOf }
const WRITE: Action = { logged: 'management', on: AT, effect: 'written', names: 'one' }
const NAMED: Action = { ...WRITE, effect: 'named' }
const READ: Action = {
  logged: 'management',
  on: AT,
  effect: 'read',
  names: 'one',
  payload: 'object',
  object: ['request.versionId', 'request.versionStage'],
}

const policyIn = (call: CallEvent): ReturnType<typeof pick> => pick(call.request, 'resourcePolicy')

/** The replica that a secret has in another region. */
function inRegion(id: string | null, region: string): string {
  const arn = id === null ? null : parseArn(id)
  return arn === null ? region : formatArn({ ...arn, region })
}

/** A replica is a continuing copy in another region; it ends when the region is removed. */
function replicas(call: CallEvent, path: string): readonly string[] {
  return pickTexts({ request: call.request }, path).map((region) => inRegion(secretId(call), region))
}

const ADDED = 'request.addReplicaRegions[].region'

const REPLICATE: Action = {
  logged: 'management',
  on: AT,
  effect: 'redirected',
  names: 'one',
  grants: (call) => openTo(replicas(call, ADDED), 'replica'),
}

function listed(call: CallEvent, key: string): readonly string[] {
  const list = pick(call.request, key)
  return Array.isArray(list) ? list.filter((member): member is string => typeof member === 'string') : []
}

function removed(call: CallEvent): readonly Grant[] {
  const regions = listed(call, 'removeReplicaRegions')
  return regions.map((region) => ({ grantee: inRegion(secretId(call), region), grant: 'close', key: 'replica' }))
}

const THING: Thing = { noun: 'secret', id: secretId, name: secretName }

function command(verb: string, rest = ''): (call: CallEvent) => string {
  return (call) =>
    `aws secretsmanager ${verb} --secret-id ${shellWord(secretName(call))} --region ${shellWord(call.region)}${rest}`
}

function isFinal(call: CallEvent): boolean {
  return pick(call.request, 'forceDeleteWithoutRecovery') === true
}

function undoDelete(call: CallEvent): string {
  return isFinal(call)
    ? 'deleted without a waiting time: store the value again from its source'
    : `${command('restore-secret')(call)} (within the waiting time)`
}

const ROTATION: ChangeSpec = {
  kind: 'configuration',
  does: 'open',
  subject: about('rotation', secretId),
  what: (call) =>
    `set up or started the rotation of secret \`${secretName(call)}\`, which hands its value to a function`,
  undo: command('cancel-rotate-secret'),
}

const row: ServiceRow = defineService({
  service: 'secrets-manager',
  sources: ['secretsmanager.amazonaws.com'],
  stores: { secret: SECRET, 'secret-set': SECRET_SET },
  // Names in a list of secrets, descriptions and policies are configuration: they show that the secret exists.
  mentions: [AT],
  actions: {
    GetSecretValue: READ,
    BatchGetSecretValue: [
      { ...READ, on: { kind: 'secret', at: (call) => listed(call, 'secretIdList') }, names: 'list', object: [] },
      { ...READ, on: { kind: 'secret-set', at: filtersOf }, names: 'set', object: [] },
    ],
    CreateSecret: [WRITE, { ...REPLICATE, when: (call) => replicas(call, ADDED).length > 0 }],
    PutSecretValue: WRITE,
    UpdateSecret: WRITE,
    UpdateSecretVersionStage: WRITE,
    RotateSecret: WRITE,
    DeleteSecret: { ...WRITE, effect: 'destroyed' },
    RestoreSecret: NAMED,
    PutResourcePolicy: { ...WRITE, effect: 'shared', grants: (call) => policyGrants(policyIn(call), call, 'policy') },
    DeleteResourcePolicy: { ...WRITE, effect: 'shared', grants: () => closeAll('policy') },
    ReplicateSecretToRegions: REPLICATE,
    RemoveRegionsFromReplication: { ...REPLICATE, grants: removed },
  },
  changes: {
    CreateSecret: creation(THING, command('delete-secret')),
    DeleteSecret: deletion(THING, undoDelete),
    RestoreSecret: restoration(THING),
    PutResourcePolicy: policyPut({ ...THING, document: policyIn, undo: command('delete-resource-policy') }),
    DeleteResourcePolicy: policyDeleted(THING),
    RotateSecret: ROTATION,
    CancelRotateSecret: closing(
      'configuration',
      ROTATION.subject,
      (call) => `cancelled the rotation of secret \`${secretName(call)}\``,
    ),
    ReplicateSecretToRegions: {
      kind: 'configuration',
      does: 'open',
      subject: about('replicas', secretId),
      what: (call) =>
        `copied secret \`${secretName(call)}\` to ${pickTexts({ request: call.request }, ADDED).join(', ') || 'other regions'}`,
      undo: (call) =>
        command(
          'remove-regions-from-replication',
          ` --remove-replica-regions ${pickTexts({ request: call.request }, ADDED).map(shellWord).join(' ')}`,
        )(call),
    },
    RemoveRegionsFromReplication: closing(
      'configuration',
      about('replicas', secretId),
      (call) => `removed replicas of secret \`${secretName(call)}\``,
    ),
  },
  cite: 'AWS Secrets Manager user guide: CloudTrail entries, secret ARN; API reference',
  examples: EXAMPLES,
})

export default row
