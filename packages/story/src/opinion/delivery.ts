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
  readonly #chains: ReadonlyMap<string, readonly Digest[]>
  /** The signatures that successors repeat, by the digest that they are of. */
  readonly #repeated: ReadonlyMap<string, readonly string[]>
  readonly #unreadable: readonly Log[]
  readonly #verified = new Map<Digest, boolean>()
  readonly #filed = new Map<Digest, boolean>()
  readonly #answers = new Map<string, readonly string[]>()

  constructor(evidence: Evidence) {
    this.#keys = keysOf(evidence)
    this.#logs = new Map(evidence.logs.map((log) => [log.object, log]))
    const digests = [...evidence.digests].sort((left, right) => left.from - right.from)
    this.#chains = grouped(digests, (one) => [chainName(one, one.isBackfill), one])
    this.#repeated = grouped(digests, ({ body }) => [objectBefore(body), textAt(body, 'previousDigestSignature')])
    this.#unreadable = evidence.logs.filter(({ records }) => records === null)
  }

  #chain(place: Place, isBackfill: boolean): readonly Digest[] {
    return this.#chains.get(chainName(place, isBackfill)) ?? []
  }

  /** The signature beside a digest, or the one that its successor repeats. */
  #signatures(digest: Digest): readonly string[] {
    const repeated = this.#repeated.get(digest.object) ?? []
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
    const known = this.#filed.get(digest)
    if (known !== undefined) return known
    const result = listAt(digest.body, 'logFiles').every((one) => {
      const log = this.#logs.get(`${textAt(one, 's3Bucket')}/${textAt(one, 's3Object')}`)
      return log !== undefined && log.records !== null && log.hash === textAt(one, 'hashValue')
    })
    this.#filed.set(digest, result)
    return result
  }

  /** The digests of the delivery hours that can hold events of a stretch; null when they do not reach over all of it. */
  hours(place: Place, from: number, to: number): readonly Digest[] | null {
    const hours = this.#chain(place, false).filter((one) => one.to > from && one.from < to + SLACK)
    const [first, last] = [hours[0], hours.at(-1)]
    return first !== undefined && last !== undefined && first.from <= from && last.to >= to + SLACK ? hours : null
  }

  /** Why delivery is not whole, in words; none when it is. Many stores ask the same. */
  gaps(place: Place, from: number, to: number): readonly string[] {
    const question = `${chainName(place, false)}/${from}/${to}`
    const known = this.#answers.get(question)
    if (known !== undefined) return known
    const found = this.#gapsOf(place, from, to)
    this.#answers.set(question, found)
    return found
  }

  #gapsOf(place: Place, from: number, to: number): readonly string[] {
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

const chainName = ({ trail, home, account, region }: Place, isBackfill: boolean): string =>
  [trail, home, account, region, isBackfill].join('/')

function grouped<T>(
  digests: readonly Digest[],
  entry: (digest: Digest) => readonly [string, T],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const [name, one] of digests.map(entry)) {
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [one])
    else group.push(one)
  }
  return groups
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
