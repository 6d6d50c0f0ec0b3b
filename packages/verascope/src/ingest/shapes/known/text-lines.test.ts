import { defineEvidence, type EvidenceRow } from '@verascope/core/domain/evidence-row'
import type { LineReader } from '@verascope/core/domain/line-shape'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Piece } from '../shape.ts'
import textLines from './text-lines.ts'

/** A kind whose files begin with a word, read as a test says. */
function kindOf(kind: string, first: string, reader: () => LineReader): EvidenceRow {
  const silent = { recordArrays: [], recognises: () => false, enrichments: [], requests: [], examples: [] }
  const words = { kind, title: kind, witnesses: 'nothing', cite: 'none', delivery: 'best-effort' as const }
  const read = () => ({ kind: 'rejected' as const, reason: 'it is a test' })
  return defineEvidence({
    ...silent,
    ...words,
    read,
    lines: { starts: ([line]) => (line === first ? reader() : null) },
  })
}

/** Every line a record of its text; `bad` is none, and what begins with a hash is a heading that later lines carry. */
const PLAIN = kindOf('plain', '#a', () => {
  let heading = ''
  return {
    read: (text) => {
      if (text === 'bad') return { kind: 'rejected', reason: 'it is bad' }
      if (text === 'trap') throw new Error('a trap')
      if (!text.startsWith('#')) return { kind: 'record', record: { heading, text } }
      heading = text
      return null
    },
  }
})
/** Lines that begin with a tab, and empty ones, go on with the one before. */
const JOINED = kindOf('joined', 'first', () => ({
  read: (text) => ({ kind: 'record', record: { text } }),
  goesOn: (line) => line === '' || line.startsWith('\t'),
}))

function piecesIn(text: string | Uint8Array): readonly Piece[] {
  return [...(textLines(Buffer.from(text), [PLAIN, JOINED]) ?? [])]
}

function valuesIn(text: string): readonly unknown[] {
  return piecesIn(text).flatMap((piece) => {
    if (piece.kind === 'record') return [piece.value]
    return piece.kind === 'damage' ? [piece.reason] : []
  })
}

describe('records in lines of text', () => {
  it('carry what the last heading above them says, and bad lines cost themselves', () => {
    expect(valuesIn('#a\n\none\r\nbad\ntwo\ntrap\n#b\nthree')).toEqual([
      { heading: '#a', text: 'one' },
      'it is bad',
      { heading: '#a', text: 'two' },
      'reading it failed (Error: a trap)',
      { heading: '#b', text: 'three' },
    ])
  })

  it('may go on over several lines, empty ones among them', () => {
    expect(valuesIn('first\n\tx\n\n\ty\nsecond\nthird\n\tz')).toEqual([
      { text: 'first\n\tx\n\n\ty' },
      { text: 'second' },
      { text: 'third\n\tz' },
    ])
  })

  it('stand where their bytes are', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäß𝄞]{1,6}$/u), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(words, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (lines, end, mark, last) => {
        const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${['#a', ...lines].join(end)}${last ? end : ''}`)
        const found = piecesIn(bytes).flatMap((piece) =>
          piece.kind === 'record' ? [bytes.toString('utf8', piece.offset, piece.offset + piece.length)] : [],
        )
        expect(found).toEqual(lines.filter((line) => line !== 'bad' && line !== 'trap'))
      }),
    )
  })

  it('are refused where they are longer than any record, and no more is', () => {
    const long = 'x'.repeat(2 ** 23 + 1)
    expect(valuesIn(`#a\n${long}\none`)).toEqual([
      expect.stringMatching(/^it is longer than 8388608 bytes/),
      { heading: '#a', text: 'one' },
    ])
    const many = `\t${'x'.repeat(2 ** 20)}\n`.repeat(9)
    expect(valuesIn(`first\n${many}second`)).toEqual([
      expect.stringMatching(/^it is longer than 8388608 bytes/),
      { text: 'second' },
    ])
  })

  it('are of the kind that knows the first lines, and of none where no kind does', () => {
    expect(piecesIn('first\n')[0]).toEqual({ kind: 'known', row: JOINED })
    expect(piecesIn('#a')).toEqual([{ kind: 'known', row: PLAIN }])
    for (const text of ['', '\n\n', 'other\n#a\n', 'x'.repeat(2 ** 20)])
      expect(textLines(Buffer.from(text), [PLAIN, JOINED])).toBeNull()
  })

  it('take time in proportion to the file, whatever its lines are', () => {
    const reads: number[] = []
    const counted = kindOf('counted', 'x', () => ({
      read: (text) => {
        reads.push(text.length)
        return null
      },
      goesOn: () => false,
    }))
    const text = `x\n${'y\n'.repeat(100_000)}`
    expect([...(textLines(Buffer.from(text), [counted]) ?? [])]).toHaveLength(1)
    expect(reads.reduce((sum, one) => sum + one, 0)).toBe(100_001)
  })
})
