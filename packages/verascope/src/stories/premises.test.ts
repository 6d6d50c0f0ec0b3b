import { gunzipSync } from 'node:zlib'
import type { Assessed } from '@verascope/core/assess/assessment'
import type { CallEvent } from '@verascope/core/domain/call'
import { isObject, type Json, parseJson, pickAll, pickText } from '@verascope/core/domain/json'
import type { Premise } from '@verascope/core/domain/premise'
import { mint } from '@verascope/story/mint'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Cell, keyOf, type Span, spanOf, untouchedCells } from './cells.fixture.ts'
import { assessStory, caseStory, type StoryCase, type StoryFile, storyCase } from './story-case.fixture.ts'

// Every premise of every proof of a negative is broken, one at a time: what leans on it flips, and nothing else.

const minted = mint(await caseStory('data-events-whole'))

const WINDOW = spanOf(minted.truth.window)
const SLACK = 2 * 3_600_000

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** What is known of a digest file: its hour, and the files that it lists with the times of their events. */
interface Listing extends Span {
  readonly files: readonly (Span & { readonly item: string })[]
}

function listings(files: readonly StoryFile[], { pathOf }: StoryCase): ReadonlyMap<string, Listing> {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const time = (one: Json, key: string): number => Date.parse(pickText(one, key) ?? '')
  return new Map(
    [...pathOf].flatMap(([hash, path]): readonly (readonly [string, Listing])[] => {
      if (!path.includes('CloudTrail-Digest') || !path.endsWith('.gz')) return []
      const value = parseJson(gunzipSync(byPath.get(path)?.bytes ?? new Uint8Array()).toString()) ?? null
      const listed = pickAll(value, 'logFiles[]').map((one) => ({
        ...{ from: time(one, 'oldestEventTime'), to: time(one, 'newestEventTime') + 1 },
        item: pickText(one, 'hashValue') ?? '',
      }))
      return [[hash, { from: time(value, 'digestStartTime'), to: time(value, 'digestEndTime'), files: listed }]]
    }),
  )
}

/** The records that a premise's question finds. */
function found(premise: Premise, { projections }: StoryCase): readonly CallEvent[] | null {
  const { query } = premise
  const events = projections.map((one) => one.event)
  if (query?.kind === 'origin') {
    const { principal, address, before } = query
    return events.filter(
      (one) => (one.issuer ?? one.principal) === principal && one.address === address && one.at < before,
    )
  }
  if (query?.kind === 'store' && premise.kind === 'evidence')
    return projections
      .filter(({ touches }) => touches.some(({ store: { id, region } }) => id === query.store && region !== null))
      .map((one) => one.event)
  if (query?.kind === 'uses-before') return events.filter((one) => one.caller === query.caller && one.at < query.before)
  if (query?.kind !== 'writes') return null
  const { account, region, until } = query
  return events.filter(
    (one) =>
      one.account === account &&
      one.region === region &&
      one.at <= until &&
      one.category === 'management' &&
      one.readOnly === false,
  )
}

/** The stretch that a premise is about, as its subject names it; null where it is about no time, or about all of the window. */
function stretchIn({ kind, subject }: Premise): Span | null {
  if (!['record', 'log', 'delivered', 'unchanged', 'setting', 'gate', 'accessor'].includes(kind)) return null
  const value = parseJson(subject)
  const parts = Array.isArray(value) ? value : []
  const span = parts.findLast((part: Json) => isObject(part) && 'from' in part && 'to' in part)
  return isObject(span) ? { from: Number(span['from']), to: Number(span['to']) } : null
}

/** Whether premises still stand when files are gone, as far as a stretch leans on them. */
class Standing {
  readonly #premises: ReadonlyMap<string, Premise>
  readonly #story: StoryCase
  readonly #listings: ReadonlyMap<string, Listing>
  readonly #times: ReadonlyMap<string, number>
  readonly #found = new Map<string, readonly CallEvent[] | null>()
  readonly #known = new Map<string, boolean>()

  constructor(premises: ReadonlyMap<string, Premise>, story: StoryCase, files: readonly StoryFile[]) {
    this.#premises = premises
    this.#story = story
    this.#listings = listings(files, story)
    this.#times = new Map(story.documents.flatMap(({ at, ref }) => (at === null ? [] : [[ref.item, at]])))
  }

  of(id: string, span: Span, gone: string): boolean {
    const key = `${gone} ${id} ${span.from} ${span.to}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const stands = this.#stands(id, span, gone)
    this.#known.set(key, stands)
    return stands
  }

  #stands(id: string, span: Span, gone: string): boolean {
    const premise = this.#premises.get(id)
    if (premise === undefined) return false
    const about = this.#left(premise, gone) ?? stretchIn(premise)
    // What is about another time is leaned on by others.
    if (about !== null && !overlaps(about, span)) return true
    const asked = this.#asked(premise, span)
    if (asked === null) return true
    if (!this.#own(premise, asked, gone)) return false
    if (premise.from.length === 0) return true
    const below = (one: string): boolean => this.of(one, asked, gone)
    return premise.any === true ? premise.from.some(below) : premise.from.every(below)
  }

  /** When somebody who is accounted for touched a store, by the records that are left; null for other premises. */
  #left({ kind, subject }: Premise, gone: string): Span | null {
    const value = kind === 'accessor' ? parseJson(subject) : null
    const [store, caller] = Array.isArray(value) ? value : []
    if (typeof caller !== 'string') return null
    const times = this.#story.projections
      .filter(({ event, touches }) => event.caller === caller && touches.some((one) => one.store.id === store))
      .filter(({ event }) => event.outcome === 'ok' && event.ref.item !== gone)
      .filter(({ event }) => event.at >= WINDOW.from && event.at < WINDOW.to)
      .map(({ event }) => Number(event.at))
    return { from: Math.min(...times), to: Math.max(...times) + 1 }
  }

  /** The time that a premise is leaned on for: an answer reaches from the stretch to when it was given. Null where it is not at all. */
  #asked(premise: Premise, span: Span): Span | null {
    const [item = ''] = premise.evidence.map(({ ref }) => ref.item)
    const listing = this.#listings.get(item)
    if (premise.kind === 'statement' && listing !== undefined)
      return overlaps({ from: listing.from - SLACK, to: listing.to }, span) ? span : null
    const at = this.#times.get(item)
    if (!['setting', 'gate'].includes(premise.kind) || at === undefined) return span
    return { from: Math.min(span.from, at), to: Math.max(span.to, at) }
  }

  /** Whether any statement lists a file with events of a stretch. */
  #isDelivered(item: string, span: Span): boolean {
    return [...this.#listings.values()].some(({ files }) =>
      files.some((file) => file.item === item && overlaps(file, span)),
    )
  }

  #own(premise: Premise, span: Span, gone: string): boolean {
    const events = this.#found.get(premise.id) ?? found(premise, this.#story)
    this.#found.set(premise.id, events)
    if (events !== null) return events.some((event) => event.ref.item !== gone)
    const items = premise.evidence.map(({ ref }) => ref.item)
    const { query } = premise
    if (query?.kind === 'delivered') return !this.#isDelivered(gone, { from: query.from, to: query.to + 1 })
    const files = premise.kind === 'statement' ? items.flatMap((item) => this.#listings.get(item)?.files ?? []) : []
    return !items.includes(gone) && !files.some((file) => file.item === gone && overlaps(file, span))
  }
}

describe('a proof of a negative', () => {
  let whole: Assessed
  let story: StoryCase
  let premises: ReadonlyMap<string, Premise>
  beforeAll(async () => {
    whole = await assessStory(minted)
    story = storyCase(minted.files)
    premises = new Map(whole.premises.map((one) => [one.id, one]))
  })

  it('opens, down to answers, statements, signatures and keys', () => {
    const untouched = whole.assessment.stores.filter(({ verdict }) => verdict === 'untouched')
    expect(untouched.map(({ name }) => name.replace(/-\w+$/, '')).sort()).toEqual([
      'abroad',
      'archive',
      'invoices',
      'logs',
    ])
    for (const { proof, gaps } of untouched) {
      expect(gaps).toEqual([])
      const kinds = new Set(below(proof, premises).map((one) => one.kind))
      for (const kind of ['record', 'log', 'setting', 'unchanged', 'delivered', 'statement', 'signature', 'assumed'])
        expect(kinds, proof).toContain(kind)
    }
  })

  it('says that nothing was taken, which is no bound of what only may have been', () => {
    const nothing = { lower: 0, upper: 0 }
    for (const { verdict, bytes, objects } of whole.assessment.stores) {
      const { sent, distinct, listings } = bytes
      const amounts = [sent, distinct, listings, objects]
      if (verdict === 'untouched') expect(amounts).toEqual([nothing, nothing, nothing, nothing])
      else expect(amounts.map(({ upper }) => upper)).toEqual([null, null, null, null])
    }
  })

  it('flips where a file is gone that it leans on, and nowhere else', async () => {
    const cells = untouchedCells(whole)
    expect(cells.length).toBeGreaterThan(150)
    const pieces = whole.premises.flatMap(pieceOf)
    const standing = new Standing(premises, story, minted.files)
    let flips = 0
    for (const [hash, path] of story.pathOf) {
      if (path.endsWith('.meta.json') || path.endsWith('.head.json')) continue
      const left = minted.files.filter((file) => file.path !== path)
      const after = new Set(untouchedCells(await assessStory(minted, left)).map(keyOf))
      const stands = (cell: Cell): boolean => {
        const own = pieces.filter(({ store, span }) => store === cell.store && overlaps(span, cell))
        return own.length > 0 && own.every(({ id }) => standing.of(id, cell, hash))
      }
      const expected = new Set(cells.filter(stands).map(keyOf))
      const wrong = cells.map(keyOf).filter((cell) => after.has(cell) !== expected.has(cell))
      expect(wrong.slice(0, 5), `${path}: ${wrong.length} cells`).toEqual([])
      if (cells.some((cell) => !expected.has(keyOf(cell)))) flips += 1
    }
    expect(flips).toBeGreaterThan(50)
  }, 120_000)
})

/** The stretch that a premise says a store was untouched over. */
function pieceOf(premise: Premise): readonly { readonly id: string; readonly store: string; readonly span: Span }[] {
  const value = premise.kind === 'record' ? parseJson(premise.subject) : null
  const [kind, store] = Array.isArray(value) ? value : []
  const span = stretchIn(premise)
  return kind === 'untouched' && typeof store === 'string' && span !== null ? [{ id: premise.id, store, span }] : []
}

/** All premises under one. */
function below(root: string, premises: ReadonlyMap<string, Premise>): readonly Premise[] {
  const seen = new Map<string, Premise>()
  const open = [root]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const premise = premises.get(id)
    if (premise === undefined || seen.has(id)) continue
    seen.set(id, premise)
    open.push(...premise.from)
  }
  return [...seen.values()]
}
