import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { mapOfRows } from './owner-lines.ts'
import { OWNER_COLUMNS, type OwnerRow, readOwnerTable } from './owner-table.ts'

function rowsOf(text: string): readonly OwnerRow['cells'][] {
  const table = readOwnerTable(text)
  if (table.kind === 'unreadable') throw new Error(table.reason)
  expect(table.rejected).toEqual([])
  return table.rows.map((row) => row.cells)
}

function reasonsOf(text: string): readonly string[] {
  const table = readOwnerTable(text)
  if (table.kind === 'unreadable') return [`${table.line}: ${table.reason}`]
  return [...table.rejected, ...mapOfRows(table.rows).rejected].map(({ line, reason }) => `${line}: ${reason}`)
}

/** Words as people write them, with what a table or a list could take for its own. */
const CELL = fc.string({
  unit: fc.constantFrom('a', '1', ' ', ',', ';', '"', "'", ':', '#', '\n', 'é', '- '),
  maxLength: 8,
})
const CELLS = fc.record(Object.fromEntries(OWNER_COLUMNS.map((name) => [name, CELL])))

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

function written(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  )
}

describe('the file of an owners map', () => {
  it('gives the rows that were written, as a table and as a list', () => {
    fc.assert(
      fc.property(
        fc.array(CELLS, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const lines = rows.map((row) => OWNER_COLUMNS.map((name) => quoted(row[name] ?? '')).join(delimiter))
          const csv = [OWNER_COLUMNS.join(delimiter), ...lines].join('\r\n')
          expect(rowsOf(`\ufeff${csv}`)).toEqual(rows.map(written))
          const list = rows.map(written).filter((row) => Object.keys(row).length > 0)
          if (list.length > 0)
            expect(rowsOf(stringify({ owners: list }, { defaultStringType: 'QUOTE_DOUBLE' }))).toEqual(list)
        },
      ),
    )
  })

  it('keeps words of a list as they are written: numbers with their zeros, and lists of words', () => {
    const text = '- account: 000011112222\n  owner: o\n  categories: [staff, guests]\n- {store: s, owner: 007}\n'
    expect(rowsOf(text)).toEqual([
      { account: '000011112222', owner: 'o', categories: 'staff;guests' },
      { store: 's', owner: '007' },
    ])
  })

  it.each([
    ['a column that nobody knows', 'store,prefx,owner\ns,a/,o\n', '1: there is no column `prefx`'],
    ['a column twice', 'store,owner,owner\ns,o,p\n', '1: a column stands there twice'],
    ['a row of another length', 'store,owner\ns,o\ns,o,x\n', '3: it has 3 cells'],
    ['a quote that is never closed', 'store,owner\n"s,o\n', '2: '],
    [
      'a name that nobody knows in a list',
      '- store: s\n  owner: o\n- stores: s\n  owner: o\n',
      '3: there is no column `stores`',
    ],
    ['a value that is no word', '- store: {a: b}\n  owner: o\n', '1: `store` is neither'],
    ['what is no list', 'hello\n', '1: it is no table'],
    ['an empty file', '', '1: it is no table'],
    ['a broken list', '- store: [s\n', ': '],
    ['no owner', 'store,owner\ns,\n', '2: it names no owner'],
    ['an owner that is no id', 'store,owner\ns,a b\n', '2: `a b` is no id'],
    ['nothing owned', 'store,owner\n,o\n', '2: it names no store, tag or account'],
    ['two things owned', 'store,tag,owner\ns,a=b,o\n', '2: a tag stands alone'],
    ['a prefix of nothing', 'prefix,account,owner\na/,111122223333,o\n', '2: a prefix needs'],
    ['a star', 'store,prefix,owner\ns,a/*,o\n', '2: a star'],
    ['an account that is none', 'account,owner\n1111,o\n', '2: `1111` is no account'],
    ['a tag without a value', 'tag,owner\nteam,o\n', '2: `team` is no tag'],
    ['a fourth confidence', 'store,owner,confidence\ns,o,sure\n', '2: `sure` is no confidence'],
    [
      'another name of one owner',
      'store,owner,name\ns,o,One\nt,p,P\nu,o,Other\n',
      '4: the name of `o` is another one in line 2',
    ],
  ])('names the line of %s, and why', (_, text, reason) => {
    expect(reasonsOf(text).join('\n')).toContain(reason)
    expect(reasonsOf(text)).toHaveLength(1)
  })

  it('does not unfold a list that refers to itself without end', () => {
    const bomb = `a: &a [x,x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a,*a]`).join('\n')}\nowners: [*a]\n`
    expect(reasonsOf(bomb).length).toBeGreaterThan(0)
  })
})

describe('an owners map', () => {
  it('takes what is said of an owner once for all of its rows, and the least sure where nothing is said', () => {
    const { rows } = {
      rows: [],
      ...readOwnerTable('store,prefix,owner,name,contact,categories\ns,a/,o,One,x@example.org,b; a|b\ns,b,o,,,\n'),
    }
    const { map, rejected, loose } = mapOfRows(rows)
    expect(rejected).toEqual([])
    expect(loose).toEqual([3])
    expect(map).toEqual({
      owners: [{ id: 'o', name: 'One', controller: null, processor: null, contact: 'x@example.org' }],
      mappings: [
        {
          of: { kind: 'prefix', store: 's', account: null, prefix: 'a/' },
          owner: 'o',
          categories: ['a', 'b'],
          confidence: 'assumed',
        },
        {
          of: { kind: 'prefix', store: 's', account: null, prefix: 'b' },
          owner: 'o',
          categories: [],
          confidence: 'assumed',
        },
      ],
    })
  })
})
