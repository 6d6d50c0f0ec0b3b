import { describe, expect, test } from 'vitest'
import { type Json, listAt, textAt } from '../json.ts'
import { flowFaults, isMailLogLine } from '../testing/formats.ts'
import { hourOf } from '../time.ts'
import { answer, linesOf, played, sum, valuesOf } from './wide.fixture.ts'

// What tells of hosts, of their network, and of mail.

describe('flow logs', () => {
  const lines = linesOf('/vpcflowlogs/').filter((line) => !line.startsWith('version '))

  test('have records as the provider writes them, of all kinds', () => {
    expect(lines.flatMap(flowFaults)).toEqual([])
    const kinds = new Set(lines.map((line) => line.split(' ').slice(-2).join(' ')))
    expect(kinds).toEqual(new Set(['ACCEPT OK', 'REJECT OK', '- NODATA', '- SKIPDATA']))
  })

  test('say nothing of what they skipped, and the metric of the host counts it', () => {
    const skip = lines.find((line) => line.endsWith('SKIPDATA'))?.split(' ') ?? []
    const [start, end] = [Number(skip[10]), Number(skip[11])]
    const host = skip[2]
    const within = lines.filter(
      (line) => line.split(' ')[2] === host && Number(line.split(' ')[10]) > start && Number(line.split(' ')[10]) < end,
    )
    expect(within).toEqual([])
    const values = valuesOf(listAt(answer('get-metric-data-mail01.json'), 'MetricDataResults')[0] ?? null)
    const out = lines
      .filter((line) => /^2 \S+ \S+ 10\.20\.0\.25 .* ACCEPT OK$/.test(line))
      .map((line) => line.split(' '))
    const told = sum(
      out.filter((one) => Number(one[10]) * 1000 < hourOf(played.stage.settings.to)).map((one) => Number(one[9])),
    )
    expect(sum([...values.values()])).toBeGreaterThanOrEqual(told)
  })
})

describe('mail', () => {
  test('the log of the host has lines as such a host writes them', () => {
    const lines = linesOf('/var/log/mail.log')
    expect(lines.length).toBeGreaterThan(300)
    expect(lines.filter((line) => !isMailLogLine(line))).toEqual([])
    expect(
      ['sent', 'bounced', 'deferred'].filter((one) => !lines.some((line) => line.includes(`status=${one}`))),
    ).toEqual([])
  })

  test('every mail that was sent by a call has its send event, and one about what became of it', () => {
    const events = linesOf('/mail-events/').map((line): Json => JSON.parse(line))
    const sent = played.stage.calls.flatMap(({ deed }) => deed.dispatch ?? [])
    const of = (type: string): readonly string[] =>
      events.filter((one) => textAt(one, 'eventType') === type).map((one) => textAt(one, 'mail', 'messageId'))
    const ids = (bounced: boolean): readonly string[] =>
      sent.filter(({ isBounced }) => isBounced === bounced).map(({ messageId }) => messageId)
    expect(new Set(of('Send'))).toEqual(new Set(sent.map(({ messageId }) => messageId)))
    expect(new Set(of('Bounce'))).toEqual(new Set(ids(true)))
    expect(new Set(of('Delivery'))).toEqual(new Set(ids(false)))
  })
})
