import type { OwnedPartResult, OwnerResult, UnmappedResult } from '@verascope/core/assess/owner-assessment'
import { describe, expect, it } from 'vitest'
import { ownerRows, ownersView } from './owners-view.ts'
import type { Page } from './page.ts'
import { plainText } from './plain.ts'
import { visibleWidth } from './text.ts'

const RANGE = { lower: 123_456_789, upper: null }
const SAID = {
  store: `arn:aws:s3:::${'a-long-name-'.repeat(6)}`,
  effects: ['copied-out', 'listed', 'read'],
  possibleEffects: ['destroyed', 'key-used'],
  bytes: { sent: RANGE, distinct: RANGE },
  objects: RANGE,
  gaps: ['G-0123456789ab'],
  assumptions: [],
  because: `calls that name no object may have been of it ${'(read) '.repeat(12)}`,
  proof: 'P-0123456789ab',
} as const

function part(prefix: string | null): OwnedPartResult {
  const kind = prefix === null ? 'rest' : 'prefix'
  const of = { ...SAID, kind, prefix, verdict: 'undetermined', mappedBy: 'prefix' } as const
  return { ...of, confidence: 'likely', categories: ['staff'], joint: true }
}

function owner(id: string, verdict: OwnerResult['verdict']): OwnerResult {
  const { store: _, gaps: __, proof: ___, ...said } = SAID
  return {
    ...{ id, name: `Name of ${id} \u001b[31m\u202e`, controller: null, processor: null, categories: [] },
    ...{ ...said, confidence: 'assumed', verdict, parts: [part('a/'), part(null)], datasets: [] },
  }
}

const UNMAPPED: readonly UnmappedResult[] = Array.from({ length: 14 }, (_, at) => ({
  ...{ ...SAID, kind: at === 0 ? 'unnamed' : 'whole', prefix: null, verdict: at === 0 ? 'accessed' : 'undetermined' },
  store: `store-${at}`,
}))

const SHOWN = {
  ...{ scopeVersion: 3, window: { from: null, to: '2026-03-24T00:00:00Z' }, ownersMap: 'a'.repeat(64) },
  owners: [owner('untouched-one', 'untouched'), owner('x'.repeat(64), 'accessed'), owner('third', 'undetermined')],
  unmapped: UNMAPPED,
}

function page(width: number, all = false): Page {
  return { width, all, paint: (_, text) => text, program: 'verascope -C case' }
}

describe('the table of owners', () => {
  it.each([80, 140])('fits %i columns, worst first, and shows no character that acts', (width) => {
    for (const all of [false, true]) {
      const text = ownersView(SHOWN, page(width, all))
      for (const line of text.split('\n')) expect(visibleWidth(line), line).toBeLessThanOrEqual(width)
      for (const acting of ['\u001b', '\u202e']) expect(text).not.toContain(acting)
      expect(text.indexOf('third')).toBeLessThan(text.indexOf('untouched-one'))
    }
  })

  it('says how many rows of what is nobody’s it leaves out, and shows all when asked', () => {
    expect(ownersView(SHOWN, page(80))).toContain('4 more rows')
    const all = ownersView(SHOWN, page(80, true))
    for (const { store } of UNMAPPED) expect(all).toContain(store)
  })

  it('has every row in plain lines', () => {
    const lines = plainText(ownerRows(SHOWN)).trimEnd().split('\n')
    expect(lines).toHaveLength(3 + 3 + 6 + 14)
  })
})
