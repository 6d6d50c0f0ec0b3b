import { partitionOf } from '../../../domain/arn.ts'
import {
  type ArnForm,
  EVERYWHERE,
  everyOne,
  type NameOf,
  namedAs,
  namesIn,
  type TextsOf,
} from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'

/** The address in `Accounts <billing@example.com>`; in small letters, so that one sender does not become two. */
function address(text: string): string {
  const tail = text.slice(-700)
  return (/<([^<>]{1,320})>$/.exec(tail.trim())?.[1] ?? text).trim().toLowerCase()
}

const SENDER: ArnForm = { service: 'ses', head: 'identity/', name: /^[^\s/*\p{Cc}]{1,320}$/u, own: address }
const RULES: ArnForm = { service: 'ses', head: 'receipt-rule-set/', name: /^[\w.-]{1,64}$/ }
const FLOW: ArnForm = { service: 'ses', head: 'mailmanager-rule-set/', name: /^[\w-]{1,100}$/ }
const ARCHIVE: ArnForm = { service: 'ses', head: 'mailmanager-archive/', name: /^[\w-]{1,66}$/ }

/** The address or domain that mail is sent as. */
export const senderOf: NameOf = namedAs(SENDER)
/** Everything that an account may send mail as in a region. */
export const everySender: NameOf = everyOne(SENDER, 'all senders')
/** The set of rules for mail that arrives. */
export const rulesOf: NameOf = namedAs(RULES)
/** The set of rules by which Mail Manager treats mail. */
export const flowOf: NameOf = namedAs(FLOW)
/** The archive that an id or an ARN stands for. */
export const archiveOf: NameOf = namedAs(ARCHIVE)
/** All archives of an account in a region. */
export const everyArchive: NameOf = everyOne(ARCHIVE, 'all mail archives')

const inCall = namesIn(senderOf, 'fromEmailAddressIdentityArn', 'sourceArn', 'fromArn', 'bounceSenderArn')
const froms = everySaid('source', 'fromEmailAddress', 'bounceSender')

/** Whom a mail was sent as: what was verified for it, the address, and its domain. */
export const sendersOf: TextsOf = (call) => {
  const addresses = froms(call).map(address)
  const domains = addresses.flatMap((one) => one.split('@').slice(1, 2))
  return [...inCall(call), ...addresses, ...domains].filter((one) => senderOf(one, call) !== null)
}

/** Whoever it was, where the record masks it. */
export const unnamedSenders: TextsOf = (call) => (sendersOf(call).length > 0 ? [] : EVERYWHERE(call))

const identities = namesIn(senderOf, 'emailIdentity', 'identity', 'identities', 'domain')

/** The sender that a setting is about; only calls that verify name it as an address, others so name who gets the mail. */
export const identitiesOf: TextsOf = (call) => {
  const found = identities(call)
  const verified = /^(?:Verify|DeleteVerified)/.test(call.name) ? pickText(call.request, 'emailAddress') : null
  return found.length > 0 || verified === null ? found : [verified]
}

/** The set of rules for mail that arrives. */
export const ruleSetsOf: TextsOf = namesIn(rulesOf, 'ruleSetName')
/** The set of rules of Mail Manager. */
export const flowsOf: TextsOf = (call) => {
  const id = pickText(call.response, 'ruleSetId') ?? pickText(call.request, 'ruleSetId')
  return id === null ? [] : [id]
}

/** The archive of a call. */
export const archivesOf: TextsOf = namesIn(archiveOf, 'archiveId', 'archiveArn')

/** A search or an export of an archive names it when it begins; later calls name the search, the export or a message. */
export function partOfArchive(call: CallEvent): string | null {
  return said('archivedMessageId', 'searchId', 'exportId')(call)
}

function bucket(call: CallEvent, name: string): string {
  return `arn:${partitionOf(call.region)}:s3:::${name}`
}

/** The bucket that an archive is exported to. */
export const exportBucket: FromCall = (call) => {
  const name = /^s3:\/\/([^/]{3,255})/.exec(said('s3Location')(call) ?? '')?.[1]
  return name === undefined ? null : bucket(call, name)
}

const BUCKETS = everySaid('bucketName', 's3Bucket')
const PLACES = [
  'functionArn',
  'topicArn',
  'organizationArn',
  'instanceARN',
  'targetArchive',
  'relay',
  'mailboxArn',
  'deliveryStreamArn',
  'eventBusArn',
  'applicationArn',
].map((key) => everySaid(key))

/** Every place that a rule, or a setting for events, sends mail or word of it to. */
export const placesOf: TextsOf = (call) => [
  ...new Set([...BUCKETS(call).map((name) => bucket(call, name)), ...PLACES.flatMap((place) => place(call))]),
]
