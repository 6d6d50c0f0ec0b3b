import { isAddress } from '../../../domain/address.ts'
import { type Beside, NOTHING_BESIDE, type ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickNumber, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { MailWitness } from '../../../domain/witness.ts'
import { shortTime } from './syslog-time.ts'

/** Whether a record is what lines of this log say. */
export function recognises(record: JsonObject): boolean {
  return ['time', 'postfix_program', 'queue_id'].every((name) => pickText(record, name) !== null)
}

const ADDRESS = /^[^\s@<>\p{Cc}]{1,256}@[^\s@<>\p{Cc}]{1,256}$/u

/** A mailbox by its address (RFC 6068), in small letters. */
function mailbox(text: string | null): StoreName | null {
  const name = (text ?? '').toLowerCase()
  return ADDRESS.test(name) ? { id: `mailto:${name}`, kind: 'mail-address', account: null, region: null, name } : null
}

function timeOf(record: JsonObject, { asked }: Beside): Instant | null {
  const text = pickText(record, 'time') ?? ''
  const near = parseInstant(pickText(record, 'near') ?? '')
  return /^\d/.test(text) ? parseInstant(text) : shortTime(text, { near, before: asked?.at ?? null })
}

/** Programs that put mail into mailboxes of this host; all others hand it on. */
const LOCAL = /\/(?:local|virtual|lmtp)$/

function seen(record: JsonObject, at: Instant, subject: StoreName) {
  return {
    ...({ kind: 'mail', at, subject, credential: null, scope: 'item', agent: null } as const),
    object: pickText(record, 'message_id'),
    sessionId: pickText(record, 'queue_id'),
  }
}

/** A mail that was taken into the queue. Only who signed in sends as somebody: the sender of the envelope is the client's word. */
function taken(record: JsonObject, at: Instant, subject: StoreName): MailWitness {
  const [address, principal] = [pickText(record, 'client'), pickText(record, 'sasl_username')]
  const bytes = pickNumber(record, 'size')
  return {
    ...{ ...seen(record, at, subject), act: 'queued', effect: principal === null ? null : 'sent-as', outcome: 'ok' },
    ...{ principal, address: address !== null && isAddress(address) ? address : null },
    // Of a mail that arrived before the file begins this may be one of many tries.
    ...{ messages: bytes === null ? null : 1, bytes },
  }
}

function delivered(record: JsonObject, at: Instant, subject: StoreName): MailWitness {
  const isLocal = LOCAL.test(pickText(record, 'postfix_program') ?? '')
  const outcome = pickText(record, 'status') === 'sent' ? 'ok' : 'failed'
  return {
    ...{ ...seen(record, at, subject), act: isLocal ? 'delivered' : 'handed on', effect: isLocal ? 'written' : null },
    ...{ outcome, principal: null, address: null, messages: outcome === 'ok' ? 1 : null, bytes: null },
  }
}

const NO_TIME =
  'its time has no year: give --taken-at with the time at which the log was copied, or ingest a log that writes whole times'

/** Reads what lines of one mail say. */
export function read(record: JsonObject, beside: Beside = NOTHING_BESIDE): ReadRecord {
  const at = timeOf(record, beside)
  if (at === null) return { kind: 'rejected', reason: NO_TIME }
  const isTaken = typeof record['from'] === 'string'
  // Word of a mail that did not get there has no sender.
  if (isTaken && record['from'] === '') return { kind: 'statements', statements: [] }
  const subject = mailbox(pickText(record, isTaken ? 'from' : 'to'))
  if (subject === null) return { kind: 'rejected', reason: 'it names no mailbox by an address' }
  return { kind: 'witnesses', witnesses: [(isTaken ? taken : delivered)(record, at, subject)] }
}
