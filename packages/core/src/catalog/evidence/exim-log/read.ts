import { isAddress } from '../../../domain/address.ts'
import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickNumber, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { MailWitness } from '../../../domain/witness.ts'

/** Whether a record is a line that was taken apart. */
export function recognises(record: JsonObject): boolean {
  return ['time', 'exim_id', 'exim_flag'].every((name) => pickText(record, name) !== null)
}

const ADDRESS = /^[^\s@<>\p{Cc}]{1,256}@[^\s@<>\p{Cc}]{1,256}$/u

/** A mailbox by its address (RFC 6068), in small letters. */
function mailbox(text: string): StoreName | null {
  const name = text.toLowerCase()
  return ADDRESS.test(name) ? { id: `mailto:${name}`, kind: 'mail-address', account: null, region: null, name } : null
}

/** The first mark is of mail that arrived, the rest of what became of it. */
const ARRIVED = '<='
const ACTS: Readonly<Record<string, string>> = {
  [ARRIVED]: 'arrived',
  ...{ '=>': 'delivered', '->': 'delivered', '>>': 'delivered', '*>': 'not delivered, by a setting' },
  ...{ '**': 'failed', '==': 'put off' },
}
const REACHED: ReadonlySet<string> = new Set([ARRIVED, '=>', '->', '>>'])

/** Transports that hand mail to another server name the one they reached; those into mailboxes of this host do not. */
function isLocal(record: JsonObject): boolean {
  return pickText(record, 'client') === null && pickText(record, 'transport') !== null
}

/** Who signed in: `A=login:bo` has the way to do so before the name. */
function signedIn(record: JsonObject): string | null {
  return /^[\w-]{1,64}:([^\s:,]{1,255})$/.exec(pickText(record, 'authenticated') ?? '')?.[1] ?? null
}

function arrival(record: JsonObject, at: Instant, subject: StoreName): MailWitness {
  const [address, principal] = [pickText(record, 'client'), signedIn(record)]
  return {
    ...seen(record, at, subject),
    ...{ act: 'arrived', effect: principal === null ? null : 'sent-as', outcome: 'ok', principal },
    address: address !== null && isAddress(address) ? address : null,
    ...{ messages: 1, bytes: pickNumber(record, 'size') },
  }
}

function fate(record: JsonObject, at: Instant, subject: StoreName): MailWitness {
  const flag = pickText(record, 'exim_flag') ?? ''
  const isThere = REACHED.has(flag)
  const isWritten = isThere && isLocal(record)
  return {
    ...seen(record, at, subject),
    ...{ act: ACTS[flag] ?? 'unknown', effect: isWritten ? 'written' : null, outcome: isThere ? 'ok' : 'failed' },
    ...{ principal: null, address: null, messages: isThere ? 1 : null, bytes: null },
  }
}

function seen(record: JsonObject, at: Instant, subject: StoreName) {
  return {
    ...({ kind: 'mail', at, subject, credential: null, scope: 'item', agent: null } as const),
    object: pickText(record, 'message_id'),
    sessionId: pickText(record, 'exim_id'),
  }
}

/** Reads a line. A time without its zone is taken to be UTC. */
export function read(record: JsonObject): ReadRecord {
  const text = pickText(record, 'time') ?? ''
  const at = parseInstant(text.replace(/ ([+-]\d{4})$/, '$1'))
  const flag = pickText(record, 'exim_flag') ?? ''
  const address = pickText(record, 'address') ?? ''
  if (at === null) return { kind: 'rejected', reason: 'its time is none' }
  if (!Object.hasOwn(ACTS, flag)) return { kind: 'rejected', reason: 'it has no mark of a mail' }
  // Word of a mail that did not get there has no sender.
  if (flag === ARRIVED && address === '<>') return { kind: 'statements', statements: [] }
  const subject = mailbox(address)
  if (subject === null) return { kind: 'rejected', reason: 'it names no mailbox by a whole address' }
  return { kind: 'witnesses', witnesses: [(flag === ARRIVED ? arrival : fate)(record, at, subject)] }
}
