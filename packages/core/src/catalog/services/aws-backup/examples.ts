import type { ServiceExample } from '../../../domain/service-row.ts'
import { JOB_EXAMPLES } from './job-examples.ts'

const BACKUP = { eventSource: 'backup.amazonaws.com', managementEvent: true }
const SEARCH = { eventSource: 'backup-search.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:backup:us-east-1:123837392027'
const VAULT = `${PLACE}:backup-vault:Default`
const OUTSIDE = 'arn:aws:backup:eu-west-1:503161813013:backup-vault:elsewhere'
const ANY = `${PLACE}:recovery-point:*`
const EXPORTED = 'arn:aws:s3:::found-files'

function vault(eventName: string, request: object = {}): object {
  return { ...BACKUP, eventName, requestParameters: { backupVaultName: 'Default', ...request } }
}

function plan(eventName: string, to: readonly string[]): object {
  const copyActions = to.map((destinationBackupVaultArn) => ({ destinationBackupVaultArn }))
  return {
    ...BACKUP,
    eventName,
    requestParameters: {
      ...(eventName === 'UpdateBackupPlan' ? { backupPlanId: 'p-1' } : {}),
      backupPlan: { backupPlanName: 'nightly', rules: [{ targetBackupVaultName: 'Default', copyActions }] },
    },
    responseElements: { backupPlanId: 'p-1' },
  }
}

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'backup:CopyFromBackupVault' }],
})

const VAULTS: readonly ServiceExample[] = [
  {
    name: 'a vault is made',
    record: vault('CreateBackupVault'),
    touches: [{ store: VAULT, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `backup vault ${VAULT}`, does: 'open' },
      { kind: 'destruction', subject: `deleted backup vault ${VAULT}`, does: 'close' },
    ],
  },
  {
    name: 'a vault is opened to everyone',
    record: vault('PutBackupVaultAccessPolicy', { policy: POLICY }),
    touches: [
      { store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: VAULT, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${VAULT}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${VAULT}`, does: 'open' },
    ],
  },
  {
    name: 'the policy is taken away',
    record: vault('DeleteBackupVaultAccessPolicy'),
    touches: [{ store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${VAULT}`, does: 'close' }],
  },
  {
    name: 'a vault loses its lock',
    record: vault('DeleteBackupVaultLockConfiguration'),
    changes: [{ kind: 'destruction', subject: `backup vault ${VAULT} / missing lock`, does: 'open' }],
  },
  {
    name: 'an air-gapped vault of another account can be restored from here',
    record: {
      ...BACKUP,
      eventName: 'CreateRestoreAccessBackupVault',
      requestParameters: { sourceBackupVaultArn: OUTSIDE },
      responseElements: { restoreAccessBackupVaultArn: `${PLACE}:backup-vault:access` },
    },
    touches: [{ store: OUTSIDE, effect: 'shared', grantee: `${PLACE}:backup-vault:access`, grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: `restore access to a vault ${PLACE}:backup-vault:access`, does: 'open' },
      { kind: 'destruction', subject: `deleted restore access to a vault ${PLACE}:backup-vault:access`, does: 'close' },
    ],
  },
  {
    name: 'a vault is deleted',
    record: vault('DeleteBackupVault'),
    touches: [
      { store: VAULT, effect: 'destroyed' },
      { store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
  },
]

const PLANS: readonly ServiceExample[] = [
  {
    name: 'a plan copies every backup to another account',
    record: plan('CreateBackupPlan', [OUTSIDE]),
    touches: [
      { store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: VAULT, effect: 'redirected', grantee: OUTSIDE, grant: 'open' },
      { store: OUTSIDE, effect: 'named' },
    ],
    changes: [
      { kind: 'configuration', subject: 'backup plan p-1', does: 'open' },
      { kind: 'destruction', subject: 'deleted backup plan p-1', does: 'close' },
      { kind: 'exposure', subject: 'backup plan p-1 / copies', does: 'open' },
    ],
  },
  {
    name: 'the plan copies no more',
    record: plan('UpdateBackupPlan', []),
    touches: [{ store: VAULT, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'configuration', subject: 'backup plan p-1 / content', does: 'close' },
      { kind: 'configuration', subject: 'backup plan p-1 / content', does: 'open' },
    ],
  },
  {
    name: 'resources are no longer backed up',
    record: {
      ...BACKUP,
      eventName: 'DeleteBackupSelection',
      requestParameters: { backupPlanId: 'p-1', selectionId: 's-1' },
    },
    changes: [
      { kind: 'destruction', subject: 'deleted backup plan p-1, selection s-1', does: 'open' },
      { kind: 'configuration', subject: 'backup plan p-1 / selection s-1', does: 'close' },
    ],
  },
]

/** Records and what they did to vaults and backups: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...JOB_EXAMPLES,
  ...VAULTS,
  ...PLANS,
  {
    name: 'backups are searched for files',
    record: {
      ...SEARCH,
      eventName: 'StartSearchJob',
      requestParameters: { searchScope: { backupResourceTypes: ['S3'] } },
    },
    touches: [{ store: ANY, effect: 'listed' }],
  },
  {
    name: 'what was found is exported',
    record: {
      ...SEARCH,
      eventName: 'StartSearchResultExportJob',
      requestParameters: {
        searchJobIdentifier: 'x',
        exportSpecification: { s3ExportSpecification: { destinationBucket: 'found-files' } },
      },
    },
    touches: [
      { store: ANY, effect: 'copied-out', grantee: EXPORTED },
      { store: EXPORTED, effect: 'written' },
    ],
  },
]
