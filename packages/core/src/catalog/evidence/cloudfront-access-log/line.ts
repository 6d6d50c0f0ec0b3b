import type { LineReader, LineRecord, LineShape } from '../../../domain/line-shape.ts'

const FIELDS = '#Fields: '

/** Whether a line names the fields of this log (CloudFront developer guide: standard log file fields). */
function isHeading(line: string): boolean {
  return line.startsWith(FIELDS) && [' x-edge-location', ' sc-bytes', ' c-ip'].every((name) => line.includes(name))
}

function readLine(line: string, names: readonly string[]): LineRecord {
  const cells = line.split('\t')
  if (names.length === 0) return { kind: 'rejected', reason: 'it stands above the heading that names its fields' }
  if (cells.length !== names.length)
    return { kind: 'rejected', reason: 'it has other fields than the heading above it, or was cut' }
  return { kind: 'record', record: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '-'])) }
}

function reader(): LineReader {
  let names: readonly string[] = []
  return {
    read: (line) => {
      if (isHeading(line)) names = line.slice(FIELDS.length).trim().split(/[ \t]/)
      return line.startsWith('#') ? null : readLine(line, names)
    },
  }
}

/** Lines of the standard log, with tabs between the fields that the heading names. */
export const lines: LineShape = { starts: (head) => (head.some(isHeading) ? reader() : null) }
