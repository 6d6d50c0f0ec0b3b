import { parseArn, partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { isObject, pickText } from '../../../domain/json.ts'
import { textsUnder, valuesUnder } from '../../../domain/named-in-call.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { firstOf, storeRef } from '../../../domain/store-forms.ts'

const SERVICE = 'backup'

/** The vault that a name or an ARN stands for. */
export const vaultOf: StoreKind['name'] = namedAs({
  service: SERVICE,
  head: 'backup-vault:',
  name: /^[\w-]{2,64}$/,
})

const pointNamed = namedAs({ service: SERVICE, head: 'recovery-point:', name: /^[\w:.-]{1,255}$/ })

/** The recovery point that an ARN stands for. Those of several services are snapshots of that service instead. */
export const pointOf: StoreKind['name'] = (value, call) => (parseArn(value) === null ? null : pointNamed(value, call))

/** Backups of one account and region that a search went through. */
export const anyBackup: StoreKind['name'] = (_value, { account, region }) => ({
  id: `arn:${partitionOf(region)}:backup:${region}:${account}:recovery-point:*`,
  account,
  region,
  name: 'backups that a search went through',
})

/** The kinds of store that a recovery point may be: each reads its own ARNs and no others. */
export const POINT_KINDS = [
  'backup-recovery-point',
  'ebs-snapshot',
  'ami',
  'rds-snapshot',
  'rds-cluster-snapshot',
  'dynamodb-backup',
  'redshift-snapshot',
  'redshift-serverless-snapshot',
  'fsx-backup',
] as const

/** The kinds of store that backups are taken of. */
export const RESOURCE_KINDS = [
  'ebs-volume',
  'ec2-instance',
  'rds-instance',
  'rds-cluster',
  'dynamodb-table',
  's3-bucket',
  'efs-file-system',
  'redshift-cluster',
  'redshift-namespace',
  'fsx-file-system',
  'fsx-volume',
] as const

/** What a service says of a job of its own, beside the call. */
function told(key: string): TextsOf {
  return (call) => textsUnder(call.extra, key)
}

/** Only whole ARNs: a bare name would be read by every kind. */
function arns(texts: TextsOf): TextsOf {
  return (call) => texts(call).filter((text) => parseArn(text) !== null)
}

/** The recovery points of a call. */
export const pointsOf: TextsOf = arns(firstOf(everySaid('recoveryPointArn'), told('recoveryPointArn')))
/** What a backup is taken of. */
export const resourcesOf: TextsOf = arns(firstOf(everySaid('resourceArn'), told('resourceArn')))
/** What jobs restored, as the service says when they are done. */
export const restoredOf: TextsOf = arns(told('createdResourceArn'))

const byArn = firstOf(everySaid('sourceBackupVaultArn'), everySaid('backupVaultArn'), told('backupVaultArn'))

/** The vaults of a call: the ARN tells its account, the name is of the account of the call. */
export const vaultsOf: TextsOf = firstOf(
  byArn,
  everySaid('sourceBackupVaultName'),
  everySaid('backupVaultName'),
  everySaid('logicallyAirGappedBackupVaultArn'),
)
/** Where a copy goes. */
export const destinationsOf: TextsOf = everySaid('destinationBackupVaultArn')

/** The vault of a call by its id. */
export const vaultId: FromCall = storeRef(vaultsOf, vaultOf).id

/** One rule of a plan: backups are put into a vault, and copied on. */
export interface Route {
  readonly vault: string
  readonly to: readonly string[]
}

/** The rules of a plan, as the request states them. */
export function routesIn(call: CallEvent): readonly Route[] {
  return valuesUnder(call.request, 'rules')
    .flatMap((rules) => (Array.isArray(rules) ? rules.filter(isObject) : []))
    .flatMap((rule) => {
      const vault = pickText(rule, 'targetBackupVaultName')
      return vault === null ? [] : [{ vault, to: textsUnder(rule, 'destinationBackupVaultArn') }]
    })
}

/** The plan of a call. */
export const planId: FromCall = said('backupPlanId')
