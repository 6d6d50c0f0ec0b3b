import { anyBeside } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { type Json, pick } from '../../../domain/json.ts'
import { closeAll, policyGrants } from '../../../domain/policy-grants.ts'
import { type Action, type Channel, defineService, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { everyStream, policyKey, streamOf, streamsOf, unnamedStreams } from './names.ts'

const READS: Channel = {
  kind: 'data-call',
  way: 'reading its records',
  recordedBy: 'data-events',
  settledBy:
    'the data events of the stream and of its consumers, which are selected apart, and `aws cloudtrail get-event-selectors --trail-name {trail} --region {region}` to show that they were recorded',
}

const CHANNELS: readonly Channel[] = [
  READS,
  {
    kind: 'continuing-grant',
    way: 'a policy of the stream or of a consumer that lets others read it',
    recordedBy: 'data-events',
    settledBy:
      '`aws kinesis get-resource-policy --resource-arn {id} --region {region}` and the data events of the stream',
  },
  {
    kind: 'other-service',
    way: 'a delivery stream, a function or an application that is fed by it',
    recordedBy: 'data-events',
    settledBy:
      '`aws kinesis list-stream-consumers --stream-arn {id} --region {region}`, `aws lambda list-event-source-mappings --event-source-arn {id} --region {region}` and a list of the delivery streams of {account}',
  },
]

const STREAM: StoreAt = { kind: 'kinesis-stream', at: streamsOf }
const READ: Action = { logged: 'data', on: STREAM, effect: 'read', names: 'one', payload: 'object' }
const RECORDS: readonly Action[] = [
  READ,
  { ...READ, on: { kind: 'kinesis-stream-set', at: unnamedStreams }, names: 'set' },
]
const WRITE: Action = { logged: 'data', on: STREAM, effect: 'written', names: 'one' }
const SHARE: Action = { ...WRITE, logged: 'management', effect: 'shared' }
const policyIn = (call: CallEvent): Json | undefined => pick(call.request, 'policy')

const row: ServiceRow = defineService({
  service: 'kinesis',
  sources: ['kinesis.amazonaws.com'],
  stores: {
    'kinesis-stream': { title: 'data stream', name: streamOf, channels: CHANNELS },
    'kinesis-stream-set': {
      title: 'set of data streams',
      name: everyStream,
      channels: [READS],
      holds: anyBeside('kinesis-stream'),
    },
  },
  // A position in a stream has no content in it: asking for one shows that the stream exists.
  mentions: [STREAM],
  actions: {
    GetRecords: RECORDS,
    SubscribeToShard: RECORDS,
    ReceiveQueueRecords: RECORDS,
    ReceiveDeadLetterQueueRecords: RECORDS,
    PutRecord: WRITE,
    PutRecords: WRITE,
    PutResourcePolicy: { ...SHARE, grants: (call) => policyGrants(policyIn(call), call, policyKey(call)) },
    DeleteResourcePolicy: { ...SHARE, grants: (call) => closeAll(policyKey(call)) },
    DeleteStream: [
      { ...WRITE, logged: 'management', effect: 'destroyed' },
      { ...SHARE, grants: () => closeAll('policy') },
    ],
  },
  changes: CHANGES,
  cite: 'Amazon Kinesis Data Streams developer guide: logging with CloudTrail, resource-based policies, enhanced fan-out; API reference',
  examples: EXAMPLES,
})

export default row
