import { bareIn, idIn, orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  type Lasting,
  opening,
  pair,
  part,
  REGION,
  replacing,
  said,
  shown,
} from '../../../domain/change-forms.ts'
import {
  about,
  closing,
  creation,
  deletion,
  policyDeleted,
  policyPut,
  type Thing,
} from '../../../domain/change-spec.ts'
import { pick, pickNumber, pickText } from '../../../domain/json.ts'
import type { CallChanges } from '../../../domain/service-row.ts'
import { policyKey, STREAM_ID, streamName, streamOf, streamsOf } from './names.ts'

const STREAM: Thing = { noun: 'stream', id: STREAM_ID, name: streamName }
const ON_STREAM = { 'stream-name': bareIn(streamOf, streamsOf), region: REGION }
const SUBJECT = about('stream', STREAM_ID)
const stream = (call: CallEvent): string => `stream \`${streamName(call)}\``

/** A stream and each of its consumers have a policy of their own. */
const POLICED: Thing = { ...STREAM, id: (call) => `${STREAM_ID(call)} ${policyKey(call)}` }

/** A consumer is named by its name, or by an ARN that ends with the name and the time of its making. */
const CONSUMER_NAMED = (call: CallEvent): string | null =>
  said('consumerName')(call) ?? said('consumerARN')(call)?.split('/')[3]?.split(':')[0] ?? null
const CONSUMER_NAME = orUnnamed(CONSUMER_NAMED)
const CONSUMER: Lasting = {
  kind: 'persistence',
  subject: part(SUBJECT, 'consumer', CONSUMER_NAME),
  words: (call) => `consumer \`${shown(CONSUMER_NAME)(call)}\` of ${stream(call)}`,
  remove: command('kinesis deregister-stream-consumer', {
    'stream-arn': idIn(streamOf, streamsOf),
    'consumer-name': CONSUMER_NAMED,
    region: REGION,
  }),
}

const RETENTION = about('retention of stream', STREAM_ID)
const UNENCRYPTED = about('encryption of stream', STREAM_ID)
const KEY = part(SUBJECT, 'key')
const MEASURED = about('metrics of stream', STREAM_ID)

const hours = (call: CallEvent): string => String(pickNumber(call.request, 'retentionPeriodHours') ?? 'unknown')

/** What calls on streams change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateStream: creation(STREAM, command('kinesis delete-stream', ON_STREAM)),
  DeleteStream: [
    ...deletion(STREAM, () => 'make the stream again from its source; its records are lost'),
    ...policyDeleted({ ...STREAM, id: (call) => `${STREAM_ID(call)} policy` }),
  ],
  PutResourcePolicy: policyPut({
    ...POLICED,
    document: (call) => pick(call.request, 'policy'),
    undo: command('kinesis delete-resource-policy', { 'resource-arn': said('resourceARN'), region: REGION }),
  }),
  DeleteResourcePolicy: policyDeleted(POLICED),
  ...pair(CONSUMER, 'RegisterStreamConsumer', 'DeregisterStreamConsumer'),
  DecreaseStreamRetentionPeriod: opening(
    'destruction',
    RETENTION,
    (call) => `set ${stream(call)} to keep records for only \`${hours(call)}\` hours, which deletes the older ones`,
    (call) => `${command('kinesis increase-stream-retention-period', ON_STREAM)(call)} --retention-period-hours FORMER`,
  ),
  IncreaseStreamRetentionPeriod: closing(
    'destruction',
    RETENTION,
    (call) => `set ${stream(call)} to keep records for \`${hours(call)}\` hours`,
  ),
  StartStreamEncryption: [
    ...replacing(
      'configuration',
      KEY,
      (call) => `encrypted ${stream(call)} with key \`${pickText(call.request, 'keyId') ?? 'unknown'}\``,
      (call) =>
        `${command('kinesis stop-stream-encryption', { ...ON_STREAM, 'key-id': said('keyId') })(call)} --encryption-type KMS`,
    ),
    closing('configuration', UNENCRYPTED, (call) => `encrypted ${stream(call)} again`),
  ],
  StopStreamEncryption: [
    opening(
      'configuration',
      UNENCRYPTED,
      (call) => `stopped the encryption of ${stream(call)}`,
      (call) =>
        `${command('kinesis start-stream-encryption', { ...ON_STREAM, 'key-id': said('keyId') })(call)} --encryption-type KMS`,
    ),
    closing('configuration', KEY, (call) => `stopped the encryption of ${stream(call)}`),
  ],
  DisableEnhancedMonitoring: opening(
    'logging',
    MEASURED,
    (call) => `switched off the metrics of the shards of ${stream(call)}`,
    (call) => `${command('kinesis enable-enhanced-monitoring', ON_STREAM)(call)} --shard-level-metrics ALL`,
  ),
  EnableEnhancedMonitoring: closing('logging', MEASURED, (call) => `switched on metrics of ${stream(call)}`),
}
