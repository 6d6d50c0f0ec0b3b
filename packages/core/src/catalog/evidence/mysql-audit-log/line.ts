import { type LineReader, type LineRecord, type LineShape, mostly } from '../../../domain/line-shape.ts'

/** The time: of a server's clock to the second, or in microseconds since 1970. */
const TIME = '(\\d{8} [ \\d]\\d:\\d{2}:\\d{2}|\\d{16})'
const NAME = "([^,']{0,255})"
/** The text of a query stands in quotes, with a backslash before each quote in it; names of tables stand as they are. */
const OBJECT = "('(?:[^'\\\\]|\\\\.)*'|[^,']{0,512})"
/**
 * A line (MariaDB: audit plugin log format; Aurora user guide: advanced auditing), to its very end: newer servers add how the client
 * connected. THREAT: a name may hold commas; a line in which the fields do not fit in exactly one way is none.
 */
const LINE = new RegExp(
  `^${TIME},${NAME},${NAME},${NAME},(\\d{1,20}),(\\d{1,20}),([A-Z_]{4,32}),${NAME},${OBJECT},(\\d{0,9})(?:,[A-Z\\d/]{0,16})?$`,
  's',
)
const BEGINNING = new RegExp(`^${TIME},[^,]{0,255},`)
const NAMES = [
  ...[
    'timestamp',
    'serverhost',
    'username',
    'host',
    'connectionid',
    'queryid',
    'operation',
    'database',
    'object',
    'retcode',
  ],
]

function readLine(line: string): LineRecord {
  const match = LINE.exec(line)
  if (match === null) return { kind: 'rejected', reason: 'its fields are not those of this log, or it was cut' }
  const pairs = NAMES.flatMap((name, at) => {
    const value = match[at + 1] ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
  return { kind: 'record', record: Object.fromEntries(pairs) }
}

const reader: LineReader = { read: readLine }

/** Lines of the audit plugin. */
export const lines: LineShape = {
  starts: (head) =>
    head.some((line) => LINE.test(line)) && mostly(head, (line) => BEGINNING.test(line)) ? reader : null,
}
