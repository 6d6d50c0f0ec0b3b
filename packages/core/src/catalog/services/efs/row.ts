import type { CallEvent } from '../../../domain/call.ts'
import { pick } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import { type Action, type Channel, defineService, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { act, firstOf } from '../../../domain/store-forms.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { ANY_SYSTEM, destinationsOf, fileSystemOf, fileSystemsOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const SYSTEM: readonly Channel[] = [
  {
    kind: 'log-in',
    way: 'a mount over the network without IAM, which nothing records',
    recordedBy: 'nothing',
    settledBy:
      '`aws efs describe-file-system-policy --file-system-id {name} --region {region}` for whether IAM is demanded, `aws efs describe-mount-targets --file-system-id {name} --region {region}` for its networks, and flow logs of those',
  },
  {
    kind: 'log-in',
    way: 'a mount with IAM: the connection is recorded (NewClientConnection), and which files it reads is not',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'a policy that lets another account mount it, or a replication to elsewhere',
    recordedBy: 'nothing',
    settledBy:
      '`aws efs describe-file-system-policy --file-system-id {name} --region {region}` and `aws efs describe-replication-configurations --file-system-id {name} --region {region}`',
  },
  {
    kind: 'other-service',
    way: 'functions, tasks, instances and transfer services that mount it, and whoever drives them',
    recordedBy: 'nothing',
    settledBy:
      'a list of what uses its access points: `aws efs describe-access-points --file-system-id {name} --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'a backup or a replica that holds its content',
    recordedBy: 'nothing',
    settledBy: '`aws backup list-recovery-points-by-resource --resource-arn {id} --region {region}`',
  },
]

const AT: StoreAt = { kind: 'efs-file-system', at: fileSystemsOf }
const MOUNTS: StoreAt = { kind: 'efs-file-system', at: firstOf(fileSystemsOf, () => [ANY_SYSTEM]) }
const TO: StoreAt = { kind: 'efs-file-system', at: destinationsOf }

/** Whether a connection may read; a record that does not say counts as one that may. */
function mayRead(call: CallEvent): boolean {
  return pick(call.extra, 'serviceEventDetails.permissions.ClientMount') !== false
}

/** A connection that was authorised: from here on files are read without any further record. */
const MOUNTED: Action = act('read', MOUNTS, { payload: 'object', when: mayRead })

/** What is replicated to somewhere that the record leaves out may be anywhere. */
const REPLICATED: Action = act('redirected', AT, {
  grants: (call) => {
    const to = destinationsOf(call)
    return openTo(to.length > 0 ? to : ['unknown'], 'replication')
  },
})
const ENDED: Action = act('redirected', AT, { grants: () => closeAll('replication') })

const row: ServiceRow = defineService({
  service: 'efs',
  sources: ['elasticfilesystem.amazonaws.com'],
  stores: {
    'efs-file-system': {
      title: 'EFS file system',
      name: fileSystemOf,
      channels: SYSTEM,
      // What was mounted, or made by a replication, without its id in the record, may be any file system of the place.
      holds: (set, member) => set.name === ANY_SYSTEM && member.kind === set.kind && mayBeBeside(set, member),
    },
  },
  mentions: [AT, TO],
  actions: {
    NewClientConnection: MOUNTED,
    UpdateClientConnection: MOUNTED,
    CreateFileSystem: act('written', AT),
    DeleteFileSystem: [
      act('destroyed', AT),
      act('shared', AT, { grants: () => [...closeAll('policy'), ...closeAll('replication')] }),
    ],
    PutFileSystemPolicy: act('shared', AT, {
      grants: (call) => policyGrants(pick(call.request, 'policy'), call, 'policy'),
    }),
    DeleteFileSystemPolicy: act('shared', AT, { grants: () => closeAll('policy') }),
    CreateReplicationConfiguration: [REPLICATED, act('written', TO, { names: 'list' })],
    DeleteReplicationConfiguration: ENDED,
  },
  changes: CHANGES,
  cite: 'Amazon EFS API reference and user guide: logging with CloudTrail (NewClientConnection), using IAM to control access, replication; service authorization reference: resource types of Amazon EFS',
  examples: EXAMPLES,
})

export default row
