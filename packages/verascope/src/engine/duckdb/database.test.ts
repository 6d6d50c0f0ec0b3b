import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { textAt } from '../cells.ts'
import { fromCodeUnitOrder } from '../sql/dialect.ts'
import { duckDbDialect } from '../sql/duckdb-dialect.ts'
import { type Database, openDatabase } from './database.ts'

let dir = ''
let database: Database
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-database-'))
  database = await openDatabase(dir, { threads: 1 })
})
afterAll(async () => {
  database.close()
  await rm(dir, { recursive: true })
})

/** Any text that can be stored; full of what quoting, C strings and collations trip over. */
const TEXT = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "'",
      '"',
      '\\',
      '\0',
      '\u0001',
      '\n',
      '.',
      '%',
      '\ue000',
      '\uffff',
      '\ud7ff',
      '\u{10000}',
      '\u{10ffff}',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 8,
})

describe('a text in a query', () => {
  it('comes back as it was, as a literal on one line and in a relation', async () => {
    await fc.assert(
      fc.asyncProperty(TEXT, async (text) => {
        const literal = duckDbDialect.text(text)
        expect(literal).not.toMatch(/[\p{Control}\u2028\u2029]/u)
        const relation = duckDbDialect.relation({ key: 'text' }, [{ key: text }])
        const rows = await database.ask(
          `SELECT ${literal} AS a, "key" AS b, ${literal} = "key" AS c FROM ${relation} AS r`,
        )
        expect(rows).toEqual([{ a: text, b: text, c: true }])
      }),
      { numRuns: 300 },
    )
  })

  it('with half a character is the text that could be stored', async () => {
    const rows = await database.ask(`SELECT ${duckDbDialect.text('\ud800x')} AS a`)
    expect(rows).toEqual([{ a: '\ufffdx' }])
  })

  it('is contained, and has a last segment, as in this language', async () => {
    await fc.assert(
      fc.asyncProperty(TEXT, TEXT, async (text, part) => {
        const whole = `${text}/${part}`
        const [a, b] = [duckDbDialect.text(whole), duckDbDialect.text(part)]
        const [row] = await database.ask(
          `SELECT ${duckDbDialect.contains(a, b)} AS a, ${duckDbDialect.lastSegment(a)} AS b`,
        )
        expect(row).toEqual({ a: whole.includes(part), b: whole.slice(whole.lastIndexOf('/') + 1) })
      }),
      { numRuns: 200 },
    )
  })

  it('is ordered by code units, and the way back is exact', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(TEXT, { minLength: 2, maxLength: 60 }), async (texts) => {
        const rows = texts.map((key) => ({ key }))
        const ordered = duckDbDialect.codeUnitOrder('"key"')
        const relation = duckDbDialect.relation({ key: 'text' }, rows)
        const found = await database.ask(
          `SELECT "key", ${ordered} AS "lifted" FROM ${relation} AS r ORDER BY {"a": ${ordered}}`,
        )
        expect(found.map((row) => row['key'])).toEqual([...texts].sort((a, b) => (a < b ? -1 : 1)))
        expect(found.map((row) => fromCodeUnitOrder(textAt(row, 'lifted')))).toEqual(found.map((row) => row['key']))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a query that should not be', () => {
  it('reaches nothing outside the case and cannot unlock itself', async () => {
    const secret = join(tmpdir(), `verascope-secret-${process.pid}`)
    await writeFile(secret, 'a\n1\n')
    try {
      for (const query of [
        `SELECT * FROM read_csv('${secret}')`,
        `SELECT * FROM read_text('${dir}/../${secret.slice(tmpdir().length + 1)}')`,
        `COPY (SELECT 1) TO '${secret}'`,
        `ATTACH '${secret}.db'`,
        'SET enable_external_access = true',
        `SET allowed_directories = ['/']`,
        `SET memory_limit = '1TB'`,
        'INSTALL httpfs',
      ]) {
        await expect(database.ask(query), query).rejects.toThrow(/.+/)
      }
    } finally {
      await rm(secret)
    }
    await writeFile(join(dir, 'inside.csv'), 'a\n1\n')
    expect(await database.ask(`SELECT count(*) AS n FROM read_csv('${dir}/inside.csv')`)).toEqual([{ n: 1 }])
  })
})

describe('without its binary', () => {
  it('the engine says what to do', async () => {
    vi.doMock('@duckdb/node-api', () => {
      throw new Error('Cannot find module `@duckdb/node-bindings-x`\nRequire stack:')
    })
    try {
      await expect(openDatabase(dir, {})).rejects.toMatchObject({
        code: 'VS4005',
        what: expect.stringContaining(process.platform),
        next: [expect.stringContaining('npm install')],
      })
    } finally {
      vi.doUnmock('@duckdb/node-api')
    }
  })
})
