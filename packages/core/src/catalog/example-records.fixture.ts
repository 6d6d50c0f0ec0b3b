import type { EvidenceExample, EvidenceRow } from '../domain/evidence-row.ts'
import type { JsonObject } from '../domain/json.ts'
import type { LineRecord } from '../domain/line-shape.ts'

function asJson(record: object): JsonObject {
  const parsed: JsonObject = JSON.parse(JSON.stringify(record))
  return parsed
}

/** The first lines of an example, as a row is asked whether it knows them. */
export function headOf({ lines = [] }: EvidenceExample): readonly string[] {
  return lines.filter((line) => line !== '')
}

/** What the lines of an example say, read by its row as a file is. */
function linesOf(row: EvidenceRow, example: EvidenceExample): readonly LineRecord[] {
  const reader = row.lines?.starts(headOf(example)) ?? null
  if (reader === null) throw new Error(`${row.kind} does not know the lines of its own example: ${example.name}`)
  const stretches: string[] = []
  for (const line of example.lines ?? []) {
    const before = stretches.at(-1)
    if (before !== undefined && reader.goesOn?.(line) === true) stretches[stretches.length - 1] = `${before}\n${line}`
    else stretches.push(line)
  }
  return stretches.filter((text) => text !== '').flatMap((text) => reader.read(text) ?? [])
}

/** The records of an example, and why lines of it are none. */
export function recordsOf(
  row: EvidenceRow,
  example: EvidenceExample,
): { readonly records: readonly JsonObject[]; readonly rejected: readonly string[] } {
  if (example.record !== undefined) return { records: [asJson(example.record)], rejected: [] }
  const found = linesOf(row, example)
  return {
    records: found.flatMap((one) => (one.kind === 'record' ? [one.record] : [])),
    rejected: found.flatMap((one) => (one.kind === 'rejected' ? [one.reason] : [])),
  }
}
