import type { LineRecord } from '../../../domain/line-shape.ts'

/**
 * The fields of a line in their order, by the names that the table of the user guide gives them (S3 user guide: log format, and
 * querying access logs with Athena): an export of that table is read as well.
 */
const BEGINNING = [
  ...['bucketowner', 'bucket_name', 'requestdatetime', 'remoteip'],
  ...['requester', 'requestid', 'operation', 'key'],
] as const
const NUMBERS = ['httpstatus', 'errorcode', 'bytessent', 'objectsize', 'totaltime', 'turnaroundtime'] as const
const TAIL = [
  'versionid',
  'hostid',
  'sigv',
  'ciphersuite',
  'authtype',
  'endpoint',
  'tlsversion',
  'accesspointarn',
  'aclrequired',
] as const

/** Every field. */
export const FIELDS: readonly string[] = [
  ...[...BEGINNING, 'request_uri', ...NUMBERS, 'referrer', 'useragent', ...TAIL],
]

const NO_LINE: LineRecord = { kind: 'rejected', reason: 'it is no line of this log, or its end is missing' }

/** What stands between the request and the referrer: six fields that no client writes. Sticky: it is tried at given places only. */
const MIDDLE = /" (\d{3}|-) ([\w.-]{1,128}) (\d{1,19}|-) (\d{1,19}|-) (\d{1,19}|-) (\d{1,19}|-) "/y

interface Middle {
  /** Where the request ends. */
  readonly at: number
  /** Where the referrer begins. */
  readonly end: number
  readonly values: readonly string[]
}

/** Every place at which the request may end. */
function middles(line: string, from: number): readonly Middle[] {
  const found: Middle[] = []
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    MIDDLE.lastIndex = at
    const match = MIDDLE.exec(line)
    if (match !== null) found.push({ at, end: at + match[0].length, values: match.slice(1) })
  }
  return found
}

type Fields = Record<string, string>

/** Puts values under their names, as far as there are any. One object is filled for a line: a copy for each part costs more than reading it. */
function name(fields: Fields, names: readonly string[], values: readonly string[]): void {
  for (let at = 0; at < names.length; at += 1) {
    const [field, value] = [names[at], values[at]]
    if (field !== undefined && value !== undefined) fields[field] = value
  }
}

/** The referrer and the agent: both are the client's own words, and may hold anything but the end of the line. */
function nameWords(fields: Fields, text: string): void {
  const between = text.indexOf('" "')
  if (between < 0) return
  fields['referrer'] = text.slice(0, between)
  fields['useragent'] = text.slice(between + 3)
}

/** The fields before the request and where its quote opens; null for a line of another kind. */
function beginningOf(line: string): { readonly values: readonly string[]; readonly quote: number } | null {
  const quote = line.indexOf('"')
  const [owner = '', bucket = '', day = '', zone = '', ...rest] = line.slice(0, Math.max(0, quote - 1)).split(' ')
  const isTimed = day.startsWith('[') && zone.endsWith(']')
  // Behind the time: address, requester, id, operation and key.
  if (!isTimed || rest.length !== 5) return null
  return { values: [owner, bucket, `${day.slice(1)} ${zone.slice(0, -1)}`, ...rest], quote }
}

/** Whether a line is one of this log, also where what a client wrote in it keeps it from being read. */
export function looksRight(line: string): boolean {
  const beginning = beginningOf(line)
  return beginning !== null && middles(line, beginning.quote + 1).length > 0
}

/**
 * Reads a line. THREAT: request, referrer and agent are written by the client and may hold quotes: a line in which the status and the
 * bytes may stand in two places is rejected, and never read in the client's favour.
 */
export function readLine(line: string): LineRecord {
  const beginning = beginningOf(line)
  if (beginning === null) return NO_LINE
  const { values, quote } = beginning
  const [middle, ...others] = middles(line, quote + 1)
  if (middle === undefined) return NO_LINE
  if (others.length > 0)
    return {
      kind: 'rejected',
      reason: 'what the client wrote in it looks like a part of the line: it can be read in two ways',
    }
  const last = line.lastIndexOf('"')
  const fields: Fields = {}
  name(fields, BEGINNING, values)
  fields['request_uri'] = line.slice(quote + 1, middle.at)
  name(fields, NUMBERS, middle.values)
  nameWords(fields, line.slice(middle.end, last))
  const tail = line.slice(last + 1).split(' ')
  name(
    fields,
    TAIL,
    tail.filter((one) => one !== ''),
  )
  return { kind: 'record', record: fields }
}
