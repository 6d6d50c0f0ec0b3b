import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRecorded } from '../deliver/recorded.ts'
import { recordsOf } from '../emit/record.ts'
import { type Json, listAt, textAt } from '../json.ts'
import { mint, play } from '../mint.ts'
import { unharmed } from '../testing/unharmed.ts'
import { verifyEvidence } from '../testing/verifier.ts'
import { randomStory } from './random-story.ts'

const RUNS = { numRuns: 20 }
const seeds = fc.nat({ max: 1_000_000 })

describe('random stories', () => {
  test('repeat byte for byte', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(mint(randomStory(seed))).toEqual(mint(randomStory(seed)))
      }),
      { numRuns: 5 },
    )
  })

  test('every delivered event is in the truth', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { files, truth } = mint(unharmed(randomStory(seed)))
        const known = new Set(truth.events.flatMap(({ eventIds }) => eventIds))
        const logs = files.filter(({ path }) => path.includes('/CloudTrail/'))
        const ids = logs.flatMap(({ bytes }) => {
          const parsed: Json = JSON.parse(gunzipSync(bytes).toString())
          return listAt(parsed, 'Records').map((record) => textAt(record, 'eventID'))
        })
        expect(ids.filter((id) => !known.has(id))).toEqual([])
      }),
      RUNS,
    )
  })

  test('a file holds nothing that its trail did not select, and of what it did select all that arrived', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { stage, delivered, recordings } = play(randomStory(seed))
        const emitted = new Map(stage.calls.flatMap(recordsOf).map((event) => [event.eventId, event]))
        for (const { trail, events } of recordings) {
          const ids = delivered.flatMap((file) =>
            file.kind === 'log' && file.trail === trail.arn ? file.eventIds : [],
          )
          const selected = new Set(events.map(({ eventId }) => eventId))
          expect(ids.every((id) => selected.has(id))).toBe(true)
          for (const id of ids) {
            const event = emitted.get(id)
            expect(event !== undefined && isRecorded(stage, trail, event)).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })

  test('unharmed digests verify; only what lies before the evidence is missing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { files, truth } = mint(unharmed(randomStory(seed)))
        const { findings } = verifyEvidence(files)
        const chains = new Set(
          truth.files.filter(({ kind }) => kind === 'digest').map((one) => `${one.trail} ${one.account} ${one.region}`),
        )
        expect(findings.every(({ finding }) => finding === 'previous-missing')).toBe(true)
        expect(findings.length).toBeLessThanOrEqual(chains.size)
      }),
      RUNS,
    )
  })

  test('harm shows in the evidence where the truth says it was done', () => {
    const harmed = Array.from({ length: 120 }, (_, seed) => mint(randomStory(seed))).filter(
      ({ truth }) => truth.harms.length === 1 && truth.regionsWithoutKeys.length === 0,
    )
    expect(harmed.length).toBeGreaterThan(8)
    for (const { files, truth } of harmed) {
      const [harm] = truth.harms
      const { findings } = verifyEvidence(files)
      const paths = findings
        .filter(({ finding }) => finding !== 'previous-missing' && finding !== 'no-key')
        .map(({ path }) => path)
      if (harm?.kind === 'digest-removed') expect(files.some(({ path }) => path === harm.path)).toBe(false)
      // A log that no digest lists can be changed without a trace: then it is no part of a record.
      else if (harm !== undefined && isListed(files, harm.path)) expect(findingsNear(findings, harm, paths)).toBe(true)
    }
  })

  test('tell of everything: stops, narrow selectors, harm, and actors who touch nothing', () => {
    const truths = Array.from({ length: 120 }, (_, seed) => mint(randomStory(seed)).truth)
    const share = (claim: (truth: (typeof truths)[number]) => boolean): number =>
      truths.filter(claim).length / truths.length
    expect(share(({ trails }) => trails.some(({ states }) => states.length > 1))).toBeGreaterThan(0.1)
    expect(share(({ harms }) => harms.length > 0)).toBeGreaterThan(0.1)
    expect(
      share(({ stores }) => stores.some(({ accesses }) => accesses.some(({ hand }) => hand === 'actor'))),
    ).toBeGreaterThan(0.5)
    const isUntouched = ({ accesses }: { readonly accesses: readonly { readonly hand: string }[] }): boolean =>
      accesses.every(({ hand }) => hand !== 'actor')
    expect(share(({ stores }) => stores.some(isUntouched))).toBeGreaterThan(0.5)
    expect(share(({ accounts }) => accounts.length > 1)).toBeGreaterThan(0.2)
  })
})

function isListed(files: readonly { readonly path: string; readonly bytes: Uint8Array }[], path: string): boolean {
  if (path.includes('/CloudTrail-Digest/')) return true
  return files.some(
    (one) =>
      one.path.includes('/CloudTrail-Digest/') &&
      one.path.endsWith('.gz') &&
      gunzipSync(one.bytes).includes(path.slice(path.indexOf('AWSLogs'))),
  )
}

function findingsNear(
  findings: readonly { readonly finding: string }[],
  harm: { readonly kind: string; readonly path: string },
  paths: readonly string[],
): boolean {
  // A forged digest is signed by a key that nobody answers for.
  return harm.kind === 'log-forged' ? findings.some(({ finding }) => finding === 'no-key') : paths.includes(harm.path)
}
