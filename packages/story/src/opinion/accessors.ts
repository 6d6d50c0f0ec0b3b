import { textAt } from '../json.ts'
import { HOUR } from '../time.ts'
import { callerOf, type Held, isActors, isOwners, mintedBy, principalOf } from './closure.ts'
import type { Completeness } from './complete.ts'
import type { Record } from './evidence.ts'

export interface Accessor {
  readonly id: string
  /** Why it is not accounted for; null when it is. */
  readonly doubt: string | null
}

export interface Window {
  readonly from: number
  readonly to: number
}

interface Place {
  readonly address: string
  readonly agent: string
}

/** The part of an agent that stays the same between versions. */
const family = (agent: string): string => agent.replaceAll(/[[\]]/g, '').split(/[/ ]/)[0] ?? ''

/** Where a call came from; null for what is no place of anybody's. */
function placeOf({ json }: Record): Place | null {
  const address = textAt(json, 'sourceIPAddress')
  if (!/^[\d.]+$|:/.test(address)) return null
  const isPrivate = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(address)
  const endpoint = textAt(json, 'vpcEndpointId')
  if (isPrivate && endpoint === '') return null
  return { address: `${address}/${isPrivate ? endpoint : ''}`, agent: family(textAt(json, 'userAgent')) }
}

const isServed = ({ json }: Record): boolean => textAt(json, 'userIdentity', 'invokedBy') !== ''

/** Section 3 of the rules, without assumptions: continuity alone stands for "not stolen". */
export class Accounting {
  readonly #records: readonly Record[]
  readonly #held: Held
  readonly #complete: Completeness
  readonly #window: Window
  readonly #actorPlaces: ReadonlySet<string>

  constructor(records: readonly Record[], held: Held, complete: Completeness, window: Window) {
    this.#records = records
    this.#held = held
    this.#complete = complete
    this.#window = window
    const actors = records.filter((record) => isActors(held, record)).map((record) => placeOf(record)?.address ?? '')
    this.#actorPlaces = new Set(actors.filter((address) => address !== ''))
  }

  /** Every use of a principal in the window comes from where it worked before. */
  #isSteady(principal: string): boolean {
    const { from, to } = this.#window
    const uses = this.#records.filter((record) => principalOf(record.json) === principal && !isServed(record))
    const known = new Set(
      uses
        .filter(({ at }) => at < from)
        .flatMap((record) => placeOf(record) ?? [])
        .filter(({ address }) => !this.#actorPlaces.has(address))
        .map(({ address, agent }) => `${address} ${agent}`),
    )
    return uses
      .filter(({ at }) => at >= from && at < to)
      .every((record) => {
        const place = placeOf(record)
        return place !== null && known.has(`${place.address} ${place.agent}`)
      })
  }

  /** Why the credential of a call may be the actor's. */
  doubt(record: Record, depth = 0): string | null {
    const { json } = record
    const id = callerOf(json)
    if (id === 'anonymous') return 'anonymous'
    // Somebody says so: what is left is theirs to answer for.
    if (isOwners(this.#held, record)) return null
    if (depth > 8) return 'too long a line of minters'
    const type = textAt(json, 'userIdentity', 'type')
    if (type === 'AWSService') return 'a service by itself'
    if (type === 'AWSAccount') return this.#whole(record, depth)
    if (isServed(record)) return this.#parent(record, depth)
    const born = id.startsWith('ASIA') ? this.#sessionBirth(record, id, depth) : this.#keyBirth(record, id)
    if (born !== null) return born
    return this.#isSteady(principalOf(json)) ? null : 'seen from new places'
  }

  /** The other account's copy of a call knows the credential. */
  #whole(record: Record, depth: number): string | null {
    const shared = textAt(record.json, 'sharedEventID')
    const copy = this.#records.find(
      (one) =>
        shared !== '' &&
        textAt(one.json, 'sharedEventID') === shared &&
        textAt(one.json, 'userIdentity', 'type') !== 'AWSAccount',
    )
    return copy === undefined ? 'of another account' : this.doubt(copy, depth + 1)
  }

  /** What a service did for somebody is accounted for by the call that it served. */
  #parent(record: Record, depth: number): string | null {
    const principal = principalOf(record.json)
    const parent = this.#records.find(
      (one) => !isServed(one) && principalOf(one.json) === principal && Math.abs(one.at - record.at) < 10_000,
    )
    if (parent === undefined) return 'no call behind it'
    return isActors(this.#held, parent) ? "behind the actor's call" : this.doubt(parent, depth + 1)
  }

  #sessionBirth(record: Record, id: string, depth: number): string | null {
    const mint = this.#records.find(({ json, hasFailed }) => !hasFailed && mintedBy(json) === id)
    if (mint !== undefined) {
      if (textAt(mint.json, 'userIdentity', 'type') === 'AWSService') return 'handed out by a service'
      return isActors(this.#held, mint) ? "made by the actor's" : this.doubt(mint, depth + 1)
    }
    const since = textAt(record.json, 'userIdentity', 'sessionContext', 'attributes', 'creationDate')
    const login = this.#records.find(
      ({ name, json, hasFailed }) =>
        name === 'ConsoleLogin' &&
        !hasFailed &&
        textAt(json, 'eventTime') === since &&
        principalOf(json) === principalOf(record.json),
    )
    return login === undefined ? 'its beginning is not in evidence' : null
  }

  /** Older than the window, or no record of its making where there would be one. */
  #keyBirth(record: Record, id: string): string | null {
    const account = textAt(record.json, 'userIdentity', 'accountId')
    if (!id.startsWith('AKIA')) return 'no credential named'
    if (this.#records.some((one) => callerOf(one.json) === id && one.at < this.#window.from)) return null
    const cell = { account, region: 'us-east-1', ...this.#window }
    const gaps = this.#complete.gaps({ kind: 'management', source: 'iam.amazonaws.com' }, cell)
    const isMade = this.#records.some(({ json }) => mintedBy(json) === id)
    return gaps.length === 0 && !isMade ? null : 'a key that may be new'
  }

  /** Everybody in a list of accesses, each with the worst that is to be said. */
  accessors(accesses: readonly Record[]): readonly Accessor[] {
    const doubts = new Map<string, string | null>()
    for (const record of accesses) {
      const id = callerOf(record.json)
      const doubt = isActors(this.#held, record) ? "the actor's" : this.doubt(record)
      if (!doubts.has(id) || doubt !== null) doubts.set(id, doubt)
    }
    return [...doubts].map(([id, doubt]) => ({ id, doubt }))
  }
}

/** Where a window is cut: at every hour. */
export function hoursOf({ from, to }: Window): readonly number[] {
  const count = Math.ceil((to - from) / HOUR)
  return Array.from({ length: count }, (_, at) => from + at * HOUR)
}

export const isInside = ({ from, to }: Window, { at }: Record): boolean => at >= from && at < to
