import type { ServiceExample } from '../../../domain/service-row.ts'

const LOGS = { eventSource: 'logs.amazonaws.com' }
const ID = 'arn:aws:logs:us-east-1:123837392027:log-group:/aws/lambda/orders'
const OTHER = 'arn:aws:logs:us-east-1:123837392027:log-group:api'
const ALL = 'arn:aws:logs:us-east-1:123837392027:log-group:*'
const THERE = 'arn:aws:logs:us-east-1:999999999999:destination:elsewhere'
const STREAM = '2026/03/24/[$LATEST]9553c83fed194b2088075ece5c08b67a'
const QUERY = '12ab3456-12ab-123a-789e-1234567890ab'

/** Records and what they did to log groups: the row's tests. */
export const STORE_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'records of a stream are read',
    record: {
      ...LOGS,
      eventName: 'GetLogEvents',
      requestParameters: { logGroupName: '/aws/lambda/orders', logStreamName: STREAM, startFromHead: true },
    },
    touches: [{ store: ID, effect: 'read', object: STREAM, bytes: null }],
    changes: [],
  },
  {
    name: 'records of a group are searched, without masks; the group is named by its ARN',
    record: {
      ...LOGS,
      eventName: 'FilterLogEvents',
      requestParameters: { logGroupIdentifier: `${ID}:*`, filterPattern: 'password', unmask: true },
    },
    touches: [{ store: ID, effect: 'read', object: null }],
  },
  {
    name: 'one record is fetched by a pointer, which does not name its group',
    record: { ...LOGS, eventName: 'GetLogRecord', requestParameters: { logRecordPointer: 'CmEKJgoiMTIzNDU2' } },
    touches: [{ store: ALL, effect: 'read' }],
  },
  {
    name: 'two groups are queried',
    record: {
      ...LOGS,
      eventName: 'StartQuery',
      requestParameters: { logGroupNames: ['/aws/lambda/orders', 'api'], queryString: 'fields @message' },
      responseElements: { queryId: QUERY },
    },
    touches: [
      { store: ID, effect: 'read', object: `query ${QUERY}` },
      { store: OTHER, effect: 'read', object: `query ${QUERY}` },
    ],
  },
  {
    name: 'a query whose text alone chooses the groups may be over all of them',
    record: {
      ...LOGS,
      eventName: 'StartQuery',
      requestParameters: { queryLanguage: 'SQL', queryString: 'SELECT * FROM `logGroups(...)`' },
      responseElements: { queryId: QUERY },
    },
    touches: [{ store: ALL, effect: 'read', object: `query ${QUERY}` }],
  },
  {
    name: 'results of a query are fetched; the record names the query alone',
    record: { ...LOGS, eventName: 'GetQueryResults', requestParameters: { queryId: QUERY } },
    touches: [{ store: ALL, effect: 'read', object: `query ${QUERY}` }],
  },
  {
    name: 'a group is followed as it receives',
    record: { ...LOGS, eventName: 'StartLiveTail', requestParameters: { logGroupIdentifiers: [OTHER] } },
    touches: [{ store: OTHER, effect: 'read' }],
  },
  {
    name: 'a group is exported to a bucket',
    record: {
      ...LOGS,
      eventName: 'CreateExportTask',
      requestParameters: { logGroupName: 'api', from: 1774310400000, to: 1774396800000, destination: 'outside' },
      responseElements: { taskId: 'cda45419-90ea-4db5-9833-aade86253e66' },
    },
    touches: [
      { store: OTHER, effect: 'copied-out', grantee: 'arn:aws:s3:::outside' },
      { store: 'arn:aws:s3:::outside', effect: 'written' },
    ],
    changes: [{ kind: 'exposure', subject: 'export of logs cda45419-90ea-4db5-9833-aade86253e66', does: 'open' }],
  },
  {
    name: 'what a group receives goes to another account',
    record: {
      ...LOGS,
      eventName: 'PutSubscriptionFilter',
      requestParameters: { logGroupName: 'api', filterName: 'all', filterPattern: '', destinationArn: THERE },
    },
    touches: [
      { store: OTHER, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: OTHER, effect: 'redirected', grantee: THERE, grant: 'open' },
    ],
  },
  {
    name: 'it goes there no longer',
    record: {
      ...LOGS,
      eventName: 'DeleteSubscriptionFilter',
      requestParameters: { logGroupName: 'api', filterName: 'all' },
    },
    touches: [{ store: OTHER, effect: 'named', grantee: '*all*', grant: 'close' }],
  },
  {
    name: 'what all groups receive goes to another account',
    record: {
      ...LOGS,
      eventName: 'PutAccountPolicy',
      requestParameters: {
        policyName: 'all',
        policyType: 'SUBSCRIPTION_FILTER_POLICY',
        policyDocument: `{"DestinationArn":"${THERE}","FilterPattern":"","Distribution":"Random"}`,
      },
    },
    touches: [
      { store: ALL, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ALL, effect: 'redirected', grantee: THERE, grant: 'open' },
    ],
  },
  {
    name: 'the policy for all groups is deleted',
    record: {
      ...LOGS,
      eventName: 'DeleteAccountPolicy',
      requestParameters: { policyName: 'all', policyType: 'SUBSCRIPTION_FILTER_POLICY' },
    },
    touches: [{ store: ALL, effect: 'named', grantee: '*all*', grant: 'close' }],
  },
  {
    name: 'a policy of one group lets another account in',
    record: {
      ...LOGS,
      eventName: 'PutResourcePolicy',
      requestParameters: {
        policyName: 'p',
        resourceArn: OTHER,
        policyDocument:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"logs:GetLogEvents","Resource":"*"}]}',
      },
    },
    touches: [
      { store: OTHER, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: OTHER, effect: 'shared', grantee: '999999999999', grant: 'open' },
    ],
  },
  {
    name: 'a policy of the place lets everyone in',
    record: {
      ...LOGS,
      eventName: 'PutResourcePolicy',
      requestParameters: {
        policyName: 'p',
        policyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:*","Resource":"*"}]}',
      },
    },
    touches: [
      { store: ALL, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ALL, effect: 'shared', grantee: '*', grant: 'open' },
    ],
  },
  {
    name: 'that policy is deleted',
    record: { ...LOGS, eventName: 'DeleteResourcePolicy', requestParameters: { policyName: 'p' } },
    touches: [{ store: ALL, effect: 'named', grantee: '*all*', grant: 'close' }],
  },
  {
    name: 'results of a query go to a bucket every hour',
    record: {
      ...LOGS,
      eventName: 'CreateScheduledQuery',
      requestParameters: {
        name: 'hourly',
        logGroupIdentifiers: ['api'],
        scheduleExpression: 'cron(0 * * * ? *)',
        destinationConfiguration: { s3Configuration: { destinationIdentifier: 's3://outside/x' } },
      },
      responseElements: { scheduledQueryArn: 'arn:aws:logs:us-east-1:123837392027:scheduled-query:q-1' },
    },
    touches: [{ store: OTHER, effect: 'redirected', grantee: 's3://outside/x', grant: 'open' }],
    changes: [
      { kind: 'persistence', subject: 'scheduled query of logs 123837392027:us-east-1:q-1', does: 'open' },
      { kind: 'destruction', subject: 'deleted scheduled query of logs 123837392027:us-east-1:q-1', does: 'close' },
    ],
  },
  {
    name: 'records are written',
    record: {
      ...LOGS,
      eventName: 'PutLogEvents',
      requestParameters: { logGroupName: 'api', logStreamName: 's' },
    },
    touches: [{ store: OTHER, effect: 'written', object: 's' }],
  },
  {
    name: 'a stream is deleted',
    record: { ...LOGS, eventName: 'DeleteLogStream', requestParameters: { logGroupName: 'api', logStreamName: 's' } },
    touches: [{ store: OTHER, effect: 'destroyed', object: 's' }],
  },
  {
    name: 'sensitive data is no longer masked',
    record: { ...LOGS, eventName: 'DeleteDataProtectionPolicy', requestParameters: { logGroupIdentifier: 'api' } },
    touches: [{ store: OTHER, effect: 'named' }],
    changes: [{ kind: 'exposure', subject: `masking of log group ${OTHER}`, does: 'open' }],
  },
  {
    name: 'a call that does not name its group is a change all the same',
    record: { ...LOGS, eventName: 'PutLogGroupDeletionProtection', requestParameters: null },
    touches: [],
    changes: [{ kind: 'destruction', subject: 'protection of log group unnamed e-1', does: 'open' }],
  },
  {
    name: 'a description shows that a group exists',
    record: { ...LOGS, eventName: 'DescribeLogStreams', requestParameters: { logGroupName: 'api' } },
    touches: [{ store: OTHER, effect: 'named' }],
  },
]
