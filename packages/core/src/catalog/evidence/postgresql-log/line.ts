import type { JsonObject } from '../../../domain/json.ts'
import { type LineReader, type LineRecord, type LineShape, mostly } from '../../../domain/line-shape.ts'

const TIME = '(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,6})? ?(?:[A-Z]{1,5}|[+-]\\d{2}(?::?\\d{2})?))'
const LEVEL = '(?:DEBUG\\d?|INFO|NOTICE|WARNING|ERROR|LOG|FATAL|PANIC|DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION)'
const NAME = '[^\\s:@\\[\\]]{1,64}'

/** As RDS writes it (`%t:%r:%u@%d:[%p]:`): the client's address and port, the user, the database, the number of the process. */
const MANAGED = new RegExp(
  `^${TIME}:([^\\s:(]{0,255}|[0-9a-fA-F:]{2,45})(?:\\(\\d{1,5}\\))?:(?:(${NAME})|\\[unknown\\])?@(?:(${NAME})|\\[unknown\\])?:\\[(\\d{1,10})\\]:(${LEVEL}):  (.*)$`,
  's',
)
/** As servers write it by themselves (`%m [%p] `), and as some packages have it (`%m [%p] %q%u@%d `). */
const PLAIN = new RegExp(`^${TIME} \\[(\\d{1,10})\\] (?:(${NAME})@(${NAME}) )?(${LEVEL}):  (.*)$`, 's')
const LEVELS = new RegExp(`(?<![\\w])${LEVEL}:  `, 'g')
const TIMED = new RegExp(`^${TIME}`)

/** What is known of one connection. */
interface Connection {
  readonly address?: string
  readonly user?: string
  readonly database?: string
}

/** A line without its prefix. */
interface Words extends Connection {
  readonly time: string
  readonly process: string
  readonly level: string
  readonly text: string
}

/** What is known, without what is not. */
function known(values: { readonly [K in keyof Connection]: string | undefined }): Connection {
  return {
    ...(values.address === undefined || values.address === '' ? {} : { address: values.address }),
    ...(values.user === undefined ? {} : { user: values.user }),
    ...(values.database === undefined ? {} : { database: values.database }),
  }
}

function wordsOf(line: string): Words | null {
  const [all, time = '', address, user, database, process = '', level = '', text = ''] = MANAGED.exec(line) ?? []
  if (all !== undefined) return { time, process, level, text, ...known({ address, user, database }) }
  const plain = PLAIN.exec(line)
  if (plain === null) return null
  const [, at = '', number = '', name, place, kind = '', words = ''] = plain
  return {
    time: at,
    process: number,
    level: kind,
    text: words,
    ...known({ address: undefined, user: name, database: place }),
  }
}

const RECEIVED = /^connection received: host=([^\s]{1,255})(?: port=\d{1,5})?$/
const AUTHORIZED = /^connection authorized: user=([^\s=]{1,64}) database=([^\s=]{1,64})(?: |$)/
const REFUSED = /authentication failed for user|^no pg_hba\.conf entry|^role ".{1,64}" does not exist/s
const ASKED = /^(?:duration: [\d.]{1,20} ms {2})?(?:statement|execute [^\s:]{1,64}): (.*)$/s
const AUDIT = /^AUDIT: (?:SESSION|OBJECT),(.*)$/s

function recordOf({ time, process }: Words, connection: Connection, more: JsonObject): LineRecord {
  return { kind: 'record', record: { log_time: time, process_id: process, ...connection, ...more } }
}

/** Keeps what is known of each connection: some prefixes name the number of its process alone. */
class DatabaseLines implements LineReader {
  readonly #connections = new Map<string, Connection>()

  /** Lines of one message after its first begin with a tab. */
  readonly goesOn = (line: string): boolean => line.startsWith('\t')

  readonly read = (text: string): LineRecord | null => {
    const words = wordsOf(text)
    if (words === null) return TIMED.test(text) ? { kind: 'rejected', reason: 'its prefix is of no known form' } : null
    const record = this.#read(words)
    // THREAT: who connects names user and database, and may put the end of a prefix into them.
    return record !== null && (text.match(LEVELS)?.length ?? 0) > 1
      ? { kind: 'rejected', reason: 'what others wrote in it can be read in two ways' }
      : record
  }

  #read(words: Words): LineRecord | null {
    const { level, text, process } = words
    if (level === 'FATAL' && REFUSED.test(text))
      return recordOf(words, this.#all(words), { message: 'connection refused' })
    if (level !== 'LOG') return null
    const address = RECEIVED.exec(text)?.[1]
    if (address !== undefined) this.#connections.set(process, { address })
    if (text.startsWith('disconnection: ')) this.#connections.delete(process)
    if (text.startsWith('connection authorized: ')) return this.#authorized(words)
    const audit = AUDIT.exec(text)?.[1]
    if (audit !== undefined) return recordOf(words, this.#all(words), { audit })
    const statement = ASKED.exec(text)?.[1]
    return statement === undefined ? null : recordOf(words, this.#all(words), { statement })
  }

  #all({ process, address, user, database }: Words): Connection {
    return { ...this.#connections.get(process), ...known({ address, user, database }) }
  }

  #authorized(words: Words): LineRecord {
    const [, user, database] = AUTHORIZED.exec(words.text) ?? []
    const said = { user, database, address: words.address ?? this.#connections.get(words.process)?.address }
    if (user === undefined) return { kind: 'rejected', reason: 'it names no user' }
    this.#connections.set(words.process, known(said))
    return recordOf(words, known(said), { message: 'connection authorized' })
  }
}

/** Lines of a server's log, most of which are about the server itself. */
export const lines: LineShape = {
  starts: (head) => {
    const begins = head.filter((line) => !line.startsWith('\t'))
    return begins.some((line) => wordsOf(line) !== null) && mostly(begins, (line) => wordsOf(line) !== null)
      ? new DatabaseLines()
      : null
  },
}
