import { partitionOf } from '../../domain/arn.ts'
import type { CallEvent } from '../../domain/call.ts'
import { everySaid, said } from '../../domain/change-forms.ts'
import { type Action, defineService, type ServiceRow, type StoreAt, type StoreKind } from '../../domain/service-row.ts'
import { act } from '../../domain/store-forms.ts'
import { mayBeBeside } from '../../domain/touch.ts'

const REACHED: ReadonlySet<string> = new Set(['redshift-cluster', 'redshift-workgroup', 'redshift-namespace'])

/** Results are fetched by the number of a statement; the record does not tell what that ran on. */
const RESULTS: StoreKind = {
  title: 'results of Redshift statements',
  name: (value, { account, region }) => ({
    id: `arn:${partitionOf(region)}:redshift-data:${region}:${account}:statement/${value}`,
    account,
    region,
    name: 'results of statements by the Data API',
  }),
  holds: (set, member) => REACHED.has(member.kind) && mayBeBeside(set, member),
  channels: [
    {
      kind: 'management-call',
      way: 'fetching results by the numbers of statements',
      recordedBy: 'management-events',
      settledBy: 'the CloudTrail log files of {account} in {region} with their digest files',
    },
  ],
}

const CLUSTER: StoreAt = { kind: 'redshift-cluster', at: everySaid('clusterIdentifier') }
const WORKGROUP: StoreAt = { kind: 'redshift-workgroup', at: everySaid('workgroupName') }
const ANY = '*'
const UNNAMED: StoreAt = {
  kind: 'redshift-results',
  at: (call) => (said('clusterIdentifier', 'workgroupName')(call) === null ? [ANY] : []),
}

const statement = (call: CallEvent): string | null => said('id')({ ...call, response: null })
const READ: Partial<Action> = { payload: 'object', object: (call) => said('statementName')(call) }

/** The bucket that a statement unloads to, where the record shows the statement; as a rule it is masked. */
function unloadedTo(call: CallEvent): string | null {
  for (const sql of [...everySaid('sql')(call), ...everySaid('sqls')(call)]) {
    const start = sql.search(/\bunload\b/i)
    if (start < 0) continue
    const bucket = /'s3:\/\/([a-z0-9][a-z0-9.-]{1,62})/i.exec(sql.slice(start))?.[1] ?? null
    return bucket === null ? 'unknown' : `arn:${partitionOf(call.region)}:s3:::${bucket.toLowerCase()}`
  }
  return null
}

const isUnload = (call: CallEvent): boolean => unloadedTo(call) !== null

/** Statements are hidden in the record; any of them may have read, so each one counts as a read. */
const STATEMENT: readonly Action[] = [
  act('copied-out', CLUSTER, { to: unloadedTo, when: isUnload }),
  act('copied-out', WORKGROUP, { to: unloadedTo, when: isUnload }),
  act('written', { kind: 's3-bucket', at: (call) => [unloadedTo(call) ?? ''] }),
  act('read', CLUSTER, READ),
  act('read', WORKGROUP, READ),
  act('read', UNNAMED, { ...READ, names: 'set' }),
]

const RESULT: Action = act(
  'read',
  { kind: 'redshift-results', at: () => [ANY] },
  { names: 'set', payload: 'object', object: statement },
)

/** What is in a database: its schemas, tables and columns. */
const LISTING: readonly Action[] = [
  act('listed', CLUSTER, { payload: 'listing' }),
  act('listed', WORKGROUP, { payload: 'listing' }),
  act('listed', UNNAMED, { payload: 'listing', names: 'set' }),
]

const DATA = { eventSource: 'redshift-data.amazonaws.com', eventVersion: '1.05' }
const ON_CLUSTER = 'arn:aws:redshift:us-east-1:123837392027:cluster:example-cluster-identifier'
const ON_WORKGROUP = 'arn:aws:redshift-serverless:us-east-1:123837392027:workgroup/reports'
const SET = 'arn:aws:redshift-data:us-east-1:123837392027:statement/*'
const OUTSIDE = 'arn:aws:s3:::elsewhere'
const UNLOAD = "UNLOAD ('select * from customers') TO 's3://elsewhere/all_' IAM_ROLE default"

const row: ServiceRow = defineService({
  service: 'redshift-data',
  sources: ['redshift-data.amazonaws.com'],
  stores: { 'redshift-results': RESULTS },
  mentions: [CLUSTER, WORKGROUP, { kind: 'secret', at: everySaid('secretArn') }],
  actions: {
    ExecuteStatement: STATEMENT,
    BatchExecuteStatement: STATEMENT,
    GetStatementResult: RESULT,
    GetStatementResultV2: RESULT,
    ListDatabases: LISTING,
    ListSchemas: LISTING,
    ListTables: LISTING,
    DescribeTable: LISTING,
  },
  changes: {},
  cite: 'Amazon Redshift Data API reference; Amazon Redshift management guide: logging with CloudTrail (statements are omitted), UNLOAD in the database developer guide',
  examples: [
    {
      name: 'a statement that is hidden may have read',
      record: {
        ...DATA,
        eventName: 'ExecuteStatement',
        readOnly: false,
        requestParameters: {
          clusterIdentifier: 'example-cluster-identifier',
          database: 'example-database-name',
          dbUser: 'example_db_user_name',
          sql: '***OMITTED***',
        },
        responseElements: {
          clusterIdentifier: 'example-cluster-identifier',
          id: '5c52b37b-9e07-40c1-98de-12ccd1419be7',
        },
      },
      touches: [{ store: ON_CLUSTER, effect: 'read', bytes: null }],
      changes: [],
    },
    {
      name: 'statements that a record shows unload to a bucket',
      record: {
        ...DATA,
        eventName: 'BatchExecuteStatement',
        requestParameters: { workgroupName: 'reports', database: 'dev', sqls: ['select 1', UNLOAD] },
      },
      touches: [
        { store: ON_WORKGROUP, effect: 'copied-out', grantee: OUTSIDE },
        { store: OUTSIDE, effect: 'written' },
        { store: ON_WORKGROUP, effect: 'read' },
      ],
    },
    {
      name: 'a table of a cluster is unloaded',
      record: {
        ...DATA,
        eventName: 'ExecuteStatement',
        requestParameters: { clusterIdentifier: 'example-cluster-identifier', sql: UNLOAD },
      },
      touches: [
        { store: ON_CLUSTER, effect: 'copied-out', grantee: OUTSIDE },
        { store: OUTSIDE, effect: 'written' },
        { store: ON_CLUSTER, effect: 'read' },
      ],
    },
    {
      name: 'a statement in a session whose database the record leaves out may be on any',
      record: { ...DATA, eventName: 'ExecuteStatement', requestParameters: { sessionId: 's-1', sql: '***OMITTED***' } },
      touches: [{ store: SET, effect: 'read' }],
    },
    {
      name: 'results are fetched by the number of a statement',
      record: {
        ...DATA,
        eventName: 'GetStatementResult',
        requestParameters: { id: '5c52b37b-9e07-40c1-98de-12ccd1419be7' },
      },
      touches: [{ store: SET, effect: 'read', object: '5c52b37b-9e07-40c1-98de-12ccd1419be7', bytes: null }],
    },
    {
      name: 'tables are listed, with the password of a secret',
      record: {
        ...DATA,
        eventName: 'ListTables',
        requestParameters: {
          clusterIdentifier: 'example-cluster-identifier',
          secretArn: 'arn:aws:secretsmanager:us-east-1:123837392027:secret:warehouse-ABC123',
          database: 'dev',
        },
      },
      touches: [
        { store: ON_CLUSTER, effect: 'listed' },
        { store: 'arn:aws:secretsmanager:us-east-1:123837392027:secret:warehouse-ABC123', effect: 'named' },
      ],
    },
    {
      name: 'a listing of a database that the record leaves out may be of any',
      record: { ...DATA, eventName: 'ListDatabases', requestParameters: null },
      touches: [{ store: SET, effect: 'listed' }],
    },
    {
      name: 'schemas are listed through a workgroup',
      record: { ...DATA, eventName: 'ListSchemas', requestParameters: { workgroupName: 'reports', database: 'dev' } },
      touches: [{ store: ON_WORKGROUP, effect: 'listed' }],
    },
  ],
})

export default row
