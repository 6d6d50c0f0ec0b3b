import type { ServiceExample } from '../../../domain/service-row.ts'

const RDS = { eventSource: 'rds.amazonaws.com', managementEvent: true }
const PRODUCTION = 'arn:aws:rds:us-east-1:123837392027:db:production-mysql'
const CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster:my-database-1'
const SECRET = 'arn:aws:secretsmanager:us-east-1:123837392027:secret:dataapisecret-ABC123'

const READ: readonly ServiceExample[] = [
  {
    name: 'a log file of a database is fetched',
    record: {
      ...RDS,
      eventName: 'DownloadDBLogFilePortion',
      requestParameters: {
        dBInstanceIdentifier: 'production-mysql',
        logFileName: 'error/mysql-error.log',
        marker: '0',
      },
    },
    touches: [{ store: PRODUCTION, effect: 'read', object: 'error/mysql-error.log', bytes: null }],
    changes: [],
  },
  {
    name: 'a statement that is hidden may have read, though its record calls it writing',
    record: {
      eventSource: 'rdsdataapi.amazonaws.com',
      eventType: 'Rds Data Service',
      managementEvent: false,
      readOnly: false,
      eventName: 'ExecuteStatement',
      requestParameters: { database: '**********', resourceArn: CLUSTER, secretArn: SECRET, sql: '**********' },
    },
    touches: [
      { store: CLUSTER, effect: 'read', bytes: null, object: null },
      { store: SECRET, effect: 'named' },
    ],
    changes: [],
  },
  {
    name: 'statements on Aurora Serverless v1 are management events of another source',
    record: {
      eventSource: 'rdsdata.amazonaws.com',
      eventName: 'BatchExecuteStatement',
      requestParameters: { resourceArn: CLUSTER, sql: '**********' },
    },
    touches: [{ store: CLUSTER, effect: 'read' }],
  },
  {
    name: 'an instance is asked for by its name',
    record: {
      ...RDS,
      eventName: 'DescribeDBInstances',
      requestParameters: { dBInstanceIdentifier: 'production-mysql' },
    },
    touches: [{ store: PRODUCTION, effect: 'named' }],
  },
]

const FLOWS: readonly ServiceExample[] = [
  {
    name: 'every statement on a cluster is streamed from now on',
    record: {
      ...RDS,
      eventName: 'StartActivityStream',
      requestParameters: { resourceArn: CLUSTER, mode: 'async' },
      responseElements: { kinesisStreamName: 'aws-rds-das-cluster-ABC', status: 'starting' },
    },
    touches: [
      {
        store: CLUSTER,
        effect: 'redirected',
        grantee: 'arn:aws:kinesis:us-east-1:123837392027:stream/aws-rds-das-cluster-ABC',
        grant: 'open',
      },
    ],
    changes: [
      { kind: 'logging', subject: `database cluster ${CLUSTER} / activity stream`, does: 'close' },
      { kind: 'exposure', subject: `database cluster ${CLUSTER} / activity stream`, does: 'open' },
    ],
  },
  {
    name: 'the record of what is done in a cluster is stopped',
    record: {
      ...RDS,
      eventName: 'StopActivityStream',
      requestParameters: { resourceArn: CLUSTER, applyImmediately: true },
    },
    touches: [{ store: CLUSTER, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'exposure', subject: `database cluster ${CLUSTER} / activity stream`, does: 'close' },
      { kind: 'logging', subject: `database cluster ${CLUSTER} / activity stream`, does: 'open' },
    ],
  },
  {
    name: 'the backups of an instance go to another region',
    record: {
      ...RDS,
      awsRegion: 'us-west-2',
      eventName: 'StartDBInstanceAutomatedBackupsReplication',
      requestParameters: { sourceDBInstanceArn: PRODUCTION },
      responseElements: { dBInstanceAutomatedBackupsArn: 'arn:aws:rds:us-west-2:123837392027:auto-backup:ab-1' },
    },
    touches: [
      {
        store: PRODUCTION,
        effect: 'redirected',
        grantee: 'arn:aws:rds:us-west-2:123837392027:auto-backup:ab-1',
        grant: 'open',
      },
    ],
    changes: [
      { kind: 'configuration', subject: `database instance ${PRODUCTION} / backups in us-west-2`, does: 'open' },
    ],
  },
]

/** Reading databases, and sending their content elsewhere. */
export const CONTENT_EXAMPLES: readonly ServiceExample[] = [...READ, ...FLOWS]
