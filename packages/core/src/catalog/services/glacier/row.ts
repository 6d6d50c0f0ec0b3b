import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { closeAll, policyGrants } from '../../../domain/policy-grants.ts'
import { type Action, type Channel, defineService, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { act, firstOf } from '../../../domain/store-forms.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { CHANGES, policyIn } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { ANY_VAULT, vaultOf, vaultsOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const VAULT: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'a retrieval job, whose output is fetched within a day',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'an access policy that lets another account retrieve archives',
    recordedBy: 'management-events',
    settledBy: `\`aws glacier get-vault-access-policy --account-id {account} --vault-name {name} --region {region}\`, and ${MANAGEMENT}`,
  },
  {
    kind: 'neighbour',
    way: 'where the archives came from, or a bucket that a query wrote to',
    recordedBy: 'nothing',
    settledBy:
      '`aws glacier list-jobs --account-id {account} --vault-name {name} --region {region}` for the jobs of the last day',
  },
]

const AT: StoreAt = { kind: 'glacier-vault', at: vaultsOf }
const FETCHED: StoreAt = { kind: 'glacier-vault', at: firstOf(vaultsOf, () => [ANY_VAULT]) }
const ARCHIVE: Partial<Action> = { object: (call) => said('archiveId')(call) }

/** The bucket that a query of an archive writes to. */
function bucketOf(call: CallEvent): string | null {
  const name = said('bucketName')(call)
  return name === null ? null : `arn:${partitionOf(call.region)}:s3:::${name}`
}

const row: ServiceRow = defineService({
  service: 'glacier',
  sources: ['glacier.amazonaws.com'],
  stores: {
    'glacier-vault': {
      title: 'Glacier vault',
      name: vaultOf,
      channels: VAULT,
      // What was fetched of a vault that the record leaves out may be of any.
      holds: (set, member) => set.name === ANY_VAULT && member.kind === set.kind && mayBeBeside(set, member),
    },
  },
  mentions: [AT],
  actions: {
    // A job prepares an archive or the list of them for a day: that returns nothing yet, unless it writes to a bucket.
    InitiateJob: [
      act('copied-out', AT, { ...ARCHIVE, to: bucketOf, when: (call) => bucketOf(call) !== null }),
      act('written', { kind: 's3-bucket', at: (call) => [bucketOf(call) ?? ''] }),
    ],
    GetJobOutput: act('read', FETCHED, { payload: 'object', object: (call) => said('jobId')(call) }),
    CreateVault: act('written', AT),
    UploadArchive: act('written', AT, ARCHIVE),
    UploadMultipartPart: act('written', AT),
    CompleteMultipartUpload: act('written', AT, ARCHIVE),
    DeleteArchive: act('destroyed', AT, ARCHIVE),
    DeleteVault: [act('destroyed', AT), act('shared', AT, { grants: () => closeAll('policy') })],
    SetVaultAccessPolicy: act('shared', AT, { grants: (call) => policyGrants(policyIn(call), call, 'policy') }),
    DeleteVaultAccessPolicy: act('shared', AT, { grants: () => closeAll('policy') }),
  },
  changes: CHANGES,
  cite: 'Amazon S3 Glacier developer guide: logging with CloudTrail, vault access policies, vault lock, retrieving archives; API reference',
  examples: EXAMPLES,
})

export default row
