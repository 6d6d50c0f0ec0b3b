import type { ServiceExample } from '../../../domain/service-row.ts'

const SOURCE = { eventSource: 'cloudtrail.amazonaws.com' }
const HERE = { account: '123837392027', home: 'us-east-1' }
const NAME = 'stratus-red-team-ctlr-trail-zqfsvooxqj'
const ARN = `arn:aws:cloudtrail:us-east-1:123837392027:trail/${NAME}`
const KEY = 'arn:aws:kms:us-east-1:123837392027:key/k'
const STORE = 'arn:aws:cloudtrail:us-east-1:123837392027:eventdatastore/EXAMPLE-ee54-4813-92d5-999aeEXAMPLE'
const NOTHING_KNOWN = { allRegions: null, allAccounts: null, key: null, target: null }
const NONE = { equals: [], startsWith: [], endsWith: [], notEquals: [], notStartsWith: [], notEndsWith: [] }
const MANAGEMENT = { ...NONE, field: 'class', equals: ['management'] }

type Says = Readonly<Record<string, unknown>>

/** A call that is given its parameters and its answer, and what it states of one log. */
function example(
  name: string,
  [eventName, requestParameters, responseElements]: readonly [string, object | null, object | null],
  log: string,
  [act, says]: readonly [string, Says],
): ServiceExample {
  const record = { ...SOURCE, eventName, requestParameters, responseElements }
  return { name, record, states: [{ topic: 'log-settings', says: { ...HERE, log, act, says } }] }
}

const ANSWER = {
  name: NAME,
  s3BucketName: 'logs',
  trailARN: ARN,
  isMultiRegionTrail: false,
  isOrganizationTrail: false,
}
const ALL = [{ conditions: [MANAGEMENT] }]
const ONE_REGION = { allRegions: false, allAccounts: false, target: 'logs', key: 'none' }
const SELECTOR = { fieldSelectors: [{ field: 'eventCategory', equals: ['Management'] }] }
const LAKE = { eventDataStoreArn: STORE, name: 'lake', multiRegionEnabled: true, organizationEnabled: false }

/** Calls on trails and event data stores and what they state: the row's tests. */
export const STATE_EXAMPLES: readonly ServiceExample[] = [
  example('a trail that is made is off and takes management events', ['CreateTrail', { name: NAME }, ANSWER], ARN, [
    'made',
    { ...ONE_REGION, on: false, selectors: ALL },
  ]),
  example(
    'a trail gets a key and a prefix: the answer shows all of it',
    ['UpdateTrail', { name: NAME, kmsKeyId: 'alias/logs' }, { ...ANSWER, s3KeyPrefix: 'p', kmsKeyId: KEY }],
    ARN,
    ['changed', { ...ONE_REGION, target: 'logs/p', key: KEY }],
  ),
  example(
    'a trail without an answer is what was asked for, and unknown in what was not: its key may have stayed',
    ['UpdateTrail', { name: NAME, isMultiRegionTrail: false, s3BucketName: 'other', kmsKeyId: 'alias/logs' }, null],
    ARN,
    ['changed', { ...NOTHING_KNOWN, allRegions: false }],
  ),
  example(
    'an answer that names the trail alone hides nothing of the request',
    ['UpdateTrail', { name: NAME, isMultiRegionTrail: false }, { trailARN: ARN }],
    ARN,
    ['changed', { ...NOTHING_KNOWN, allRegions: false }],
  ),
  example('a trail by its ARN is deleted', ['DeleteTrail', { name: ARN }, null], ARN, ['deleted', {}]),
  example('a trail is started', ['StartLogging', { name: NAME }, null], ARN, ['changed', { on: true }]),
  example('a trail is stopped', ['StopLogging', { name: NAME }, null], ARN, ['changed', { on: false }]),
  example(
    'selectors are what the answer says, and not what was asked for',
    [
      'PutEventSelectors',
      { trailName: NAME, eventSelectors: [{ readWriteType: 'All' }] },
      { trailARN: ARN, eventSelectors: [{ readWriteType: 'All', includeManagementEvents: false, dataResources: [] }] },
    ],
    ARN,
    ['changed', { selectors: [] }],
  ),
  example(
    'selectors are those of the request where the answer has none',
    ['PutEventSelectors', { trailName: NAME, advancedEventSelectors: [SELECTOR] }, { trailARN: ARN }],
    ARN,
    ['changed', { selectors: ALL }],
  ),
  example(
    'selectors that the answer has and nobody can read are unknown, whatever was asked for',
    [
      'PutEventSelectors',
      { trailName: NAME, eventSelectors: [{ readWriteType: 'All' }] },
      { trailARN: ARN, eventSelectors: 'HIDDEN' },
    ],
    ARN,
    ['changed', { selectors: null }],
  ),
  example(
    'an event data store that is made takes events from when it is enabled',
    [
      'CreateEventDataStore',
      { name: 'lake' },
      { ...LAKE, status: 'CREATED', advancedEventSelectors: [SELECTOR], kmsKeyId: KEY },
    ],
    STORE,
    ['made', { allRegions: true, allAccounts: false, on: null, selectors: ALL, key: KEY, target: null }],
  ),
  example(
    'an event data store without an answer is unknown in what was not asked for',
    ['UpdateEventDataStore', { eventDataStore: STORE, multiRegionEnabled: false }, null],
    STORE,
    ['changed', { allRegions: false, allAccounts: null, on: null, selectors: null, key: null }],
  ),
  example(
    'an event data store by its id is deleted',
    ['DeleteEventDataStore', { eventDataStore: STORE.replace(/.*\//, '') }, null],
    STORE,
    ['deleted', {}],
  ),
  example(
    'an event data store is there again',
    ['RestoreEventDataStore', { eventDataStore: STORE }, { ...LAKE, status: 'ENABLED' }],
    STORE,
    ['made', { on: true, allRegions: true, selectors: null, key: 'none' }],
  ),
  example(
    'an event data store takes events again',
    ['StartEventDataStoreIngestion', { eventDataStore: STORE }, null],
    STORE,
    ['changed', { on: true }],
  ),
  example(
    'an event data store takes no events',
    ['StopEventDataStoreIngestion', { eventDataStore: STORE }, null],
    STORE,
    ['changed', { on: false }],
  ),
]
