import type { ServiceExample } from '../../../domain/service-row.ts'

const TRAIL = { eventSource: 'cloudtrail.amazonaws.com' }
const ARN = 'arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctlr-trail-zqfsvooxqj'
const STORE = 'arn:aws:cloudtrail:us-east-1:123837392027:eventdatastore/EXAMPLE-ee54-4813-92d5-999aeEXAMPLE'

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a trail is made',
    record: {
      ...TRAIL,
      eventName: 'CreateTrail',
      requestParameters: {
        name: 'stratus-red-team-ctlr-trail-zqfsvooxqj',
        s3BucketName: 'stratus-red-team-ctlr-bucket-zqfsvooxqj',
        includeGlobalServiceEvents: true,
      },
      responseElements: { name: 'stratus-red-team-ctlr-trail-zqfsvooxqj', trailARN: ARN, isMultiRegionTrail: false },
    },
    changes: [{ kind: 'logging', subject: `trail ${ARN}`, does: 'open' }],
  },
  {
    name: 'a trail is stopped',
    record: {
      ...TRAIL,
      eventName: 'StopLogging',
      requestParameters: { name: 'stratus-red-team-ctlr-trail-zqfsvooxqj' },
    },
    changes: [{ kind: 'logging', subject: `logging ${ARN}`, does: 'open' }],
  },
  {
    name: 'a trail in another region is named by its ARN',
    record: { ...TRAIL, eventName: 'StopLogging', awsRegion: 'eu-west-1', requestParameters: { name: ARN } },
    changes: [{ kind: 'logging', subject: `logging ${ARN}`, does: 'open' }],
  },
  {
    name: 'a stop that failed blinds nobody',
    record: {
      ...TRAIL,
      eventName: 'StopLogging',
      errorCode: 'InvalidHomeRegionException',
      requestParameters: { name: 'stratus-red-team-ct-stop-trail-qzbgnfqisx' },
    },
    changes: [],
  },
  {
    name: 'a trail is started',
    record: {
      ...TRAIL,
      eventName: 'StartLogging',
      requestParameters: { name: 'stratus-red-team-ctlr-trail-zqfsvooxqj' },
    },
    changes: [{ kind: 'logging', subject: `logging ${ARN}`, does: 'close' }],
  },
  {
    name: 'a trail is deleted: one of the same name that is not started does not undo it',
    record: {
      ...TRAIL,
      eventName: 'DeleteTrail',
      requestParameters: { name: 'stratus-red-team-ctlr-trail-zqfsvooxqj' },
    },
    changes: [
      { kind: 'logging', subject: `logging ${ARN}`, does: 'open' },
      { kind: 'logging', subject: `trail ${ARN}`, does: 'close' },
    ],
  },
  {
    name: 'selectors are narrowed, those of a trail that the answer names',
    record: {
      ...TRAIL,
      eventName: 'PutEventSelectors',
      requestParameters: {
        trailName: 'stratus-red-team-ctlr-trail-zqfsvooxqj',
        eventSelectors: [{ readWriteType: 'ReadOnly', includeManagementEvents: false, dataResources: [] }],
      },
      responseElements: { trailARN: ARN },
    },
    changes: [
      { kind: 'logging', subject: `trail ${ARN} / event selectors`, does: 'close' },
      { kind: 'logging', subject: `trail ${ARN} / event selectors`, does: 'open' },
    ],
  },
  {
    name: 'a trail is kept to one region: only what sets that again ends it',
    record: {
      ...TRAIL,
      eventName: 'UpdateTrail',
      awsRegion: 'us-east-1',
      recipientAccountId: '123456789012',
      requestParameters: { name: 'management-events', isMultiRegionTrail: false },
    },
    changes: [
      {
        kind: 'logging',
        subject: 'trail arn:aws:cloudtrail:us-east-1:123456789012:trail/management-events / isMultiRegionTrail',
        does: 'close',
      },
      {
        kind: 'logging',
        subject: 'trail arn:aws:cloudtrail:us-east-1:123456789012:trail/management-events / isMultiRegionTrail',
        does: 'open',
      },
    ],
  },
  {
    name: 'an event data store is deleted',
    record: { ...TRAIL, eventName: 'DeleteEventDataStore', requestParameters: { eventDataStore: STORE } },
    changes: [
      { kind: 'logging', subject: `deleted event data store ${STORE}`, does: 'open' },
      { kind: 'logging', subject: `event data store ${STORE}`, does: 'close' },
      { kind: 'logging', subject: `event data store ${STORE} / federation`, does: 'close' },
    ],
  },
]
