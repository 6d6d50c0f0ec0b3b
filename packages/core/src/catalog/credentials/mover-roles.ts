import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'mover-roles',
  title: 'Services that copy or move data with a role',
  sources: [
    'datasync.amazonaws.com',
    'dms.amazonaws.com',
    'transfer.amazonaws.com',
    'backup.amazonaws.com',
    'firehose.amazonaws.com',
    'rds.amazonaws.com',
    'redshift.amazonaws.com',
    'redshift-serverless.amazonaws.com',
    's3.amazonaws.com',
    'appflow.amazonaws.com',
    'iot.amazonaws.com',
    'logs.amazonaws.com',
  ],
  names: [
    'CreateLocationS3',
    'UpdateLocationS3',
    'CreateEndpoint',
    'ModifyEndpoint',
    'CreateServer',
    'UpdateServer',
    'CreateUser',
    'UpdateUser',
    'CreateAccess',
    'UpdateAccess',
    'StartBackupJob',
    'StartRestoreJob',
    'StartCopyJob',
    'CreateBackupSelection',
    'CreateDeliveryStream',
    'UpdateDestination',
    'StartExportTask',
    'AddRoleToDBInstance',
    'AddRoleToDBCluster',
    'CreateCluster',
    'ModifyClusterIamRoles',
    'CreateNamespace',
    'UpdateNamespace',
    'CreateJob',
    'PutBucketReplication',
    'CreateTopicRule',
    'ReplaceTopicRule',
    'CreateRoleAlias',
    'UpdateRoleAlias',
    'PutSubscriptionFilter',
  ],
  mints: (call) => passedRoles(call, { services: [] }),
  cite: 'AWS DataSync, AWS DMS, AWS Transfer Family, AWS Backup, Amazon Data Firehose, Amazon RDS and AWS IoT API references',
  examples: [
    {
      name: 'a bucket becomes a place to copy to or from',
      record: {
        eventSource: 'datasync.amazonaws.com',
        eventName: 'CreateLocationS3',
        userIdentity: BY,
        requestParameters: {
          s3BucketArn: 'arn:aws:s3:::b',
          s3Config: { bucketAccessRoleArn: 'arn:aws:iam::111122223333:role/sync' },
        },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/sync#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'an export of a snapshot',
      record: {
        eventSource: 'rds.amazonaws.com',
        eventName: 'StartExportTask',
        userIdentity: BY,
        requestParameters: { exportTaskIdentifier: 'e', iamRoleArn: 'arn:aws:iam::111122223333:role/export' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/export#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'devices become a role by its alias',
      record: {
        eventSource: 'iot.amazonaws.com',
        eventName: 'CreateRoleAlias',
        userIdentity: BY,
        requestParameters: { roleAlias: 'a', roleArn: 'arn:aws:iam::111122223333:role/thing' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/thing#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a call that names no role passes none',
      record: {
        eventSource: 'transfer.amazonaws.com',
        eventName: 'CreateServer',
        userIdentity: BY,
        requestParameters: { protocols: ['SFTP'] },
      },
      mints: [],
    },
  ],
})

export default row
