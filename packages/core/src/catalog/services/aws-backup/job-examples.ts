import type { ServiceExample } from '../../../domain/service-row.ts'

const BACKUP = { eventSource: 'backup.amazonaws.com', managementEvent: true }
const PLACE = 'us-east-1:123837392027'
const VAULT = `arn:aws:backup:${PLACE}:backup-vault:Default`
const OUTSIDE = 'arn:aws:backup:eu-west-1:503161813013:backup-vault:elsewhere'
const ROLE = 'arn:aws:iam::123837392027:role/backup'

/** What backups are taken of. */
const RESOURCES = [
  `arn:aws:ec2:${PLACE}:volume/vol-0123456789abcdef0`,
  `arn:aws:ec2:${PLACE}:instance/i-0123456789abcdef0`,
  `arn:aws:rds:${PLACE}:db:payroll`,
  `arn:aws:rds:${PLACE}:cluster:aurora`,
  `arn:aws:dynamodb:${PLACE}:table/orders`,
  'arn:aws:s3:::customer-files',
  `arn:aws:elasticfilesystem:${PLACE}:file-system/fs-017557a9f00b1bec9`,
  `arn:aws:redshift:${PLACE}:cluster:warehouse`,
  `arn:aws:redshift-serverless:${PLACE}:namespace/reports`,
  `arn:aws:fsx:${PLACE}:file-system/fs-0123456789abcdef0`,
  `arn:aws:fsx:${PLACE}:volume/fs-0123456789abcdef0/fsvol-0123456789abcdef0`,
]

/** What a backup may be, by the service it is of. */
const POINTS = [
  `arn:aws:backup:${PLACE}:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45`,
  'arn:aws:ec2:us-east-1::snapshot/snap-0123456789abcdef0',
  'arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0',
  `arn:aws:rds:${PLACE}:snapshot:awsbackup:job-1`,
  `arn:aws:rds:${PLACE}:cluster-snapshot:awsbackup:job-1`,
  `arn:aws:dynamodb:${PLACE}:table/orders/backup/01600000000000-abcdef12`,
  `arn:aws:redshift:${PLACE}:snapshot:warehouse/awsbackup-1`,
  `arn:aws:redshift-serverless:${PLACE}:snapshot/awsbackup-1`,
  `arn:aws:fsx:${PLACE}:backup/backup-0123456789abcdef0`,
]

function job(eventName: string, request: object): object {
  return { ...BACKUP, eventName, requestParameters: { iamRoleArn: ROLE, ...request } }
}

const TAKEN = RESOURCES.map(
  (resourceArn): ServiceExample => ({
    name: `a backup is taken of ${resourceArn}`,
    record: {
      ...job('StartBackupJob', { backupVaultName: 'Default', resourceArn }),
      responseElements: { backupJobId: 'j-1' },
    },
    touches: [
      { store: resourceArn, effect: 'copied-out', grantee: VAULT },
      { store: VAULT, effect: 'written' },
    ],
    changes: [{ kind: 'configuration', subject: 'backup job j-1', does: 'open' }],
  }),
)

const RESTORED = POINTS.map(
  (recoveryPointArn): ServiceExample => ({
    name: `${recoveryPointArn} is restored`,
    record: {
      ...job('StartRestoreJob', { recoveryPointArn, metadata: 'HIDDEN_DUE_TO_SECURITY_REASONS' }),
      responseElements: { restoreJobId: 'j-2' },
    },
    touches: [{ store: recoveryPointArn, effect: 'copied-out', grantee: '123837392027' }],
    changes: [{ kind: 'configuration', subject: 'backup job j-2', does: 'open' }],
  }),
)

const DESTROYED = POINTS.map(
  (recoveryPointArn): ServiceExample => ({
    name: `${recoveryPointArn} is deleted`,
    record: job('DeleteRecoveryPoint', { backupVaultName: 'Default', recoveryPointArn }),
    touches: [
      { store: recoveryPointArn, effect: 'destroyed' },
      { store: VAULT, effect: 'named' },
    ],
    changes: [{ kind: 'destruction', subject: `deleted backup ${recoveryPointArn}`, does: 'open' }],
  }),
)

/** Jobs on backups, each kind of what they are of. */
export const JOB_EXAMPLES: readonly ServiceExample[] = [
  ...TAKEN,
  ...RESTORED,
  ...DESTROYED,
  {
    name: 'a backup is copied to another account',
    record: job('StartCopyJob', {
      recoveryPointArn: POINTS[0],
      sourceBackupVaultName: 'Default',
      destinationBackupVaultArn: OUTSIDE,
    }),
    touches: [
      { store: POINTS[0] ?? '', effect: 'copied-out', grantee: OUTSIDE },
      { store: OUTSIDE, effect: 'written' },
      { store: VAULT, effect: 'named' },
    ],
  },
  {
    name: 'a restore whose backup the record leaves out is still a change',
    record: job('StartRestoreJob', {}),
    touches: [],
    changes: [{ kind: 'configuration', subject: 'backup job unnamed e-1', does: 'open' }],
  },
  {
    name: 'the service tells what it restored',
    record: {
      eventSource: 'backup.amazonaws.com',
      eventType: 'AwsServiceEvent',
      eventName: 'RestoreCompleted',
      requestParameters: null,
      serviceEventDetails: {
        restoreJobId: 'j-2',
        recoveryPointArn: POINTS[3],
        createdResourceArn: `arn:aws:rds:${PLACE}:db:elsewhere`,
      },
    },
    touches: [
      { store: POINTS[3] ?? '', effect: 'named' },
      { store: `arn:aws:rds:${PLACE}:db:elsewhere`, effect: 'named' },
    ],
    changes: [],
  },
]
