import { createHash, createPublicKey, createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { DeliveredFile, DeliveryDigest, SigningKey, VerifySignature } from '../domain/delivery.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import { judgeDelivery } from './delivery.ts'
import { gatherSignatures } from './digest-signature.ts'

const HOUR = 3_600_000
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY: SigningKey = {
  fingerprint: 'f',
  from: null,
  to: null,
  key: publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64'),
}
const verify: VerifySignature = ({ key }, text, signature) => {
  const der = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs1' })
  return createVerify('sha256').update(text).verify(der, Buffer.from(signature, 'hex'))
}
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const CHAIN = { log: 'h/t', organisation: null, bucket: 'b', account: '1', region: 'r' } as const
const hour = (n: number): Instant => instantOfMillis(n * HOUR) ?? expect.unreachable('no instant')

interface Made {
  readonly digests: readonly DeliveryDigest[]
  readonly newest: { readonly place: string; readonly signature: string }
}

interface Before {
  readonly place: string
  readonly sha256: string
  readonly signature: string
}

/** A chain of so many hours; every hour has one file, of events of that hour. */
function chain(hours: number, change: (digest: DeliveryDigest) => DeliveryDigest = (one) => one): Made {
  const digests: DeliveryDigest[] = []
  let newest: Before = { place: '', sha256: '', signature: '' }
  for (let n = 1; n <= hours; n += 1) {
    const previous = n === 1 ? null : newest
    const file: DeliveredFile = { place: `b/log${n}`, sha256: sha(`log${n}`), oldest: hour(n), newest: hour(n + 0.5) }
    const place = `b/digest${n}`
    const sha256 = sha(JSON.stringify([n, previous, file]))
    const signed = [n + 1, place, sha256, previous?.signature ?? 'null'].join('\n')
    const digest = change({
      ...{ ...CHAIN, start: hour(n), end: hour(n + 1), place, sha256, previous },
      ...{ fingerprint: 'f', signed, files: [file], backfill: false },
      ref: { item: `i${n}`, ordinal: 0, offset: 0, length: 1 },
    })
    digests.push(digest)
    newest = { place, sha256, signature: createSign('sha256').update(signed).sign(privateKey, 'hex') }
  }
  return { digests, newest }
}

interface Told {
  readonly digests: readonly DeliveryDigest[]
  readonly newest?: Made['newest'] | null
  readonly keys?: readonly SigningKey[]
  readonly held?: Readonly<Record<string, 'whole' | 'damaged' | null>>
  readonly places?: readonly string[]
  /** Places of statements about the hour from 3 to 4 that a listing names. */
  readonly listed?: readonly string[]
}

/** The gaps as `kind from to`, in hours; the ends of time left out. */
function gapsOf({
  digests,
  newest = null,
  keys = [KEY],
  held = {},
  places = [],
  listed = [],
}: Told): readonly string[] {
  const state = (sha256: string): 'whole' | 'damaged' | null => (sha256 in held ? (held[sha256] ?? null) : 'whole')
  const [record] = judgeDelivery({
    digests,
    signatures: gatherSignatures(digests, newest === null ? [] : [newest], keys, verify),
    held: { byHash: state, isAt: (place) => places.includes(place) },
    listed: listed.map((place) => ({ ...CHAIN, place, end: hour(4), backfill: true })),
    slack: 2 * HOUR,
  })
  const inHours = (at: Instant | null): string => (at === null ? '…' : String(Math.round((at / HOUR) * 10) / 10))
  return (record?.gaps ?? []).map((gap) => `${gap.kind} ${inHours(gap.from)} ${inHours(gap.to)}`)
}

const ENDS = ['unverified … 1', 'unverified 4 …']

describe('a chain of signed statements', () => {
  const { digests, newest } = chain(5)

  it('proves delivery between its ends, less the slack', () => {
    expect(gapsOf({ digests, newest })).toEqual(ENDS)
  })

  it('proves nothing by a statement whose signature or key is not in evidence', () => {
    expect(gapsOf({ digests })).toEqual([ENDS[0], 'unverified 3 6', ENDS[1]])
    expect(gapsOf({ digests, newest, keys: [] }).filter((gap) => gap.startsWith('unverified'))).toHaveLength(7)
    const old = { ...KEY, to: hour(4) }
    expect(gapsOf({ digests, newest, keys: [old] })).toEqual([ENDS[0], 'unverified 2 5', 'unverified 3 6', ENDS[1]])
  })

  it('takes a key that was in use when the statement was signed: after its end, about when keys change by the next one', () => {
    const withKey = (from: number | null, to: number | null): number =>
      gapsOf({
        digests,
        newest,
        keys: [{ ...KEY, from: from === null ? null : hour(from), to: to === null ? null : hour(to) }],
      }).length - ENDS.length
    expect(withKey(2, 6)).toBe(0)
    expect(withKey(4, null)).toBe(0)
    expect(withKey(4.1, null)).toBe(1)
    expect(withKey(null, 5.9)).toBe(1)
  })

  it('takes a later key for late files, which are listed when they come, and never one that was out of use', () => {
    const late = chain(1, (one) => ({ ...one, backfill: true, files: [] })).newest
    const all = chain(1, (one) => ({ ...one, backfill: true, files: [] })).digests
    const withKey = (key: Partial<SigningKey>): readonly string[] =>
      gapsOf({ digests: all, newest: late, keys: [{ ...KEY, ...key }] })
    expect(withKey({ from: hour(900) })).toEqual(['unverified … …'])
    expect(withKey({ to: hour(1.9) })).toEqual(['unverified … …', 'unverified -1 2'])
  })

  it('locates a statement that was taken out, changed, forged to fit, or that begins anew', () => {
    const without = digests.filter((_, at) => at !== 2)
    // The signature of the one before stood in the one that is gone.
    expect(gapsOf({ digests: without, newest })).toEqual([ENDS[0], 'unverified 0 3', 'not-delivered 1 4', ENDS[1]])
    const forged = digests.map((one, at) =>
      at === 2 ? { ...one, sha256: sha('x'), signed: `${one.signed}x`, files: [] } : one,
    )
    expect(gapsOf({ digests: forged, newest })).toEqual([ENDS[0], 'conflict 1 4', 'conflict 1 4', ENDS[1]])
    const anew = chain(5, (one) => (one.start === hour(3) ? { ...one, previous: null } : one))
    expect(gapsOf({ digests: anew.digests, newest: anew.newest })).toContain('not-delivered 1 3')
    const late = chain(5, (one) => (one.start === hour(3) ? { ...one, start: hour(3.5) } : one))
    expect(gapsOf({ digests: late.digests, newest: late.newest })).toContain('not-delivered 1 3.5')
  })

  it('misses a statement between two that join in time, and where chains overlap that nothing joins', () => {
    const other = { place: 'b/other', sha256: '', signature: '' }
    const between = chain(5, (one) => (one.start === hour(3) ? { ...one, previous: other } : one))
    expect(gapsOf({ digests: between.digests, newest: between.newest })).toContain('not-delivered 1 3')
    const overlap = chain(5, (one) => {
      if (one.start === hour(2)) return { ...one, end: hour(9) }
      return one.start === hour(3) ? { ...one, previous: null } : one
    })
    expect(gapsOf({ digests: overlap.digests, newest: overlap.newest })).toContain('not-delivered 1 9')
  })

  it('locates a listed file that is missing, altered or was not read whole, by the events in it', () => {
    const [hash, place] = [sha('log3'), 'b/log3']
    const found = (state: 'damaged' | null, places: readonly string[] = []): readonly string[] =>
      gapsOf({ digests, newest, held: { [hash]: state }, places })
    expect(found(null)).toEqual([ENDS[0], 'not-delivered 3 3.5', ENDS[1]])
    expect(found(null, [place])).toEqual([ENDS[0], 'conflict 3 3.5', ENDS[1]])
    expect(found('damaged')).toEqual([ENDS[0], 'rejected 3 3.5', ENDS[1]])
  })

  it.each<[string, Instant | null, Instant | null]>([
    ['without times', null, null],
    ['without its newest', hour(3), null],
    ['whose newest is before its oldest', hour(3.5), hour(3)],
  ])('takes the hour of delivery for a missing file %s', (_, oldest, newestEvent) => {
    const odd = chain(5, (one) =>
      one.start === hour(3)
        ? { ...one, files: one.files.map((file) => ({ ...file, oldest, newest: newestEvent })) }
        : one,
    )
    const gaps = gapsOf({ digests: odd.digests, newest: odd.newest, held: { [sha('log3')]: null } })
    expect(gaps).toEqual([ENDS[0], 'not-delivered 1 4', ENDS[1]])
  })

  it('names the statements that verify, in order of time, and no others', () => {
    const [record] = judgeDelivery({
      digests: [...digests].reverse(),
      signatures: gatherSignatures(digests, [], [KEY], verify),
      held: { byHash: () => 'whole', isAt: () => false },
      listed: [],
      slack: 2 * HOUR,
    })
    expect(record?.verified.map(({ place, files, ref }) => [place, files, ref.item])).toEqual(
      [1, 2, 3, 4].map((n) => [`b/digest${n}`, 1, `i${n}`]),
    )
  })

  it('says which record shows what is missing', () => {
    const [record] = judgeDelivery({
      digests: digests.filter((_, at) => at !== 2),
      signatures: gatherSignatures(digests, [newest], [KEY], verify),
      held: { byHash: (sha256) => (sha256 === sha('log1') ? null : 'whole'), isAt: () => false },
      listed: [{ ...CHAIN, place: 'b/other', end: hour(4), backfill: true }],
      slack: 2 * HOUR,
    })
    expect(record?.gaps.map(({ place, ref }) => [place, ref?.item ?? null])).toEqual([
      ['b/digest1', 'i1'],
      ['b/log1', 'i1'],
      ['b/digest4', 'i4'],
      ['b/other', null],
      ['b/digest5', 'i5'],
    ])
  })

  it('needs the files of late deliveries as well', () => {
    const file = { place: 'b/late', sha256: sha('late'), oldest: hour(2), newest: hour(2.5) }
    const late = chain(1, (one) => ({ ...one, place: 'b/l', signed: 'l', backfill: true, files: [file] })).digests
    const signature = createSign('sha256').update('l').sign(privateKey, 'hex')
    const all = {
      digests: [...digests, ...late.map((one) => ({ ...one, previous: { place: 'b/l', sha256: '', signature } }))],
      newest,
    }
    expect(gapsOf(all)).toEqual(ENDS)
    expect(gapsOf({ ...all, held: { [file.sha256]: null } })).toEqual([ENDS[0], 'not-delivered 2 2.5', ENDS[1]])
  })

  it('misses what a listing of the place names and nobody copied', () => {
    expect(gapsOf({ digests, newest, listed: digests.map((one) => one.place) })).toEqual(ENDS)
    expect(gapsOf({ digests, newest, listed: ['b/backfill'] })).toEqual([ENDS[0], 'not-delivered 1 4', ENDS[1]])
  })

  it('is not taken in by something unsigned that stands where a listed statement stood, and tells of another time', () => {
    const [first = expect.unreachable('no statement')] = digests
    const decoy = { ...first, place: 'b/backfill', sha256: 'x', backfill: true, start: hour(900), end: hour(901) }
    const gaps = gapsOf({ digests: [...digests, decoy], newest, listed: ['b/backfill'] })
    expect(gaps).toEqual([ENDS[0], 'not-delivered 1 4', ENDS[1], 'unverified 898 901'])
  })

  it('proves less, never more, when anything is taken away', () => {
    const whole = gapsOf({ digests, newest })
    for (const gone of digests) {
      const left = gapsOf({ digests: digests.filter((one) => one !== gone), newest })
      expect(left.length >= whole.length || left[1] !== whole[1]).toBe(true)
    }
  })
})
