import type { ServiceExample } from '../../../domain/service-row.ts'

const FSX = { eventSource: 'fsx.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:fsx:us-east-1:123837392027'
const ID = 'fs-0123456789abcdef0'
const SYSTEM = `${PLACE}:file-system/${ID}`
const VOLUME = `${PLACE}:volume/*/fsvol-0123456789abcdef0`
const BACKUP = `${PLACE}:backup/backup-0123456789abcdef0`

function call(eventName: string, requestParameters: object, responseElements: object | null = null): object {
  return { ...FSX, eventName, requestParameters, responseElements }
}

const made = { backup: { backupId: 'backup-0123456789abcdef0', lifecycle: 'CREATING' } }

/** Taking, copying, restoring and deleting backups. */
export const BACKUP_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a backup is taken of a file system',
    record: call('CreateBackup', { fileSystemId: ID }, made),
    touches: [
      { store: SYSTEM, effect: 'copied-out', grantee: BACKUP },
      { store: BACKUP, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `FSx backup ${BACKUP}`, does: 'open' },
      { kind: 'destruction', subject: `deleted FSx backup ${BACKUP}`, does: 'close' },
    ],
  },
  {
    name: 'a backup is taken of a volume',
    record: call('CreateBackup', { volumeId: 'fsvol-0123456789abcdef0' }, made),
    touches: [
      { store: VOLUME, effect: 'copied-out', grantee: BACKUP },
      { store: BACKUP, effect: 'written' },
    ],
  },
  {
    name: 'a backup of another region is copied',
    record: call(
      'CopyBackup',
      {
        sourceBackupId: 'backup-0aaaaaaaaaaaaaaaa',
        sourceRegion: 'eu-west-1',
        kmsKeyId: 'arn:aws:kms:us-east-1:999999999999:key/theirs',
      },
      made,
    ),
    touches: [
      {
        store: 'arn:aws:fsx:eu-west-1:123837392027:backup/backup-0aaaaaaaaaaaaaaaa',
        effect: 'copied-out',
        grantee: BACKUP,
      },
      { store: BACKUP, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `FSx backup ${BACKUP}`, does: 'open' },
      { kind: 'destruction', subject: `deleted FSx backup ${BACKUP}`, does: 'close' },
      { kind: 'exposure', subject: `FSx backup ${BACKUP} / key of another account`, does: 'open' },
    ],
  },
  {
    name: 'a file system is made of a backup',
    record: call(
      'CreateFileSystemFromBackup',
      { backupId: 'backup-0123456789abcdef0', subnetIds: ['subnet-1'] },
      { fileSystem: { fileSystemId: ID } },
    ),
    touches: [
      { store: BACKUP, effect: 'copied-out', grantee: SYSTEM },
      { store: SYSTEM, effect: 'written' },
    ],
  },
  {
    name: 'a volume is made of a backup',
    record: call(
      'CreateVolumeFromBackup',
      { backupId: 'backup-0123456789abcdef0', name: 'x' },
      { volume: { volumeId: 'fsvol-0123456789abcdef0' } },
    ),
    touches: [
      { store: BACKUP, effect: 'copied-out', grantee: VOLUME },
      { store: VOLUME, effect: 'written' },
    ],
  },
  {
    name: 'a backup is deleted',
    record: call('DeleteBackup', { backupId: 'backup-0123456789abcdef0' }),
    touches: [{ store: BACKUP, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted FSx backup ${BACKUP}`, does: 'open' },
      { kind: 'configuration', subject: `FSx backup ${BACKUP}`, does: 'close' },
    ],
  },
]
