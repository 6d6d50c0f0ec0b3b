import { type Channel, defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { topicOf, topicsOf } from './names.ts'

const CHANNELS: readonly Channel[] = [
  {
    kind: 'continuing-grant',
    way: 'a subscription that every message goes on to',
    recordedBy: 'management-events',
    settledBy:
      '`aws sns list-subscriptions-by-topic --topic-arn {id} --region {region}` and the CloudTrail log files of {account} in {region} with their digest files',
  },
  {
    kind: 'continuing-grant',
    way: 'a policy that lets others subscribe; what another account subscribes is recorded there, too',
    recordedBy: 'management-events',
    settledBy: '`aws sns get-topic-attributes --topic-arn {id} --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'the queues, functions and buckets that its messages go to, and its archive',
    recordedBy: 'nothing',
    settledBy: '`aws sns list-subscriptions-by-topic --topic-arn {id} --region {region}`',
  },
]

const row: ServiceRow = defineService({
  service: 'sns',
  sources: ['sns.amazonaws.com'],
  stores: { 'sns-topic': { title: 'topic', name: topicOf, channels: CHANNELS } },
  mentions: [{ kind: 'sns-topic', at: topicsOf }],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon SNS developer guide: logging with CloudTrail, subscriptions, message data protection; API reference',
  examples: EXAMPLES,
})

export default row
