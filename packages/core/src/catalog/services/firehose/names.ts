import {
  type ArnForm,
  idIn,
  type NameOf,
  namedAs,
  nameIn,
  namesIn,
  orUnnamed,
  type TextsOf,
} from '../../../domain/arn-form.ts'
import { everySaid, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'

const FORM: ArnForm = { service: 'firehose', head: 'deliverystream/', name: /^[\w.-]{1,64}$/ }

/** The delivery stream that a name or an ARN stands for. */
export const deliveryOf: NameOf = namedAs(FORM)
/** The delivery stream of a call. */
export const deliveriesOf: TextsOf = namesIn(deliveryOf, 'deliveryStreamARN', 'deliveryStreamName')
/** The delivery stream of a call by its id, or what stands for the call where it names none. */
export const DELIVERY_ID: FromCall = orUnnamed(idIn(deliveryOf, deliveriesOf))
/** The delivery stream of a call by its name. */
export const deliveryName: Words = nameIn(deliveryOf, deliveriesOf)

/** Where content is delivered to, in the words of each kind of destination: bucket, database, domain, address. */
const PLACES: readonly TextsOf[] = [
  'bucketARN',
  'clusterJDBCURL',
  'domainARN',
  'clusterEndpoint',
  'collectionEndpoint',
  'hECEndpoint',
  'accountUrl',
  'url',
].map((field) => everySaid(field))

/** Every place that a call has content delivered to; some are for copies and for what could not be delivered. */
export const destinationsOf: TextsOf = (call) => [...new Set(PLACES.flatMap((place) => place(call)))]

/** The streams that feed a delivery stream. */
export const sourcesOf: TextsOf = everySaid('kinesisStreamARN')
/** The Kafka clusters that feed a delivery stream. */
export const clustersOf: TextsOf = everySaid('mSKClusterARN')
