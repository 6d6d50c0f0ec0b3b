import { describe, expect, it } from 'vitest'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import { type Instant, parseInstant } from '../domain/instant.ts'
import type { LogSettings, LogStatement } from '../domain/log-config.ts'
import { contradicted } from './contradicted.ts'

const LOG = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'

const at = (text: string): Instant => parseInstant(text) ?? expect.unreachable(text)

const constant: AcceptedAssumption = {
  ...{ id: 'A-1', kind: 'config-constant', because: 'we never touched it', by: 'R. Vance', broken: null },
  scope: { log: { arn: LOG, home: 'eu-west-1', name: 'main' } },
  window: { from: at('2026-03-10'), to: at('2026-03-11') },
  at: at('2026-03-12'),
}

function said(act: LogStatement['act'], time: string | null, says: Partial<LogSettings>, log = LOG): LogStatement {
  const ref = { item: 'a'.repeat(64), ordinal: 0, offset: 0, length: 0 }
  return { log, account: '111122223333', home: 'eu-west-1', at: time === null ? null : at(time), act, says, ref }
}

const brokenBy = (...statements: readonly LogStatement[]): string | null | undefined =>
  contradicted([constant], { chains: [], statements })[0]?.broken

describe('that settings of a log did not change', () => {
  it('is broken by a call that changed them in the time that is vouched for', () => {
    expect(brokenBy(said('changed', '2026-03-10T12:00:00Z', { on: false }))).toContain('2026-03-10T12:00:00')
    expect(brokenBy(said('changed', '2026-03-09T12:00:00Z', { on: false }))).toBeNull()
    expect(brokenBy(said('changed', '2026-03-10T12:00:00Z', { on: false }, `${LOG}2`))).toBeNull()
  })

  it('is broken by two answers that show them differently, and not by answers that agree or say nothing of a time', () => {
    const [on, off] = [said('shown', '2026-03-10T01:00:00Z', { on: true }), { on: false }]
    expect(brokenBy(on, said('shown', '2026-03-10T02:00:00Z', off))).toContain('otherwise')
    expect(brokenBy(said('shown', '2026-03-10T02:00:00Z', off), on)).toContain('otherwise')
    expect(brokenBy(on, said('shown', '2026-03-10T02:00:00Z', { on: true, key: 'none' }))).toBeNull()
    expect(brokenBy(on, said('shown', null, off))).toBeNull()
    expect(brokenBy(on, said('shown', '2026-03-12T02:00:00Z', off))).toBeNull()
  })

  it('stays broken by what broke it before', () => {
    const before = { ...constant, broken: 'withdrawn by its files' }
    const [after] = contradicted([before], { chains: [], statements: [said('changed', '2026-03-10T12:00:00Z', {})] })
    expect(after?.broken).toBe('withdrawn by its files')
  })
})
