import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeliveredFile, DeliveryDigest, DetachedSignature, SigningKey } from '../domain/delivery.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import { ALWAYS, complement, meet, type Stretch, without } from '../domain/stretches.ts'
import { judgeDelivery } from './delivery.ts'
import { gatherSignatures } from './digest-signature.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SLACK = 2 * HOUR
const CHAIN = { log: 'h/t', organisation: null, bucket: 'b', account: '1', region: 'r' } as const
const KEY: SigningKey = { fingerprint: 'f', from: null, to: null, key: 'k' }
const at = (ms: number): Instant => instantOfMillis(ms) ?? expect.unreachable('no instant')

/** A signature that only the provider could make: it holds the text. */
const sign = (text: string): string => `signed ${text}`
const ref = { item: 'i', ordinal: 0, offset: 0, length: 1 }

/** A file with one event: when it was delivered in its hour, how long before that the event happened, and who lists it. */
interface Delivery {
  readonly minute: number
  readonly delay: number
  readonly isLate: boolean
}

type Log = readonly (readonly Delivery[])[]

interface Evidence {
  readonly digests: readonly DeliveryDigest[]
  readonly beside: readonly DetachedSignature[]
  readonly files: readonly DeliveredFile[]
}

function filesOf(hour: number, deliveries: readonly Delivery[], isLate: boolean): readonly DeliveredFile[] {
  return deliveries.flatMap((one, nth) => {
    const event = at(hour * HOUR + (one.minute - one.delay) * MINUTE)
    const name = `${hour}.${nth}`
    return one.isLate === isLate ? [{ place: `b/log${name}`, sha256: `log ${name}`, oldest: event, newest: event }] : []
  })
}

/** Everything that a log delivered: hourly statements, and those of late files in a chain of their own. */
function delivered(log: Log): Evidence {
  const chainOf = (backfill: boolean): Evidence => {
    const digests: DeliveryDigest[] = []
    const beside: DetachedSignature[] = []
    for (const [index, deliveries] of log.entries()) {
      const hour = index + 10
      const files = filesOf(hour, deliveries, backfill)
      if (backfill && files.length === 0) continue
      const [before, signature] = [digests.at(-1), beside.at(-1)?.signature ?? null]
      const previous = before === undefined ? null : { place: before.place, sha256: before.sha256, signature }
      const place = `b/${backfill ? 'late' : 'digest'}${hour}`
      const sha256 = JSON.stringify([place, files, previous])
      const signed = `${place} ${sha256}`
      const [start, end] = [at(hour * HOUR), at((hour + 1) * HOUR)]
      digests.push({
        ...{ ...CHAIN, start, end, place, sha256, previous, fingerprint: 'f', signed, files, backfill, ref },
      })
      beside.push({ place, signature: sign(signed) })
    }
    return { digests, beside, files: digests.flatMap((one) => one.files) }
  }
  const [hours, late] = [chainOf(false), chainOf(true)]
  return {
    digests: [...hours.digests, ...late.digests],
    beside: [...hours.beside, ...late.beside],
    files: [...hours.files, ...late.files],
  }
}

interface Told extends Evidence {
  readonly keys: readonly SigningKey[]
  /** What a listing of the place shows. */
  readonly listed: readonly DeliveryDigest[]
}

/** The instants of which all events are proven to be in evidence. */
function proven({ digests, beside, files, keys, listed }: Told): readonly Stretch[] {
  const hashes = new Set(files.map(({ sha256 }) => sha256))
  const records = judgeDelivery({
    ...{ digests, listed, slack: SLACK },
    signatures: gatherSignatures(digests, beside, keys, (_, text, signature) => signature === sign(text)),
    held: { byHash: (sha256) => (hashes.has(sha256) ? 'whole' : null), isAt: () => false },
  })
  const gaps = records.flatMap((record) => record.gaps)
  return complement(
    records.length === 0
      ? [ALWAYS]
      : gaps.map(({ from, to }) => ({ from: from ?? ALWAYS.from, to: to === null ? ALWAYS.to : to + 1 })),
  )
}

const delivery = fc.record({
  minute: fc.integer({ min: 0, max: 59 }),
  delay: fc.integer({ min: 0, max: 120 }),
  isLate: fc.boolean(),
})
const logs = fc.array(fc.array(delivery, { maxLength: 2 }), { minLength: 2, maxLength: 7 })

/** What is left where some of a list is taken away, as bits say. */
const kept = <Item>(items: readonly Item[], bits: number): readonly Item[] =>
  items.filter((_, index) => ((bits >> (index % 31)) & 1) === 0)

const bits = fc.integer({ min: 0, max: 2 ** 31 - 1 })
/** Little is taken away more often than much: where much is gone nothing is proven and a law holds of itself. */
const few = fc.oneof(
  fc.constant(0),
  fc.nat({ max: 30 }).map((one) => 2 ** one),
  bits,
)
const taken = fc.record({ digests: few, beside: few, files: few, keys: fc.constantFrom(0, 0, 0, 1) })

function less(told: Told, by: { readonly [Part in keyof Evidence | 'keys']: number }): Told {
  return {
    ...told,
    digests: kept(told.digests, by.digests),
    beside: kept(told.beside, by.beside),
    files: kept(told.files, by.files),
    keys: kept(told.keys, by.keys),
  }
}

const forgery = fc.record({
  ...{ start: fc.integer({ min: 0, max: 1200 }), length: fc.integer({ min: 0, max: 900 }) },
  ...{ place: fc.nat(), previous: fc.option(fc.nat()), backfill: fc.boolean() },
})

/** A statement that nobody signed, in any place and with any claim, as whoever changed the evidence may like it. */
function forged(all: Evidence, one: typeof forgery extends fc.Arbitrary<infer Made> ? Made : never): DeliveryDigest {
  const anyOf = (index: number): DeliveryDigest => all.digests[index % all.digests.length] ?? expect.unreachable('none')
  const [model, before] = [anyOf(one.place), one.previous === null ? null : anyOf(one.previous)]
  const signature = before === null ? null : (all.beside.find(({ place }) => place === before.place)?.signature ?? null)
  return {
    ...model,
    ...{ start: at(one.start * MINUTE), end: at((one.start + one.length) * MINUTE), backfill: one.backfill, files: [] },
    previous: before === null ? null : { place: before.place, sha256: before.sha256, signature },
    ...{ sha256: `forged ${JSON.stringify(one)}`, signed: `forged ${JSON.stringify(one)}` },
  }
}

const RUNS = { numRuns: 1_000 }

describe('laws of delivery', () => {
  it('proves all that was delivered while everything is there, up to the slack before its end', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const all = delivered(log)
        const inside = [{ from: 10 * HOUR, to: (10 + log.length) * HOUR - SLACK }]
        expect(proven({ ...all, keys: [KEY], listed: all.digests })).toEqual(meet(inside, [ALWAYS]))
      }),
      RUNS,
    )
  })

  it('proves less, never more, whatever more is taken away', () => {
    fc.assert(
      fc.property(logs, taken, taken, (log, some, more) => {
        const all = delivered(log)
        const before = less({ ...all, keys: [KEY], listed: all.digests }, some)
        expect(without(proven(less(before, more)), proven(before))).toEqual([])
      }),
      RUNS,
    )
  })

  it('never proves an instant whose events are gone, also where anything unsigned is put in their place', () => {
    fc.assert(
      fc.property(logs, taken, fc.array(forgery, { maxLength: 4 }), fc.boolean(), (log, some, forgeries, isListed) => {
        const all = delivered(log)
        const left = less({ ...all, keys: [KEY], listed: isListed ? all.digests : [] }, some)
        const digests = [...left.digests, ...forgeries.map((one) => forged(all, one))]
        const here = proven({ ...left, digests })
        const unlisted = new Set(
          all.digests
            .filter((one) => one.backfill && !isListed && !left.digests.includes(one))
            .flatMap((one) => one.files),
        )
        const gone = all.files.filter((file) => !left.files.includes(file) && !unlisted.has(file))
        const events = gone.map(({ oldest }) => oldest ?? 0).map((from) => ({ from, to: from + 1 }))
        expect(meet(here, events)).toEqual([])
      }),
      RUNS,
    )
  })

  it('never proves anything by statements that nobody signed, however they fit each other', () => {
    fc.assert(
      fc.property(logs, fc.array(forgery, { minLength: 1, maxLength: 5 }), few, (log, forgeries, bare) => {
        const all = delivered(log)
        const unsigned = all.digests.map((one) => ({ ...one, signed: `${one.signed} forged` }))
        const digests = [...kept(unsigned, bare), ...forgeries.map((one) => forged(all, one))]
        expect(proven({ ...all, digests, keys: [KEY], listed: [] })).toEqual([])
      }),
      RUNS,
    )
  })

  it('checks each signature once, in whatever order and however often statements and keys are given', () => {
    const all = delivered([[], [], [], [], []])
    let checks = 0
    const digests = [...all.digests, ...all.digests].reverse()
    const signatures = gatherSignatures(digests, all.beside, [KEY, KEY, KEY], (_, text, signature) => {
      checks += 1
      return signature === sign(text)
    })
    const held = { byHash: () => null, isAt: () => false }
    const [record] = judgeDelivery({ digests, signatures, held, listed: [], slack: SLACK })
    expect(record?.verified.map(({ start }) => start / HOUR)).toEqual([10, 11, 12, 13, 14])
    expect(checks).toBe(5)
  })
})
