import { type Channel, defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { queueOf, queuesOf } from './names.ts'

const DATA_EVENTS =
  'the data events of the queue, and `aws cloudtrail get-event-selectors --trail-name {trail} --region {region}` to show that they were recorded'

const CHANNELS: readonly Channel[] = [
  { kind: 'data-call', way: 'taking its messages', recordedBy: 'data-events', settledBy: DATA_EVENTS },
  {
    kind: 'management-call',
    way: 'moving its messages to another queue',
    recordedBy: 'management-events',
    settledBy: 'the CloudTrail log files of {account} in {region} with their digest files',
  },
  {
    kind: 'continuing-grant',
    way: 'a policy that lets others take its messages',
    recordedBy: 'data-events',
    settledBy:
      '`aws sqs get-queue-attributes --queue-url https://sqs.{region}.amazonaws.com/{account}/{name} --attribute-names Policy --region {region}` and the data events of the queue',
  },
  {
    kind: 'other-service',
    way: 'a function or a pipe that is fed by it',
    recordedBy: 'data-events',
    settledBy:
      '`aws lambda list-event-source-mappings --event-source-arn {id} --region {region}` and `aws pipes list-pipes --source-prefix {id} --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'the queue for messages that nobody handled, and the topics and buckets that feed it',
    recordedBy: 'nothing',
    settledBy:
      '`aws sqs get-queue-attributes --queue-url https://sqs.{region}.amazonaws.com/{account}/{name} --attribute-names RedrivePolicy --region {region}`',
  },
]

const row: ServiceRow = defineService({
  service: 'sqs',
  sources: ['sqs.amazonaws.com'],
  stores: { 'sqs-queue': { title: 'message queue', name: queueOf, channels: CHANNELS } },
  mentions: [{ kind: 'sqs-queue', at: queuesOf }],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon SQS developer guide: logging with CloudTrail, dead-letter queues; API reference',
  examples: EXAMPLES,
})

export default row
