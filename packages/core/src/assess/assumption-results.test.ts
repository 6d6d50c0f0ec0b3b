import { describe, expect, it } from 'vitest'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import { parseInstant } from '../domain/instant.ts'
import type { Indicator } from '../taint/indicator.ts'
import { againstIndicators, assumptionResult } from './assumption-results.ts'

const at = (text: string) => parseInstant(text) ?? expect.unreachable(text)

const ENTRY: AcceptedAssumption = {
  ...{ kind: 'entry', scope: { of: 'case' }, id: 'A-1', because: 'b', by: 'A. Responder', broken: null },
  ...{ at: at('2026-03-25T09:00:00Z'), window: { from: null, to: at('2026-03-10T00:00:00Z') } },
}

function indicator(from: string | null, ours = false): Indicator {
  const window = { from: from === null ? null : at(from), to: null }
  return { id: 'I-1', kind: 'access-key', value: 'AKIA1', window, ours, by: null }
}

describe('an assumption against indicators', () => {
  const brokenBy = (...indicators: readonly Indicator[]): string | null | undefined =>
    againstIndicators([ENTRY], indicators)[0]?.broken

  it('of the entry is broken by whoever says that the actor was in before', () => {
    expect(brokenBy(indicator('2026-03-09T23:59:59Z'))).toContain('I-1')
    expect(brokenBy(indicator('2026-03-10'), indicator('2026-03-09'))).toContain('2026-03-09')
    expect(brokenBy(indicator('2026-03-10'), indicator(null), indicator('2026-03-01', true))).toBeNull()
  })

  it('of another kind says nothing of the entry, and what was broken stays so', () => {
    const other: AcceptedAssumption = { ...ENTRY, kind: 'channel', scope: { store: 's', by: 'log-in' } }
    const broken: AcceptedAssumption = { ...ENTRY, broken: 'before' }
    const found = againstIndicators([other, broken], [indicator('2026-03-01')])
    expect(found.map((one) => one.broken)).toEqual([null, 'before'])
  })

  it('is printed with its scope as it was written', () => {
    expect(assumptionResult(ENTRY)).toEqual({
      ...{ id: 'A-1', kind: 'entry', scope: 'case', from: null, to: '2026-03-10T00:00:00Z' },
      ...{ because: 'b', by: 'A. Responder', at: '2026-03-25T09:00:00Z', broken: null },
    })
  })
})
