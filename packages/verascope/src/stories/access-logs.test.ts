import { assess } from '@verascope/core/assess/assess'
import type { Assessed, StoreResult } from '@verascope/core/assess/assessment'
import { mint } from '@verascope/story/mint'
import { describe, expect, it } from 'vitest'
import { assessStory, caseStory, type StoryFile, storyInput } from './story-case.fixture.ts'

// Logs of requests beside the record of calls: what they show counts, and their silence shows nothing.

const minted = mint(await caseStory('data-events-whole'))
const undigested = minted.files.filter(({ path }) => !path.includes('CloudTrail-Digest'))
const THIEF = minted.truth.identities.find(({ held }) => held !== null) ?? expect.unreachable()
const ARCHIVE = minted.truth.stores.find(({ name }) => name.startsWith('archive-'))?.name ?? expect.unreachable()
const PAYROLL = minted.truth.stores.find(({ name }) => name.startsWith('payroll-'))?.name ?? expect.unreachable()
const HOUSE = '198.51.100.7'

interface Line {
  readonly bucket: string
  readonly who?: string
  readonly address?: string
  readonly query?: string
  readonly bytes?: number
}

/** One line of a server access log: an object that was read, some hours after the entry. */
function line({ bucket, who = THIEF.principal, address = HOUSE, query = '', bytes = 1_000 }: Line): string {
  const owner = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'
  const auth = query === '' ? 'AuthHeader' : 'QueryString'
  const request = `REST.GET.OBJECT a.csv "GET /a.csv${query} HTTP/1.1" 200 - ${bytes} ${bytes} 9 8 "-" "curl/8.4" - h0st=`
  const tail = `SigV4 ECDHE-RSA-AES128-GCM-SHA256 ${auth} ${bucket}.s3.eu-west-1.amazonaws.com TLSv1.3 - -`
  return `${owner} ${bucket} [10/Mar/2026:09:10:38 +0000] ${address} ${who} 3E57427F3EXAMPLE ${request} ${tail}`
}

function logFile(...lines: readonly Line[]): StoryFile {
  return { path: 'access/2026-03-10-10-00-00-0123456789ABCDEF', bytes: Buffer.from(`${lines.map(line).join('\n')}\n`) }
}

const assessed = (files: readonly StoryFile[], ...lines: readonly Line[]): Promise<Assessed> =>
  assessStory(minted, [...files, logFile(...lines)])

function store({ assessment }: Assessed, name: string): StoreResult {
  return assessment.stores.find((one) => one.name === name) ?? expect.unreachable(name)
}

const SIGNED = `?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${THIEF.id}%2F20260310%2Feu-west-1%2Fs3%2Faws4_request`

describe('a log of requests', () => {
  it('adds nothing on who called where the record of calls is complete', async () => {
    const seen = store(await assessed(minted.files, { bucket: ARCHIVE }), ARCHIVE)
    expect([seen.verdict, seen.possibleEffects]).toEqual(['untouched', []])
  })

  it('leaves in doubt what only names the actor’s principal, where nothing else tells', async () => {
    const seen = store(await assessed(undigested, { bucket: ARCHIVE }), ARCHIVE)
    expect([seen.verdict, seen.possibleEffects]).toEqual(['undetermined', ['read']])
    expect(seen.because).toBe("only calls that may be the actor's touched it (read)")
    const other = store(
      await assessed(undigested, { bucket: ARCHIVE, who: 'arn:aws:iam::111122223333:user/x' }),
      ARCHIVE,
    )
    expect(other.possibleEffects).toEqual([])
  })

  it('shows access where it names a key of the actor’s, and the proof opens its line', async () => {
    for (const files of [minted.files, undigested]) {
      const whole = await assessed(files, { bucket: ARCHIVE, query: SIGNED })
      const seen = store(whole, ARCHIVE)
      expect([seen.verdict, seen.effects]).toEqual(['accessed', ['read']])
      expect(seen.because).toMatch(
        /^read: 1 record \(s3-server-access-log\) of the actor, first at 2026-03-10T09:10:38Z/,
      )
      const premises = new Map(whole.premises.map((one) => [one.id, one]))
      const access = premises.get(seen.proof)?.from.flatMap((id) => premises.get(id) ?? []) ?? []
      const shown = access.find(({ kind }) => kind === 'access')
      expect(shown?.query).toMatchObject({ kind: 'witnesses', who: { by: 'credential', value: THIEF.id } })
      expect(shown?.evidence).toHaveLength(1)
      const told = files === undigested ? [] : [expect.stringContaining(`; both stand under ${seen.proof}`)]
      expect(whole.assessment.contradictions).toEqual(told)
    }
  })

  it('lifts the lower bound where it shows more than calls do, and says by what', async () => {
    const before = store(await assessed(minted.files), PAYROLL)
    const more = store(await assessed(minted.files, { bucket: PAYROLL, query: SIGNED, bytes: 10 ** 12 }), PAYROLL)
    const less = store(await assessed(minted.files, { bucket: PAYROLL, query: SIGNED, bytes: 1 }), PAYROLL)
    expect(more.bytes.sent).toEqual({ lower: 10 ** 12, upper: null })
    expect(more.bounds).toContainEqual(expect.objectContaining({ of: 'sent.lower', by: 's3-server-access-log' }))
    expect(less.bytes.sent).toEqual(before.bytes.sent)
    expect(before.bounds).toContainEqual(expect.objectContaining({ of: 'sent.lower', by: 'calls' }))
  })
})

it('names stores that no call names', async () => {
  const { assessment } = await assessed(minted.files, { bucket: 'known-from-its-log-alone' })
  const one = assessment.stores.find(({ id }) => id === 'arn:aws:s3:::known-from-its-log-alone')
  expect([one?.verdict, one?.possibleEffects]).toEqual(['undetermined', ['read']])
})

it('names what the actor used also where the catalogue does not know its kind', async () => {
  const address = minted.truth.events.find(({ hand, address: from }) => hand === 'actor' && /^\d/.test(from))?.address
  const row = `20260310 09:10:38,db-host,app,${address},7,9,QUERY,hr,'SELECT * FROM people',0\n`
  const file = { path: 'audit/server_audit.log', bytes: Buffer.from(row) }
  const input = storyInput(minted, [...minted.files, file])
  const value = String(address)
  const window = { from: null, to: null }
  const named = { id: 'I-address', kind: 'address', value, window, ours: false, by: null } as const
  const { assessment } = await assess({ ...input, indicators: [...input.indicators, named] })
  const databases = assessment.stores.filter(({ kind }) => kind.startsWith('database'))
  expect(databases.map(({ verdict, effects }) => [verdict, effects])).toContainEqual(['accessed', ['read']])
})
