import { bareIn, idIn } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { command, opening, part, REGION, replacing, said } from '../../../domain/change-forms.ts'
import { about, closing, creation, deletion, type Thing } from '../../../domain/change-spec.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import {
  type Action,
  type ChangeSpec,
  type Channel,
  defineService,
  type Grant,
  type ServiceRow,
  type StoreAt,
} from '../../../domain/service-row.ts'
import { EXAMPLES } from './examples.ts'
import { clustersOf, DELIVERY_ID, deliveriesOf, deliveryName, deliveryOf, destinationsOf, sourcesOf } from './names.ts'

const CHANNELS: readonly Channel[] = [
  {
    kind: 'continuing-grant',
    way: 'another destination, to which its content is delivered',
    recordedBy: 'management-events',
    settledBy:
      '`aws firehose describe-delivery-stream --delivery-stream-name {name} --region {region}` and the CloudTrail log files of {account} in {region} with their digest files',
  },
  {
    kind: 'neighbour',
    way: 'the places it delivers to and is fed by, and its bucket for copies and failed records',
    recordedBy: 'nothing',
    settledBy: '`aws firehose describe-delivery-stream --delivery-stream-name {name} --region {region}`',
  },
]

const DELIVERY: StoreAt = { kind: 'delivery-stream', at: deliveriesOf }
const FLOW: Action = { logged: 'management', on: DELIVERY, effect: 'redirected', names: 'one' }

const to = (call: CallEvent): readonly Grant[] => openTo(destinationsOf(call), 'destination')
/** What is not said is not changed: a call that names no place leaves the former ones. */
const instead = (call: CallEvent): readonly Grant[] =>
  to(call).length === 0 ? [] : [...closeAll('destination'), ...to(call)]

/** A delivery stream that is fed by a store takes all that comes there; its deletion does not name that store again. */
const fed = (call: CallEvent): readonly Grant[] =>
  openTo([idIn(deliveryOf, deliveriesOf)(call) ?? 'unknown'], `delivery stream ${deliveryName(call)}`)

const THING: Thing = { noun: 'delivery stream', id: DELIVERY_ID, name: deliveryName }
const ON_DELIVERY = { 'delivery-stream-name': bareIn(deliveryOf, deliveriesOf), region: REGION }
const SUBJECT = about('delivery stream', DELIVERY_ID)
const DESTINATION = part(SUBJECT, 'destination')
const PLAIN_TEXT = part(SUBJECT, 'encryption')

function places(call: CallEvent): string {
  return (
    destinationsOf(call)
      .map((place) => `\`${place}\``)
      .join(', ') || 'a place that the record does not name'
  )
}

const remove = command('firehose delete-delivery-stream', ON_DELIVERY)

const CREATED: readonly ChangeSpec[] = [
  ...creation(THING, remove),
  ...replacing(
    'exposure',
    DESTINATION,
    (call) => `had what delivery stream \`${deliveryName(call)}\` takes delivered to ${places(call)}`,
    remove,
  ),
]

const row: ServiceRow = defineService({
  service: 'firehose',
  sources: ['firehose.amazonaws.com'],
  stores: { 'delivery-stream': { title: 'delivery stream', name: deliveryOf, channels: CHANNELS } },
  mentions: [DELIVERY],
  actions: {
    CreateDeliveryStream: [
      { ...FLOW, grants: to },
      { ...FLOW, on: { kind: 'kinesis-stream', at: sourcesOf }, names: 'list', grants: fed },
      { ...FLOW, on: { kind: 'msk-cluster', at: clustersOf }, names: 'list', grants: fed },
    ],
    UpdateDestination: { ...FLOW, grants: instead },
    DeleteDeliveryStream: [
      { ...FLOW, effect: 'destroyed' },
      { ...FLOW, grants: () => closeAll('destination') },
    ],
  },
  changes: {
    CreateDeliveryStream: CREATED,
    DeleteDeliveryStream: deletion(THING, () => 'make the delivery stream again from its source'),
    UpdateDestination: replacing(
      'exposure',
      DESTINATION,
      (call) => `had what delivery stream \`${deliveryName(call)}\` takes delivered to ${places(call)} from then on`,
      (call) =>
        `${command('firehose update-destination', { ...ON_DELIVERY, 'destination-id': said('destinationId') })(call)} --current-delivery-stream-version-id VERSION FORMER_DESTINATION`,
    ),
    StopDeliveryStreamEncryption: opening(
      'configuration',
      PLAIN_TEXT,
      (call) => `stopped the encryption of delivery stream \`${deliveryName(call)}\``,
      command('firehose start-delivery-stream-encryption', ON_DELIVERY),
    ),
    StartDeliveryStreamEncryption: closing(
      'configuration',
      PLAIN_TEXT,
      (call) => `encrypted delivery stream \`${deliveryName(call)}\``,
    ),
  },
  cite: 'Amazon Data Firehose developer guide: logging with CloudTrail; API reference',
  examples: EXAMPLES,
})

export default row
