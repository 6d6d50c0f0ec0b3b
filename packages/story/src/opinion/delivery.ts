import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type Json, listAt, member, textAt } from '../json.ts'
import { HOUR } from '../time.ts'
import type { Digest, Evidence, Log } from './evidence.ts'

/** Events reach their file within this time: a premise. */
const SLACK: number = 2 * HOUR

/** A trail's files in one account and region. */
export interface Place {
  readonly trail: string
  readonly home: string
  readonly account: string
  readonly region: string
}

function keysOf(evidence: Evidence): ReadonlyMap<string, KeyObject> {
  const keys = new Map<string, KeyObject>()
  for (const { command, region, output } of evidence.snapshots) {
    if (!command.includes('list-public-keys')) continue
    for (const one of listAt(output, 'PublicKeyList')) {
      const der = Buffer.from(textAt(one, 'Value'), 'base64')
      keys.set(`${region}/${textAt(one, 'Fingerprint')}`, createPublicKey({ key: der, format: 'der', type: 'pkcs1' }))
    }
  }
  return keys
}

/** Rule 5 of a complete record: digests that are signed and joined, and every file that they list. */
export class Delivery {
  readonly #keys: ReadonlyMap<string, KeyObject>
  readonly #logs: ReadonlyMap<string, Log>
  readonly #digests: readonly Digest[]
  readonly #unreadable: readonly Log[]
  readonly #verified = new Map<Digest, boolean>()

  constructor(evidence: Evidence) {
    this.#keys = keysOf(evidence)
    this.#logs = new Map(evidence.logs.map((log) => [log.object, log]))
    this.#digests = [...evidence.digests].sort((left, right) => left.from - right.from)
    this.#unreadable = evidence.logs.filter(({ records }) => records === null)
  }

  #chain(place: Place, isBackfill: boolean): readonly Digest[] {
    const { trail, home, account, region } = place
    return this.#digests.filter(
      (one) =>
        one.trail === trail &&
        one.home === home &&
        one.account === account &&
        one.region === region &&
        one.isBackfill === isBackfill,
    )
  }

  /** The signature beside a digest, or the one that its successor repeats. */
  #signatures(digest: Digest): readonly string[] {
    const after = this.#digests.filter((one) => objectBefore(one.body) === digest.object)
    const repeated = after.map(({ body }) => textAt(body, 'previousDigestSignature'))
    return [...(digest.signature === null ? [] : [digest.signature]), ...repeated].filter((one) => one !== '')
  }

  #isVerified(digest: Digest): boolean {
    const known = this.#verified.get(digest)
    if (known !== undefined) return known
    const { body, object, hash } = digest
    const key = this.#keys.get(`${digest.region}/${textAt(body, 'digestPublicKeyFingerprint')}`)
    const isInPlace = `${textAt(body, 'digestS3Bucket')}/${textAt(body, 'digestS3Object')}` === object
    const before = member(body, 'previousDigestSignature') ?? 'null'
    const text = Buffer.from([textAt(body, 'digestEndTime'), object, hash, before].join('\n'))
    const isSigned =
      key !== undefined && this.#signatures(digest).some((one) => verify('sha256', text, key, Buffer.from(one, 'hex')))
    const result = isInPlace && isSigned
    this.#verified.set(digest, result)
    return result
  }

  #areFilesThere(digest: Digest): boolean {
    return listAt(digest.body, 'logFiles').every((one) => {
      const log = this.#logs.get(`${textAt(one, 's3Bucket')}/${textAt(one, 's3Object')}`)
      return log !== undefined && log.records !== null && log.hash === textAt(one, 'hashValue')
    })
  }

  /** The digests of the delivery hours that can hold events of a stretch; null when they do not reach over all of it. */
  hours(place: Place, from: number, to: number): readonly Digest[] | null {
    const hours = this.#chain(place, false).filter((one) => one.to > from && one.from < to + SLACK)
    const [first, last] = [hours[0], hours.at(-1)]
    return first !== undefined && last !== undefined && first.from <= from && last.to >= to + SLACK ? hours : null
  }

  /** Why delivery is not whole, in words; none when it is. */
  gaps(place: Place, from: number, to: number): readonly string[] {
    const hours = this.hours(place, from, to)
    if (hours === null) return ['no digests over the whole stretch']
    const backfills = this.#chain(place, true).filter((one) => one.to > from && one.from < to + SLACK)
    return [
      ...hours.flatMap((hour, at) => (at === 0 ? [] : joint(hours[at - 1], hour))),
      ...[...hours, ...backfills]
        .filter((one) => !this.#isVerified(one))
        .map(({ object }) => `not verified: ${object}`),
      ...[...hours, ...backfills]
        .filter((one) => !this.#areFilesThere(one))
        .map(({ object }) => `files missing or changed: ${object}`),
      ...this.#unreadable
        .filter((log) => log.account === place.account && log.region === place.region)
        .filter(({ stamp }) => stamp >= from - HOUR && stamp <= to + SLACK)
        .map(({ object }) => `cannot be read: ${object}`),
    ]
  }

  /** Whether a log file came in every hour: then nobody kept them out. */
  isSteady(place: Place, from: number, to: number): boolean {
    const hours = this.hours(place, from, to)
    return hours?.every(({ body }) => listAt(body, 'logFiles').length > 0) === true
  }
}

const objectBefore = (body: Json): string =>
  `${textAt(body, 'previousDigestS3Bucket')}/${textAt(body, 'previousDigestS3Object')}`

function joint(before: Digest | undefined, after: Digest): readonly string[] {
  if (before === undefined) return []
  const isJoined =
    before.to === after.from &&
    objectBefore(after.body) === before.object &&
    textAt(after.body, 'previousDigestHashValue') === before.hash
  return isJoined ? [] : [`a seam before ${after.object}`]
}
