import {
  command,
  endings,
  type Lasting,
  made,
  opening,
  part,
  REGION,
  replacing,
  said,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, policyDeleted, policyPut, type Thing } from '../../../domain/change-spec.ts'
import { settings } from '../../../domain/change-switches.ts'
import { pick } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { channel, dataStore, dataStoreWords, trail, trailWords } from './names.ts'
import { leftOut } from './selectors.ts'

const TRAIL: Lasting = {
  kind: 'logging',
  subject: about('trail', trail),
  words: trailWords,
  remove: command('cloudtrail delete-trail', { name: trail, region: REGION }),
}

/** Whether a trail writes: apart from the trail, because one that was deleted or made again does not write until it is started. */
const LOGGING = about('logging', trail)
const SELECTORS = part(TRAIL.subject, 'event selectors')
const INSIGHTS = part(TRAIL.subject, 'insight selectors')

const UPDATED = [
  's3BucketName',
  's3KeyPrefix',
  'snsTopicName',
  'includeGlobalServiceEvents',
  'isMultiRegionTrail',
  'enableLogFileValidation',
  'cloudWatchLogsLogGroupArn',
  'cloudWatchLogsRoleArn',
  'kmsKeyId',
  'isOrganizationTrail',
]

const STORE: Lasting = {
  kind: 'logging',
  subject: about('event data store', dataStore),
  words: dataStoreWords,
  remove: command('cloudtrail delete-event-data-store', { 'event-data-store': dataStore, region: REGION }),
}
const INGESTION = about('ingestion', dataStore)
const PENDING = about('deleted event data store', dataStore)
const onStore = (verb: string): ReturnType<typeof command> =>
  command(`cloudtrail ${verb}`, { 'event-data-store': dataStore, region: REGION })
const FEDERATION = part(STORE.subject, 'federation')

const CHANNEL: Lasting = {
  kind: 'logging',
  subject: about('channel', channel),
  words: (call) => `channel \`${channel(call) ?? 'unknown'}\``,
  remove: command('cloudtrail delete-channel', { channel, region: REGION }),
}

const RESOURCE = said('resourceArn')
const POLICED: Thing = { noun: 'log resource', id: RESOURCE, name: (call) => RESOURCE(call) ?? 'unknown' }

const ADMIN = said('memberAccountId', 'delegatedAdminAccountId')
const DELEGATED: Lasting = {
  kind: 'persistence',
  subject: about('delegated administrator of CloudTrail', ADMIN),
  words: (call) => `account \`${ADMIN(call) ?? 'unknown'}\` as an administrator of the trails of the organization`,
  remove: command('cloudtrail deregister-organization-delegated-admin', { 'delegated-admin-account-id': ADMIN }),
}

const TRAILS: Readonly<Record<string, CallChanges>> = {
  CreateTrail: [
    opening(
      'logging',
      TRAIL.subject,
      (call) => `created ${trailWords(call)}, which writes to bucket \`${said('s3BucketName')(call) ?? 'unknown'}\``,
      TRAIL.remove,
    ),
  ],
  DeleteTrail: [
    opening(
      'logging',
      LOGGING,
      (call) => `deleted ${trailWords(call)}, which records nothing any more`,
      (call) =>
        `make the trail again (aws cloudtrail create-trail, put-event-selectors) and start it: ${command('cloudtrail start-logging', { name: trail, region: REGION })(call)}`,
    ),
    closing('logging', TRAIL.subject, (call) => `deleted ${trailWords(call)}`),
  ],
  StopLogging: opening(
    'logging',
    LOGGING,
    (call) => `stopped the logging of ${trailWords(call)}`,
    command('cloudtrail start-logging', { name: trail, region: REGION }),
  ),
  StartLogging: closing('logging', LOGGING, (call) => `started the logging of ${trailWords(call)}`),
  UpdateTrail: settings({
    kind: 'logging',
    subject: TRAIL.subject,
    words: trailWords,
    keys: UPDATED,
    restore: command('cloudtrail update-trail', { name: trail, region: REGION }),
  }),
  PutEventSelectors: replacing(
    'logging',
    SELECTORS,
    (call) => {
      const words = leftOut(call)
      const now = words === null ? 'the record does not show which' : `it now records ${words}`
      return `replaced the event selectors of ${trailWords(call)}; ${now}`
    },
    command('cloudtrail put-event-selectors --event-selectors file://former-selectors.json', {
      'trail-name': trail,
      region: REGION,
    }),
  ),
  PutInsightSelectors: replacing(
    'logging',
    INSIGHTS,
    (call) => `replaced the insight selectors of ${trailWords(call)}`,
    command('cloudtrail put-insight-selectors --insight-selectors file://former-selectors.json', {
      'trail-name': trail,
      region: REGION,
    }),
  ),
}

const STORES: Readonly<Record<string, CallChanges>> = {
  CreateEventDataStore: made(STORE),
  DeleteEventDataStore: [
    opening(
      'logging',
      PENDING,
      (call) => `deleted ${dataStoreWords(call)}; what it holds is lost after seven days`,
      onStore('restore-event-data-store'),
    ),
    ...endings('logging', [STORE.subject, FEDERATION], (call) => `deleted ${dataStoreWords(call)}`),
  ],
  RestoreEventDataStore: closing('logging', PENDING, (call) => `restored ${dataStoreWords(call)}`),
  UpdateEventDataStore: settings({
    kind: 'logging',
    subject: STORE.subject,
    words: dataStoreWords,
    keys: [
      'advancedEventSelectors',
      'retentionPeriod',
      'multiRegionEnabled',
      'organizationEnabled',
      'terminationProtectionEnabled',
      'kmsKeyId',
    ],
    restore: onStore('update-event-data-store'),
  }),
  StopEventDataStoreIngestion: opening(
    'logging',
    INGESTION,
    (call) => `stopped the recording into ${dataStoreWords(call)}`,
    onStore('start-event-data-store-ingestion'),
  ),
  StartEventDataStoreIngestion: closing(
    'logging',
    INGESTION,
    (call) => `started the recording into ${dataStoreWords(call)}`,
  ),
  EnableFederation: opening(
    'exposure',
    FEDERATION,
    (call) => `opened ${dataStoreWords(call)} to queries from outside CloudTrail`,
    onStore('disable-federation'),
  ),
  DisableFederation: closing(
    'exposure',
    FEDERATION,
    (call) => `closed ${dataStoreWords(call)} to queries from outside CloudTrail`,
  ),
}

const PUT: readonly ChangeSpec[] = policyPut({
  ...POLICED,
  document: (call) => pick(call.request, 'resourcePolicy'),
  undo: command('cloudtrail delete-resource-policy', { 'resource-arn': RESOURCE, region: REGION }),
})

/** What calls on trails, event data stores and channels change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...TRAILS,
  ...STORES,
  CreateChannel: made(CHANNEL),
  DeleteChannel: unmade(CHANNEL),
  PutResourcePolicy: PUT,
  DeleteResourcePolicy: policyDeleted(POLICED),
  RegisterOrganizationDelegatedAdmin: made(DELEGATED),
  DeregisterOrganizationDelegatedAdmin: unmade(DELEGATED),
}
