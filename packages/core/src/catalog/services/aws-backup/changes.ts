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
import { about, closing, type FromCall, policyDeleted, policyPut } from '../../../domain/change-spec.ts'
import { outage, settings } from '../../../domain/change-switches.ts'
import { asks, toggle } from '../../../domain/change-toggles.ts'
import { foreignKey } from '../../../domain/foreign-key.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { storeRef } from '../../../domain/store-forms.ts'
import { policyIn } from './actions.ts'
import { pointsOf, vaultOf, vaultsOf } from './names.ts'
import { PLAN_CHANGES } from './plan-changes.ts'

const REF = storeRef(vaultsOf, vaultOf)
const SUBJECT: FromCall = about('backup vault', orUnnamed(REF.id))
const ON_VAULT: Readonly<Record<string, FromCall>> = { 'backup-vault-name': REF.name, region: REGION }

const VAULT: Lasting = {
  kind: 'configuration',
  subject: about('backup vault', REF.id),
  words: (call) => `backup vault \`${shown(REF.name)(call)}\``,
  remove: command('backup delete-backup-vault', ON_VAULT),
}
const words = VAULT.words

const POLICED = {
  noun: 'backup vault',
  id: orUnnamed(REF.id),
  name: shown(REF.name),
  document: policyIn,
  undo: command('backup delete-backup-vault-access-policy', ON_VAULT),
}

const POINT: FromCall = (call) => pointsOf(call)[0] ?? null
const point: Words = (call) => `backup \`${shown(POINT)(call)}\``

/** A backup cannot be brought back: that it is gone stands. */
const DELETED = opening(
  'destruction',
  about('deleted backup', POINT),
  (call) => `deleted ${point(call)} of ${words(call)}`,
  () => 'take a new backup, or copy one back from another vault; the deleted one cannot be brought back',
)

const LIFECYCLE = replacing(
  'destruction',
  about('lifecycle of backup', orUnnamed(POINT)),
  (call) => `changed when ${point(call)} is deleted`,
  command('backup update-recovery-point-lifecycle --lifecycle FORMER_LIFECYCLE', {
    ...ON_VAULT,
    'recovery-point-arn': POINT,
  }),
)

/** A lock keeps backups from being deleted before their time. */
const LOCK = part(SUBJECT, 'missing lock')
const LOCKED: readonly ChangeSpec[] = [
  closing('destruction', LOCK, (call) => `locked ${words(call)}`),
  ...replacing(
    'configuration',
    part(SUBJECT, 'lock'),
    (call) => `set how long the lock of ${words(call)} keeps backups`,
    command('backup delete-backup-vault-lock-configuration', ON_VAULT),
  ),
]
const UNLOCKED = opening(
  'destruction',
  LOCK,
  (call) => `took the lock from ${words(call)}, which kept backups from being deleted`,
  command('backup put-backup-vault-lock-configuration', ON_VAULT),
)

const JOB = said('copyJobId', 'restoreJobId', 'backupJobId')

/** A job that makes something: what it made stands when the job is done. */
function started(words: Words): ChangeSpec {
  return opening(
    'configuration',
    about('backup job', orUnnamed(JOB)),
    words,
    () => 'delete what the job made, once it is done',
  )
}

const ACCESS = plain({
  kind: 'exposure',
  noun: 'restore access to a vault',
  id: said('restoreAccessBackupVaultArn'),
  remove: ['backup delete-backup-vault', 'backup-vault-name'],
})

const TEAM = part(SUBJECT, 'approval team')

const HOLD = plain({
  kind: 'configuration',
  noun: 'legal hold',
  id: said('legalHoldId'),
  remove: ['backup cancel-legal-hold --cancel-description REASON', 'legal-hold-id'],
})

/** What calls on vaults, backups and plans change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...PLAN_CHANGES,
  CreateBackupVault: [...made(VAULT), foreignKey(SUBJECT, words, 'encryptionKeyArn')],
  CreateLogicallyAirGappedBackupVault: [...made(VAULT), foreignKey(SUBJECT, words, 'encryptionKeyArn')],
  DeleteBackupVault: [
    ...unmade(VAULT),
    closing('exposure', about('policy', REF.id), (call) => `deleted ${words(call)}`),
  ],
  PutBackupVaultAccessPolicy: policyPut(POLICED),
  DeleteBackupVaultAccessPolicy: policyDeleted({ ...POLICED, id: REF.id }),
  DeleteRecoveryPoint: DELETED,
  DisassociateRecoveryPoint: opening(
    'destruction',
    about('disassociated backup', orUnnamed(POINT)),
    (call) => `took ${point(call)} out of ${words(call)}, so that nothing keeps or renews it there`,
    () => 'start a new continuous backup of the resource',
  ),
  UpdateRecoveryPointLifecycle: LIFECYCLE,
  PutBackupVaultLockConfiguration: LOCKED,
  DeleteBackupVaultLockConfiguration: UNLOCKED,
  ...outage(
    {
      subject: part(SUBJECT, 'notifications'),
      words: (call) => `the notifications of ${words(call)}`,
      again: command('backup put-backup-vault-notifications --backup-vault-events EVENTS', {
        ...ON_VAULT,
        'sns-topic-arn': said('sNSTopicArn'),
      }),
    },
    'DeleteBackupVaultNotifications',
    'PutBackupVaultNotifications',
  ),
  StartBackupJob: started((call) => `took a backup of \`${shown(said('resourceArn'))(call)}\` into ${words(call)}`),
  StartCopyJob: started(
    (call) => `copied ${point(call)} to vault \`${shown(said('destinationBackupVaultArn'))(call)}\``,
  ),
  StartRestoreJob: started(
    (call) => `restored ${point(call)} with role \`${shown(said('iamRoleArn'))(call)}\`, which makes a new store`,
  ),
  StopBackupJob: opening(
    'destruction',
    about('stopped backup job', orUnnamed(JOB)),
    (call) => `stopped backup job \`${shown(JOB)(call)}\``,
    () => 'start the backup again',
  ),
  CreateRestoreAccessBackupVault: made(ACCESS),
  RevokeRestoreAccessBackupVault: closing('exposure', ACCESS.subject, (call) => `revoked ${ACCESS.words(call)}`),
  AssociateBackupVaultMpaApprovalTeam: replacing(
    'exposure',
    TEAM,
    (call) => `let team \`${shown(said('mpaApprovalTeamArn'))(call)}\` open ${words(call)} to others`,
    command('backup disassociate-backup-vault-mpa-approval-team', ON_VAULT),
  ),
  DisassociateBackupVaultMpaApprovalTeam: closing(
    'exposure',
    TEAM,
    (call) => `took the approval team from ${words(call)}`,
  ),
  ...pair(HOLD, 'CreateLegalHold', 'CancelLegalHold'),
  UpdateGlobalSettings: toggle({
    kind: 'exposure',
    subject: ({ account }: CallEvent) => `backups across accounts ${account}`,
    opens: asks('isCrossAccountBackupEnabled', 'true', true),
    closes: asks('isCrossAccountBackupEnabled', 'false', false),
    sentences: [
      () => 'allowed copies of backups to other accounts',
      () => 'forbade copies of backups to other accounts',
    ],
    undo: () => 'aws backup update-global-settings --global-settings isCrossAccountBackupEnabled=false',
  }),
  UpdateRegionSettings: settings({
    kind: 'destruction',
    subject: ({ account, region }: CallEvent) => `kinds of resources that are backed up ${account}:${region}`,
    words: (call) => `Backup in region \`${call.region}\``,
    keys: ['resourceTypeOptInPreference', 'resourceTypeManagementPreference'],
    restore: command('backup update-region-settings', { region: REGION }),
  }),
}
