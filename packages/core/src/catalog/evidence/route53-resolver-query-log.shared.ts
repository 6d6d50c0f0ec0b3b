import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../domain/json.ts'
import { rows } from './index.generated.ts'
import row from './route53-resolver-query-log.ts'

describe('the queries of a published rule set (panther-analysis, Apache-2.0)', () => {
  const file = join(process.env['VERASCOPE_SHARED_DATA'] ?? '', 'panther-tests/AWS.VPCDns.jsonl')
  const logs = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly log: JsonObject }).log)
  // Some are in another schema, and are another kind.
  const queries = logs.filter((log) => log['p_log_type'] === 'AWS.VPCDns')

  it('are known to this row alone, and each is one request for a name without its last dot', () => {
    expect(queries.length).toBeGreaterThan(8)
    for (const query of queries) {
      expect(rows.filter((one) => one.recognises(query))).toEqual([row])
      const read = row.read(query)
      const witnesses = read.kind === 'witnesses' ? read.witnesses : []
      const asked = String(query['query_name']).toLowerCase().replace(/\.$/, '')
      expect(witnesses).toMatchObject([{ kind: 'request', object: asked, effect: null, payload: null, outcome: 'ok' }])
    }
  })

  it('in another schema are of no kind', () => {
    for (const log of logs.filter((one) => one['p_log_type'] === 'OCSF.DnsActivity'))
      expect(row.recognises(log)).toBe(false)
  })
})
