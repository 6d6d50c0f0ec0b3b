import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import type { Indicator } from '@verascope/core/taint/indicator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type IndicatorWish,
  indicatorAdded,
  indicatorsInForce,
  indicatorWithdrawn,
  makeIndicator,
} from './indicators.ts'
import type { Act, JournalLine } from './journal.ts'

const OPEN = { from: null, to: null }

function at(text: string): Instant {
  return parseInstant(text) ?? expect.unreachable(text)
}

function wish(value: string, more: Partial<IndicatorWish> = {}): IndicatorWish {
  return { value, kind: null, window: OPEN, ours: false, by: null, ...more }
}

function journalOf(acts: readonly Act[]): readonly JournalLine[] {
  return acts.map((act, index) => ({ n: index + 1, at: '', by: null, act, previous: null, hash: '' }))
}

describe('an indicator', () => {
  it('has the same id in every case and version', () => {
    expect(makeIndicator(wish('AKIAIOSFODNN7EXAMPLE')).id).toBe('I-60bb6b981e06')
    expect(makeIndicator(wish('  AKIAIOSFODNN7EXAMPLE\n', { by: 'A. Responder' })).id).toBe('I-60bb6b981e06')
  })

  it('is another one with another kind, value, case of letters, window or side', () => {
    const window = { from: at('2024-01-01'), to: null }
    const ids = [
      wish('akiaiosfodnn7example'),
      wish('AKIAIOSFODNN7EXAMPLE'),
      wish('AKIAIOSFODNN7EXAMPLE', { kind: 'user-agent' }),
      wish('AKIAIOSFODNN7EXAMPLE', { ours: true }),
      wish('AKIAIOSFODNN7EXAMPLE', { window }),
      wish('AKIAIOSFODNN7EXAMPLE', { window: { from: null, to: window.from } }),
    ].map((one) => makeIndicator(one).id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('of a user’s mail address or of a session is the same in any case of letters', () => {
    const [user, session] = ['dana@example.com', '0f3b5a52-1f4b-4d55-9a0f-6f4be70b2d11']
    for (const typed of [user, 'Dana@Example.COM'])
      expect(makeIndicator(wish(typed))).toMatchObject({ kind: 'principal', value: user })
    for (const typed of [session, session.toUpperCase()])
      expect(makeIndicator(wish(typed))).toMatchObject({ kind: 'session', value: session })
    expect(makeIndicator(wish('tool/1 (Dana@Example.com)')).kind).toBe('user-agent')
  })

  it('keeps blanks within a user agent', () => {
    expect(makeIndicator(wish(' aws-cli/2.0 Python/3.8 '))).toMatchObject({
      kind: 'user-agent',
      value: 'aws-cli/2.0 Python/3.8',
    })
  })

  it('that looks like something else than it would be taken for is refused, unless somebody insists', () => {
    for (const value of [
      '192.0.2.0/24',
      '2001:db8::/32',
      'AROAEXAMPLE:name',
      'AIDAEXAMPLE',
      'AKIA12',
      '123456789012',
    ]) {
      expect(() => makeIndicator(wish(value))).toThrow(expect.objectContaining({ code: 'VS2007' }))
      expect(makeIndicator(wish(value, { kind: 'user-agent' })).value).toBe(value)
    }
    for (const value of ['aws-cli/2', 'Boto3/1.9', 'face/1', 'S3 Browser'])
      expect(makeIndicator(wish(value)).kind).toBe('user-agent')
  })

  it('without a value, or that ends before it begins, is refused', () => {
    expect(() => makeIndicator(wish(' \t'))).toThrow(expect.objectContaining({ code: 'VS2007' }))
    const window = { from: at('2024-01-02'), to: at('2024-01-01') }
    expect(() => makeIndicator(wish('1.2.3.4', { window }))).toThrow(expect.objectContaining({ code: 'VS2007' }))
    expect(makeIndicator(wish('1.2.3.4', { window: { from: window.to, to: window.to } })).kind).toBe('address')
  })
})

describe('the indicators in force', () => {
  const indicators = fc
    .record({
      value: fc.constantFrom('AKIAIOSFODNN7EXAMPLE', '198.51.100.9', 'curl/8 (x)'),
      ours: fc.boolean(),
      from: fc.constantFrom(null, at('2024-01-01T00:00:00.123Z')),
    })
    .map(({ value, ours, from }) => makeIndicator(wish(value, { ours, window: { from, to: null } })))

  it('are those added and not taken back since, read from the journal as they were made', () => {
    const acts = fc.array(fc.record({ indicator: indicators, adds: fc.boolean() }))
    fc.assert(
      fc.property(acts, (all) => {
        const standing = new Map<string, Indicator>()
        for (const { indicator, adds } of all) {
          if (adds) standing.set(indicator.id, indicator)
          else standing.delete(indicator.id)
        }
        const journal = all.map((one) => (one.adds ? indicatorAdded : indicatorWithdrawn)(one.indicator))
        const read: unknown = JSON.parse(JSON.stringify(journal))
        expect(indicatorsInForce(journalOf(read as readonly Act[]))).toEqual([...standing.values()])
      }),
    )
  })

  it('are not guessed: an indicator of an unknown form stops everything', () => {
    const added = indicatorAdded(makeIndicator(wish('1.2.3.4')))
    for (const act of [
      { kind: 'indicator-added' },
      JSON.parse(JSON.stringify(added).replace('"address"', '"certificate"')),
      JSON.parse(JSON.stringify(added).replace('"from":null', '"from":"soon"')),
      { kind: 'indicator-withdrawn' },
    ]) {
      expect(() => indicatorsInForce(journalOf([act]))).toThrow(expect.objectContaining({ code: 'VS7002' }))
    }
    expect(indicatorsInForce(journalOf([{ kind: 'of a later version' }]))).toEqual([])
  })
})
