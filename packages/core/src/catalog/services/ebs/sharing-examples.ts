import type { ServiceExample } from '../../../domain/service-row.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com', managementEvent: true }
const SNAPSHOT = 'arn:aws:ec2:us-east-1::snapshot/snap-083d3b857c13988bc'

function permission(change: object): object {
  return {
    ...EC2,
    eventName: 'ModifySnapshotAttribute',
    requestParameters: {
      snapshotId: 'snap-083d3b857c13988bc',
      createVolumePermission: change,
      attributeType: 'CREATE_VOLUME_PERMISSION',
    },
    responseElements: { _return: true },
  }
}

function use(eventName: string, user: string): object {
  return {
    ...EC2,
    eventName,
    userIdentity: { type: 'AWSAccount', accountId: user, invokedBy: 'ec2.amazonaws.com' },
    recipientAccountId: '123837392027',
    sourceIPAddress: 'ec2.amazonaws.com',
    eventType: 'AwsServiceEvent',
    requestParameters: null,
    responseElements: null,
    serviceEventDetails: { snapshotId: 'snap-083d3b857c13988bc' },
  }
}

/** Sharing snapshots, and their use by whoever they are shared with. */
export const SHARING_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a snapshot is shared with another account',
    record: permission({ add: { items: [{ userId: '012345678912' }] } }),
    touches: [{ store: SNAPSHOT, effect: 'shared', grantee: '012345678912', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `snapshot ${SNAPSHOT} / permission / 012345678912`, does: 'open' }],
  },
  {
    name: 'the sharing is withdrawn',
    record: permission({ remove: { items: [{ userId: '012345678912' }] } }),
    touches: [{ store: SNAPSHOT, effect: 'named', grantee: '012345678912', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `snapshot ${SNAPSHOT} / permission / 012345678912`, does: 'close' }],
  },
  {
    name: 'a snapshot is shared with everyone and with one account; each is let in for itself',
    record: permission({ add: { items: [{ userId: '111122223333' }, { group: 'all' }] } }),
    touches: [
      { store: SNAPSHOT, effect: 'shared', grantee: '111122223333', grant: 'open' },
      { store: SNAPSHOT, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `snapshot ${SNAPSHOT} / permission / 111122223333`, does: 'open' },
      { kind: 'exposure', subject: `snapshot ${SNAPSHOT} / permission / *`, does: 'open' },
    ],
  },
  {
    name: 'a permission that the record leaves out may let anybody in',
    record: permission({}),
    touches: [{ store: SNAPSHOT, effect: 'named', grant: null }],
    changes: [{ kind: 'exposure', subject: `snapshot ${SNAPSHOT} / permission`, does: 'open' }],
  },
  {
    name: 'and so may one of which only the kind is left',
    record: {
      ...EC2,
      eventName: 'ModifySnapshotAttribute',
      requestParameters: { snapshotId: 'snap-083d3b857c13988bc', attributeType: 'CREATE_VOLUME_PERMISSION' },
    },
    changes: [{ kind: 'exposure', subject: `snapshot ${SNAPSHOT} / permission`, does: 'open' }],
  },
  {
    name: 'a sharing whose request was cut off is a change of something that is not named',
    record: { ...EC2, eventID: 'e-7', eventName: 'ModifySnapshotAttribute', requestParameters: null },
    touches: [],
    changes: [{ kind: 'exposure', subject: 'unnamed e-7', does: 'open' }],
  },
  {
    name: 'a refused sharing was only tried',
    record: { ...permission({ add: { items: [{ group: 'all' }] } }), errorCode: 'ValidationError' },
    touches: [{ store: SNAPSHOT, effect: 'shared', grantee: '*' }],
    changes: [],
  },
  {
    name: 'a snapshot is shared with nobody again',
    record: {
      ...EC2,
      eventName: 'ResetSnapshotAttribute',
      requestParameters: { snapshotId: 'snap-083d3b857c13988bc', attributeType: 'CREATE_VOLUME_PERMISSION' },
    },
    touches: [{ store: SNAPSHOT, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `snapshot ${SNAPSHOT} / permission`, does: 'close' }],
  },
  {
    name: 'the other account makes a volume of a shared snapshot',
    record: use('SharedSnapshotVolumeCreated', '999999999999'),
    touches: [{ store: SNAPSHOT, effect: 'copied-out', grantee: '999999999999' }],
    changes: [],
  },
  {
    name: 'the other account copies a shared snapshot',
    record: use('SharedSnapshotCopyInitiated', '999999999999'),
    touches: [{ store: SNAPSHOT, effect: 'copied-out', grantee: '999999999999' }],
  },
  {
    name: 'the snapshot of a public image that the account itself started is not its own',
    record: {
      ...use('SharedSnapshotVolumeCreated', '123837392027'),
      userIdentity: { accountId: '123837392027', invokedBy: 'ec2.amazonaws.com' },
      serviceEventDetails: { snapshotId: 'snap-0e83092ae538da583' },
    },
    touches: [],
    changes: [],
  },
]
