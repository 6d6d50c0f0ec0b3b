import { gzipSync } from 'node:zlib'
import { rows as credentials } from '@verascope/core/catalog/credentials/index.generated'
import { rows } from '@verascope/core/catalog/evidence/index.generated'
import { rows as services } from '@verascope/core/catalog/services/index.generated'
import { arrangeCatalog } from '@verascope/core/facts/catalog'
import { describe, expect, it } from 'vitest'
import { linesInForce, readManifest } from '../case/manifest.ts'
import { openSpans } from '../case/raw-records.ts'
import { tableSources } from '../case/table-sources.ts'
import { openQuery } from '../engine/duckdb/query.ts'
import { readRecords } from '../ingest/read-records.ts'
import { newCase, put, read, useFolder } from './reading-case.ts'
import type { Session } from './session.ts'

// Logs of lines as evidence: the examples of every kind that is written in lines, as files.

const ROWS = { evidence: rows, catalog: arrangeCatalog(services, credentials) }

useFolder()

const EXAMPLES = rows.flatMap((row) =>
  row.examples.flatMap((example) =>
    example.lines === undefined ? [] : [{ kind: row.kind, example, lines: example.lines }],
  ),
)

async function asked(session: Session, query: string): Promise<readonly (readonly unknown[])[]> {
  const { ask, close } = await openQuery(await tableSources(session.caseDir))
  try {
    return (await ask(query)).rows
  } finally {
    close()
  }
}

describe('lines of text', () => {
  it.each(EXAMPLES)('$kind: $example.name', ({ kind, example, lines }) => {
    const bytes = Buffer.from(lines.join('\r\n'))
    const outcomes = [...(readRecords(bytes, 'item', ROWS) ?? [])]
    expect(outcomes[0]).toEqual({ kind: 'recognised', evidence: kind })
    const found = outcomes.flatMap((one) => (one.kind === 'rows' ? one.rows.witnesses : []))
    const rejected = outcomes.flatMap((one) => (one.kind === 'rejected' ? [one.record.reason] : []))
    expect(found).toHaveLength(example.witnesses?.length ?? 0)
    expect([...rejected].sort()).toEqual([...(example.rejected ?? [])].sort())
    // Each stands where its own lines are.
    for (const { offset, length } of found) {
      const text = bytes.toString('utf8', Number(offset), Number(offset) + Number(length))
      expect(text.split('\r\n').every((line) => lines.includes(line))).toBe(true)
    }
  })

  const kinds = EXAMPLES.filter(({ example }) => (example.witnesses?.length ?? 0) > 0)
  it.each([...new Map(kinds.map((one) => [one.kind, one])).values()])(
    '$kind: in two files, each record counts once where its lines tell it from others, and opens again',
    async ({ kind, lines }) => {
      const session = await newCase()
      const text = lines.join('\n')
      // Equal records in files that are not equal.
      const { accounting } = await read(session, put('a.log.gz', gzipSync(text)), put('b', `${text}\n\n`))
      const perRecord = 'SELECT "record_hash" FROM "witnesses" GROUP BY "record_hash", "item", "ordinal"'
      const hashes = (await asked(session, perRecord)).map(([hash]) => hash)
      const told = hashes.filter((hash) => hash !== null)
      expect(new Set(told).size).toBe(told.length)
      expect([accounting.kept, accounting.rejectedFiles]).toEqual([hashes.length, 0])
      expect(accounting.duplicate).toBeGreaterThanOrEqual(told.length)
      const [first] = await asked(
        session,
        'SELECT "offset"::INT, "length"::INT, "item" FROM "witnesses" ORDER BY "ordinal"',
      )
      const file = linesInForce((await readManifest(session.caseDir)).lines).find(
        (one) => one.inflatedSha256 === first?.[2],
      )
      expect(file?.kind).toBe(kind)
      if (file === undefined) return expect.unreachable('nothing was read')
      const [offset, length] = [Number(first?.[0]), Number(first?.[1])]
      const opened = await openSpans(file, String(first?.[2]), [{ offset, length }])
      expect(opened).toEqual({ kind: 'texts', texts: [Buffer.from(text).toString('utf8', offset, offset + length)] })
    },
  )

  it('in which nothing is known are refused', async () => {
    const session = await newCase()
    const { accounting, rejected } = await read(session, put('a', 'Dear all,\nplease see below.\n'))
    expect(accounting).toMatchObject({ read: 0, rejectedFiles: 1 })
    expect(rejected[0]?.reason).toContain('nor lines of a known log')
  })
})
