import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInstant, type Instant, instantOfMillis, parseInstant } from '../../../domain/instant.ts'
import { shortTime } from './syslog-time.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY = 86_400_000

function written(at: Instant): string {
  const iso = formatInstant(at)
  const day = String(Number(iso.slice(8, 10))).padStart(2, ' ')
  return `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${day} ${iso.slice(11, 19)}`
}

const seconds = fc.integer({ min: 946_684_800, max: 4_000_000_000 })
const at = (ms: number): Instant => instantOfMillis(ms) ?? expect.unreachable()

describe('a time without its year', () => {
  it('is told by when the file was taken, as long as that is within a year', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 330 * DAY }), (from, later) => {
        const line = at(from * 1_000)
        expect(shortTime(written(line), { near: null, before: at(line + later) })).toBe(line)
      }),
    )
  })

  it('is told by a line close to it, before or after', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: -150 * DAY, max: 150 * DAY }), (from, away) => {
        const line = at(from * 1_000)
        expect(shortTime(written(line), { near: at(line + away), before: null })).toBe(line)
      }),
    )
  })

  it.each(['Feb 30 03:10:38', 'Foo 24 03:10:38', 'Mar 24 25:10:38', '2026-03-24', ''])('is none: %s', (text) => {
    expect(shortTime(text, { near: null, before: parseInstant('2026-04-01T00:00:00Z') })).toBeNull()
  })

  it('is told by a line before the time of the copy, which may be years later', () => {
    const by = { near: parseInstant('2020-03-20T00:00:00Z'), before: parseInstant('2026-04-01T00:00:00Z') }
    expect(shortTime('Mar 24 03:10:38', by)).toBe(parseInstant('2020-03-24T03:10:38Z'))
  })

  it('is unknown where nothing tells it', () => {
    expect(shortTime('Mar 24 03:10:38', { near: null, before: null })).toBeNull()
  })
})
