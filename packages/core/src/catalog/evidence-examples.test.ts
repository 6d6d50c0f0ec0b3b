import { describe, expect, it } from 'vitest'
import { type EvidenceExample, type EvidenceRow, NOTHING_BESIDE } from '../domain/evidence-row.ts'
import { formatInstant, instantOfMillis } from '../domain/instant.ts'
import { type JsonObject, pick } from '../domain/json.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'

const TIMES: ReadonlySet<string> = new Set(['at', 'sessionCreated'])
const DOCUMENTS: ReadonlySet<string> = new Set(['request', 'response', 'extra', 'resources'])

function asJson(record: object): JsonObject {
  const parsed: JsonObject = JSON.parse(JSON.stringify(record))
  return parsed
}

/** A column as an example states it: times as text, documents as JSON text. */
function stated(path: string, value: unknown): unknown {
  if (DOCUMENTS.has(path)) return JSON.stringify(value)
  const at = TIMES.has(path) && typeof value === 'number' ? instantOfMillis(value) : null
  return at === null ? value : formatInstant(at)
}

function columnsOf(row: EvidenceRow, example: EvidenceExample): unknown {
  const read = row.read(asJson(example.record), { ...NOTHING_BESIDE, ...example.beside })
  if (read.kind === 'rejected') return { rejected: read.reason }
  if (read.kind === 'statements') return undefined
  const event = asJson(read.event)
  return Object.fromEntries(Object.keys(example.event ?? {}).map((path) => [path, stated(path, pick(event, path))]))
}

const cases = EVIDENCE.flatMap((row) =>
  row.examples.map((example) => ({ row, example, name: `${row.kind}: ${example.name}` })),
)

describe('every evidence row reads its examples', () => {
  it.each(cases)('$name', ({ row, example }) => {
    expect(columnsOf(row, example)).toEqual(example.event)
    const read = row.read(asJson(example.record), { ...NOTHING_BESIDE, ...example.beside })
    const stated = read.kind === 'statements' ? read.statements : undefined
    expect(stated?.length).toBe(example.states?.length)
    expect(stated ?? []).toMatchObject(example.states ?? [])
  })

  it.each(cases)('$name, and no other row takes it', ({ row, example }) => {
    const record = asJson(example.record)
    expect(EVIDENCE.filter((one) => one.recognises(record))).toEqual([row])
  })
})
