import type { CallEvent } from '../../../domain/call.ts'
import {
  about,
  closing,
  creation,
  deletion,
  granteeWords,
  policyDeleted,
  policyPut,
  type Thing,
} from '../../../domain/change-spec.ts'
import { type Json, pick, pickAll, pickText } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import {
  type Action,
  type ChangeSpec,
  type Channel,
  defineService,
  type ServiceRow,
  type StoreAt,
} from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { EXAMPLES } from './examples.ts'
import { allOf, registryOf, repositoriesOf, repositoryId, repositoryName, repositoryOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const CHANNELS: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'pulling or listing its images',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'management-call',
    way: 'an address for a layer that was handed out: whoever has it downloads without a further call',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'a policy of the repository or the registry that lets others pull',
    recordedBy: 'management-events',
    settledBy:
      '`aws ecr get-repository-policy --repository-name {name} --registry-id {account} --region {region}` and `aws ecr get-registry-policy --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'a replica in another registry, or a host or cluster that holds the image',
    recordedBy: 'nothing',
    settledBy: '`aws ecr describe-registry --region {region}` for replication, and a search of hosts and clusters',
  },
]

const AT: StoreAt = { kind: 'ecr-repository', at: repositoriesOf }
const READ: Action = {
  logged: 'management',
  on: AT,
  effect: 'read',
  names: 'one',
  payload: 'object',
  object: ['request.layerDigest', 'request.imageIds[].imageDigest', 'request.imageIds[].imageTag'],
}
const LISTING: Action = { logged: 'management', on: AT, effect: 'listed', names: 'one' }
const WRITE: Action = { logged: 'management', on: AT, effect: 'written', names: 'one' }
const policyIn = (call: CallEvent): Json | undefined => pick(call.request, 'policyText')

/** Where images of the whole registry are copied to; each setting replaces the one before it. */
function destinations(call: CallEvent): readonly string[] {
  const found = pickAll({ request: call.request }, 'request.replicationConfiguration.rules[].destinations[]')
  return found.flatMap((one) => {
    const [account, region] = [pickText(one, 'registryId'), pickText(one, 'region')]
    return account === null ? [] : [`${account}${region === null ? '' : `/${region}`}`]
  })
}

const REPLICATE: Action = {
  logged: 'management',
  on: { kind: 'ecr-registry', at: (call) => [registryOf(call)] },
  effect: 'redirected',
  names: 'set',
  grants: (call) => [...closeAll('replication'), ...openTo(destinations(call), 'replication')],
}

/** A policy of the registry lets others copy into it or through it, for all repositories at once. */
const REGISTRY_POLICY: Action = {
  ...REPLICATE,
  effect: 'shared',
  grants: (call) => policyGrants(policyIn(call), call, 'registry policy'),
}

const REPOSITORY: Thing = { noun: 'repository', id: repositoryId, name: repositoryName }
const REGISTRY: Thing = {
  noun: 'registry',
  id: (call) => `registry ${registryOf(call)} ${call.region}`,
  name: registryOf,
}

function command(verb: string, rest = ''): (call: CallEvent) => string {
  return (call) =>
    `aws ecr ${verb} --repository-name ${shellWord(repositoryName(call))} --registry-id ${shellWord(registryOf(call))} --region ${shellWord(call.region)}${rest}`
}

const REPLICATION = about('replication', REGISTRY.id)

const REPLICATED: readonly ChangeSpec[] = [
  closing('exposure', REPLICATION, () => 'replaced the replication of the registry'),
  {
    kind: 'exposure',
    does: 'open',
    subject: REPLICATION,
    what: (call) => `set up replication of registry \`${registryOf(call)}\` to ${granteeWords(destinations(call))}`,
    undo: (call) =>
      `aws ecr put-replication-configuration --replication-configuration rules=[] --region ${shellWord(call.region)}`,
    when: (call) => destinations(call).length > 0,
  },
]

const LIFECYCLE = about('lifecycle', repositoryId)

const row: ServiceRow = defineService({
  service: 'ecr',
  sources: ['ecr.amazonaws.com'],
  stores: {
    'ecr-repository': { title: 'image repository', name: repositoryOf, channels: CHANNELS },
    'ecr-registry': {
      title: 'image registry',
      name: allOf,
      channels: CHANNELS.slice(2),
      holds: (set, member) => member.kind === 'ecr-repository' && mayBeBeside(set, member),
    },
  },
  mentions: [AT],
  actions: {
    BatchGetImage: READ,
    GetDownloadUrlForLayer: READ,
    ListImages: LISTING,
    DescribeImages: LISTING,
    // What a scan found lists the packages in the image and their faults.
    DescribeImageScanFindings: LISTING,
    PutImage: WRITE,
    InitiateLayerUpload: WRITE,
    UploadLayerPart: WRITE,
    CompleteLayerUpload: WRITE,
    BatchDeleteImage: { ...WRITE, effect: 'destroyed', object: READ.object ?? [] },
    DeleteRepository: { ...WRITE, effect: 'destroyed' },
    SetRepositoryPolicy: { ...WRITE, effect: 'shared', grants: (call) => policyGrants(policyIn(call), call, 'policy') },
    DeleteRepositoryPolicy: { ...WRITE, effect: 'shared', grants: () => closeAll('policy') },
    PutReplicationConfiguration: REPLICATE,
    PutRegistryPolicy: REGISTRY_POLICY,
    DeleteRegistryPolicy: { ...REGISTRY_POLICY, grants: () => closeAll('registry policy') },
  },
  changes: {
    CreateRepository: creation(REPOSITORY, command('delete-repository')),
    DeleteRepository: deletion(
      REPOSITORY,
      () => 'push the images again from their builds; the deletion cannot be undone',
    ),
    BatchDeleteImage: {
      kind: 'destruction',
      does: 'open',
      subject: (call) => (repositoryId(call) === null ? null : `deleted images ${repositoryId(call)} ${call.eventId}`),
      what: (call) => `deleted images of repository \`${repositoryName(call)}\``,
      undo: () => 'push the images again from their builds; the deletion cannot be undone',
    },
    SetRepositoryPolicy: policyPut({ ...REPOSITORY, document: policyIn, undo: command('delete-repository-policy') }),
    DeleteRepositoryPolicy: policyDeleted(REPOSITORY),
    PutRegistryPolicy: policyPut({
      ...REGISTRY,
      document: policyIn,
      undo: (call) => `aws ecr delete-registry-policy --region ${shellWord(call.region)}`,
    }),
    DeleteRegistryPolicy: policyDeleted(REGISTRY),
    PutReplicationConfiguration: REPLICATED,
    PutLifecyclePolicy: {
      kind: 'destruction',
      does: 'open',
      subject: LIFECYCLE,
      what: (call) => `set a lifecycle rule on repository \`${repositoryName(call)}\` that deletes images`,
      undo: command('delete-lifecycle-policy'),
    },
    DeleteLifecyclePolicy: closing(
      'destruction',
      LIFECYCLE,
      (call) => `deleted the lifecycle rules of repository \`${repositoryName(call)}\``,
    ),
  },
  cite: 'Amazon ECR user guide: CloudTrail, repository policies, registry policies, replication; API reference',
  examples: EXAMPLES,
})

export default row
