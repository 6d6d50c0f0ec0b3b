import { expect, it } from 'vitest'
import { NOTHING_BESIDE } from '../../../domain/evidence-row.ts'
import row from './row.ts'

const AT = '2026-03-24 03:10:38 UTC [77]'
const LINES = [
  `${AT} LOG:  connection received: host=192.0.2.3 port=51234`,
  `${AT} LOG:  connection authorized: user=bo database=payroll`,
  `${AT} LOG:  disconnection: session time: 0:00:01.1`,
  `${AT} LOG:  statement: SELECT 1`,
]
const ASKED = {
  command: 'aws rds x --db-instance-identifier erp',
  at: null,
  account: '111122223333',
  region: 'eu-west-1',
}

it('a process that is used again is nobody who was known before', () => {
  const reader = row.lines?.starts(LINES) ?? expect.unreachable('its lines are of no known kind')
  const found = LINES.flatMap((line) => reader.read(line) ?? [])
  const reads = found.map((one) =>
    one.kind === 'record' ? row.read(one.record, { ...NOTHING_BESIDE, asked: ASKED }) : one,
  )
  const sessions = reads.flatMap((one) => (one.kind === 'witnesses' ? one.witnesses : []))
  expect(sessions).toMatchObject([
    { act: 'connection authorized', principal: 'bo', address: '192.0.2.3' },
    { act: 'statement', principal: null, address: null },
  ])
})
