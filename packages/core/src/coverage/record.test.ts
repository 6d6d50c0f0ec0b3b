import { describe, expect, it } from 'vitest'
import { instantOfMillis } from '../domain/instant.ts'
import type { EventSelector, LogStatement, SelectionNeed } from '../domain/log-config.ts'
import { complement, type Stretch } from '../domain/stretches.ts'
import { knownLogs } from './known-logs.ts'
import { type Place, recordOf, type Shortfall } from './record.ts'

const NONE = { equals: [], startsWith: [], endsWith: [], notEquals: [], notStartsWith: [], notEndsWith: [] } as const
const classOf = (name: string): EventSelector => ({ conditions: [{ ...NONE, field: 'class', equals: [name] }] })
const MANAGEMENT = [classOf('management')]
const BOTH = [...MANAGEMENT, classOf('data')]
const CHANGES: SelectionNeed = {
  class: 'management',
  source: 'logs',
  resourceType: null,
  resource: null,
  within: false,
}
const DATA: SelectionNeed = { class: 'data', source: null, resourceType: 'object', resource: 'b/', within: true }
const HOME: Place = { account: '1', region: 'r' }

function said(at: number | null, act: LogStatement['act'], says: LogStatement['says'], log = 'T'): LogStatement {
  const when = at === null ? null : (instantOfMillis(at) ?? expect.unreachable('no instant'))
  return { log, account: '1', home: 'r', at: when, act, says, ref: { item: 'i', ordinal: 0, offset: 0, length: 1 } }
}

const WHOLE = {
  on: true,
  selectors: BOTH,
  allRegions: true,
  allAccounts: false,
  global: true,
  key: 'none',
  target: 'bucket',
} as const

interface Told {
  readonly statements: readonly LogStatement[]
  readonly need?: SelectionNeed
  readonly place?: Place
  /** Where delivery of every log is not proven. */
  readonly undelivered?: readonly Stretch[]
  readonly since?: number | null
}

function record({ statements, need = DATA, place = HOME, undelivered = [], since = 0 }: Told): readonly string[] {
  const logs = knownLogs({
    statements,
    undelivered:
      ({ log }) =>
      () =>
        undelivered.map((stretch): Shortfall => ({ log, kind: 'not-delivered', stretch, because: 'x' })),
    member: () => () => [],
    constant: () => [],
    changes: [CHANGES],
    flowsSince: () => since,
  })
  const { complete, shortfalls } = recordOf(logs, place, need)
  const missing = complement(complete)
  // Every instant that is missing has a reason, in every log.
  for (const { log } of logs)
    for (const gap of missing)
      expect(
        shortfalls.some((one) => one.log === log && one.stretch.from <= gap.from && gap.from < one.stretch.to),
      ).toBe(true)
  return complete.map(({ from, to }) => `${from} ${to}`)
}

const FOREVER = 'Infinity'

describe('a record is complete', () => {
  it('from what shows the configuration, back to where changes were recorded and on for as long as delivery is proven', () => {
    const shown = said(50, 'shown', WHOLE)
    expect(record({ statements: [shown] })).toEqual([`0 ${FOREVER}`])
    expect(record({ statements: [shown], since: 20 })).toEqual([`20 ${FOREVER}`])
    expect(record({ statements: [shown], since: null })).toEqual([`50 ${FOREVER}`])
    expect(record({ statements: [shown], undelivered: [{ from: 70, to: Infinity }] })).toEqual(['0 70'])
  })

  it('not beyond a stretch that was not delivered: a change may have been made in it', () => {
    const hole = [{ from: 30, to: 40 }]
    expect(record({ statements: [said(50, 'shown', WHOLE)], undelivered: hole })).toEqual([`40 ${FOREVER}`])
    expect(record({ statements: [said(10, 'shown', WHOLE)], undelivered: hole })).toEqual(['0 30'])
    const both = [said(10, 'shown', WHOLE), said(50, 'shown', WHOLE)]
    expect(record({ statements: both, undelivered: hole })).toEqual(['0 30', `40 ${FOREVER}`])
  })

  it('not while the log was off, and not before selectors were set: what they were before, nobody knows', () => {
    const started = [said(10, 'made', { ...WHOLE, on: false }), said(20, 'changed', { on: true })]
    const stopped = [...started, said(30, 'changed', { on: false }), said(40, 'changed', { on: true })]
    const other = said(5, 'shown', { ...WHOLE, selectors: MANAGEMENT }, 'U')
    expect(record({ statements: [...started, other] })).toEqual([`20 ${FOREVER}`])
    expect(record({ statements: [...stopped, other] })).toEqual(['20 30', `40 ${FOREVER}`])
    // Nothing else records what was done to the log while it was off.
    expect(record({ statements: started })).toEqual([])
    const late = [said(10, 'changed', { selectors: BOTH }), said(50, 'shown', { ...WHOLE })]
    expect(record({ statements: late })).toEqual([`10 ${FOREVER}`])
  })

  it('not by what shows another configuration than no change explains', () => {
    const contradicting = [said(10, 'shown', WHOLE), said(50, 'shown', { ...WHOLE, selectors: MANAGEMENT })]
    expect(record({ statements: contradicting })).toEqual(['0 10'])
  })

  it('of calls of services that belong to no region only where a log of one region takes them, or one of all regions does', () => {
    const iam: SelectionNeed = { ...CHANGES, source: 'iam', global: true }
    const one = { ...WHOLE, allRegions: false }
    const { global: _left, ...unsaid } = one
    expect(record({ statements: [said(10, 'shown', one)], need: iam })).toEqual([`0 ${FOREVER}`])
    expect(record({ statements: [said(10, 'shown', { ...one, global: false })], need: iam })).toEqual([])
    expect(record({ statements: [said(10, 'shown', unsaid)], need: iam })).toEqual([])
    expect(record({ statements: [said(10, 'shown', unsaid)] })).toEqual([`0 ${FOREVER}`])
    expect(record({ statements: [said(10, 'shown', { ...WHOLE, global: false })], need: iam })).toEqual([
      `0 ${FOREVER}`,
    ])
  })

  it('not by an answer without a time, a change that cannot be read, or in a place that the log does not record', () => {
    expect(record({ statements: [said(null, 'shown', WHOLE)] })).toEqual([])
    const unread = [said(10, 'shown', WHOLE), said(20, 'changed', { selectors: null })]
    expect(record({ statements: unread })).toEqual(['0 20'])
    const home = [said(10, 'shown', { ...WHOLE, allRegions: false })]
    expect(record({ statements: home, place: { account: '1', region: 'other' } })).toEqual([])
    expect(record({ statements: [said(10, 'shown', WHOLE)], place: { account: '2', region: 'r' } })).toEqual([])
  })

  it('never more when a statement or delivery is taken away', () => {
    const statements = [
      said(10, 'made', WHOLE),
      said(30, 'changed', { selectors: MANAGEMENT }),
      said(40, 'changed', { selectors: BOTH }),
    ]
    expect(record({ statements })).toEqual(['10 30', `40 ${FOREVER}`])
    expect(record({ statements: statements.slice(1) })).toEqual([])
  })
})
