import { ASSUMPTION_KINDS, type AssumptionKind } from '@verascope/core/domain/assumption'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AssumptionWish,
  assumptionAdded,
  assumptionsInForce,
  assumptionWithdrawn,
  draftAssumption,
  type KeptAssumption,
  makeAssumption,
} from './assumptions.ts'
import type { Act, JournalLine } from './journal.ts'

const OPEN = { from: null, to: null }
const PIN = { lines: 2, files: 1, sha256: 'ab'.repeat(32) }

function at(text: string): Instant {
  return parseInstant(text) ?? expect.unreachable(text)
}

const SCOPES: Readonly<Record<AssumptionKind, string>> = {
  delivery: 'eu-west-1/main account=111122223333',
  entry: '',
  accessor: 'arn:aws:iam::111122223333:role/r address=192.0.2.1 agent=aws-cli/2 x',
  channel: 'arn:x:db by=log-in',
  'snapshot-time': 'a b.json at=2026-03-10T12:02:00Z',
  'config-constant': 'eu-west-1/main',
}

function wish(kind: AssumptionKind, more: Partial<AssumptionWish> = {}): AssumptionWish {
  const window = kind === 'entry' ? { from: null, to: at('2026-03-10') } : OPEN
  return { kind, scope: SCOPES[kind], window, because: 'the bucket is locked', by: 'A. Responder', ...more }
}

function made(one: AssumptionWish, signed = '2026-03-25T09:00:00Z', pin = PIN): KeptAssumption {
  return makeAssumption(draftAssumption(one), at(signed), one.kind === 'delivery' ? pin : null)
}

function journalOf(acts: readonly Act[]): readonly JournalLine[] {
  const read: readonly Act[] = JSON.parse(JSON.stringify(acts))
  return read.map((act, index) => ({ n: index + 1, at: '', by: null, act, previous: null, hash: '' }))
}

describe('an assumption', () => {
  it('has the same id in every case and version, whenever it is signed', () => {
    expect(made(wish('entry')).id).toBe('A-58d228811993')
    expect(made(wish('entry', { scope: ' case ', by: ' A. Responder\n' }), '2027-01-01').id).toBe('A-58d228811993')
  })

  it('is another one with anything else that is signed: kind, scope, window, reason, signer, files', () => {
    const one = wish('delivery')
    const ids = [
      made(one),
      made(wish('config-constant', { scope: 'eu-west-1/main' })),
      made({ ...one, scope: 'eu-west-1/main' }),
      made({ ...one, window: { from: at('2026-03-01'), to: null } }),
      made({ ...one, window: { from: null, to: at('2026-03-01') } }),
      made({ ...one, because: 'I looked' }),
      made({ ...one, by: 'B. Responder' }),
      made(one, '2026-03-25', { ...PIN, sha256: 'cd'.repeat(32) }),
    ].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('that nobody signs, that has no reason, or that cannot be understood is refused', () => {
    const refusals: readonly AssumptionWish[] = [
      wish('delivery', { by: ' ' }),
      wish('delivery', { because: '\n' }),
      wish('delivery', { scope: 'main' }),
      wish('entry', { window: OPEN }),
      wish('channel', { window: { from: at('2026-03-02'), to: at('2026-03-01') } }),
    ]
    for (const one of refusals)
      expect(() => draftAssumption(one), JSON.stringify(one)).toThrow(expect.objectContaining({ code: 'VS2013' }))
  })
})

describe('the assumptions in force', () => {
  it('are those signed and not taken back since, read from the journal as they were made', () => {
    const one = fc
      .record({ kind: fc.constantFrom(...ASSUMPTION_KINDS), by: fc.constantFrom('A. Responder', 'B. Responder') })
      .map(({ kind, by }) => made(wish(kind, { by })))
    fc.assert(
      fc.property(fc.array(fc.record({ assumption: one, adds: fc.boolean() })), (all) => {
        const standing = new Map<string, KeptAssumption>()
        for (const { assumption, adds } of all) {
          if (adds) standing.set(assumption.id, assumption)
          else standing.delete(assumption.id)
        }
        const acts = all.map(({ assumption, adds }) =>
          adds ? assumptionAdded(assumption) : assumptionWithdrawn(assumption, null),
        )
        expect(assumptionsInForce(journalOf(acts))).toEqual([...standing.values()])
      }),
    )
  })

  it('are not guessed: one of an unknown form stops everything', () => {
    const text = JSON.stringify(assumptionAdded(made(wish('delivery'))))
    const altered = [
      ...[
        text.replace('"delivery"', '"hope"'),
        text.replace('eu-west-1/main', 'main'),
        text.replace('"at":"2', '"at":"x'),
      ],
      ...[
        text.replace('"from":null', '"from":"soon"'),
        text.replace('A. Responder', ''),
        text.replace(/"pin":\{.*?\}/, '"pin":null'),
      ],
      ...[text.replace('the bucket is locked', ''), '{"kind":"assumption-added"}', '{"kind":"assumption-withdrawn"}'],
    ]
    for (const one of altered) {
      expect(one).not.toBe(text)
      expect(() => assumptionsInForce(journalOf([JSON.parse(one)])), one).toThrow(
        expect.objectContaining({ code: 'VS7002' }),
      )
    }
    expect(assumptionsInForce(journalOf([{ kind: 'of a later version' }]))).toEqual([])
  })
})
