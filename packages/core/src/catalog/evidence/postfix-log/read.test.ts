import { expect, it } from 'vitest'
import { NOTHING_BESIDE } from '../../../domain/evidence-row.ts'
import { formatInstant, parseInstant } from '../../../domain/instant.ts'
import row from './row.ts'

const LINE =
  'Mar 24 03:10:38 mail postfix/smtp[1]: 4F9D3A0B: to=<ana@example.net>, relay=mx[198.51.100.7]:25, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (ok)'

function timeOf(takenAt: string | null): string {
  const found = row.lines?.starts([LINE])?.read(LINE)
  if (found?.kind !== 'record') return expect.unreachable('the line is not read')
  const asked = { command: '', at: parseInstant(takenAt ?? ''), account: null, region: null }
  const read = row.read(found.record, { ...NOTHING_BESIDE, asked: takenAt === null ? null : asked })
  return read.kind === 'witnesses' ? formatInstant(read.witnesses[0].at) : read.kind
}

it('the time at which a log was copied tells the year of its short times, and nothing else does', () => {
  expect(timeOf('2026-03-25T08:00:00Z')).toBe('2026-03-24T03:10:38Z')
  // A host may keep a zone that is ahead of UTC.
  expect(timeOf('2026-03-23T23:00:00Z')).toBe('2026-03-24T03:10:38Z')
  expect(timeOf('2026-03-01T00:00:00Z')).toBe('2025-03-24T03:10:38Z')
  expect(timeOf(null)).toBe('rejected')
})
