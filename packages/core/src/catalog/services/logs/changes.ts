import { parseArn } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  endings,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'

/** The group of a call by its name; some calls name it by its ARN, whose last part may be `:*`. */
const GROUP: FromCall = (call) => {
  const named = said('logGroupName', 'logGroupIdentifier', 'resourceIdentifier')(call)
  const arn = named === null ? null : parseArn(named)
  return arn === null ? named : arn.resource.replace(/^log-group:/, '').replace(/:\*$/, '')
}

const ON_GROUP = { 'log-group-name': GROUP, region: REGION }
const ITSELF: Lasting = {
  ...plain({
    kind: 'configuration',
    noun: 'log group',
    id: inPlace(GROUP),
    name: GROUP,
    remove: ['logs delete-log-group', 'log-group-name'],
  }),
  remake: () => 'nothing brings back the deleted records; what was exported or sent elsewhere before is still there',
}
const group = ITSELF.words

const STREAM_NAME = said('logStreamName')
const STREAM: Lasting = {
  kind: 'configuration',
  subject: part(ITSELF.subject, 'stream', STREAM_NAME),
  words: (call) => `log stream \`${shown(STREAM_NAME)(call)}\` of ${group(call)}`,
  remove: command('logs delete-log-stream', { ...ON_GROUP, 'log-stream-name': STREAM_NAME }),
  remake: () => 'nothing brings back the deleted records; what was exported or sent elsewhere before is still there',
}

const FILTER_NAME = said('filterName')

/** A filter of a group: what it lets through goes on to another place, or is counted for an alarm. */
function filter(noun: string, kind: Lasting['kind'], verb: string): Lasting {
  return {
    kind,
    subject: part(ITSELF.subject, noun, FILTER_NAME),
    words: (call) => `${noun} \`${shown(FILTER_NAME)(call)}\` of ${group(call)}`,
    remove: command(`logs ${verb}`, { ...ON_GROUP, 'filter-name': FILTER_NAME }),
  }
}

const SUBSCRIPTION = filter('subscription filter', 'exposure', 'delete-subscription-filter')
const METRIC = filter('metric filter', 'configuration', 'delete-metric-filter')

const RETENTION = part(ITSELF.subject, 'retention')

/** A shorter time deletes what is older: at once, and for good. */
function kept(words: Words): readonly ChangeSpec[] {
  return replacing(
    'destruction',
    RETENTION,
    words,
    (call) => `${command('logs put-retention-policy', ON_GROUP)(call)} --retention-in-days FORMER`,
  )
}

function days(call: CallEvent): string {
  const found = pick(call.request, 'retentionInDays')
  return typeof found === 'number' || typeof found === 'string' ? String(found) : 'unknown'
}

const TASK: FromCall = (call) => pickText(call.response, 'taskId') ?? pickText(call.request, 'taskId')
const EXPORT = about('export of logs', TASK)

const ACCOUNT_POLICY: FromCall = (call) => {
  const [type, name] = [said('policyType')(call), said('policyName')(call)]
  return type === null || name === null ? null : `account policy of logs ${call.account}:${call.region}:${type}:${name}`
}
const dropAccountPolicy = command('logs delete-account-policy', {
  'policy-name': said('policyName'),
  'policy-type': said('policyType'),
  region: REGION,
})

const RESOURCE_POLICY = plain({
  kind: 'exposure',
  noun: 'resource policy of logs',
  id: inPlace(said('policyName')),
  name: said('policyName'),
  remove: ['logs delete-resource-policy', 'policy-name'],
})

const DESTINATION_NAME = said('destinationName')
const DESTINATION = plain({
  kind: 'exposure',
  noun: 'destination of logs',
  id: inPlace(DESTINATION_NAME),
  name: DESTINATION_NAME,
  remove: ['logs delete-destination', 'destination-name'],
})

const DELIVERY = plain({
  kind: 'configuration',
  noun: 'delivery of logs',
  id: (call) => pickText(call.response, 'delivery.id') ?? pickText(call.request, 'id'),
  remove: ['logs delete-delivery', 'id'],
})

/** The end of a delivery or a metric blinds whoever looks at what it fed. */
function blinding(specs: readonly ChangeSpec[]): readonly ChangeSpec[] {
  return specs.map((spec): ChangeSpec => ({ ...spec, kind: 'logging' }))
}

const subscribed: Words = (call) =>
  `sent what ${group(call)} receives on to \`${shown(said('destinationArn'))(call)}\` by filter \`${shown(FILTER_NAME)(call)}\``

/** What calls on logs change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateLogGroup: made(ITSELF),
  DeleteLogGroup: [...unmade(ITSELF), ...endings('destruction', [RETENTION], (call) => `deleted ${group(call)}`)],
  DeleteLogStream: unmade(STREAM),
  PutRetentionPolicy: kept((call) => `set ${group(call)} to keep records for \`${days(call)}\` days`),
  DeleteRetentionPolicy: closing('destruction', RETENTION, (call) => `set ${group(call)} to keep records for ever`),
  PutSubscriptionFilter: [
    ...replacing('exposure', SUBSCRIPTION.subject, subscribed, SUBSCRIPTION.remove),
    ...made(SUBSCRIPTION).filter((spec) => spec.does === 'close'),
  ],
  DeleteSubscriptionFilter: unmade(SUBSCRIPTION),
  PutMetricFilter: made(METRIC),
  DeleteMetricFilter: blinding(unmade(METRIC)),
  CreateExportTask: opening(
    'exposure',
    EXPORT,
    (call) => `exported ${group(call)} to bucket \`${shown(said('destination'))(call)}\``,
    (call) =>
      `${command('logs cancel-export-task', { 'task-id': TASK, region: REGION })(call)} (while it runs; what was written stays in the bucket)`,
  ),
  CancelExportTask: closing('exposure', EXPORT, () => 'cancelled an export of logs'),
  PutAccountPolicy: replacing(
    'exposure',
    ACCOUNT_POLICY,
    (call) =>
      `set policy \`${shown(said('policyName'))(call)}\` of type \`${shown(said('policyType'))(call)}\` for all log groups of region \`${call.region}\``,
    dropAccountPolicy,
  ),
  DeleteAccountPolicy: closing('exposure', ACCOUNT_POLICY, () => 'deleted a policy for all log groups'),
  ...pair(RESOURCE_POLICY, 'PutResourcePolicy', 'DeleteResourcePolicy'),
  ...pair(DESTINATION, 'PutDestination', 'DeleteDestination'),
  PutDestinationPolicy: replacing(
    'exposure',
    part(DESTINATION.subject, 'policy'),
    (call) => `set who may send logs to ${DESTINATION.words(call)}`,
    command('logs put-destination-policy --access-policy file://former-policy.json', {
      'destination-name': DESTINATION_NAME,
      region: REGION,
    }),
  ),
  CreateDelivery: made(DELIVERY),
  DeleteDelivery: blinding(unmade(DELIVERY)),
  DisassociateKmsKey: opening(
    'configuration',
    part(ITSELF.subject, 'without key'),
    (call) => `took the key that encrypts it from ${group(call)}`,
    (call) => `${command('logs associate-kms-key', ON_GROUP)(call)} --kms-key-id FORMER_KEY`,
  ),
  AssociateKmsKey: replacing(
    'configuration',
    part(ITSELF.subject, 'key'),
    (call) => `encrypted ${group(call)} with key \`${shown(said('kmsKeyId'))(call)}\``,
    command('logs disassociate-kms-key', ON_GROUP),
  ),
}
