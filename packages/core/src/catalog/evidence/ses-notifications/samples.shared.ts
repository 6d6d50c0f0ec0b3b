import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../domain/json.ts'
import row from './row.ts'

const DATA = process.env['VERASCOPE_SHARED_DATA'] ?? ''

it('the notices that AWS documents are read, none of them as a use of the sender, and mail that arrived says nothing', () => {
  const samples = readFileSync(join(DATA, 'aws-docs-samples/ses.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly sample: JsonObject }).sample)
  const found = samples.filter(row.recognises).map((one) => row.read(one))
  expect(samples.filter((one) => !row.recognises(one))).toEqual([])
  const acts = found.map((one) => {
    const [first] = one.kind === 'witnesses' ? one.witnesses : []
    return first?.kind === 'mail'
      ? [first.act, first.effect, first.principal, first.address, first.subject.name]
      : one.kind
  })
  const by = [null, 'IAM_user_or_role_name', '127.0.3.0', 'example.com']
  expect(acts).toEqual([
    ['Bounce', ...by],
    ['Bounce', ...by],
    ['Complaint', null, null, null, 'example.com'],
    ['Complaint', null, null, null, 'example.com'],
    ['Delivery', ...by],
    'statements',
  ])
})
