import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { EvidenceRow } from '../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../domain/instant.ts'
import { IdMaker } from '../domain/premise-graph.ts'
import type { AccountResult, RequestResult } from './assessment.ts'
import { listRequests } from './requests.ts'

function at(text: string): Instant {
  return parseInstant(text) ?? expect.unreachable(text)
}

function account(id: string, regions: readonly string[]): AccountResult {
  return {
    id,
    name: '',
    entered: 'undetermined',
    by: [],
    first: null,
    last: null,
    regions,
    because: '',
    gaps: [],
    proof: 'P-0123456789ab',
  }
}

const asking = (command: string, keptDays: number | null = null): Pick<EvidenceRow, 'requests'> => ({
  requests: [{ source: 'logs', command, because: 'b', keptDays }],
})

function requested(one: AccountResult, ...kinds: readonly Pick<EvidenceRow, 'requests'>[]): readonly RequestResult[] {
  return listRequests({
    evidenceKinds: kinds as readonly EvidenceRow[],
    accounts: [one],
    stores: [],
    window: { from: at('2026-03-01'), to: null },
    ids: new IdMaker((text) => createHash('sha256').update(text).digest('hex')),
  })
}

describe('requests', () => {
  it('fill in what is known and leave what is not as words to replace', () => {
    const command = 'ask {account} {region} {from} {to} {trail} {bucket}/{prefix}x'
    expect(requested(account('111122223333', ['eu-west-1']), asking(command))[0]?.command).toBe(
      'ask 111122223333 eu-west-1 2026-03-01T00:00:00Z TO TRAIL {bucket}/{prefix}x',
    )
    expect(requested(account('111122223333', []), asking('ask {region}'))[0]?.command).toBe('ask REGION')
  })

  it('stay one command whatever evidence calls an account or a region', () => {
    const hostile = ['$(echo ran)', '`echo ran`', "'; echo ran; '", '; echo ran', 'a b', '{region}', "$'x", '$&', '\\']
    for (const id of hostile) {
      const [request] = requested(account(id, [id]), asking("printf '[%s]' a{account}/b {region}"))
      expect(execFileSync('sh', ['-c', request?.command ?? ''], { encoding: 'utf8' })).toBe(`[a${id}/b][${id}]`)
    }
  })

  it('are about the kinds of evidence that an account can have', () => {
    const claimed = { ...asking('own'), isAccount: (id: string): boolean => id.startsWith('t-') }
    const commands = (id: string): readonly string[] =>
      requested(account(id, []), asking('other'), claimed).map((one) => one.command)
    expect(commands('t-1')).toEqual(['own'])
    expect(commands('111122223333')).toEqual(['other'])
  })

  it('come in the order in which they expire, what does not expire last and as the rows have it', () => {
    const all = requested(account('1', []), asking('never'), asking('late', 90), asking('and never'), asking('soon', 7))
    expect(all.map((one) => [one.command, one.expires])).toEqual([
      ['soon', '2026-03-08T00:00:00Z'],
      ['late', '2026-05-30T00:00:00Z'],
      ['never', null],
      ['and never', null],
    ])
  })
})
