import { rows } from '@verascope/core/catalog/evidence/index.generated'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Piece } from '../shape.ts'
import jsonRecords from './json-records.ts'

const LISTS = new Set(['Records', 'Ev\\ents'])
const [ROW] = rows
const EVIDENCE = ROW === undefined ? [] : [{ ...ROW, recordArrays: [...LISTS] }]

function piecesIn(text: string | Uint8Array): readonly Piece[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const pieces = jsonRecords(bytes, EVIDENCE)
  return pieces === null ? [] : [...pieces]
}

/** The records as JSON.parse reads them at the places that were found; each damaged stretch as its text. */
function found(text: string): readonly unknown[] {
  const bytes = Buffer.from(text)
  return piecesIn(text).flatMap((piece) => {
    if (piece.kind === 'list' || piece.kind === 'known') return []
    const cut = bytes.subarray(piece.offset, piece.offset + piece.length).toString('utf8')
    return piece.kind === 'record' ? [JSON.parse(cut)] : [`damage: ${cut}`]
  })
}

const NASTY = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('}{', '"},{"', '\\', '\\"', '[{', '\n{', '\u0000', 'Records', '\ud800', '{"Records":[{"a":1}]}'),
)
const scalar = fc.oneof(NASTY, fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(NASTY, tie('value'), { maxKeys: 4 }),
  ),
})).value
const record = fc.dictionary(
  NASTY.filter((key) => !LISTS.has(key)),
  value,
  { maxKeys: 5 },
)
const space = fc.constantFrom('', ' ', '\n', '\r\n', '\t', ' \r\n  ')
const indent = fc.constantFrom(0, 1, 2, '\t')

/** What JSON.stringify makes of a value is another than the value where it holds -0 or undefined. */
function plain(given: unknown): unknown {
  return JSON.parse(JSON.stringify(given))
}

function padded(records: readonly unknown[], gap: string, spaces: number | string): string {
  return records.map((one) => `${gap}${JSON.stringify(one, null, spaces)}${gap}`).join(',')
}

describe('records in JSON', () => {
  it('are the members of a list, as JSON.parse reads them', () => {
    fc.assert(
      fc.property(fc.array(value), space, indent, (records, gap, spaces) => {
        expect(found(`${gap}[${padded(records, gap, spaces)}${gap}]${gap}`)).toEqual(plain(records))
      }),
    )
  })

  it('are the members of the list under a key of evidence, wherever it stands among other keys', () => {
    const others = fc.dictionary(
      NASTY.filter((key) => !LISTS.has(key)),
      value,
      { maxKeys: 3 },
    )
    const key = fc.constantFrom('"Records"', '"Rec\\u006frds"', '"Ev\\\\ents"')
    fc.assert(
      fc.property(fc.array(value), fc.tuple(others, others), key, space, (records, [before, after], name, gap) => {
        const entries = (object: object): string[] =>
          Object.entries(object).map(([one, inner]) => `${JSON.stringify(one)}${gap}:${gap}${JSON.stringify(inner)}`)
        const list = `${name}${gap}:${gap}[${padded(records, gap, 0)}]`
        const text = `{${gap}${[...entries(before), list, ...entries(after)].join(`${gap},${gap}`)}${gap}}`
        expect(found(text)).toEqual(plain(records))
      }),
    )
  })

  it('are whole objects, one a line or one after the other, pretty-printed or not', () => {
    const between = fc.constantFrom('\n', '\r\n', '\n\n', '', ' ')
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), between, indent, fc.boolean(), (records, gap, spaces, bom) => {
        const text = records.map((one) => JSON.stringify(one, null, spaces)).join(gap)
        expect(found(`${bom ? '\ufeff' : ''}${text}${gap}`)).toEqual(plain(records))
      }),
    )
  })

  it('keep their intact ones when the bytes end anywhere, and the rest is one damage up to the end', () => {
    const shape = fc.constantFrom<readonly [string, string]>(['{"Records":[', ']}'], ['[', ']'])
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), shape, fc.nat(), (records, [open, close], at) => {
        const bytes = Buffer.from(`${open}${records.map((one) => JSON.stringify(one)).join(',')}${close}`)
        const cut = bytes.subarray(0, 1 + (at % (bytes.length - 1)))
        const pieces = piecesIn(cut).filter((piece) => piece.kind !== 'list')
        const last = pieces.at(-1)
        expect(last?.kind).toBe('damage')
        expect(pieces.filter((piece) => piece.kind === 'damage')).toHaveLength(1)
        if (last?.kind === 'damage') expect(last.offset + last.length).toBe(cut.length)
        const intact = pieces.slice(0, -1).map((piece) => {
          if (piece.kind !== 'record') return null
          return JSON.parse(cut.subarray(piece.offset, piece.offset + piece.length).toString('utf8'))
        })
        expect(intact).toEqual(plain(records.slice(0, intact.length)))
      }),
    )
  })

  it('are never lost without a trace: every byte that is no white space is in a piece or holds a list together', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\n', '\\', 'a', '{"a":1}')), (parts) => {
        const bytes = Buffer.from(`{${parts.join('')}`)
        const rest = Buffer.from(bytes)
        for (const piece of piecesIn(bytes)) {
          if (piece.kind === 'record' || piece.kind === 'damage')
            rest.fill(' ', piece.offset, piece.offset + piece.length)
        }
        expect(rest.toString('utf8').replaceAll(/[\s[\]{},]/g, '')).toBe('')
      }),
      { numRuns: 2_000 },
    )
  })

  it('go on at the next line after a broken one, and never inside of a string', () => {
    const broken = ['{"a":1', '{"a":"x}', '{"a":[1}', '{"a":{"b":1}', '{a}', '}', 'junk', '{"x":"\\n{\\"forged\\":1}"']
    for (const bad of broken) {
      const text = `{"n":1}\n${bad}\n{"n":2}\n{"n":3}\n`
      expect(found(text), bad).toEqual([{ n: 1 }, `damage: ${bad}\n`, { n: 2 }, { n: 3 }])
    }
  })

  it('take what follows along when they have no end in a list, as one damage', () => {
    for (const rest of ['{"a":[1},{"n":2}]', '{"a":"x},{"n":2}]', '{"a":{"b":1},{"n":2}]']) {
      expect(found(`[{"n":1},${rest}`)).toEqual([{ n: 1 }, `damage: ${rest}`])
      expect(found(`{"Records":[{"n":1},${rest}}`)).toEqual([{ n: 1 }, `damage: ${rest}}`])
    }
  })

  it('are all found between any number of broken lines', () => {
    const broken = ['{"a":1', '{"a":"x}', '{"a":[1}', '{"a":{"b":1}', '{a}', 'junk']
    const deeper = ['{"x":{"a":"x}', '{"x":{"a":[1}}', '{"x":{"a":{"b":1}', '{"x":{"a":"\\"}}']
    for (const bad of [...broken, ...deeper]) {
      const lines = Array.from({ length: 300 }, (_, n) => `{"n":${n}}\n${bad}\n`)
      const intact = found(lines.join('')).filter((one) => typeof one === 'object')
      expect(intact, bad).toEqual(lines.map((_, n) => ({ n })))
    }
  })

  it('are found in time that grows with the bytes, also when every line is broken', () => {
    for (const line of ['{', '{"a":\n', '{"a":[', '{"k":"v","l":\n{"x":']) {
      const pieces = piecesIn(`${line}\n`.repeat(200_000))
      expect(pieces.length).toBeGreaterThan(0)
    }
  })

  it('may nest deeper than any stack', () => {
    const deep = 2_000_000
    expect(piecesIn(`[${'['.repeat(deep)}${']'.repeat(deep)}]`)).toEqual([
      { kind: 'record', offset: 1, length: 2 * deep },
    ])
  })

  it('are not looked for in anything else', () => {
    for (const text of ['', '<Error/>', 'a,b\n1,2', '"text"', '12', '\u0000{}']) {
      expect(jsonRecords(Buffer.from(text), EVIDENCE), text).toBeNull()
    }
  })
})
