import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { assess } from '@verascope/core/assess/assess'
import type { Assessment } from '@verascope/core/assess/assessment'
import { rows as credentials } from '@verascope/core/catalog/credentials/index.generated'
import { rows as evidenceKinds } from '@verascope/core/catalog/evidence/index.generated'
import { rows as services } from '@verascope/core/catalog/services/index.generated'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import { isObject, type JsonObject, parseJson, pickAll } from '@verascope/core/domain/json'
import { arrangeCatalog } from '@verascope/core/facts/catalog'
import { memoryFacts } from '@verascope/core/facts/memory'
import { type Projection, project } from '@verascope/core/facts/project'
import { type Indicator, indicatorKindOf } from '@verascope/core/taint/indicator'
import { type Minted, mint } from '@verascope/story/mint'
import { randomStory } from '@verascope/story/random/random-story'
import { beforeAll, describe, expect, it } from 'vitest'

// Random incidents whose truth is known: what the assessment says of them must agree with what happened.

const catalog = arrangeCatalog(services, credentials)
const NOTHING = { read: 0, kept: 0, duplicate: 0, rejected: 0, files: 0, rejectedFiles: 0 }
const STORIES = 60

function instant(text: string | null): Instant | null {
  return text === null ? null : (parseInstant(text) ?? expect.unreachable(`no instant: ${text}`))
}

/** The records of a file of logs; a file that was harmed may hold none that can be read. */
function recordsIn({ path, bytes }: Minted['files'][number]): readonly JsonObject[] {
  if (!path.endsWith('.json.gz') || path.includes('Digest')) return []
  try {
    return pickAll(parseJson(gunzipSync(bytes).toString()), 'Records[]').filter((one) => isObject(one))
  } catch {
    return []
  }
}

/** What the delivered files say, each record once. */
function projectionsOf({ files }: Minted): readonly Projection[] {
  const found = new Map<string, Projection>()
  for (const file of files) {
    for (const [ordinal, record] of recordsIn(file).entries()) {
      const read = evidenceKinds.find((one) => one.recognises(record))?.read(record)
      if (read?.kind !== 'event') continue
      const one = project(read.event, { item: file.path, ordinal, offset: 0, length: 1 }, 'h', catalog)
      found.set(`${one.event.eventId} ${one.event.account}`, one)
    }
  }
  return [...found.values()]
}

interface Told {
  readonly minted: Minted
  readonly assessment: Assessment
  /** The ids of all events in evidence. */
  readonly delivered: ReadonlySet<string>
}

async function tell(seed: number): Promise<Told> {
  const minted = mint(randomStory(seed))
  const { indicators, window } = minted.truth
  const projections = projectionsOf(minted)
  const { assessment } = await assess({
    facts: memoryFacts(projections),
    catalog,
    evidenceKinds,
    evidence: { accounting: NOTHING, inputs: [], rejected: [], conflicts: [], otherwiseRead: 0 },
    indicators: indicators.map(
      ({ value, isOurs, from, to }, at): Indicator => ({
        ...{ id: `I-${at}`, kind: indicatorKindOf(value), value, ours: isOurs, by: null },
        window: { from: instant(from), to: instant(to) },
      }),
    ),
    window: { from: instant(window.from), to: instant(window.to) },
    scopeVersion: 1,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  })
  return { minted, assessment, delivered: new Set(projections.map((one) => one.event.eventId)) }
}

/**
 * The stores of accesses that the actor made in the window through an identity that is certain, and whose record is in evidence. Left
 * out are calls into another account, whose record there names no key, and those on sets, which name no member.
 */
function recordedAccesses({ minted, assessment, delivered }: Told): readonly string[] {
  const certain = new Set(assessment.identities.filter((one) => one.strict).map((one) => one.id))
  const { window, stores } = minted.truth
  const accesses = stores.flatMap(({ arn, accesses: of }) => of.map((access) => ({ arn, ...access })))
  return accesses
    .filter(({ hand, identity, effect }) => hand === 'actor' && certain.has(identity) && effect !== 'written')
    .filter(({ at, event }) => at >= window.from && at <= window.to && !/^Batch|ByPath$/.test(event))
    .filter(({ eventIds }) => eventIds.length === 1 && eventIds.every((id) => delivered.has(id)))
    .map(({ arn }) => arn)
}

describe('of random incidents', () => {
  let told: readonly Told[] = []
  beforeAll(async () => {
    told = await Promise.all(Array.from({ length: STORIES }, (_, seed) => tell(seed)))
  }, 120_000)

  it('no store that the actor touched is called untouched or unreachable', () => {
    for (const { minted, assessment } of told) {
      const negative = assessment.stores.filter(({ verdict }) => verdict === 'untouched' || verdict === 'unreachable')
      const touched = minted.truth.stores.filter(({ accesses }) => accesses.some(({ hand }) => hand === 'actor'))
      expect(negative.filter(({ id }) => touched.some(({ arn }) => arn === id))).toEqual([])
    }
  })

  it('every access through an identity that is certain, with its record in evidence, makes its store accessed', () => {
    const seen = told.flatMap((one) => recordedAccesses(one).map((store) => ({ one, store })))
    for (const { one, store } of seen) {
      const found = one.assessment.stores.find(({ id }) => id === store)
      expect(found?.verdict, `${one.minted.truth.slug} ${store}`).toBe('accessed')
    }
    expect(seen.length).toBeGreaterThan(20)
  })

  it('what is called accessed was accessed, at that time, by the identities that are named', () => {
    let checked = 0
    for (const { minted, assessment } of told) {
      for (const { arn, accesses } of minted.truth.stores) {
        const store = assessment.stores.find((one) => one.id === arn)
        if (store?.verdict !== 'accessed') continue
        checked += 1
        const times = accesses.filter(({ identity }) => store.by.includes(identity)).map(({ at }) => instant(at))
        expect(times, `${minted.truth.slug} ${arn}`).toContain(instant(store.firstAccess))
        expect(times, `${minted.truth.slug} ${arn}`).toContain(instant(store.lastAccess))
      }
    }
    expect(checked).toBeGreaterThan(20)
  })
})
