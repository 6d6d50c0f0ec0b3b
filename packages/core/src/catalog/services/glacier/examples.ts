import type { ServiceExample } from '../../../domain/service-row.ts'

const GLACIER = { eventSource: 'glacier.amazonaws.com', eventVersion: '1.02' }
const VAULT = 'arn:aws:glacier:us-east-1:123837392027:vaults/myVaultName'
const SUBJECT = `Glacier vault ${VAULT}`
const BUCKET = 'arn:aws:s3:::query-results'

function on(eventName: string, request: object = {}, responseElements: object | null = null): object {
  return {
    ...GLACIER,
    eventName,
    requestParameters: { accountId: '-', vaultName: 'myVaultName', ...request },
    responseElements,
  }
}

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::503161813013:root' }, Action: 'glacier:InitiateJob' }],
})

/** Records and what they did to vaults: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a vault is made',
    record: on('CreateVault', {}, { location: '/123837392027/vaults/myVaultName' }),
    touches: [{ store: VAULT, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: SUBJECT, does: 'open' },
      { kind: 'destruction', subject: `deleted ${SUBJECT}`, does: 'close' },
    ],
  },
  {
    name: 'the retrieval of an archive is started, and returns nothing yet',
    record: on(
      'InitiateJob',
      { jobParameters: { type: 'archive-retrieval', archiveId: 'NkbByEejwEggmBz2fTHgJrg0XBoDfjP4q6iu87' } },
      { jobId: 'j-1' },
    ),
    touches: [{ store: VAULT, effect: 'named' }],
    changes: [{ kind: 'configuration', subject: `${SUBJECT} / retrieval j-1`, does: 'open' }],
  },
  {
    name: 'its output is fetched',
    record: on('GetJobOutput', { jobId: 'j-1' }),
    touches: [{ store: VAULT, effect: 'read', object: 'j-1', bytes: null }],
    changes: [],
  },
  {
    name: 'output is fetched of a vault that the record leaves out',
    record: { ...GLACIER, eventName: 'GetJobOutput', requestParameters: null },
    touches: [{ store: 'arn:aws:glacier:us-east-1:123837392027:vaults/*', effect: 'read' }],
  },
  {
    name: 'an archive is queried, and the result goes to a bucket',
    record: on('InitiateJob', {
      jobParameters: { type: 'select', archiveId: 'a-1', outputLocation: { s3: { bucketName: 'query-results' } } },
    }),
    touches: [
      { store: VAULT, effect: 'copied-out', object: 'a-1', grantee: BUCKET },
      { store: BUCKET, effect: 'written' },
    ],
    changes: [{ kind: 'configuration', subject: `${SUBJECT} / retrieval unnamed e-1`, does: 'open' }],
  },
  {
    name: 'a vault is opened to another account',
    record: on('SetVaultAccessPolicy', { policy: { policy: POLICY } }),
    touches: [
      { store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: VAULT, effect: 'shared', grantee: 'arn:aws:iam::503161813013:root', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${VAULT}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${VAULT}`, does: 'open' },
    ],
  },
  {
    name: 'the policy is taken away',
    record: on('DeleteVaultAccessPolicy'),
    touches: [{ store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${VAULT}`, does: 'close' }],
  },
  {
    name: 'an archive in the vault of another account is deleted',
    record: on('DeleteArchive', { accountId: '999999999999', archiveId: 'a-1' }),
    touches: [
      { store: 'arn:aws:glacier:us-east-1:999999999999:vaults/myVaultName', effect: 'destroyed', object: 'a-1' },
    ],
  },
  {
    name: 'a vault is deleted',
    record: on('DeleteVault'),
    touches: [
      { store: VAULT, effect: 'destroyed' },
      { store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${SUBJECT}`, does: 'open' },
      { kind: 'configuration', subject: SUBJECT, does: 'close' },
      { kind: 'exposure', subject: `policy ${VAULT}`, does: 'close' },
    ],
  },
  {
    name: 'nobody is told of jobs any more',
    record: on('DeleteVaultNotifications'),
    changes: [{ kind: 'logging', subject: `${SUBJECT} / notifications`, does: 'open' }],
  },
]
