import type { ServiceExample } from '../../../domain/service-row.ts'

const EFS = { eventSource: 'elasticfilesystem.amazonaws.com', managementEvent: true }
const ID = 'fs-017557a9f00b1bec9'
const SYSTEM = `arn:aws:elasticfilesystem:us-east-1:123837392027:file-system/${ID}`
const COPY = 'arn:aws:elasticfilesystem:eu-west-1:503161813013:file-system/fs-0aaaaaaaaaaaaaaaa'
const TARGET = 'mount target fsmt-0fcbb40c868d404e8'

function on(eventName: string, request: object = {}): object {
  return { ...EFS, eventName, requestParameters: { fileSystemId: ID, ...request } }
}

function connected(eventName: string, mounts: boolean): object {
  return {
    eventSource: 'elasticfilesystem.amazonaws.com',
    eventVersion: '1.05',
    eventName,
    eventType: 'AwsServiceEvent',
    sourceIPAddress: 'AWS Internal',
    userAgent: 'elasticfilesystem',
    requestParameters: null,
    responseElements: null,
    readOnly: true,
    resources: [
      { accountId: '123837392027', type: 'AWS::EFS::FileSystem', ARN: SYSTEM },
      {
        accountId: '123837392027',
        type: 'AWS::EFS::AccessPoint',
        ARN: 'arn:aws:elasticfilesystem:us-east-1:123837392027:access-point/fsap-0123456789abcdef0',
      },
    ],
    serviceEventDetails: {
      permissions: { ClientRootAccess: mounts, ClientMount: mounts, ClientWrite: mounts },
      sourceIpAddress: '10.7.3.72',
    },
  }
}

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '503161813013' }, Action: 'elasticfilesystem:ClientMount' }],
})

const WAYS_IN: readonly ServiceExample[] = [
  {
    name: 'a file system is mounted',
    record: connected('NewClientConnection', true),
    touches: [{ store: SYSTEM, effect: 'read', bytes: null }],
    changes: [],
  },
  {
    name: 'a mount whose file system the record leaves out may be of any',
    record: { ...EFS, eventName: 'NewClientConnection', requestParameters: null },
    touches: [{ store: 'arn:aws:elasticfilesystem:us-east-1:123837392027:file-system/*', effect: 'read' }],
  },
  {
    name: 'a connection loses the right to mount',
    record: connected('UpdateClientConnection', false),
    touches: [{ store: SYSTEM, effect: 'named' }],
  },
  {
    name: 'a file system is opened to another account',
    record: on('PutFileSystemPolicy', { policy: POLICY }),
    touches: [
      { store: SYSTEM, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: SYSTEM, effect: 'shared', grantee: '503161813013', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${SYSTEM}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${SYSTEM}`, does: 'open' },
      { kind: 'exposure', subject: `file system ${SYSTEM} / missing policy`, does: 'close' },
    ],
  },
  {
    name: 'without a policy everybody on the network is let in',
    record: on('DeleteFileSystemPolicy'),
    touches: [{ store: SYSTEM, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'exposure', subject: `policy ${SYSTEM}`, does: 'close' },
      { kind: 'exposure', subject: `file system ${SYSTEM} / missing policy`, does: 'open' },
    ],
  },
  {
    name: 'a network gets a way to a file system',
    record: {
      ...on('CreateMountTarget', { subnetId: 'subnet-efbcccb7', securityGroups: ['sg-0616b55f1f99947fd'] }),
      responseElements: { mountTargetId: 'fsmt-0fcbb40c868d404e8', fileSystemId: ID },
    },
    touches: [{ store: SYSTEM, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: TARGET, does: 'open' },
      { kind: 'destruction', subject: `deleted ${TARGET}`, does: 'close' },
    ],
  },
  {
    name: 'other networks reach a mount target, and the record does not name the file system',
    record: {
      ...EFS,
      eventName: 'ModifyMountTargetSecurityGroups',
      requestParameters: { mountTargetId: 'fsmt-0fcbb40c868d404e8', securityGroups: ['sg-6c7fa917'] },
    },
    touches: [],
    changes: [
      { kind: 'exposure', subject: `${TARGET} / security groups`, does: 'close' },
      { kind: 'exposure', subject: `${TARGET} / security groups`, does: 'open' },
    ],
  },
  {
    name: 'an access point is made',
    record: { ...on('CreateAccessPoint'), responseElements: { accessPointId: 'fsap-1', fileSystemId: ID } },
    changes: [
      { kind: 'exposure', subject: 'access point fsap-1', does: 'open' },
      { kind: 'destruction', subject: 'deleted access point fsap-1', does: 'close' },
    ],
  },
]

/** Records and what they did to file systems: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...WAYS_IN,
  {
    name: 'a file system is replicated to another account',
    record: {
      ...EFS,
      eventName: 'CreateReplicationConfiguration',
      requestParameters: { sourceFileSystemId: ID, destinations: [{ fileSystemId: COPY, region: 'eu-west-1' }] },
    },
    touches: [
      { store: SYSTEM, effect: 'redirected', grantee: COPY, grant: 'open' },
      { store: COPY, effect: 'written' },
    ],
    changes: [{ kind: 'exposure', subject: `file system ${SYSTEM} / replication`, does: 'open' }],
  },
  {
    name: 'the replication ends',
    record: { ...EFS, eventName: 'DeleteReplicationConfiguration', requestParameters: { sourceFileSystemId: ID } },
    touches: [{ store: SYSTEM, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `file system ${SYSTEM} / replication`, does: 'close' }],
  },
  {
    name: 'backups of a file system are switched off',
    record: on('PutBackupPolicy', { backupPolicy: { status: 'DISABLED' } }),
    changes: [{ kind: 'destruction', subject: `file system ${SYSTEM} / missing backups`, does: 'open' }],
  },
  {
    name: 'a file system is made',
    record: {
      ...EFS,
      eventName: 'CreateFileSystem',
      requestParameters: { creationToken: 'x', encrypted: true },
      responseElements: { fileSystemId: ID, fileSystemArn: SYSTEM },
    },
    touches: [{ store: SYSTEM, effect: 'written' }],
  },
  {
    name: 'a file system is deleted',
    record: on('DeleteFileSystem'),
    touches: [
      { store: SYSTEM, effect: 'destroyed' },
      { store: SYSTEM, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: SYSTEM, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted file system ${SYSTEM}`, does: 'open' },
      { kind: 'configuration', subject: `file system ${SYSTEM}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${SYSTEM}`, does: 'close' },
    ],
  },
]
