import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { asks } from '../../../domain/change-toggles.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import { openTo, policyGrants } from '../../../domain/policy-grants.ts'
import {
  type Action,
  type Channel,
  defineService,
  type Grant,
  type ServiceRow,
  type StoreAt,
  type StoreKind,
} from '../../../domain/service-row.ts'
import { act, storeRef } from '../../../domain/store-forms.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import {
  backupOf,
  backupsOf,
  copiedBackups,
  fileSystemOf,
  fileSystemsOf,
  finalBackups,
  repositoryOf,
  shortId,
  snapshotOf,
  snapshotsOf,
  volumeOf,
  volumesOf,
} from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

function managed(way: string): Channel {
  return { kind: 'management-call', way, recordedBy: 'management-events', settledBy: MANAGEMENT }
}

const COPIES: Channel = {
  kind: 'neighbour',
  way: 'a backup, a snapshot, a copy or a linked bucket that holds its content',
  recordedBy: 'nothing',
  settledBy:
    '`aws fsx describe-backups --region {region}`, `aws fsx describe-snapshots --region {region}` and `aws fsx describe-data-repository-associations --region {region}`',
}

const MOUNTED: readonly Channel[] = [
  {
    kind: 'log-in',
    way: 'a mount over the network (SMB, NFS, Lustre, iSCSI), with users and passwords outside of IAM',
    recordedBy: 'nothing',
    settledBy:
      'the audit log of file access, where `aws fsx describe-file-systems --region {region}` shows one, and flow logs of its network interfaces',
  },
  managed('taking a backup, restoring one, or exporting to a bucket'),
  {
    kind: 'continuing-grant',
    way: 'a linked bucket that changes are exported to, or an S3 access point on a volume',
    recordedBy: 'nothing',
    settledBy:
      '`aws fsx describe-data-repository-associations --region {region}` and `aws fsx describe-s3-access-point-attachments --region {region}`',
  },
  COPIES,
]

const KEPT: readonly Channel[] = [managed('restoring or copying it'), COPIES]

const STORES: Readonly<Record<string, StoreKind>> = {
  'fsx-file-system': { title: 'FSx file system', name: fileSystemOf, channels: MOUNTED },
  'fsx-volume': { title: 'FSx volume', name: volumeOf, shortId, channels: MOUNTED },
  'fsx-snapshot': { title: 'FSx snapshot', name: snapshotOf, shortId, channels: KEPT },
  'fsx-backup': { title: 'FSx backup', name: backupOf, channels: KEPT },
}

const SYSTEM: StoreAt = { kind: 'fsx-file-system', at: fileSystemsOf }
const VOLUME: StoreAt = { kind: 'fsx-volume', at: volumesOf }
const SNAPSHOT: StoreAt = { kind: 'fsx-snapshot', at: snapshotsOf }
const BACKUP: StoreAt = { kind: 'fsx-backup', at: backupsOf }
const FINAL: StoreAt = { kind: 'fsx-backup', at: finalBackups }
const COPIED: StoreAt = { kind: 'fsx-backup', at: copiedBackups }

const toSystem = storeRef(fileSystemsOf, fileSystemOf).id
const toVolume = storeRef(volumesOf, volumeOf).id
const toSnapshot = storeRef(snapshotsOf, snapshotOf).id
const toBackup = storeRef(backupsOf, backupOf).id
const toFinal = storeRef(finalBackups, backupOf).id

function deleted(on: StoreAt): readonly Action[] {
  const hasFinal = (call: CallEvent): boolean => finalBackups(call).length > 0
  return [act('copied-out', on, { to: toFinal, when: hasFinal }), act('written', FINAL), act('destroyed', on)]
}

const association = (call: CallEvent): string =>
  `association ${said('associationId')(call) ?? `unnamed ${call.eventId}`}`
const exports = (call: CallEvent): boolean => valuesUnder(call.request, 'autoExportPolicy').length > 0

/** An access point on a volume: whom its policy lets in; without one, the account of the call decides. */
function accessPoint(call: CallEvent): readonly Grant[] {
  const [policy] = valuesUnder(call.request, 'policy')
  const grants = policyGrants(policy, call, `access point ${said('name')(call) ?? call.eventId}`)
  return grants.length > 0 ? grants : openTo(['unknown'], `access point ${said('name')(call) ?? call.eventId}`)
}

const row: ServiceRow = defineService({
  service: 'fsx',
  sources: ['fsx.amazonaws.com'],
  stores: STORES,
  mentions: [SYSTEM, VOLUME, SNAPSHOT, BACKUP, COPIED],
  actions: {
    CreateFileSystem: act('written', SYSTEM),
    CreateFileSystemFromBackup: [act('copied-out', BACKUP, { to: toSystem }), act('written', SYSTEM)],
    DeleteFileSystem: deleted(SYSTEM),
    CreateVolume: act('written', VOLUME),
    CreateVolumeFromBackup: [act('copied-out', BACKUP, { to: toVolume }), act('written', VOLUME)],
    DeleteVolume: deleted(VOLUME),
    CreateBackup: [
      act('copied-out', VOLUME, { to: toBackup }),
      // The answer names the file system of a volume as well; only what was asked for is copied.
      act('copied-out', SYSTEM, {
        to: toBackup,
        when: (call) => said('volumeId')({ ...call, response: null }) === null,
      }),
      act('written', BACKUP),
    ],
    CopyBackup: [act('copied-out', COPIED, { to: toBackup }), act('written', BACKUP)],
    DeleteBackup: act('destroyed', BACKUP),
    CreateSnapshot: [act('copied-out', VOLUME, { to: toSnapshot }), act('written', SNAPSHOT)],
    CopySnapshotAndUpdateVolume: [act('copied-out', SNAPSHOT, { to: toVolume }), act('written', VOLUME)],
    RestoreVolumeFromSnapshot: act('written', VOLUME),
    DeleteSnapshot: act('destroyed', SNAPSHOT),
    CreateDataRepositoryTask: act('copied-out', SYSTEM, {
      to: () => 'the linked bucket',
      when: (call) => !asks('type', 'IMPORT_METADATA_FROM_REPOSITORY', 'RELEASE_DATA_FROM_FILESYSTEM')(call),
    }),
    CreateDataRepositoryAssociation: act('redirected', SYSTEM, {
      when: exports,
      grants: (call) => openTo([repositoryOf(call) ?? 'unknown'], association(call)),
    }),
    CreateAndAttachS3AccessPoint: act('shared', VOLUME, { grants: accessPoint }),
  },
  changes: CHANGES,
  cite: 'Amazon FSx API reference; Amazon FSx user guides (Lustre, Windows File Server, ONTAP, OpenZFS): logging with CloudTrail, backups, data repository associations and tasks, S3 access points, file access auditing',
  examples: EXAMPLES,
})

export default row
