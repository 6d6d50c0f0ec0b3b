import type { Assessment, AssumptionResult, RequestResult } from '@verascope/core/assess/assessment'
import { describe, expect, it } from 'vitest'
import { assumptionRows, assumptionsView, assumptionView, pinNote } from './assumption-view.ts'
import { type Page, painter } from './page.ts'
import { plainText } from './plain.ts'
import { plainRequests, requestRows } from './request-rows.ts'
import { requestsView } from './request-view.ts'
import { visibleWidth } from './text.ts'

const HOSTILE = 'x\u001b[2J\u202etxt.exe\nnext '.repeat(9)
const NOW = Date.parse('2026-05-01T00:00:00Z')

function assumption(more: Partial<AssumptionResult> = {}): AssumptionResult {
  return {
    ...{ id: 'A-0123456789ab', kind: 'delivery', scope: 'eu-west-1/main', from: '2026-03-01T00:00:00Z', to: null },
    ...{ because: HOSTILE, by: 'A. Responder', at: '2026-03-25T09:00:00Z', broken: null },
    ...more,
  }
}

const ASSUMPTIONS = [
  assumption(),
  assumption({ id: 'A-1', scope: HOSTILE, broken: HOSTILE }),
  assumption({ id: 'A-2', kind: 'entry', scope: 'case', from: null, to: '2026-03-10T00:00:00Z' }),
  assumption({ id: 'A-3', kind: 'channel', from: null }),
]

function request(id: string, expires: string | null, command: string, settles: readonly string[] = []): RequestResult {
  return { id, source: `source ${HOSTILE}`, command, expires, because: HOSTILE, settles }
}

// What the view reads of an assessment, and no more.
const ASSESSMENT = {
  requests: [
    request('R-never', null, `aws s3 sync s3://{bucket}/ ./${'y'.repeat(120)}`),
    request('R-late', '2026-06-22T00:00:00Z', 'aws x describe --name TRAIL', ['P-1', 'P-2', 'P-9']),
    request('R-past', '2026-04-01T00:00:00Z', 'aws x lookup', ['P-3']),
  ],
  stores: [
    { id: 'arn:s1', proof: 'P-1' },
    { id: 'arn:s2', proof: 'P-2' },
  ],
  accounts: [
    { id: '111122223333', proof: 'P-9' },
    { id: '999900001111', proof: 'P-3' },
  ],
} as unknown as Assessment
const ROWS = requestRows(ASSESSMENT)

function page(width: number, color = false): Page {
  return { width, paint: painter(color), all: false, program: 'verascope -C CASE' }
}

describe('every view of assumptions and requests', () => {
  const views: readonly (readonly [string, (on: Page) => string])[] = [
    ['assumptions', (on) => assumptionsView(ASSUMPTIONS, on)],
    ['no assumption', (on) => assumptionsView([], on)],
    ['one assumption', (on) => assumptionView(assumption({ broken: HOSTILE }), [pinNote(2900)], on)],
    ['requests', (on) => requestsView(ROWS, NOW, on)],
    ['no request', (on) => requestsView([], NOW, on)],
  ]
  it.each(views)('%s: no line but a command to copy is wider than the page', (_, view) => {
    for (const width of [80, 140]) {
      const wide = view(page(width))
        .split('\n')
        .filter((line) => visibleWidth(line) > width && !/^ {4}(?:aws|save_answer) /.test(line))
      expect(wide).toEqual([])
    }
  })

  it.each(views)('%s: nothing acts on the terminal, and colour adds nothing but colour', (_, view) => {
    const plain = view(page(100))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the painter's own sequences
    expect(view(page(100, true)).replace(/\u001b\[\d+m/g, '')).toBe(plain)
  })
})

describe('the list of assumptions', () => {
  it('says of each who signed it, for when, and what broke it', () => {
    const text = assumptionsView(ASSUMPTIONS, page(100))
    expect(text).toContain('of which broken: 1')
    expect(text.match(/BROKEN/g)).toHaveLength(1)
    expect(text).toContain('from 2026-03-01 00:00:00Z to the end')
    expect(text).toContain('not in before 2026-03-10 00:00:00Z')
    expect(text).toContain('at all times')
  })

  it('has a line for each with --plain, as many fields as its head', () => {
    const lines = plainText(assumptionRows(ASSUMPTIONS)).split('\n').slice(0, -1)
    expect(lines).toHaveLength(5)
    expect(new Set(lines.map((line) => line.split('\t').length)).size).toBe(1)
  })
})

describe('the list of requests', () => {
  it('has what expires soonest first, and names what it would settle', () => {
    expect(ROWS.map(({ id, stores, accounts }) => [id, stores, accounts])).toEqual([
      ['R-past', [], ['999900001111']],
      ['R-late', ['arn:s1', 'arn:s2'], ['111122223333']],
      ['R-never', [], []],
    ])
    const text = requestsView(ROWS, NOW, page(400))
    expect(text).toMatch(/R-past .*expired 2026-04-01/)
    expect(text).toMatch(/R-late .*expires 2026-06-22/)
    expect(text).toContain('settle 2 data stores and 1 account')
  })

  it('wraps what has an answer, defines once what it is wrapped in, and says what is to be replaced', () => {
    const text = requestsView(ROWS, NOW, page(100))
    expect(text).toContain('    save_answer describe-R-late aws x describe --name TRAIL')
    expect(text).toMatch(/^ {4}aws s3 sync/m)
    expect(text.match(/^save_answer\(\)/gm)).toHaveLength(1)
    expect(text).toContain('Words in capitals and in braces')
    const copies = requestsView(ROWS.slice(2), NOW, page(100))
    expect(copies).not.toContain('save_answer')
  })

  it('has a line for each with --plain, as many fields as its head', () => {
    const lines = plainText(plainRequests(ROWS)).split('\n').slice(0, -1)
    expect(lines).toHaveLength(4)
    expect(new Set(lines.map((line) => line.split('\t').length)).size).toBe(1)
  })
})
