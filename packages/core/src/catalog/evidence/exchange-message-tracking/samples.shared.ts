import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import row from './row.ts'

const DATA = process.env['VERASCOPE_SHARED_DATA'] ?? ''
const MAILBOXES = ['rchen@currentis.io', 'mreyes@currentis.io', 'dokonkwo@currentis.io']

it('the lines of a real server (CC0) are read above their headings: mail to three mailboxes, and no use of one', () => {
  const text = readFileSync(join(DATA, 'exchange-tracking/exchange_message_tracking.jsonl'), 'utf8')
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly data: { readonly _raw: string } }).data._raw)
  const reader = row.lines?.starts(lines.slice(0, 64)) ?? expect.unreachable('its lines are of no known kind')
  const found = lines.flatMap((line) => reader.read(line) ?? [])
  const reads = found.flatMap((one) => (one.kind === 'record' ? [row.read(one.record)] : []))
  const witnesses = reads.flatMap((one) => (one.kind === 'witnesses' ? one.witnesses : []))
  expect(
    witnesses.map((one) => (one.kind === 'mail' ? [one.act, one.effect, one.subject.name, one.bytes] : [])),
  ).toEqual([
    ...MAILBOXES.map((name) => ['RECEIVE', null, name, 1299]),
    ...MAILBOXES.map((name) => ['AGENTINFO', null, name, 2273]),
    ...MAILBOXES.map((name) => ['DELIVER', 'written', name, 4383]),
    ...MAILBOXES.map((name) => ['SEND', null, name, 4383]),
  ])
  expect(found.filter((one) => one.kind === 'rejected')).toEqual([])
})
