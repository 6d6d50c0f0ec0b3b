import { isAddress } from '../../../domain/address.ts'
import type { Outcome } from '../../../domain/call.ts'
import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickNumber, pickText } from '../../../domain/json.ts'
import type { Effect, StoreName } from '../../../domain/touch.ts'
import type { MailWitness } from '../../../domain/witness.ts'

/** Whether a record is a line that was taken apart. */
export function recognises(record: JsonObject): boolean {
  return ['date-time', 'event-id', 'source', 'internal-message-id'].every((name) => Object.hasOwn(record, name))
}

const ADDRESS = /^[^\s@<>\p{Cc}]{1,256}@[^\s@<>\p{Cc}]{1,256}$/u

/** A mailbox by its address (RFC 6068), in small letters. */
function mailbox(text: string): StoreName | null {
  const name = text.trim().toLowerCase()
  return ADDRESS.test(name) ? { id: `mailto:${name}`, kind: 'mail-address', account: null, region: null, name } : null
}

/** Events that put mail into the mailboxes of those who get it. */
const DELIVERED: ReadonlySet<string> = new Set(['DELIVER', 'DUPLICATEDELIVER'])
/** Mail that went no further. */
const FAILED: ReadonlySet<string> = new Set([
  ...['FAIL', 'BADMAIL', 'DROP', 'DEFER', 'POISONMESSAGE', 'SUBMITFAIL', 'SUBMITDEFER', 'PROCESSFAILED'],
])

/**
 * Whose mailboxes an event is about: of those who get the mail where it comes from outside or is delivered, else of who sends it.
 * THREAT: mail from outside may name anybody as its sender.
 */
function subjectsOf(record: JsonObject, event: string): readonly StoreName[] {
  const recipients = (pickText(record, 'recipient-address') ?? '').split(';')
  const sender = mailbox(pickText(record, 'sender-address') ?? '')
  const isInward = DELIVERED.has(event) || pickText(record, 'directionality') === 'Incoming'
  const named = isInward || sender === null ? recipients.flatMap((one) => mailbox(one) ?? []) : [sender]
  return [...new Map(named.map((one) => [one.id, one])).values()]
}

/** Only what the store itself takes out of a mailbox is sent as it: in all other events the sender is a word of the mail. */
function effectOf(record: JsonObject, event: string): Effect | null {
  if (event === 'SUBMIT' && pickText(record, 'source') === 'STOREDRIVER') return 'sent-as'
  return event === 'DELIVER' ? 'written' : null
}

/** Where the mail came from: the client that wrote it, else the one that handed it in by SMTP. Servers pass it on to each other. */
function clientOf(record: JsonObject, event: string): string | null {
  const from = event === 'RECEIVE' && pickText(record, 'source') === 'SMTP' ? pickText(record, 'client-ip') : null
  const address = pickText(record, 'original-client-ip') ?? from
  return address !== null && isAddress(address) ? address : null
}

/** The id that the mail has for those who hold it, else the one that the servers gave it. */
function idOf(record: JsonObject): string | null {
  const id = pickText(record, 'message-id')
  return id !== null && /^[^\s\p{Cc}]{1,998}$/u.test(id) ? id : pickText(record, 'network-message-id')
}

/** Reads a line: a witness for each mailbox that it is about. Nobody is named who signed in. */
export function read(record: JsonObject): ReadRecord {
  const at = parseInstant(pickText(record, 'date-time') ?? '')
  const event = pickText(record, 'event-id') ?? ''
  if (at === null) return { kind: 'rejected', reason: 'its time is none' }
  if (!/^[A-Z]{2,40}$/.test(event)) return { kind: 'rejected', reason: 'it names no event' }
  const outcome: Outcome = FAILED.has(event) ? 'failed' : 'ok'
  const [first, ...others] = subjectsOf(record, event).map(
    (subject): MailWitness => ({
      ...{ kind: 'mail', at, subject, act: event, effect: effectOf(record, event), outcome },
      ...{ principal: null, credential: null, address: clientOf(record, event) },
      ...{ scope: 'item', object: idOf(record), agent: null, sessionId: null },
      ...{ messages: 1, bytes: pickNumber(record, 'total-bytes') },
    }),
  )
  return first === undefined
    ? { kind: 'rejected', reason: 'it names no mailbox by an address' }
    : { kind: 'witnesses', witnesses: [first, ...others] }
}
