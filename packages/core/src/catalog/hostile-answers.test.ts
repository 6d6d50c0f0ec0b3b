import { expect, it } from 'vitest'
import { type Beside, type EvidenceRow, NOTHING_BESIDE } from '../domain/evidence-row.ts'
import { isObject, type Json } from '../domain/json.ts'
import { pathsIn, withOdd } from '../domain/odd-values.fixture.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { recordsOf } from './example-records.fixture.ts'

// Every example of every kind of evidence with each of its values, and of what stands beside it, turned into something else: an
// answer can hold anything, and must not break its reader, which would stop at it and leave the rest unread.

const ODD: readonly Json[] = [
  ...[
    null,
    0,
    -1,
    1e308,
    true,
    '',
    'x',
    'arn:',
    'arn:::::',
    '{',
    '*',
    '\u0000',
    'constructor',
    '__proto__',
    'toString',
  ],
  ...[[], {}, [[]], [null], { a: null }, { items: [null, 3] }, { constructor: 1 }],
]

const COMMANDS = [
  '',
  "aws x --name '",
  'aws x --name --region',
  'aws x --name=$(id) --bucket=',
  `aws x ${'--name a '.repeat(2_000)}`,
]

interface Changed {
  readonly row: EvidenceRow
  readonly beside: Partial<Beside>
  readonly record: Json
  readonly what: string
}

const CHANGED: readonly Changed[] = EVIDENCE.flatMap((row) =>
  row.examples.flatMap((example) =>
    recordsOf(row, example).records.flatMap((whole) => {
      const { name, beside = {} } = example
      return pathsIn(whole)
        .slice(1)
        .flatMap((path) =>
          ODD.map((odd) => ({
            ...{ row, beside, record: withOdd(whole, path, odd) },
            what: `${row.kind}: ${name}: ${path.join('.')} ${JSON.stringify(odd)}`,
          })),
        )
    }),
  ),
)

/** What a row throws at a record; null where it reads it, refuses it, or takes it for another kind. */
function thrownAt({ row, beside, record }: Changed, asked: Beside['asked']): string | null {
  try {
    if (!isObject(record) || !row.recognises(record)) return null
    row.read(record)
    row.read(record, { ...NOTHING_BESIDE, ...beside })
    row.read(record, { ...NOTHING_BESIDE, asked, head: { Metadata: 'x', ETag: null } })
    return null
  } catch (error) {
    return String(error)
  }
}

it('an answer with anything in any place is read, refused by name, or of another kind', () => {
  const broken = CHANGED.flatMap((one, at) => {
    const command = COMMANDS[at % COMMANDS.length] ?? ''
    const thrown = thrownAt(one, { command, at: null, account: 'x', region: '' })
    return thrown === null ? [] : [`${one.what}: ${thrown}`]
  })
  expect(broken).toEqual([])
  expect(CHANGED.length).toBeGreaterThan(10_000)
})
