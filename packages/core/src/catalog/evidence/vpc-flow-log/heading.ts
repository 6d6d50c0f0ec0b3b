import type { JsonObject } from '../../../domain/json.ts'
import { type LineReader, type LineRecord, mostly } from '../../../domain/line-shape.ts'

/** The fields of the default format, in its order (VPC user guide: flow log records, version 2). */
const DEFAULT: readonly string[] = [
  ...['version', 'account-id', 'interface-id', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol'],
  ...['packets', 'bytes', 'start', 'end', 'action', 'log-status'],
]

/** All fields of versions 2 to 5, and those that came later. */
const FIELDS: ReadonlySet<string> = new Set([
  ...DEFAULT,
  ...['vpc-id', 'subnet-id', 'instance-id', 'tcp-flags', 'type', 'pkt-srcaddr', 'pkt-dstaddr'],
  ...['region', 'az-id', 'sublocation-type', 'sublocation-id'],
  ...['pkt-src-aws-service', 'pkt-dst-aws-service', 'flow-direction', 'traffic-path'],
  ...['ecs-cluster-arn', 'ecs-cluster-name', 'ecs-container-instance-arn', 'ecs-container-instance-id'],
  ...['ecs-container-id', 'ecs-second-container-id', 'ecs-service-name', 'ecs-task-definition-arn'],
  ...['ecs-task-arn', 'ecs-task-id', 'reject-reason', 'resource-id', 'encryption-status'],
])

/** The fewest known names that make a heading: fewer may stand in any text. */
const FEWEST = 3

const STATES: ReadonlySet<string> = new Set(['OK', 'NODATA', 'SKIPDATA'])

/** A line's time, which an export of a group of logs puts before it (CloudWatch Logs user guide: exporting to S3). */
const PUT_BEFORE = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,18}Z$/

/** The words of a line. Some exports leave more than one space between them. */
function wordsOf(line: string): readonly string[] {
  const words = line.split(' ').filter((word) => word !== '')
  return PUT_BEFORE.test(words[0] ?? '') ? words.slice(1) : words
}

/** Whether words are the names of fields. A transit gateway's own flow log has fields of its own, and is another kind. */
function isHeading(words: readonly string[]): boolean {
  const known = words.filter((word) => FIELDS.has(word)).length
  return (
    known >= FEWEST &&
    words.every((word) => FIELDS.has(word) || /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(word)) &&
    !words.includes('tgw-id')
  )
}

/** Whether words are a record of the default format. */
function isDefault(words: readonly string[]): boolean {
  return words.length === DEFAULT.length && words[0] === '2' && STATES.has(words.at(-1) ?? '')
}

/** Whether a record has fields of this log. */
export function hasFields(record: JsonObject): boolean {
  const names = Object.keys(record)
  return names.filter((name) => FIELDS.has(name)).length >= FEWEST && isHeading(names)
}

/** Reads lines under their headings; those above any are of the default format. */
function reader(): LineReader {
  let names = DEFAULT
  return {
    read: (line): LineRecord | null => {
      const words = wordsOf(line)
      if (words.length === 0) return null
      if (isHeading(words)) {
        names = words
        return null
      }
      if (words.length !== names.length)
        return { kind: 'rejected', reason: `it has ${words.length} fields, and ${names.length} are named above it` }
      return { kind: 'record', record: Object.fromEntries(names.map((name, at) => [name, words[at] ?? ''])) }
    },
  }
}

/** A reader for a file that begins with a heading, or with records of the default format; null for any other. */
export function starts(head: readonly string[]): LineReader | null {
  const isKnown = isHeading(wordsOf(head[0] ?? '')) || mostly(head, (line) => isDefault(wordsOf(line)))
  return isKnown ? reader() : null
}
