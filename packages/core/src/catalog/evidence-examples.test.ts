import { describe, expect, it } from 'vitest'
import { type EvidenceExample, NOTHING_BESIDE, type ReadRecord } from '../domain/evidence-row.ts'
import { formatInstant, instantOfMillis } from '../domain/instant.ts'
import { type JsonObject, pick } from '../domain/json.ts'
import type { Witness } from '../domain/witness.ts'
import { witnessedAt } from '../facts/witnessed.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { headOf, recordsOf } from './example-records.fixture.ts'

const TIMES: ReadonlySet<string> = new Set(['at', 'until', 'sessionCreated'])
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

function columnsOf(reads: readonly ReadRecord[], example: EvidenceExample): unknown {
  const [read] = reads
  if (read === undefined || read.kind === 'statements' || read.kind === 'witnesses') return undefined
  if (read.kind === 'rejected') return example.lines === undefined ? { rejected: read.reason } : undefined
  const event = asJson(read.event)
  return Object.fromEntries(Object.keys(example.event ?? {}).map((path) => [path, stated(path, pick(event, path))]))
}

/** A witness with its times as text. */
function withTimes(one: Witness): object {
  return Object.fromEntries(Object.entries(one).map(([path, value]) => [path, stated(path, value)]))
}

const cases = EVIDENCE.flatMap((row) =>
  row.examples.map((example) => ({ row, example, name: `${row.kind}: ${example.name}` })),
)

describe('every evidence row reads its examples', () => {
  it.each(cases)('$name', ({ row, example }) => {
    const { records, rejected } = recordsOf(row, example)
    const reads = records.map((record) => row.read(record, { ...NOTHING_BESIDE, ...example.beside }))
    expect(columnsOf(reads, example)).toEqual(example.event)
    const statements = reads.flatMap((read) => (read.kind === 'statements' ? [read.statements] : []))
    expect(statements[0]?.length).toBe(example.states?.length)
    expect(statements[0] ?? []).toMatchObject(example.states ?? [])
    const witnesses = reads.flatMap((read) => (read.kind === 'witnesses' ? read.witnesses : []))
    expect(witnesses.map(withTimes)).toMatchObject(example.witnesses ?? [])
    expect(witnesses).toHaveLength(example.witnesses?.length ?? 0)
    const refused = reads.flatMap((read) => (read.kind === 'rejected' ? [read.reason] : []))
    if (example.lines !== undefined) expect([...rejected, ...refused]).toEqual(example.rejected ?? [])
  })

  it.each(cases)('$name, and no other row takes it', ({ row, example }) => {
    for (const record of recordsOf(row, example).records)
      expect(EVIDENCE.filter((one) => one.recognises(record))).toEqual([row])
    if (example.lines !== undefined)
      expect(EVIDENCE.filter((one) => (one.lines?.starts(headOf(example)) ?? null) !== null)).toEqual([row])
  })

  it.each(cases)('$name, and says of its witnesses only what can be', ({ row, example }) => {
    const place = { ref: { item: '', ordinal: 0, offset: 0, length: 1 }, evidence: row.kind, recordHash: null }
    for (const record of recordsOf(row, example).records) {
      const read = row.read(record, { ...NOTHING_BESIDE, ...example.beside })
      if (read.kind !== 'witnesses') continue
      // A source that is lost now and then, or sampled, can never show that something did not happen.
      expect(row.delivery).toBe('best-effort')
      for (const one of read.witnesses) expect(witnessedAt(one, place)).toEqual({ ...one, ...place })
    }
  })
})
