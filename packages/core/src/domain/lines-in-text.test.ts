import { describe, expect, it } from 'vitest'
import type { ReadRecord } from './evidence-row.ts'
import { parseInstant } from './instant.ts'
import { pickText } from './json.ts'
import { readerOfText, readText } from './lines-in-text.ts'

const AT = parseInstant('2026-03-24T03:10:38Z') ?? expect.unreachable()
const SUBJECT = { id: 'x', kind: 'x', account: null, region: null, name: 'x' }

function said(act: string): ReadRecord {
  if (act === 'bad') return { kind: 'rejected', reason: 'it is bad' }
  const who = { principal: null, credential: null, address: null }
  const act1 = { kind: 'session', at: AT, subject: SUBJECT, act, effect: null, outcome: 'ok', ...who } as const
  return { kind: 'witnesses', witnesses: [{ ...act1, object: null, sessionId: null, rows: null }] }
}

const SHAPE = {
  lines: {
    starts: ([first]: readonly string[]) =>
      first === '#log'
        ? {
            goesOn: (line: string) => line.startsWith('\t'),
            read: (text: string) => (text.startsWith('#') ? null : ({ kind: 'record', record: { text } } as const)),
          }
        : null,
  },
  read: (record: object): ReadRecord => said(pickText({ ...record }, 'text') ?? ''),
}

function actsIn(text: string): unknown {
  const read = readText(text, SHAPE)
  return read.kind === 'witnesses' ? read.witnesses.map((one) => (one.kind === 'session' ? one.act : null)) : read
}

describe('lines in one text', () => {
  it('say together what each says, in their order, with those that go on with them', () => {
    expect(actsIn('\r\n#log\r\na\r\n\tb\r\n\r\nc\n')).toEqual(['a\n\tb', 'c'])
  })

  it('are nothing where they hold no record, and rejected as a whole where one cannot be read', () => {
    expect(actsIn('#log\n')).toEqual({ kind: 'statements', statements: [] })
    expect(actsIn('#log\na\nbad\nb')).toEqual({
      kind: 'rejected',
      reason: 'a line in it cannot be read (it is bad): save its text by itself',
    })
    expect(actsIn('a\n#log')).toMatchObject({ kind: 'rejected' })
    expect(readerOfText('', SHAPE.lines)).toBeNull()
  })

  it('are read in proportion to their number', () => {
    expect(actsIn(`#log\n${'a\n\tb\n'.repeat(100_000)}`)).toHaveLength(100_000)
    expect(actsIn(`#log\na\n${'\tb\n'.repeat(200_000)}`)).toHaveLength(1)
  })
})
