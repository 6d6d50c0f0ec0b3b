import { parseArn, partitionOf } from '../../../domain/arn.ts'
import {
  type ArnForm,
  bareIn,
  idIn,
  type NameOf,
  namedAs,
  nameIn,
  namesIn,
  orUnnamed,
} from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { isObject, type Json, parseJson, pick, pickText } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'

const FORM: ArnForm = { service: 'sqs', head: '', name: /^[\w-]{1,80}(?:\.fifo)?$/ }
const byName = namedAs(FORM)

/** Addresses of all ages: `sqs.eu-west-1.amazonaws.com`, `eu-west-1.queue.amazonaws.com`, `queue.amazonaws.com`. */
const ADDRESS =
  /^https?:\/\/(?:sqs(?:-fips)?\.([a-z0-9-]+)|([a-z0-9-]+)\.queue|queue|[\w.-]+)\.(?:amazonaws\.com|api\.aws)(?:\.cn)?(?::\d+)?\/(\d{12})\/([^/]+)$/

/** The queue that a name, an ARN or an address stands for. */
export const queueOf: NameOf = (value, call) => {
  if (value.length > 2048) return null
  const [, first, second, account, name] = ADDRESS.exec(value) ?? []
  if (account === undefined || name === undefined) return byName(value, call)
  const region = first ?? second ?? call.region
  return byName(`arn:${partitionOf(region)}:sqs:${region}:${account}:${name}`, call)
}

const inCall = namesIn(queueOf, 'queueUrl', 'sourceArn', 'queueArn')
const byBareName = said('queueName')

/** The queue of a call; a call that asks for the address of a queue of another account says whose it is. */
export function queuesOf(call: CallEvent): readonly string[] {
  const found = inCall(call)
  const name = byBareName(call)
  if (found.length > 0 || name === null) return found
  const owner = pickText(call.request, 'queueOwnerAWSAccountId') ?? call.account
  return [`arn:${partitionOf(call.region)}:sqs:${call.region}:${owner}:${name}`]
}

/** The queue of a call by its id, or what stands for the call where it names none. */
export const QUEUE_ID: FromCall = orUnnamed(idIn(queueOf, queuesOf))
/** The queue of a call by its name. */
export const queueName: Words = nameIn(queueOf, queuesOf)
/** The queue as commands take it: its address. */
export const QUEUE_URL: FromCall = (call) =>
  pickText(call.request, 'queueUrl') ?? pickText(call.response, 'queueUrl') ?? bareIn(queueOf, queuesOf)(call)

/** The queue that messages are moved to; without one they go back to where they came from. */
export function movedTo(call: CallEvent): string | null {
  const found = pickText(call.request, 'destinationArn')
  return found === null ? null : (queueOf(found, call)?.id ?? found)
}

/** An attribute of a queue that a call sets: a document or a text; undefined when the call does not set it. */
export function attribute(call: CallEvent, name: string): Json | undefined {
  return valuesUnder(pick(call.request, 'attributes'), name)[0]
}

/** Whether a call sets an attribute to nothing, which takes it away. */
export function isCleared(call: CallEvent, name: string): boolean {
  const value = attribute(call, name)
  return value === '' || value === null
}

/** The queue that messages go to which nobody could handle. */
export function deadLetterQueue(call: CallEvent): string | null {
  const value = attribute(call, 'RedrivePolicy')
  const document = typeof value === 'string' ? parseJson(value) : value
  const found = isObject(document) ? pickText(document, 'deadLetterTargetArn') : null
  return found ?? (value === undefined || isCleared(call, 'RedrivePolicy') ? null : 'unknown')
}

const accounts = everySaid('aWSAccountIds', 'aWSAccountId')

/** Whom a permission lets in from outside the account; `unknown` where the record does not say. */
export function permitted(call: CallEvent): readonly string[] {
  const found = accounts(call)
  if (found.length === 0) return ['unknown']
  return found.filter((who) => who !== call.account && parseArn(who)?.account !== call.account)
}
