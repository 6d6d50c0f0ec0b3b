import type { ServiceExample } from '../../../domain/service-row.ts'

const ATHENA = { eventSource: 'athena.amazonaws.com' }
const ALL = 'arn:aws:glue:us-east-1:123837392027:table/*/*'
const GROUP = 'arn:aws:athena:us-east-1:123837392027:workgroup/primary'
const QUERY = 'fc62d701-d474-46a4-b6cf-de6bafdbdb3c'

/** Records and what they did by queries: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a query puts its results in a bucket that the call names',
    record: {
      ...ATHENA,
      eventName: 'StartQueryExecution',
      requestParameters: {
        queryString: 'SELECT * FROM orders',
        queryExecutionContext: { database: 'sales' },
        resultConfiguration: { outputLocation: 's3://outside/x/' },
        workGroup: 'primary',
      },
      responseElements: { queryExecutionId: QUERY },
    },
    touches: [
      { store: ALL, effect: 'copied-out', grantee: 'arn:aws:s3:::outside', object: `query ${QUERY}` },
      { store: 'arn:aws:s3:::outside', effect: 'written' },
      { store: GROUP, effect: 'named' },
    ],
    changes: [],
  },
  {
    name: 'a query whose results go where its workgroup says',
    record: {
      ...ATHENA,
      eventName: 'StartQueryExecution',
      requestParameters: { queryString: 'SELECT 1', resultConfiguration: {}, workGroup: 'Panther' },
      responseElements: { queryExecutionId: QUERY },
    },
    touches: [
      { store: ALL, effect: 'copied-out', grantee: null },
      { store: 'arn:aws:athena:us-east-1:123837392027:workgroup/Panther', effect: 'named' },
    ],
  },
  {
    name: 'results of a query are fetched; the record names the query alone',
    record: { ...ATHENA, eventName: 'GetQueryResults', requestParameters: { queryExecutionId: QUERY } },
    touches: [{ store: ALL, effect: 'read', object: `query ${QUERY}` }],
  },
  {
    name: 'the definition of a table is fetched',
    record: {
      ...ATHENA,
      eventName: 'GetTableMetadata',
      requestParameters: { catalogName: 'AwsDataCatalog', databaseName: 'sales', tableName: 'orders' },
    },
    touches: [{ store: 'arn:aws:glue:us-east-1:123837392027:table/sales/orders', effect: 'listed' }],
  },
  {
    name: 'tables of a database are listed',
    record: {
      ...ATHENA,
      eventName: 'ListTableMetadata',
      requestParameters: { catalogName: 'AwsDataCatalog', databaseName: 'sales' },
    },
    touches: [{ store: 'arn:aws:glue:us-east-1:123837392027:table/sales/*', effect: 'listed' }],
  },
  {
    name: 'results of a workgroup go elsewhere',
    record: {
      ...ATHENA,
      eventName: 'UpdateWorkGroup',
      requestParameters: {
        workGroup: 'primary',
        configurationUpdates: { resultConfigurationUpdates: { outputLocation: 's3://outside/x/' } },
      },
    },
    touches: [
      { store: GROUP, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: GROUP, effect: 'redirected', grantee: 's3://outside/x/', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `query workgroup ${GROUP} / settings`, does: 'close' },
      { kind: 'exposure', subject: `query workgroup ${GROUP} / settings`, does: 'open' },
    ],
  },
  {
    name: 'a workgroup is deleted',
    record: {
      ...ATHENA,
      eventName: 'DeleteWorkGroup',
      requestParameters: { workGroup: 'primary', recursiveDeleteOption: true },
    },
    touches: [
      { store: GROUP, effect: 'destroyed', grant: null },
      { store: GROUP, effect: 'named', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${GROUP}`, does: 'open' },
      { kind: 'configuration', subject: `query workgroup ${GROUP}`, does: 'close' },
    ],
  },
  {
    name: 'a query is saved',
    record: {
      ...ATHENA,
      eventName: 'CreateNamedQuery',
      requestParameters: { name: 'daily', database: 'sales', queryString: 'SELECT 1', workGroup: 'primary' },
      responseElements: { namedQueryId: 'q-1' },
    },
    touches: [{ store: GROUP, effect: 'named' }],
    changes: [
      { kind: 'persistence', subject: 'saved query q-1', does: 'open' },
      { kind: 'destruction', subject: 'deleted saved query q-1', does: 'close' },
    ],
  },
]
