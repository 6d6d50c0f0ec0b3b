import { describe, expect, it } from 'vitest'
import { formatInstant } from './instant.ts'
import { parseLogTime, parseRecordedTime } from './recorded-time.ts'

function read(text: string): string | null {
  const at = parseRecordedTime(text)
  return at === null ? null : formatInstant(at)
}

describe('times as answers of AWS record them', () => {
  it.each([
    ['Jul 10, 2023, 12:09:47 PM', '2023-07-10T12:09:47Z'],
    ['Jul 10, 2023 12:24:29 AM', '2023-07-10T00:24:29Z'],
    ['Nov 30, 2024, 8:43:17\u202fPM', '2024-11-30T20:43:17Z'],
    ['Feb 29, 2024, 1:00:00 AM', '2024-02-29T01:00:00Z'],
    ['2023-07-10T12:09:47Z', '2023-07-10T12:09:47Z'],
    ['2023-07-10T12:09:47.500+02:00', '2023-07-10T10:09:47.500Z'],
  ])('%s is %s', (text, iso) => {
    expect(read(text)).toBe(iso)
  })

  it.each([
    'Feb 29, 2023, 1:00:00 AM',
    'Jan 01, 2019 0:00:00 PM',
    'Jul 10, 2023, 13:09:47 PM',
    'Jux 10, 2023, 1:09:47 PM',
    'REDACTED',
    '',
  ])('%s is no time', (text) => {
    expect(read(text)).toBeNull()
  })
})

describe('times as logs of web servers write them', () => {
  it.each([
    ['06/Feb/2019:00:00:38 +0000', '2019-02-06T00:00:38Z'],
    ['29/Feb/2024:23:59:59 -0130', '2024-03-01T01:29:59Z'],
  ])('%s is %s', (text, iso) => {
    const at = parseLogTime(text)
    expect(at === null ? null : formatInstant(at)).toBe(iso)
  })

  it.each([
    '29/Feb/2023:00:00:00 +0000',
    '06/Feb/2019:24:00:00 +0000',
    '06/Feb/2019:00:00:38',
    '[06/Feb/2019:00:00:38 +0000]',
    '',
  ])('%s is no time', (text) => {
    expect(parseLogTime(text)).toBeNull()
  })
})
