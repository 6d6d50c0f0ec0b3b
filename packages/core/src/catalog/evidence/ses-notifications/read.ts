import { isAddress } from '../../../domain/address.ts'
import { parseArn } from '../../../domain/arn.ts'
import type { Outcome } from '../../../domain/call.ts'
import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'
import { isObject, type Json, type JsonObject, parseJson, pick, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'

/** What one type of notice says. */
interface Notice {
  /** Where what happened stands in the record. */
  readonly under: string
  readonly outcome: Outcome
  /** Whether whoever got the mail acted, and not whoever sent it. */
  readonly byReader?: true
}

/** Types of notices (SES developer guide: contents of notifications and of event data). */
const NOTICES: Readonly<Record<string, Notice>> = {
  Send: { under: 'send', outcome: 'ok' },
  Delivery: { under: 'delivery', outcome: 'ok' },
  DeliveryDelay: { under: 'deliveryDelay', outcome: 'failed' },
  Bounce: { under: 'bounce', outcome: 'failed' },
  Reject: { under: 'reject', outcome: 'failed' },
  'Rendering Failure': { under: 'failure', outcome: 'failed' },
  Complaint: { under: 'complaint', outcome: 'ok', byReader: true },
  Subscription: { under: 'subscription', outcome: 'ok', byReader: true },
  Open: { under: 'open', outcome: 'ok', byReader: true },
  Click: { under: 'click', outcome: 'ok', byReader: true },
}

/** Word of mail that arrived: nobody is seen to act on a sender. */
const ARRIVED = 'Received'

function typeOf(record: JsonObject): string | null {
  return pickText(record, 'eventType') ?? pickText(record, 'notificationType')
}

/** Whether a record is a notice about one mail. */
export function recognises(record: JsonObject): boolean {
  return typeOf(record) !== null && isObject(record['mail']) && pickText(record, 'mail.messageId') !== null
}

/** The notice that a topic or a bus of the provider packs. */
export function unwrap(record: JsonObject): Json | undefined {
  if (record['source'] === 'aws.ses' && isObject(record['detail'])) return record['detail']
  const isPacked = record['Type'] === 'Notification' && pickText(record, 'TopicArn') !== null
  const text = isPacked ? pickText(record, 'Message') : null
  return text?.startsWith('{') ? parseJson(text) : undefined
}

const SENDER = /^identity\/([^\s/*\p{Cc}]{1,320})$/u

/** Whom the mail was sent as, by the ARN that was verified for it; in small letters, so that one sender does not become two. */
function senderIn(record: JsonObject): StoreName | null {
  const arn = parseArn(pickText(record, 'mail.sourceArn') ?? '')
  const name = SENDER.exec(arn?.resource ?? '')?.[1]?.toLowerCase()
  if (arn === null || name === undefined || arn.service !== 'ses') return null
  if (!/^\d{12}$/.test(arn.account) || !/^[a-z\d-]+$/.test(arn.region)) return null
  const { partition, region, account } = arn
  return {
    id: `arn:${partition}:ses:${region}:${account}:identity/${name}`,
    kind: 'ses-identity',
    account,
    region,
    name,
  }
}

interface Who {
  readonly principal: string | null
  readonly address: string | null
  readonly agent: string | null
}

function addressIn(text: string | null): string | null {
  return text !== null && isAddress(text) ? text : null
}

/**
 * Who sent it, as the provider says. THREAT: whoever sends a mail writes its headers, its source and its tags; names of tags that begin
 * with `ses:` are the provider's alone, because no other name may hold a colon.
 */
function senderOf(record: JsonObject): Who {
  const tag = (name: string): string | null => pickText(record, `mail.tags.ses:${name}[]`)
  const principal = pickText(record, 'mail.callerIdentity') ?? tag('caller-identity')
  return {
    principal: principal !== null && /^[\w+=,.@:/-]{1,256}$/.test(principal) ? principal : null,
    address: addressIn(pickText(record, 'mail.sourceIp')) ?? addressIn(tag('source-ip')),
    agent: null,
  }
}

/** Who got it, by what their program said of itself when it opened something. */
function readerOf(record: JsonObject, under: string): Who {
  const address = addressIn(pickText(record, `${under}.ipAddress`))
  return { principal: null, address, agent: pickText(record, `${under}.userAgent`) }
}

/** Reads a notice. Only the one of sending is a use of the sender, and only where it says who it was. */
export function read(record: JsonObject): ReadRecord {
  const act = typeOf(record) ?? ''
  if (act === ARRIVED) return { kind: 'statements', statements: [] }
  const notice = Object.hasOwn(NOTICES, act) ? NOTICES[act] : undefined
  if (notice === undefined) return { kind: 'rejected', reason: 'it is of no known type' }
  const { under, outcome, byReader } = notice
  const subject = senderIn(record)
  const at = parseInstant(pickText(record, `${under}.timestamp`) ?? pickText(record, 'mail.timestamp') ?? '')
  if (subject === null) return { kind: 'rejected', reason: 'it does not say by an ARN whom the mail was sent as' }
  if (at === null) return { kind: 'rejected', reason: 'its time is none' }
  const who = byReader === true ? readerOf(record, under) : senderOf(record)
  const isSent = act === 'Send'
  return {
    kind: 'witnesses',
    witnesses: [
      {
        ...{ kind: 'mail', at, subject, act, outcome, ...who, credential: null, scope: 'item', sessionId: null },
        effect: isSent && (who.principal !== null || who.address !== null) ? 'sent-as' : null,
        object: idIn(pick(record, 'mail.messageId')),
        messages: isSent ? 1 : null,
        bytes: null,
      },
    ],
  }
}

function idIn(value: Json | undefined): string | null {
  return typeof value === 'string' && /^[\w.@-]{1,256}$/.test(value) ? value : null
}
