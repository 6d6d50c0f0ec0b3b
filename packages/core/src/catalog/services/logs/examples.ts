import type { ServiceExample } from '../../../domain/service-row.ts'

const LOGS = { eventSource: 'logs.amazonaws.com' }
const GROUP = '123837392027:us-east-1:/stratus-red-team/vpc-flow-logs'

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a group is made',
    record: {
      ...LOGS,
      eventName: 'CreateLogGroup',
      requestParameters: { logGroupName: '/stratus-red-team/vpc-flow-logs', tags: { StratusRedTeam: 'true' } },
    },
    changes: [
      { kind: 'configuration', subject: `log group ${GROUP}`, does: 'open' },
      { kind: 'destruction', subject: `deleted log group ${GROUP}`, does: 'close' },
    ],
  },
  {
    name: 'a group is deleted, and with it all that it recorded',
    record: {
      ...LOGS,
      eventName: 'DeleteLogGroup',
      requestParameters: { logGroupName: '/stratus-red-team/vpc-flow-logs' },
    },
    changes: [
      { kind: 'destruction', subject: `deleted log group ${GROUP}`, does: 'open' },
      { kind: 'configuration', subject: `log group ${GROUP}`, does: 'close' },
      { kind: 'destruction', subject: `log group ${GROUP} / retention`, does: 'close' },
    ],
  },
  {
    name: 'records are kept for a day',
    record: {
      ...LOGS,
      eventName: 'PutRetentionPolicy',
      requestParameters: { logGroupName: '/stratus-red-team/vpc-flow-logs', retentionInDays: 1 },
    },
    changes: [
      { kind: 'destruction', subject: `log group ${GROUP} / retention`, does: 'close' },
      { kind: 'destruction', subject: `log group ${GROUP} / retention`, does: 'open' },
    ],
  },
  {
    name: 'what a group receives is sent to another account',
    record: {
      ...LOGS,
      eventName: 'PutSubscriptionFilter',
      requestParameters: {
        logGroupName: '/stratus-red-team/vpc-flow-logs',
        filterName: 'all',
        filterPattern: '',
        destinationArn: 'arn:aws:logs:us-east-1:999999999999:destination:elsewhere',
      },
    },
    changes: [
      { kind: 'exposure', subject: `log group ${GROUP} / subscription filter all`, does: 'close' },
      { kind: 'exposure', subject: `log group ${GROUP} / subscription filter all`, does: 'open' },
      { kind: 'destruction', subject: `deleted log group ${GROUP}, subscription filter all`, does: 'close' },
    ],
  },
  {
    name: 'a filter of a group that is named by its ARN is deleted',
    record: {
      ...LOGS,
      eventName: 'DeleteSubscriptionFilter',
      requestParameters: {
        logGroupIdentifier: 'arn:aws:logs:us-east-1:123837392027:log-group:/stratus-red-team/vpc-flow-logs:*',
        filterName: 'all',
      },
    },
    changes: [
      { kind: 'destruction', subject: `deleted log group ${GROUP}, subscription filter all`, does: 'open' },
      { kind: 'exposure', subject: `log group ${GROUP} / subscription filter all`, does: 'close' },
    ],
  },
]
