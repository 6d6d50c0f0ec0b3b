import type { JsonObject } from '../../../domain/json.ts'
import { type LineReader, type LineRecord, type LineShape, mostly } from '../../../domain/line-shape.ts'

/** The time (local, with its zone where the server is told to write it) and the id of a mail; process numbers may stand between. */
const FRAME =
  /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?: [+-]\d{4})?) (?:\[\d{1,10}\] )?([0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})) (.*)$/s
const OTHER = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?: [+-]\d{4})? \S/

/** The marks of arrivals, deliveries, further addresses of one delivery, failures and delays (Exim specification: log files). */
const FLAGS: ReadonlySet<string> = new Set(['<=', '=>', '->', '>>', '*>', '**', '=='])

/** A word of the server with its value: until the next one begins. Values in quotes have none of these behind their first quote. */
const FIELD = /(?:^| )([A-Z]{1,3}|id)=/g

/** What is read of an arrival. Nothing behind a value in quotes is read: subjects and answers are somebody else's words. */
const READ: Readonly<Record<string, string>> = {
  A: 'authenticated',
  U: 'user',
  S: 'size',
  id: 'message_id',
  P: 'protocol',
  T: 'transport',
}

/** A host: its name, in brackets what it calls itself, and its address. What it calls itself may hold anything. */
const HOST = /(?:^| )H=(?:[^\s()[\]]{1,255} )?(?:\([^()]{0,512}\) )?\[([0-9a-fA-F.:]{2,45})\](?::\d{1,5})?(?= |$)/

/** The fields behind an address; null where others may have written one of them. */
function fieldsOf(text: string, isArrival: boolean): JsonObject | null {
  const quote = text.indexOf('"')
  const plain = quote < 0 ? text : text.slice(0, quote)
  const host = HOST.exec(plain)
  const rest = host === null ? plain : plain.slice(0, host.index) + plain.slice(host.index + host[0].length)
  const marks = [...rest.matchAll(FIELD)]
  const found = new Map(
    marks.map((mark, nth): [string, string] => {
      const value = rest.slice(mark.index + mark[0].length, marks[nth + 1]?.index ?? rest.length)
      return [mark[1] ?? '', value]
    }),
  )
  // THREAT: who connects says its own name; brackets that are left, and fields that stand twice, may be a part of it.
  if (isArrival && (/[()]/.test(rest) || found.size < marks.length)) return null
  const named = Object.entries(READ).flatMap(([name, as]) => {
    const value = found.get(name)
    return value === undefined || /[\s"]/.test(value) ? [] : [[as, value] as const]
  })
  return { ...Object.fromEntries(named), ...(host?.[1] === undefined ? {} : { client: host[1] }) }
}

/** The address that a mail is of: mail to this host has it in brackets behind the name of the mailbox. */
function addressOf(words: readonly string[]): string {
  const [address = '', next = ''] = words
  return address.includes('@') ? address : (/^<([^<>]+)>$/.exec(next)?.[1] ?? address)
}

function readLine(line: string): LineRecord | null {
  const [, time = '', mail = '', text = ''] = FRAME.exec(line) ?? []
  const flag = text.slice(0, 2)
  if (mail === '' || !FLAGS.has(flag) || text[2] !== ' ') return null
  const words = text.slice(3).split(' ')
  const fields = fieldsOf(words.slice(1).join(' '), flag === '<=')
  if (fields === null) return { kind: 'rejected', reason: 'what others wrote in it can be read in two ways' }
  return { kind: 'record', record: { time, exim_id: mail, exim_flag: flag, address: addressOf(words), ...fields } }
}

const reader: LineReader = { read: readLine }

/** Lines of the main log; those about connections, queues and completed mail make no record. */
export const lines: LineShape = {
  starts: (head) => {
    const isNamed = head.some((line) => {
      const text = FRAME.exec(line)?.[3] ?? ''
      return FLAGS.has(text.slice(0, 2)) || text === 'Completed'
    })
    return isNamed && mostly(head, (line) => OTHER.test(line)) ? reader : null
  },
}
