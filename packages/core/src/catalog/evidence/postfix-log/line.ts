import type { JsonObject } from '../../../domain/json.ts'
import { type LineReader, type LineRecord, type LineShape, mostly } from '../../../domain/line-shape.ts'

/** What stands before the words of every line: the time (RFC 3164, or ISO 8601 with its zone), the host, the program. */
const FRAME =
  /^(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})) ([\w.:-]{1,255}) (postfix[\w.-]{0,64}(?:\/[\w-]{1,32}){1,3})(?:\[\d{1,10}\])?: (.*)$/s
const QUEUED = /^([0-9A-Za-z]{5,25}): (.*)$/s

const CLIENT =
  /^client=[^\s,[\]]{1,255}\[([0-9a-fA-F.:]{2,45})\](?::\d{1,5})?(?:, sasl_method=[\w-]{1,32})?(?:, sasl_username=([^\s,]{1,255}))?(?:$|, (?:sasl_sender|orig_|forward_))/
const FROM = /^from=<(.*)>, size=(\d{1,15}), nrcpt=\d{1,9} \(queue active\)$/s
const TO =
  /^to=<([^<>]{0,512})>(?:, orig_to=<[^<>]{0,512}>)?, relay=[^\s,]{1,512}(?:, conn_use=\d{1,9})?, delay=[\d.]{1,20}, delays=[\d./]{1,80}, dsn=\d(?:\.\d{1,3}){2}, status=([a-z-]{1,20}) \(/
const MESSAGE_ID = /^(?:resent-)?message-id=<([^\s<>]{1,998})>$/

/** What is known of one mail in the queue, by its lines so far. */
interface Queued {
  readonly client?: string
  readonly user?: string
  readonly messageId?: string
  /** Whether its arrival stands in this file: else it may be an old one that is tried again. */
  readonly arrived?: true
  readonly listed?: true
}

/** A line without its frame. */
interface Words {
  readonly time: string
  readonly program: string
  readonly queue: string
  readonly text: string
}

function wordsOf(line: string): Words | null {
  const [, time = '', , program = '', rest = ''] = FRAME.exec(line) ?? []
  const [, queue = '', text = ''] = QUEUED.exec(rest) ?? []
  return queue === '' || queue === 'NOQUEUE' ? null : { time, program, queue, text }
}

/** What a line adds to what is known of its mail; null where it adds nothing. */
function added({ text, program }: Words, before: Queued): Queued | null {
  const client = CLIENT.exec(text)
  if (client !== null)
    return {
      arrived: true,
      ...(client[1] === undefined ? {} : { client: client[1] }),
      ...(client[2] === undefined ? {} : { user: client[2] }),
    }
  // A name of a client that cannot be read is nobody's: what was known of the number before is of another mail.
  if (text.startsWith('client=') || (program.endsWith('/pickup') && text.startsWith('uid='))) return { arrived: true }
  const messageId = MESSAGE_ID.exec(text)?.[1]
  return messageId === undefined ? null : { ...before, messageId }
}

const CUT: LineRecord = { kind: 'rejected', reason: 'its fields are not those of a delivery, or it was cut' }

/** THREAT: addresses and the words of other servers may hold what looks like the end of a delivery. */
function isReadTwoWays(text: string): boolean {
  return [', status=', '>, relay='].some((part) => text.indexOf(part) !== text.lastIndexOf(part))
}

function delivery(words: Words, known: Queued): LineRecord {
  if (isReadTwoWays(words.text)) return { kind: 'rejected', reason: 'what others wrote in it can be read in two ways' }
  const [, to, status] = TO.exec(words.text) ?? []
  if (to === undefined || status === undefined) return CUT
  const { messageId } = known
  return record(words, { to, status, ...(messageId === undefined ? {} : { message_id: messageId }) })
}

function queued(words: Words, { client, user, messageId, arrived }: Queued): LineRecord {
  const [, from, size] = FROM.exec(words.text) ?? []
  if (from === undefined || size === undefined) return CUT
  return record(words, {
    from,
    ...(arrived === true ? { size } : {}),
    ...(client === undefined ? {} : { client }),
    ...(user === undefined ? {} : { sasl_username: user }),
    ...(messageId === undefined ? {} : { message_id: messageId }),
  })
}

function record({ time, program, queue }: Words, more: JsonObject): LineRecord {
  return { kind: 'record', record: { time, postfix_program: program, queue_id: queue, ...more } }
}

/** Keeps what the lines of one mail say, and the last time that says its year. */
class MailLines implements LineReader {
  readonly #queue = new Map<string, Queued>()
  #near: string | null = null

  readonly read = (line: string): LineRecord | null => {
    const found = this.#read(line)
    const time = found?.kind === 'record' ? found.record['time'] : null
    if (found?.kind !== 'record' || this.#near === null || time === this.#near) return found
    return { kind: 'record', record: { ...found.record, near: this.#near } }
  }

  #read(line: string): LineRecord | null {
    const words = wordsOf(line)
    if (words === null) return null
    if (/^\d{4}/.test(words.time)) this.#near = words.time
    const { queue, text, program } = words
    const known = this.#queue.get(queue) ?? {}
    const more = added(words, known)
    if (more !== null) this.#queue.set(queue, more)
    if (text === 'removed') this.#queue.delete(queue)
    if (text.startsWith('to=<')) return delivery(words, known)
    if (!text.startsWith('from=<') || !program.endsWith('qmgr') || known.listed === true) return null
    this.#queue.set(queue, { ...known, listed: true })
    return queued(words, known)
  }
}

/** Lines of a mail server's log, in which other programs write as well. */
export const lines: LineShape = {
  starts: (head) => (mostly(head, (line) => FRAME.test(line)) ? new MailLines() : null),
}
