import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { settings } from '../../../domain/change-switches.ts'
import { asks, mentions, type Toggle, toggle, unread } from '../../../domain/change-toggles.ts'
import { foreignKey } from '../../../domain/foreign-key.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { type StoreRef, storeRef } from '../../../domain/store-forms.ts'
import {
  backupOf,
  backupsOf,
  fileSystemOf,
  fileSystemsOf,
  repositoryOf,
  snapshotOf,
  snapshotsOf,
  volumeOf,
  volumesOf,
} from './names.ts'

function thing(noun: string, word: string, ref: StoreRef, remake: string): Lasting {
  const id: FromCall = (call) => ref.name(call)?.split('/').at(-1) ?? null
  return {
    kind: 'configuration',
    subject: about(noun, ref.id),
    words: (call) => `${noun} \`${shown(id)(call)}\``,
    remove: command(`fsx delete-${word}`, { [`${word}-id`]: id, region: REGION }),
    remake: () => remake,
  }
}

const [SYSTEM_REF, VOLUME_REF] = [storeRef(fileSystemsOf, fileSystemOf), storeRef(volumesOf, volumeOf)]
const SYSTEM = thing('FSx file system', 'file-system', SYSTEM_REF, 'restore it from a backup, where one was kept')
const VOLUME = thing('FSx volume', 'volume', VOLUME_REF, 'restore it from a backup, where one was kept')
const SNAPSHOT = thing('FSx snapshot', 'snapshot', storeRef(snapshotsOf, snapshotOf), 'take a new one; it is gone')
const BACKUP = thing('FSx backup', 'backup', storeRef(backupsOf, backupOf), 'take a new one; it is gone')

const SYSTEM_SUBJECT = about('FSx file system', orUnnamed(SYSTEM_REF.id))
const VOLUME_SUBJECT = about('FSx volume', orUnnamed(VOLUME_REF.id))
const system = SYSTEM.words
const updateSystem = command('fsx update-file-system', { 'file-system-id': SYSTEM_REF.name, region: REGION })

/** Whoever set a password of an administrator can log in; the record masks it, and shows that it was set. */
function password(key: string, subject: FromCall, words: Words): readonly ChangeSpec[] {
  return replacing(
    'exposure',
    part(subject, 'password of its administrator'),
    (call) => `set a new administrator password of ${words(call)}, which lets whoever knows it log in`,
    () => 'set another password that its owner alone knows',
  ).map((spec) => ({ ...spec, when: mentions(key) }))
}

const TOGGLES: readonly Toggle[] = [
  {
    kind: 'destruction',
    subject: part(SYSTEM_SUBJECT, 'missing backups'),
    opens: asks('automaticBackupRetentionDays', 0),
    closes: (call) => mentions('automaticBackupRetentionDays')(call) && !asks('automaticBackupRetentionDays', 0)(call),
    sentences: [
      (call) => `switched off the automatic backups of ${system(call)}`,
      (call) => `switched on the automatic backups of ${system(call)}`,
    ],
    undo: (call) => `${updateSystem(call)}, with AutomaticBackupRetentionDays as before`,
  },
  {
    kind: 'logging',
    subject: part(SYSTEM_SUBJECT, 'audit log'),
    opens: (call) => asks('fileAccessAuditLogLevel', 'DISABLED')(call),
    closes: (call) => mentions('fileAccessAuditLogLevel')(call) && !asks('fileAccessAuditLogLevel', 'DISABLED')(call),
    sentences: [
      (call) => `switched off the log of file access of ${system(call)}`,
      (call) => `switched on the log of file access of ${system(call)}`,
    ],
    undo: (call) => `${updateSystem(call)}, with AuditLogConfiguration as before`,
  },
]

const EXPORTS = settings({
  kind: 'exposure',
  subject: VOLUME_SUBJECT,
  words: VOLUME.words,
  keys: ['nfsExports', 'ontapConfiguration'],
  restore: command('fsx update-volume', {
    'volume-id': (call) => VOLUME_REF.name(call)?.split('/').at(-1) ?? null,
    region: REGION,
  }),
})

const ASSOCIATION: Lasting = {
  ...plain({
    kind: 'exposure',
    noun: 'data repository association',
    id: said('associationId'),
    remove: ['fsx delete-data-repository-association', 'association-id'],
  }),
  sentences: [
    (call) => `tied ${system(call)} to \`${repositoryOf(call) ?? 'a place that the record leaves out'}\``,
    (call) => `took away a tie to a bucket, named \`${shown(said('associationId'))(call)}\``,
  ],
}

const POINT = plain({
  kind: 'exposure',
  noun: 'S3 access point on an FSx volume',
  id: inPlace(said('name')),
  name: said('name'),
  remove: ['fsx detach-and-delete-s3-access-point', 'name'],
})

const MACHINE = plain({
  kind: 'configuration',
  noun: 'storage virtual machine',
  id: said('storageVirtualMachineId'),
  remove: ['fsx delete-storage-virtual-machine', 'storage-virtual-machine-id'],
})

const TASK = opening(
  'configuration',
  about('data repository task', orUnnamed(said('taskId'))),
  (call) => `started task \`${shown(said('type'))(call)}\` of ${system(call)} and its linked bucket`,
  command('fsx cancel-data-repository-task', { 'task-id': said('taskId'), region: REGION }),
)

function overwritten(call: CallEvent): string {
  return `replaced the content of ${VOLUME.words(call)} with that of a snapshot`
}

const SET_BACK = opening(
  'destruction',
  part(VOLUME_SUBJECT, 'set back'),
  overwritten,
  () => 'restore a backup from before the call',
)

/** What calls on file systems, volumes and backups change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateFileSystem: [...made(SYSTEM), foreignKey(SYSTEM_SUBJECT, system, 'kmsKeyId')],
  CreateFileSystemFromBackup: [...made(SYSTEM), foreignKey(SYSTEM_SUBJECT, system, 'kmsKeyId')],
  DeleteFileSystem: unmade(SYSTEM),
  UpdateFileSystem: [
    ...password('fsxAdminPassword', SYSTEM_SUBJECT, system),
    ...TOGGLES.flatMap(toggle),
    unread(system),
  ],
  CreateVolume: made(VOLUME),
  CreateVolumeFromBackup: made(VOLUME),
  DeleteVolume: unmade(VOLUME),
  UpdateVolume: (call) => [...EXPORTS(call), unread(VOLUME.words)],
  RestoreVolumeFromSnapshot: SET_BACK,
  CopySnapshotAndUpdateVolume: SET_BACK,
  CreateBackup: made(BACKUP),
  CopyBackup: [...made(BACKUP), foreignKey(BACKUP.subject, BACKUP.words, 'kmsKeyId')],
  DeleteBackup: unmade(BACKUP),
  ...pair(SNAPSHOT, 'CreateSnapshot', 'DeleteSnapshot'),
  ...pair(ASSOCIATION, 'CreateDataRepositoryAssociation', 'DeleteDataRepositoryAssociation'),
  CreateDataRepositoryTask: TASK,
  CancelDataRepositoryTask: closing(
    'configuration',
    about('data repository task', said('taskId')),
    () => 'cancelled a task',
  ),
  ...pair(POINT, 'CreateAndAttachS3AccessPoint', 'DetachAndDeleteS3AccessPoint'),
  ...pair(MACHINE, 'CreateStorageVirtualMachine', 'DeleteStorageVirtualMachine'),
  UpdateStorageVirtualMachine: [
    ...password(
      'svmAdminPassword',
      about('storage virtual machine', orUnnamed(said('storageVirtualMachineId'))),
      MACHINE.words,
    ),
    unread(MACHINE.words),
  ],
}
