import type { ServiceExample } from '../../../domain/service-row.ts'
import { BACKUP_EXAMPLES } from './backup-examples.ts'

const FSX = { eventSource: 'fsx.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:fsx:us-east-1:123837392027'
const ID = 'fs-0123456789abcdef0'
const SYSTEM = `${PLACE}:file-system/${ID}`
const VOLUME = `${PLACE}:volume/*/fsvol-0123456789abcdef0`
const SNAPSHOT = `${PLACE}:snapshot/*/fsvolsnap-0123456789abcdef0`
const BACKUP = `${PLACE}:backup/backup-0123456789abcdef0`
const BUCKET = 'arn:aws:s3:::elsewhere'

function call(eventName: string, requestParameters: object, responseElements: object | null = null): object {
  return { ...FSX, eventName, requestParameters, responseElements }
}

const VOLUMES: readonly ServiceExample[] = [
  {
    name: 'a snapshot is taken of a volume',
    record: call(
      'CreateSnapshot',
      { name: 'x', volumeId: 'fsvol-0123456789abcdef0' },
      { snapshot: { snapshotId: 'fsvolsnap-0123456789abcdef0' } },
    ),
    touches: [
      { store: VOLUME, effect: 'copied-out', grantee: SNAPSHOT },
      { store: SNAPSHOT, effect: 'written' },
    ],
  },
  {
    name: 'a snapshot is copied to another volume',
    record: call('CopySnapshotAndUpdateVolume', {
      volumeId: 'fsvol-0123456789abcdef0',
      sourceSnapshotARN: `${PLACE}:snapshot/fsvol-0aaaaaaaaaaaaaaaa/fsvolsnap-0123456789abcdef0`,
    }),
    touches: [
      {
        store: `${PLACE}:snapshot/fsvol-0aaaaaaaaaaaaaaaa/fsvolsnap-0123456789abcdef0`,
        effect: 'copied-out',
        grantee: VOLUME,
      },
      { store: VOLUME, effect: 'written' },
    ],
    changes: [{ kind: 'destruction', subject: `FSx volume ${VOLUME} / set back`, does: 'open' }],
  },
  {
    name: 'a snapshot is deleted',
    record: call('DeleteSnapshot', { snapshotId: 'fsvolsnap-0123456789abcdef0' }),
    touches: [{ store: SNAPSHOT, effect: 'destroyed' }],
  },
  {
    name: 'a volume is opened by an access point whose policy the record leaves out',
    record: call('CreateAndAttachS3AccessPoint', {
      name: 'way-in',
      type: 'OPENZFS',
      openZFSConfiguration: { volumeId: 'fsvol-0123456789abcdef0' },
    }),
    touches: [{ store: VOLUME, effect: 'shared', grantee: 'unknown', grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: 'S3 access point on an FSx volume 123837392027:us-east-1:way-in', does: 'open' },
      {
        kind: 'destruction',
        subject: 'deleted S3 access point on an FSx volume 123837392027:us-east-1:way-in',
        does: 'close',
      },
    ],
  },
  {
    name: 'a volume is deleted after a last backup',
    record: call(
      'DeleteVolume',
      { volumeId: 'fsvol-0123456789abcdef0' },
      { ontapResponse: { finalBackupId: 'backup-0123456789abcdef0' } },
    ),
    touches: [
      { store: VOLUME, effect: 'copied-out', grantee: BACKUP },
      { store: BACKUP, effect: 'written' },
      { store: VOLUME, effect: 'destroyed' },
    ],
  },
]

/** Records and what they did to file systems: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...BACKUP_EXAMPLES,
  ...VOLUMES,
  {
    name: 'a file system is exported to its linked bucket',
    record: call(
      'CreateDataRepositoryTask',
      { type: 'EXPORT_TO_REPOSITORY', fileSystemId: ID },
      { dataRepositoryTask: { taskId: 'task-1' } },
    ),
    touches: [{ store: SYSTEM, effect: 'copied-out', grantee: 'the linked bucket' }],
    changes: [{ kind: 'configuration', subject: 'data repository task task-1', does: 'open' }],
  },
  {
    name: 'changes of a file system go to a bucket from now on',
    record: call(
      'CreateDataRepositoryAssociation',
      { fileSystemId: ID, dataRepositoryPath: 's3://elsewhere/all/', s3: { autoExportPolicy: { events: ['NEW'] } } },
      { association: { associationId: 'dra-1', fileSystemId: ID } },
    ),
    touches: [{ store: SYSTEM, effect: 'redirected', grantee: BUCKET, grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: 'data repository association dra-1', does: 'open' },
      { kind: 'destruction', subject: 'deleted data repository association dra-1', does: 'close' },
    ],
  },
  {
    name: 'a file system gets a new administrator password, and loses its backups and its log',
    record: call('UpdateFileSystem', {
      fileSystemId: ID,
      ontapConfiguration: { fsxAdminPassword: 'HIDDEN_DUE_TO_SECURITY_REASONS', automaticBackupRetentionDays: 0 },
      windowsConfiguration: { auditLogConfiguration: { fileAccessAuditLogLevel: 'DISABLED' } },
    }),
    touches: [{ store: SYSTEM, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `FSx file system ${SYSTEM} / password of its administrator`, does: 'close' },
      { kind: 'exposure', subject: `FSx file system ${SYSTEM} / password of its administrator`, does: 'open' },
      { kind: 'destruction', subject: `FSx file system ${SYSTEM} / missing backups`, does: 'open' },
      { kind: 'logging', subject: `FSx file system ${SYSTEM} / audit log`, does: 'open' },
    ],
  },
  {
    name: 'a file system is deleted',
    record: call('DeleteFileSystem', { fileSystemId: ID }),
    touches: [{ store: SYSTEM, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted FSx file system ${SYSTEM}`, does: 'open' },
      { kind: 'configuration', subject: `FSx file system ${SYSTEM}`, does: 'close' },
    ],
  },
]
