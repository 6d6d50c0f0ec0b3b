import { describe, expect, it } from 'vitest'
import { formatBytes, formatBytesRange, formatCount, formatSpan, shortBytesRange } from './amounts.ts'
import { painter } from './page.ts'
import { printTable } from './table.ts'
import { hang, safeText, shorten, visibleWidth, wrap } from './text.ts'

describe('evidence text', () => {
  it('shows what could act on a terminal as escapes, and leaves nothing out', () => {
    expect(safeText('a\u001b[31mb\nc\u0000')).toBe('a\\u001b[31mb\\nc\\u0000')
    expect(safeText('\u202efdp\u2066x\u200b')).toBe('\\u202efdp\\u2066x\\u200b')
    expect(safeText('\u009b31m \u{e0041} \ud800')).toBe('\\u009b31m \\u{e0041} \\ud800')
  })

  it('leaves ordinary text of any script alone', () => {
    const text = 'Müller/帳簿 – ключ 🔑 x@y.example'
    expect(safeText(text)).toBe(text)
  })

  it('is shortened in the middle, to the width asked for', () => {
    expect(shorten('abcdefghij', 6)).toBe('ab…hij')
    for (const width of [0, 1, 2, 5, 9]) expect(visibleWidth(shorten('abcdefghij', width))).toBe(width)
    expect(shorten('credentials-41', 8).endsWith('-41')).toBe(true)
    expect(shorten('short', 5)).toBe('short')
  })

  it('is wrapped without losing a character', () => {
    const text = `one two ${'x'.repeat(25)} three`
    const lines = wrap(text, 10)
    expect(lines.every((line) => line.length <= 10)).toBe(true)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    expect(hang('- ', 'a b', 3)).toEqual(['- a', '  b'])
    expect(wrap('', 10)).toEqual([''])
  })
})

describe('amounts', () => {
  it('round a lower bound down and an upper bound up', () => {
    expect(formatBytes(1299, 'down')).toBe('1.2 kB')
    expect(formatBytes(1201, 'up')).toBe('1.3 kB')
    expect(formatBytes('9007199254740993', 'down')).toBe('9 PB')
    expect(formatBytes(999, 'up')).toBe('999 B')
  })

  it('say what is a bound and what is unknown', () => {
    expect(formatBytesRange({ lower: 1200, upper: null })).toBe('at least 1.2 kB')
    expect(formatBytesRange({ lower: 1200, upper: 2000 })).toBe('at least 1.2 kB, at most 2 kB')
    expect(formatBytesRange({ lower: 0, upper: null })).toBe('unknown')
    expect(formatBytesRange({ lower: 0, upper: 0 })).toBe('0 B')
    expect(shortBytesRange({ lower: 5, upper: null })).toBe('>= 5 B')
  })

  it('have separators for thousands', () => {
    expect(formatCount(1234567)).toBe('1,234,567')
    expect(formatCount(12)).toBe('12')
  })

  it('show the day once for a span within it', () => {
    expect(formatSpan('2023-07-10T11:54:47Z', '2023-07-10T12:00:00.123Z')).toBe('2023-07-10 11:54:47Z – 12:00:00Z')
    expect(formatSpan('2023-07-10T11:54:47Z', null)).toBe('2023-07-10 11:54:47Z – unknown')
  })
})

describe('a table', () => {
  const page = { width: 40, paint: painter(true), all: false, program: 'v' }

  it('keeps columns in line under colour, and presses only those that yield', () => {
    const lines = printTable(
      [
        { title: 'id', fit: 'keep' },
        { title: 'name', fit: 'shorten', min: 6 },
        { title: 'n', fit: 'keep', align: 'right' },
      ],
      [
        { cells: [{ text: 'P-123456', tone: 'alarm' }, { text: 'n'.repeat(60) }, { text: '7' }] },
        { beneath: 'a note of more words than one line of this table holds' },
      ],
      page,
    )
    expect(lines.every((line) => visibleWidth(line) <= 40)).toBe(true)
    expect(lines[1]).toContain('P-123456')
    expect(lines[1]?.endsWith('7')).toBe(true)
    expect(lines).toHaveLength(4)
  })
})
