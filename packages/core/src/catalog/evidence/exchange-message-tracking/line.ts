import { csvCells } from '../../../domain/csv-line.ts'
import { type LineReader, type LineRecord, type LineShape, mostly } from '../../../domain/line-shape.ts'

/** The fields of a line in the order of present servers (Exchange: message tracking, fields of the log); a heading says it of others. */
const PRESENT: readonly string[] = [
  ...['date-time', 'client-ip', 'client-hostname', 'server-ip', 'server-hostname', 'source-context', 'connector-id'],
  ...['source', 'event-id', 'internal-message-id', 'message-id', 'network-message-id', 'recipient-address'],
  ...['recipient-status', 'total-bytes', 'recipient-count', 'related-recipient-address', 'reference'],
  ...['message-subject', 'sender-address', 'return-path', 'message-info', 'directionality', 'tenant-id'],
  ...['original-client-ip', 'original-server-ip', 'custom-data', 'transport-traffic-type', 'log-id', 'schema-version'],
]

/** What is read of a line. Subjects and the rest of what a sender writes are left out. */
const READ: ReadonlySet<string> = new Set([
  ...['date-time', 'client-ip', 'source', 'event-id', 'internal-message-id', 'message-id', 'network-message-id'],
  ...['recipient-address', 'total-bytes', 'related-recipient-address', 'sender-address', 'directionality'],
  ...['original-client-ip', 'server-hostname', 'reference', 'recipient-status'],
])

const FIELDS = '#Fields: '
const TIMED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?Z,/
/** The event that a line of any server names, whatever stands around it. */
const EVENT =
  /,(?:STOREDRIVER|SMTP|AGENT|GATEWAY|ROUTING|DSN|DNS|ADMIN|PICKUP|MAILBOXRULE|MEETINGMESSAGEPROCESSOR|ORAR|POISONMESSAGE|QUEUE|REDUNDANCY|RESOLVER|SAFETYNET|AGGREGATION|APPROVAL|BOOTLOADER),[A-Z]{2,40},/

/** Whether a line is one of this log. */
function looksRight(line: string): boolean {
  if (line.startsWith(FIELDS)) return line.includes('date-time') && line.includes('internal-message-id')
  return line.startsWith('#')
    ? /^#(?:Software|Version|Log-type|Date):/.test(line)
    : TIMED.test(line) && EVENT.test(line)
}

function readLine(line: string, names: readonly string[]): LineRecord {
  const cells = csvCells(line)
  if (cells === null) return { kind: 'rejected', reason: 'its quotes have no end' }
  if (cells.length !== names.length)
    return { kind: 'rejected', reason: 'it has other fields than the heading above it, or was cut' }
  const pairs = names.flatMap((name, at) => {
    const cell = cells[at] ?? ''
    return READ.has(name) && cell !== '' ? [[name, cell] as const] : []
  })
  return { kind: 'record', record: Object.fromEntries(pairs) }
}

function reader(): LineReader {
  let names = PRESENT
  return {
    read: (text) => {
      // Files that were put together keep the mark at the head of each.
      const line = text.replace(/^\ufeff/, '')
      if (line.startsWith(FIELDS)) names = line.slice(FIELDS.length).split(',')
      return line.startsWith('#') ? null : readLine(line, names)
    },
  }
}

function isOfThisLog(head: readonly string[]): boolean {
  const isNamed = head.some(
    (line) => /^#Log-type: Message Tracking Log/i.test(line) || (line.startsWith(FIELDS) && looksRight(line)),
  )
  return isNamed || head.some((line) => TIMED.test(line) && EVENT.test(line))
}

/** Lines of a server's message tracking; headings hold for the lines below them. */
export const lines: LineShape = {
  starts: (head) => (isOfThisLog(head) && mostly(head, looksRight) ? reader() : null),
}
