import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
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
import { about, closing, type FromCall, policyPut } from '../../../domain/change-spec.ts'
import { settings } from '../../../domain/change-switches.ts'
import { asks, type Toggle, toggle, unread } from '../../../domain/change-toggles.ts'
import { foreignKey } from '../../../domain/foreign-key.ts'
import { pick } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { storeRef } from '../../../domain/store-forms.ts'
import { destinationsOf, fileSystemOf, fileSystemsOf } from './names.ts'

const REF = storeRef(fileSystemsOf, fileSystemOf)
const SUBJECT: FromCall = about('file system', orUnnamed(REF.id))

function efs(verb: string, rest = ''): Words {
  const base = command(`efs ${verb}`, { 'file-system-id': REF.name, region: REGION })
  return (call) => `${base(call)}${rest}`
}

const SYSTEM: Lasting = {
  kind: 'configuration',
  subject: about('file system', REF.id),
  words: (call) => `file system \`${shown(REF.name)(call)}\``,
  remove: efs('delete-file-system'),
  remake: () => 'restore it from a backup or from a replica, where there is one',
}
const words = SYSTEM.words

/** The policy of a file system: what mounts it with IAM. */
const PUT = policyPut({
  noun: 'file system',
  id: orUnnamed(REF.id),
  name: shown(REF.name),
  document: ({ request }) => pick(request, 'policy'),
  undo: efs('put-file-system-policy', ' --policy FORMER_POLICY'),
})

/** Without a policy, whoever reaches a mount target by the network mounts the file system, and is root in it. */
const MISSING = part(SUBJECT, 'missing policy')
const DROPPED: readonly ChangeSpec[] = [
  closing('exposure', about('policy', REF.id), (call) => `deleted the policy of ${words(call)}`),
  opening(
    'exposure',
    MISSING,
    (call) => `deleted the policy of ${words(call)}, which lets in everybody on its network`,
    efs('put-file-system-policy', ' --policy FORMER_POLICY'),
  ),
]

const REPLICATION = part(SUBJECT, 'replication')
const REPLICATED = opening(
  'exposure',
  REPLICATION,
  (call) => `copied everything in ${words(call)} to \`${destinationsOf(call).join(', ') || 'unknown'}\` from now on`,
  command('efs delete-replication-configuration', { 'source-file-system-id': REF.name, region: REGION }),
)

const KEY = foreignKey(SUBJECT, words, 'kmsKeyId')

const BACKUPS: Toggle = {
  kind: 'destruction',
  subject: part(SUBJECT, 'missing backups'),
  opens: asks('status', 'DISABLED', 'DISABLING'),
  closes: asks('status', 'ENABLED', 'ENABLING'),
  sentences: [
    (call) => `switched off the automatic backups of ${words(call)}`,
    (call) => `switched on the automatic backups of ${words(call)}`,
  ],
  undo: efs('put-backup-policy', ' --backup-policy Status=ENABLED'),
}

const OVERWRITING: Toggle = {
  kind: 'destruction',
  subject: part(SUBJECT, 'missing protection against overwriting'),
  opens: asks('replicationOverwriteProtection', 'DISABLED'),
  closes: asks('replicationOverwriteProtection', 'ENABLED'),
  sentences: [
    (call) => `let a replication overwrite ${words(call)}`,
    (call) => `protected ${words(call)} against overwriting by a replication`,
  ],
  undo: efs('update-file-system-protection', ' --replication-overwrite-protection ENABLED'),
}

const TARGET = plain({
  kind: 'exposure',
  noun: 'mount target',
  id: said('mountTargetId'),
  remove: ['efs delete-mount-target', 'mount-target-id'],
})
const OPENED: Lasting = {
  ...TARGET,
  words: (call: CallEvent) => `${TARGET.words(call)}, by which a network reaches ${words(call)}`,
}
const POINT = plain({
  kind: 'exposure',
  noun: 'access point',
  id: said('accessPointId'),
  remove: ['efs delete-access-point', 'access-point-id'],
})

/** What calls on file systems change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateFileSystem: [...made(SYSTEM), KEY],
  DeleteFileSystem: [
    ...unmade(SYSTEM),
    closing('exposure', about('policy', REF.id), (call) => `deleted ${words(call)}`),
  ],
  PutFileSystemPolicy: [...PUT, closing('exposure', MISSING, (call) => `gave ${words(call)} a policy`)],
  DeleteFileSystemPolicy: DROPPED,
  CreateReplicationConfiguration: [REPLICATED, KEY],
  DeleteReplicationConfiguration: closing('exposure', REPLICATION, (call) => `ended the replication of ${words(call)}`),
  PutBackupPolicy: [...toggle(BACKUPS), unread(words)],
  UpdateFileSystemProtection: [...toggle(OVERWRITING), unread(words)],
  PutLifecycleConfiguration: settings({
    kind: 'configuration',
    subject: SUBJECT,
    words,
    keys: ['lifecyclePolicies'],
    restore: efs('put-lifecycle-configuration'),
  }),
  ...pair(OPENED, 'CreateMountTarget', 'DeleteMountTarget'),
  ModifyMountTargetSecurityGroups: replacing(
    'exposure',
    part(TARGET.subject, 'security groups'),
    (call) => `set which networks reach ${TARGET.words(call)}`,
    command('efs modify-mount-target-security-groups --security-groups FORMER_GROUPS', {
      'mount-target-id': said('mountTargetId'),
      region: REGION,
    }),
  ),
  ...pair(POINT, 'CreateAccessPoint', 'DeleteAccessPoint'),
}
