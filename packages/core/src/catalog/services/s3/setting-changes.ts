import type { CallEvent } from '../../../domain/call.ts'
import { about, closing } from '../../../domain/change-spec.ts'
import { isObject, type Json } from '../../../domain/json.ts'
import { textsUnder, valuesUnder } from '../../../domain/named-in-call.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { bucketId, bucketName } from './names.ts'

const word = (call: CallEvent): string => shellWord(bucketName(call))
const bucket = (call: CallEvent): string => `bucket \`${bucketName(call)}\``

const LIFECYCLE = about('lifecycle', bucketId)

function rulesOf(call: CallEvent): readonly Json[] {
  return valuesUnder(call.request, 'Rule').flatMap((rule): readonly Json[] => (Array.isArray(rule) ? rule : [rule]))
}

/** Rules that are switched on and delete something: current or earlier versions. */
function deleting(call: CallEvent): readonly Json[] {
  return rulesOf(call).filter((rule) => {
    const isOn = textsUnder(rule, 'Status').every((status) => status.toLowerCase() !== 'disabled')
    return (
      isOn && [...valuesUnder(rule, 'Expiration'), ...valuesUnder(rule, 'NoncurrentVersionExpiration')].some(isObject)
    )
  })
}

function daysOf(call: CallEvent): string {
  const days = deleting(call)
    .flatMap((rule) => [...valuesUnder(rule, 'Days'), ...valuesUnder(rule, 'NoncurrentDays')])
    .map(Number)
    .filter((count) => Number.isInteger(count) && count >= 0)
  const [least] = days.sort((a, b) => a - b)
  return least === undefined ? 'on a set day' : `after ${least} day${least === 1 ? '' : 's'}`
}

/** Where the record holds no rules at all, they may delete. */
function maySilentlyDelete(call: CallEvent): boolean {
  return rulesOf(call).length === 0 || deleting(call).length > 0
}

const LIFECYCLE_PUT: readonly ChangeSpec[] = [
  closing('destruction', LIFECYCLE, (call) => `replaced the lifecycle rules of ${bucket(call)}`),
  {
    kind: 'destruction',
    does: 'open',
    subject: LIFECYCLE,
    what: (call) =>
      rulesOf(call).length === 0
        ? `set lifecycle rules on ${bucket(call)}, which the record does not show`
        : `set a lifecycle rule on ${bucket(call)} that deletes objects ${daysOf(call)}`,
    undo: (call) => `aws s3api delete-bucket-lifecycle --bucket ${word(call)}`,
    when: maySilentlyDelete,
  },
]

const LIFECYCLE_DELETED = closing('destruction', LIFECYCLE, (call) => `deleted the lifecycle rules of ${bucket(call)}`)

const ACCESS_LOG = about('access log', bucketId)

function logsAccess(call: CallEvent): boolean {
  return textsUnder(call.request, 'TargetBucket').length > 0
}

const LOGGING: readonly ChangeSpec[] = [
  {
    kind: 'logging',
    does: 'open',
    subject: ACCESS_LOG,
    what: (call) => `switched off the access log of ${bucket(call)}`,
    undo: (call) =>
      `aws s3api put-bucket-logging --bucket ${word(call)} --bucket-logging-status file://former-status.json`,
    when: (call) => !logsAccess(call),
  },
  { ...closing('logging', ACCESS_LOG, (call) => `switched on the access log of ${bucket(call)}`), when: logsAccess },
]

const VERSIONING = about('versioning', bucketId)

function keepsVersions(call: CallEvent): boolean {
  return textsUnder(call.request, 'Status').some((status) => status.toLowerCase() === 'enabled')
}

const VERSIONS: readonly ChangeSpec[] = [
  {
    kind: 'destruction',
    does: 'open',
    subject: VERSIONING,
    what: (call) => `suspended versioning of ${bucket(call)}, so that what is deleted or overwritten is gone`,
    undo: (call) => `aws s3api put-bucket-versioning --bucket ${word(call)} --versioning-configuration Status=Enabled`,
    when: (call) => !keepsVersions(call),
  },
  { ...closing('destruction', VERSIONING, (call) => `switched on versioning of ${bucket(call)}`), when: keepsVersions },
]

/** A setting that one call puts and another deletes. */
function setting(topic: string, words: string, undo: string): readonly [ChangeSpec, ChangeSpec] {
  const subject = about(topic, bucketId)
  return [
    {
      kind: 'configuration',
      does: 'open',
      subject,
      what: (call) => `set ${words} of ${bucket(call)}`,
      undo: (call) => `aws s3api ${undo} --bucket ${word(call)}`,
    },
    closing('configuration', subject, (call) => `deleted ${words} of ${bucket(call)}`),
  ]
}

const [WEBSITE_PUT, WEBSITE_DELETED] = setting('website', 'the website', 'delete-bucket-website')
const [CORS_PUT, CORS_DELETED] = setting('cors', 'the rules for foreign web pages', 'delete-bucket-cors')
const [OWNERSHIP_PUT, OWNERSHIP_DELETED] = setting(
  'ownership',
  'the ownership of objects',
  'delete-bucket-ownership-controls',
)
const [ENCRYPTION_PUT, ENCRYPTION_DELETED] = setting('encryption', 'the default encryption', 'delete-bucket-encryption')

const NOTIFICATION: ChangeSpec = {
  kind: 'configuration',
  does: 'open',
  subject: about('notification', bucketId),
  what: (call) => `changed who is told of events in ${bucket(call)}`,
  undo: (call) =>
    `aws s3api put-bucket-notification-configuration --bucket ${word(call)} --notification-configuration file://former.json`,
}

/** What settings of a bucket change for longer than the call. */
export const BUCKET_SETTINGS: Readonly<Record<string, ChangeSpec | readonly ChangeSpec[]>> = {
  PutBucketLifecycle: LIFECYCLE_PUT,
  PutBucketLifecycleConfiguration: LIFECYCLE_PUT,
  DeleteBucketLifecycle: LIFECYCLE_DELETED,
  PutBucketLogging: LOGGING,
  PutBucketVersioning: VERSIONS,
  PutBucketWebsite: WEBSITE_PUT,
  DeleteBucketWebsite: WEBSITE_DELETED,
  PutBucketCors: CORS_PUT,
  DeleteBucketCors: CORS_DELETED,
  PutBucketOwnershipControls: OWNERSHIP_PUT,
  DeleteBucketOwnershipControls: OWNERSHIP_DELETED,
  PutBucketEncryption: ENCRYPTION_PUT,
  DeleteBucketEncryption: ENCRYPTION_DELETED,
  PutBucketNotification: NOTIFICATION,
  PutBucketNotificationConfiguration: NOTIFICATION,
}
