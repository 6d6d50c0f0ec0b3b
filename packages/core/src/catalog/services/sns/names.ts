import { parseArn } from '../../../domain/arn.ts'
import {
  type ArnForm,
  bareIn,
  idIn,
  type NameOf,
  namedAs,
  nameIn,
  namesIn,
  orUnnamed,
  type TextsOf,
} from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { type Json, pick, pickText } from '../../../domain/json.ts'
import { textsUnder, valuesUnder } from '../../../domain/named-in-call.ts'

/** The ARN of a subscription goes on from the one of its topic. */
const FORM: ArnForm = {
  service: 'sns',
  head: '',
  name: /^[\w-]{1,256}(?:\.fifo)?$/,
  own: (name) => name.split(':')[0] ?? '',
}

/** The topic that a name, an ARN or the ARN of a subscription to it stands for. */
export const topicOf: NameOf = namedAs(FORM)

const inCall = namesIn(topicOf, 'topicArn', 'subscriptionArn', 'resourceArn', 'targetArn')

/** The topic of a call; a bare name stands for one where a topic is made, and for other things elsewhere. */
export const topicsOf: TextsOf = (call) => {
  const found = inCall(call)
  const name = call.name === 'CreateTopic' ? pickText(call.request, 'name') : null
  return found.length > 0 || name === null ? found : [name]
}

/** The topic of a call by its id, or what stands for the call where it names none. */
export const TOPIC_ID: FromCall = orUnnamed(idIn(topicOf, topicsOf))
/** The topic of a call by its name. */
export const topicName: Words = nameIn(topicOf, topicsOf)
/** The topic as commands take it: its ARN. */
export const TOPIC_ARN: FromCall = (call) => idIn(topicOf, topicsOf)(call) ?? bareIn(topicOf, topicsOf)(call)

/** The ARN of the subscription of a call; null while it is not confirmed, and has none. */
export function subscriptionOf(call: CallEvent): string | null {
  const found = pickText(call.response, 'subscriptionArn') ?? pickText(call.request, 'subscriptionArn')
  return found !== null && parseArn(found) !== null ? found : null
}

/** Where a subscription sends messages; masked addresses are told by their protocol. */
export function endpointOf(call: CallEvent): string {
  const protocol = pickText(call.request, 'protocol')
  return said('endpoint')(call) ?? (protocol === null ? 'unknown' : `unknown address (${protocol})`)
}

/** Equal for the call that makes a subscription and the one that ends it; without an ARN it can only be told by its end. */
export function subscriptionKey(call: CallEvent): string {
  return `subscription ${subscriptionOf(call) ?? `of ${endpointOf(call)}`}`
}

const accounts = everySaid('aWSAccountId', 'aWSAccountIds')

/** Whom a permission lets in from outside the account; `unknown` where the record does not say. */
export function permitted(call: CallEvent): readonly string[] {
  const found = accounts(call)
  if (found.length === 0) return ['unknown']
  return found.filter((who) => who !== call.account && parseArn(who)?.account !== call.account)
}

/** The attribute that a call sets. */
export function attributeName(call: CallEvent): string | null {
  return pickText(call.request, 'attributeName')
}

/** The policy that a call sets; undefined when it sets none. A new topic may have one at once. */
export function policyIn(call: CallEvent): Json | undefined {
  const name = attributeName(call)
  if (name !== null) return name === 'Policy' ? (pick(call.request, 'attributeValue') ?? null) : undefined
  return valuesUnder(pick(call.request, 'attributes'), 'Policy')[0]
}

/** Whether messages are sent to a telephone and to no topic. */
export function isToPhone(call: CallEvent): boolean {
  return textsUnder(call.request, 'phoneNumber').length > 0
}
