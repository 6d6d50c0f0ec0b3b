import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { mayBeBeside, type StoreName } from '../../../domain/touch.ts'
import { anyBackup, POINT_KINDS, pointOf, vaultOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const RESTORED: Channel = {
  kind: 'management-call',
  way: 'restoring or copying backups, or searching in them',
  recordedBy: 'management-events',
  settledBy: `${MANAGEMENT}, with \`aws backup list-restore-jobs --region {region}\` and \`aws backup list-copy-jobs --region {region}\` for what the jobs made`,
}

const VAULT: readonly Channel[] = [
  RESTORED,
  {
    kind: 'continuing-grant',
    way: 'an access policy, a shared air-gapped vault, or a plan that copies backups to another account',
    recordedBy: 'nothing',
    settledBy:
      '`aws backup get-backup-vault-access-policy --backup-vault-name {name} --region {region}`, the resource shares of the vault and `aws backup list-backup-plans --region {region}`; what another account restores is recorded there alone',
  },
]

const POINT: readonly Channel[] = [
  RESTORED,
  {
    kind: 'neighbour',
    way: 'a copy in another vault, or something that was restored of it',
    recordedBy: 'nothing',
    settledBy:
      '`aws backup list-copy-jobs --region {region}` and `aws backup list-restore-jobs --region {region}`, which are kept for a limited time',
  },
]

const POINTS: ReadonlySet<string> = new Set<string>(POINT_KINDS)

/** Whether a backup may lie in a vault of its place. Snapshots of other services do so where the name says that Backup took them. */
function mayLieIn(place: StoreName, member: StoreName): boolean {
  const isBackup = member.kind === 'backup-recovery-point' || member.name.includes('awsbackup')
  return isBackup && POINTS.has(member.kind) && mayBeBeside(place, member)
}

/** Vaults and the backups in them. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'backup-vault': { title: 'backup vault', name: vaultOf, channels: VAULT, holds: mayLieIn },
  'backup-recovery-point': { title: 'recovery point', name: pointOf, channels: POINT },
  'backup-search': { title: 'set of backups', name: anyBackup, channels: [RESTORED], holds: mayLieIn },
}
