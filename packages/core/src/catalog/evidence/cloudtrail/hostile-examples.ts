import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const CALL = {
  eventTime: '2026-03-24T09:00:00Z',
  eventID: 'e-1',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
}

/** A record whose parameters have a field named `__proto__`, which only parsed text can have. */
const OWN_PROTO: object = JSON.parse(
  '{"eventTime":"2026-03-24T09:00:00Z","eventID":"e-1","eventSource":"s3.amazonaws.com","eventName":"GetObject","requestParameters":{"__proto__":{"password":"p","key":"k"}}}',
)

/** Records that are cut, contradict themselves or were made to mislead: nothing throws, nothing is invented, nothing vanishes. */
export const HOSTILE: readonly EvidenceExample[] = [
  {
    name: 'a record cut to its core is kept, and every gap in it is unknown',
    record: CALL,
    event: {
      account: 'unknown',
      region: 'unknown',
      caller: 'unknown',
      address: null,
      category: 'unknown',
      readOnly: null,
      outcome: 'ok',
      principal: null,
      request: 'null',
      enrichment: null,
    },
  },
  {
    name: 'numbers, lists and null in the place of names are no names',
    record: {
      ...CALL,
      awsRegion: 7,
      recipientAccountId: 123456789012,
      sourceIPAddress: ['1.2.3.4'],
      errorCode: 404,
      readOnly: 'maybe',
      eventCategory: { Data: true },
      userIdentity: {
        type: 3,
        accessKeyId: ['AKIA00000000000000F1'],
        arn: null,
        sessionContext: 'none',
        accountId: {},
      },
      sessionCredentialFromConsole: 1,
    },
    event: {
      account: 'unknown',
      region: 'unknown',
      caller: 'unknown',
      address: null,
      outcome: 'ok',
      readOnly: null,
      category: 'unknown',
      'callerFacts.fromConsole': false,
    },
  },
  {
    name: 'odd regions and addresses are kept as they are',
    record: {
      ...CALL,
      awsRegion: 'us-north-2r',
      sourceIPAddress: '075.050.255.67',
      userIdentity: { type: 'IAMUser', accessKeyId: 'AKIA00000000000000F1', invokedBy: 'signin.amazonaws.com' },
    },
    event: {
      region: 'us-north-2r',
      address: '075.050.255.67',
      invokedBy: 'signin.amazonaws.com',
      'callerFacts.invokedBy': null,
    },
  },
  {
    name: 'a record that contradicts itself is of no known category',
    record: { ...CALL, eventCategory: 'Management', managementEvent: false },
    event: { category: 'unknown' },
  },
  {
    name: 'a category of the future is not guessed',
    record: { ...CALL, eventCategory: 'constructor', managementEvent: true },
    event: { category: 'unknown' },
  },
  {
    name: 'a name among the fields that looks like a prototype is a field',
    record: OWN_PROTO,
    event: { request: '{"__proto__":{"key":"k"}}' },
  },
  {
    name: 'what the provider masked stays, what it did not goes',
    record: {
      ...CALL,
      requestParameters: { masterUserPassword: '****', list: [{ NewPassword: 'Tr0ub4dor', user: 'u' }], secretId: 's' },
    },
    event: { request: '{"masterUserPassword":"****","list":[{"user":"u"}],"secretId":"s"}' },
  },
  {
    name: 'further data of a wrong type is kept beside what the service said',
    record: { ...CALL, additionalEventData: 'text', serviceEventDetails: { a: 1 } },
    event: { extra: '{"additionalEventData":"text","serviceEventDetails":{"a":1}}' },
  },
  {
    name: 'what was added to a record later is kept apart',
    record: { ...CALL, addendum: { reason: 'DELIVERY_DELAY' }, eventContext: null },
    event: { enrichment: '{"addendum":{"reason":"DELIVERY_DELAY"}}' },
  },
  {
    name: 'an Insight record goes by its own type: it counts calls and is none',
    record: {
      eventTime: '2026-03-24T09:00:00Z',
      eventID: 'e-2',
      eventType: 'AwsCloudTrailInsight',
      recipientAccountId: '111122223333',
      awsRegion: 'eu-west-1',
      insightDetails: {
        state: 'Start',
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        insightType: 'ApiCallRateInsight',
      },
      eventCategory: 'Insight',
    },
    event: { source: 's3.amazonaws.com', name: 'ApiCallRateInsight', category: 'insight', caller: 'unknown' },
  },
  {
    name: 'without an id a record cannot be told from its copies',
    record: { ...CALL, eventID: null },
    event: { rejected: 'eventID is missing: copies of the record cannot be told from further calls' },
  },
  {
    name: 'a time that is none is not replaced by another',
    record: { ...CALL, eventTime: 1774342800, '@timestamp': '2026-03-24T09:00:00Z' },
    event: { rejected: 'eventTime is no time: the call belongs to no known instant' },
  },
  {
    name: 'no time at all',
    record: { ...CALL, eventTime: undefined },
    event: { rejected: 'eventTime is missing and @timestamp is none either: the call belongs to no known instant' },
  },
]
