import type { Assessed, StoreResult } from '@verascope/core/assess/assessment'
import type { AcceptedAssumption, AssumptionKind } from '@verascope/core/domain/assumption'
import { parseAssumption } from '@verascope/core/domain/assumption-scope'
import { parseInstant } from '@verascope/core/domain/instant'
import type { Premise } from '@verascope/core/domain/premise'
import { mint } from '@verascope/story/mint'
import { describe, expect, it } from 'vitest'
import { assessStory, caseStory, type StoryFile } from './story-case.fixture.ts'

// Without signed statements of what was delivered nothing is known of a quiet store, unless somebody vouches for it.

const minted = mint(await caseStory('data-events-whole'))
const { window } = minted.truth
const undigested = minted.files.filter(({ path }) => !path.includes('CloudTrail-Digest'))
/** The trail's settings are shown by answers of later: what came until then is vouched for as well. */
const ALWAYS = { from: null, to: null }
const TRAIL = 'eu-west-1/main-trail'

type Span = typeof window | typeof ALWAYS

function at(text: string | null): ReturnType<typeof parseInstant> {
  return text === null ? null : parseInstant(text)
}

function accept(
  kind: AssumptionKind,
  scope: string,
  span: Span = window,
  broken: string | null = null,
): AcceptedAssumption {
  const parsed = parseAssumption(kind, scope)
  if (parsed.kind === 'refused') return expect.unreachable(parsed.because)
  const signed = {
    id: `A-${kind}`,
    because: 'copied by the trail owner',
    by: 'M. Ribeiro',
    at: at('2026-03-12') ?? expect.unreachable(),
  }
  return { ...signed, ...parsed, window: { from: at(span.from), to: at(span.to) }, broken }
}

function quiet({ assessment }: Assessed, name = 'archive'): StoreResult {
  return assessment.stores.find((one) => one.name.startsWith(`${name}-`)) ?? expect.unreachable(name)
}

/** The premises under a verdict that a person signed. */
function signedUnder({ premises }: Assessed, root: string): readonly Premise[] {
  const byId = new Map(premises.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const open = [root]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(byId.get(id)?.from ?? []))
  }
  return [...seen].flatMap((id) => byId.get(id) ?? []).filter(({ subject }) => subject.includes('A-delivery'))
}

const withFiles = async (files: readonly StoryFile[], ...accepted: readonly AcceptedAssumption[]): Promise<Assessed> =>
  assessStory(minted, files, accepted)

describe('a quiet bucket of which nothing signed says what was delivered', () => {
  it('is undetermined', async () => {
    expect(quiet(await withFiles(undigested)).verdict).toBe('undetermined')
  })

  it('is untouched while somebody vouches for the delivery, and says so', async () => {
    const whole = await withFiles(undigested, accept('delivery', TRAIL, ALWAYS))
    const store = quiet(whole)
    expect(store.verdict).toBe('untouched')
    expect(store.assumptions).toEqual(['A-delivery'])
    expect(signedUnder(whole, store.proof)).not.toEqual([])
    const delivered = whole.premises.filter(({ kind }) => kind === 'delivered')
    expect(delivered.length).toBeGreaterThan(0)
    expect(delivered.map(({ says }) => says).filter((says) => !says.includes('by the word of a person'))).toEqual([])
    expect(whole.assessment.assumptions).toMatchObject([{ id: 'A-delivery', kind: 'delivery', broken: null }])
  })

  it('is undetermined again for the time, the place or the log that nobody vouches for', async () => {
    const noon = { from: window.from, to: '2026-03-10T06:00:00Z' }
    const others = [
      accept('delivery', TRAIL, noon),
      accept('delivery', `${TRAIL} region=us-east-1`),
      accept('delivery', `${TRAIL} account=999900001111`),
      accept('delivery', 'eu-west-1/other'),
      accept('delivery', TRAIL, window, 'a file that it was signed for is gone'),
    ]
    for (const one of others) expect(quiet(await withFiles(undigested, one)).verdict).toBe('undetermined')
  })
})

describe('an assumption that evidence contradicts', () => {
  const lost = (): readonly StoryFile[] => {
    const [gone] = minted.files.filter(({ path }) => path.includes('/CloudTrail/eu-west-1/2026/03/10/')).slice(30)
    return minted.files.filter((one) => one !== gone)
  }

  it('on a delivery is broken by a signed statement that lists a file which is not there', async () => {
    const { assessment, premises } = await withFiles(lost(), accept('delivery', TRAIL, ALWAYS))
    expect(assessment.assumptions[0]?.broken).toMatch(/\S/)
    const without = await withFiles(lost())
    expect(assessment.stores.map(({ verdict }) => verdict)).toEqual(
      without.assessment.stores.map(({ verdict }) => verdict),
    )
    expect(quiet({ assessment, premises }).verdict).toBe('undetermined')
  })

  it('is not broken where the file is of another time or place', async () => {
    const elsewhere = accept('delivery', `${TRAIL} region=us-east-1`)
    expect((await withFiles(lost(), elsewhere)).assessment.assumptions[0]?.broken).toBeNull()
  })
})
