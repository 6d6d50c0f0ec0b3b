import type { ServiceExample } from '../../../domain/service-row.ts'

const DATA = { eventSource: 'dynamodb.amazonaws.com', managementEvent: false }
const MANAGED = { eventSource: 'dynamodb.amazonaws.com', managementEvent: true }
const MUSIC = 'arn:aws:dynamodb:us-east-1:123837392027:table/Music'
const COPY = 'arn:aws:dynamodb:us-east-1:123837392027:table/MusicCopy'
const BACKUP = `${MUSIC}/backup/01489173575360-b308cd7d`
const STREAM = 'arn:aws:kinesis:us-east-1:123837392027:stream/out'
const RESOURCES = [{ accountId: '123837392027', type: 'AWS::DynamoDB::Table', ARN: MUSIC }]

/** Records and what they did to tables: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a table is read from end to end; how much was sent is not recorded',
    record: { ...DATA, eventName: 'Scan', requestParameters: { tableName: 'Music' }, resources: RESOURCES },
    touches: [{ store: MUSIC, effect: 'read', bytes: null, object: null }],
    changes: [],
  },
  {
    name: 'items of several tables are read',
    record: {
      ...DATA,
      eventName: 'BatchGetItem',
      requestParameters: { requestItems: { Music: { keys: [] }, MusicCopy: { keys: [] } } },
    },
    touches: [
      { store: MUSIC, effect: 'read' },
      { store: COPY, effect: 'read' },
    ],
  },
  {
    name: 'a statement that does not say that it writes may have read',
    record: { ...DATA, eventName: 'ExecuteStatement', requestParameters: { statement: '***' }, resources: RESOURCES },
    touches: [{ store: MUSIC, effect: 'read' }],
  },
  {
    name: 'a statement that writes',
    record: {
      ...DATA,
      eventName: 'ExecuteStatement',
      readOnly: false,
      requestParameters: { statement: '***' },
      resources: RESOURCES,
    },
    touches: [{ store: MUSIC, effect: 'written' }],
  },
  {
    name: 'a stream is read; its table is in the position',
    record: {
      ...DATA,
      eventName: 'GetRecords',
      requestParameters: { shardIterator: `${MUSIC}/stream/2023-01-01T00:00:00.000|1|AAAAAAAA` },
    },
    touches: [{ store: MUSIC, effect: 'read' }],
  },
  {
    name: 'an item is stored',
    record: { ...DATA, eventName: 'PutItem', requestParameters: { tableName: 'Music', key: { Artist: 'x' } } },
    touches: [{ store: MUSIC, effect: 'written', object: null }],
  },
  {
    name: 'an item is deleted',
    record: { ...DATA, eventName: 'DeleteItem', requestParameters: { tableName: 'Music', key: { Artist: 'x' } } },
    touches: [{ store: MUSIC, effect: 'destroyed' }],
  },
  {
    name: 'a table is exported to a bucket',
    record: {
      ...MANAGED,
      eventName: 'ExportTableToPointInTime',
      requestParameters: {
        tableArn: MUSIC,
        s3Bucket: 'outside',
        s3BucketOwner: '999999999999',
        exportFormat: 'DYNAMODB_JSON',
      },
      resources: RESOURCES,
    },
    touches: [
      { store: MUSIC, effect: 'copied-out', grantee: 'arn:aws:s3:::outside' },
      { store: 'arn:aws:s3:::outside', effect: 'written' },
    ],
  },
  {
    name: 'a backup is taken',
    record: {
      ...MANAGED,
      eventName: 'CreateBackup',
      requestParameters: { tableName: 'Music', backupName: 'b' },
      responseElements: { backupDetails: { backupArn: BACKUP, backupName: 'b' } },
    },
    touches: [
      { store: MUSIC, effect: 'copied-out', grantee: BACKUP },
      { store: BACKUP, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `backup ${BACKUP}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${BACKUP}`, does: 'close' },
    ],
  },
  {
    name: 'a backup becomes a table',
    record: {
      ...MANAGED,
      eventName: 'RestoreTableFromBackup',
      requestParameters: { targetTableName: 'MusicCopy', backupArn: BACKUP },
      responseElements: { tableDescription: { tableArn: COPY, tableName: 'MusicCopy' } },
    },
    touches: [
      { store: BACKUP, effect: 'copied-out', grantee: COPY },
      { store: COPY, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `table ${COPY}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${COPY}`, does: 'close' },
    ],
  },
  {
    name: 'a former state of a table becomes another table',
    record: {
      ...MANAGED,
      eventName: 'RestoreTableToPointInTime',
      requestParameters: { sourceTableName: 'Music', targetTableName: 'MusicCopy', useLatestRestorableTime: true },
    },
    touches: [
      { store: MUSIC, effect: 'copied-out', grantee: COPY },
      { store: COPY, effect: 'written' },
    ],
  },
  {
    name: 'a backup is deleted',
    record: { ...MANAGED, eventName: 'DeleteBackup', requestParameters: { backupArn: BACKUP } },
    touches: [{ store: BACKUP, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${BACKUP}`, does: 'open' },
      { kind: 'configuration', subject: `backup ${BACKUP}`, does: 'close' },
    ],
  },
  {
    name: 'a table is deleted',
    record: { ...MANAGED, eventName: 'DeleteTable', requestParameters: { tableName: 'Music' }, resources: RESOURCES },
    touches: [{ store: MUSIC, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${MUSIC}`, does: 'open' },
      { kind: 'configuration', subject: `table ${MUSIC}`, does: 'close' },
    ],
  },
  {
    name: 'a table is filled from a bucket',
    record: {
      ...MANAGED,
      eventName: 'ImportTable',
      requestParameters: { s3BucketSource: { s3Bucket: 'in' }, tableCreationParameters: { tableName: 'MusicCopy' } },
    },
    touches: [{ store: COPY, effect: 'written' }],
  },
  {
    name: 'a policy lets another account read a table',
    record: {
      ...MANAGED,
      eventName: 'PutResourcePolicy',
      requestParameters: {
        resourceArn: MUSIC,
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"dynamodb:Scan","Resource":"*"}]}',
      },
    },
    touches: [
      { store: MUSIC, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: MUSIC, effect: 'shared', grantee: '999999999999', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${MUSIC}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${MUSIC}`, does: 'open' },
    ],
  },
  {
    name: 'every change of a table is sent on',
    record: {
      ...MANAGED,
      eventName: 'EnableKinesisStreamingDestination',
      requestParameters: { tableName: 'Music', streamArn: STREAM },
    },
    touches: [{ store: MUSIC, effect: 'redirected', grantee: STREAM, grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `stream ${MUSIC}`, does: 'open' }],
  },
  {
    name: 'the recovery of former states is switched off',
    record: {
      ...MANAGED,
      eventName: 'UpdateContinuousBackups',
      requestParameters: {
        tableName: 'Music',
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      },
    },
    touches: [{ store: MUSIC, effect: 'named' }],
    changes: [{ kind: 'destruction', subject: `point-in-time recovery ${MUSIC}`, does: 'open' }],
  },
  {
    name: 'an ARN without its parts names nothing; the request does',
    record: {
      ...MANAGED,
      eventName: 'DescribeTable',
      requestParameters: { tableName: 'table' },
      resources: [{ accountId: '123456789012', type: 'AWS::DynamoDB::Table', ARN: 'arn::::table/table' }],
    },
    touches: [{ store: 'arn:aws:dynamodb:us-east-1:123837392027:table/table', effect: 'named' }],
  },
]
