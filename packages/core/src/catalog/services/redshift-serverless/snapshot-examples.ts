import type { ServiceExample } from '../../../domain/service-row.ts'

const SERVERLESS = { eventSource: 'redshift-serverless.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:redshift-serverless:us-east-1:123837392027'
const NAMESPACE = `${PLACE}:namespace/testnamespace`
const WORKGROUP = `${PLACE}:workgroup/reports`
const SNAPSHOT = `${PLACE}:snapshot/exfiltration`
const NUMBERED = `${PLACE}:snapshot/befa5123-16c2-4449-afca-1d27cb40fc99`

function call(eventName: string, requestParameters: object, responseElements: object | null = null): object {
  return { ...SERVERLESS, eventName, requestParameters, responseElements }
}

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: '503161813013' }, Action: 'redshift-serverless:RestoreFromSnapshot' },
  ],
})

/** Taking, sharing, restoring and deleting snapshots. */
export const SNAPSHOT_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a recovery point is made a snapshot, and the answer tells of which namespace',
    record: call(
      'ConvertRecoveryPointToSnapshot',
      { recoveryPointId: 'r-1', snapshotName: 'exfiltration' },
      { snapshot: { namespaceName: 'testnamespace', snapshotName: 'exfiltration' } },
    ),
    touches: [
      { store: NAMESPACE, effect: 'copied-out', grantee: SNAPSHOT },
      { store: SNAPSHOT, effect: 'written' },
    ],
  },
  {
    name: 'a snapshot is shared with another account',
    record: call('PutResourcePolicy', { resourceArn: NUMBERED, policy: POLICY }),
    touches: [
      { store: NUMBERED, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: NUMBERED, effect: 'shared', grantee: '503161813013', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${NUMBERED}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${NUMBERED}`, does: 'open' },
    ],
  },
  {
    name: 'the sharing is withdrawn',
    record: call('DeleteResourcePolicy', { resourceArn: NUMBERED }),
    touches: [{ store: NUMBERED, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${NUMBERED}`, does: 'close' }],
  },
  {
    name: 'a snapshot of another account is restored',
    record: call('RestoreFromSnapshot', {
      namespaceName: 'testnamespace',
      workgroupName: 'reports',
      snapshotName: 'theirs',
      ownerAccount: '999999999999',
    }),
    touches: [
      {
        store: 'arn:aws:redshift-serverless:us-east-1:999999999999:snapshot/theirs',
        effect: 'copied-out',
        grantee: NAMESPACE,
      },
      { store: NAMESPACE, effect: 'written' },
      { store: WORKGROUP, effect: 'named' },
    ],
    changes: [{ kind: 'destruction', subject: `Redshift namespace ${NAMESPACE} / set back`, does: 'open' }],
  },
  {
    name: 'the snapshot of a cluster is restored to a namespace',
    record: call('RestoreFromSnapshot', {
      namespaceName: 'testnamespace',
      workgroupName: 'reports',
      snapshotArn: 'arn:aws:redshift:us-east-1:123837392027:snapshot:warehouse/nightly',
    }),
    touches: [
      {
        store: 'arn:aws:redshift:us-east-1:123837392027:snapshot:warehouse/nightly',
        effect: 'copied-out',
        grantee: NAMESPACE,
      },
      { store: NAMESPACE, effect: 'written' },
      { store: WORKGROUP, effect: 'named' },
    ],
  },
  {
    name: 'a snapshot is deleted',
    record: call('DeleteSnapshot', { snapshotName: 'exfiltration' }),
    touches: [
      { store: SNAPSHOT, effect: 'destroyed' },
      { store: SNAPSHOT, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
  },
]
