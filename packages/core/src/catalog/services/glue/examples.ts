import type { ServiceExample } from '../../../domain/service-row.ts'

const GLUE = { eventSource: 'glue.amazonaws.com' }
const HERE = 'arn:aws:glue:us-east-1:123837392027'
const TABLE = `${HERE}:table/sales/orders`
const CONNECTION = `${HERE}:connection/warehouse`

/** Records and what they did to the data catalog: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'the definition of a table is fetched',
    record: { ...GLUE, eventName: 'GetTable', requestParameters: { databaseName: 'Sales', name: 'Orders' } },
    touches: [{ store: TABLE, effect: 'listed' }],
    changes: [],
  },
  {
    name: 'partitions of a table in the catalog of another account are fetched',
    record: {
      ...GLUE,
      eventName: 'GetPartitions',
      requestParameters: { catalogId: '999999999999', databaseName: 'sales', tableName: 'orders' },
    },
    touches: [{ store: 'arn:aws:glue:us-east-1:999999999999:table/sales/orders', effect: 'listed' }],
  },
  {
    name: 'a call that names the database alone may be about any of its tables',
    record: { ...GLUE, eventName: 'GetTable', requestParameters: { databaseName: 'sales' } },
    touches: [{ store: `${HERE}:table/sales/*`, effect: 'listed' }],
  },
  {
    name: 'all tables of a database are listed',
    record: { ...GLUE, eventName: 'GetTables', requestParameters: { databaseName: 'sales' } },
    touches: [{ store: `${HERE}:table/sales/*`, effect: 'listed' }],
  },
  {
    name: 'tables are searched for',
    record: { ...GLUE, eventName: 'SearchTables', requestParameters: { searchText: 'card' } },
    touches: [{ store: `${HERE}:table/*/*`, effect: 'listed' }],
  },
  {
    name: 'a table is made',
    record: {
      ...GLUE,
      eventName: 'CreateTable',
      requestParameters: { databaseName: 'sales', tableInput: { name: 'orders' } },
    },
    touches: [{ store: TABLE, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `table ${TABLE}`, does: 'open' },
      { kind: 'destruction', subject: `deleted table ${TABLE}`, does: 'close' },
    ],
  },
  {
    name: 'two tables are deleted',
    record: {
      ...GLUE,
      eventName: 'BatchDeleteTable',
      requestParameters: { databaseName: 'sales', tablesToDelete: ['orders', 'carts'] },
    },
    touches: [
      { store: TABLE, effect: 'destroyed' },
      { store: `${HERE}:table/sales/carts`, effect: 'destroyed' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted table ${TABLE}`, does: 'open' },
      { kind: 'configuration', subject: `table ${TABLE}`, does: 'close' },
      { kind: 'destruction', subject: `deleted table ${HERE}:table/sales/carts`, does: 'open' },
      { kind: 'configuration', subject: `table ${HERE}:table/sales/carts`, does: 'close' },
    ],
  },
  {
    name: 'a database is deleted with its tables',
    record: { ...GLUE, eventName: 'DeleteDatabase', requestParameters: { name: 'sales' } },
    touches: [{ store: `${HERE}:table/sales/*`, effect: 'destroyed' }],
    changes: [
      {
        kind: 'destruction',
        subject: 'deleted database of the data catalog 123837392027:us-east-1:sales',
        does: 'open',
      },
      { kind: 'configuration', subject: 'database of the data catalog 123837392027:us-east-1:sales', does: 'close' },
    ],
  },
  {
    name: 'a connection is fetched with its password',
    record: { ...GLUE, eventName: 'GetConnection', requestParameters: { name: 'warehouse', hidePassword: false } },
    touches: [{ store: CONNECTION, effect: 'read' }],
  },
  {
    name: 'a connection is fetched without its password',
    record: { ...GLUE, eventName: 'GetConnection', requestParameters: { name: 'warehouse', hidePassword: true } },
    touches: [{ store: CONNECTION, effect: 'named' }],
  },
  {
    name: 'all connections are fetched with their passwords',
    record: { ...GLUE, eventName: 'GetConnections', requestParameters: { hidePassword: false } },
    touches: [{ store: `${HERE}:connection/*`, effect: 'read' }],
  },
  {
    name: 'a connection is made',
    record: {
      ...GLUE,
      eventName: 'CreateConnection',
      requestParameters: { connectionInput: { name: 'warehouse', connectionType: 'JDBC' } },
    },
    touches: [{ store: CONNECTION, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `connection ${CONNECTION}`, does: 'open' },
      { kind: 'destruction', subject: `deleted connection ${CONNECTION}`, does: 'close' },
    ],
  },
  {
    name: 'a connection is deleted',
    record: { ...GLUE, eventName: 'DeleteConnection', requestParameters: { connectionName: 'warehouse' } },
    touches: [{ store: CONNECTION, effect: 'destroyed' }],
  },
  {
    name: 'a policy of the catalog lets an organisation in',
    record: {
      ...GLUE,
      eventName: 'PutResourcePolicy',
      requestParameters: {
        policyHashCondition: 'qwerwqerewqrewqr==',
        policyInJson:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"glue:*","Resource":"arn:aws:glue:us-east-1:123837392027:catalog","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-4amkskbcf3"}}}]}',
      },
      responseElements: { policyHash: 'eqwewrewqerwerewr==' },
    },
    touches: [
      { store: `${HERE}:table/*/*`, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: `${HERE}:table/*/*`, effect: 'shared', grantee: 'o-4amkskbcf3', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: 'policy 123837392027:us-east-1:catalog', does: 'close' },
      { kind: 'exposure', subject: 'policy 123837392027:us-east-1:catalog', does: 'open' },
    ],
  },
  {
    name: 'that policy is deleted, named by the ARN of the catalog',
    record: {
      ...GLUE,
      eventName: 'DeleteResourcePolicy',
      requestParameters: { resourceArn: 'arn:aws:glue:us-east-1:123837392027:catalog' },
    },
    touches: [{ store: `${HERE}:table/*/*`, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: 'policy 123837392027:us-east-1:catalog', does: 'close' }],
  },
  {
    name: 'a job runs',
    record: {
      ...GLUE,
      eventName: 'StartJobRun',
      requestParameters: { jobName: 'export' },
      responseElements: { jobRunId: 'jr_1' },
    },
    touches: [],
    changes: [{ kind: 'persistence', subject: 'Glue job 123837392027:us-east-1:export / run jr_1', does: 'open' }],
  },
  {
    name: 'the run is stopped',
    record: {
      ...GLUE,
      eventName: 'BatchStopJobRun',
      requestParameters: { jobName: 'export', jobRunIds: ['jr_1'] },
    },
    changes: [{ kind: 'persistence', subject: 'Glue job 123837392027:us-east-1:export / run jr_1', does: 'close' }],
  },
  {
    name: 'a host for developers is made with a key',
    record: {
      ...GLUE,
      eventName: 'CreateDevEndpoint',
      requestParameters: { endpointName: 'dev', roleArn: 'arn:aws:iam::123837392027:role/glue', publicKey: 'ssh-rsa' },
    },
    changes: [
      { kind: 'persistence', subject: 'development endpoint 123837392027:us-east-1:dev', does: 'open' },
      { kind: 'destruction', subject: 'deleted development endpoint 123837392027:us-east-1:dev', does: 'close' },
    ],
  },
  {
    name: 'a key is added to it, and the record is empty',
    record: { ...GLUE, eventName: 'UpdateDevEndpoint', requestParameters: null },
    changes: [{ kind: 'persistence', subject: 'unnamed e-1', does: 'open' }],
  },
]
