import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../domain/json.ts'
import row from './row.ts'

const DATA = process.env['VERASCOPE_SHARED_DATA'] ?? ''

it('the findings of a set of tests (Apache-2.0) are read, and those that were made for practice say nothing', () => {
  const logs = readFileSync(join(DATA, 'panther-tests/AWS.GuardDuty.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly log: JsonObject }).log)
  const reads = logs.filter(row.recognises).map((one) => row.read(one))
  const said = reads.map((one) =>
    one.kind === 'witnesses' ? [one.witnesses[0].subject.id, one.witnesses.length] : one.kind,
  )
  const found = ['123456789012', 1]
  expect(said).toEqual([found, 'statements', found, 'statements', found, 'statements', found, 'statements'])
})
