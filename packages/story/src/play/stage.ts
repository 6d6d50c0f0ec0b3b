import { type Chance, chanceOf } from '../chance/chance.ts'
import { accountNumber, hex, requestId, uuid } from '../chance/ids.ts'
import type { Damage } from '../deliver/damage.ts'
import type { Call } from '../emit/call.ts'
import type { Deed, Failure } from '../emit/deed.ts'
import { History } from '../world/history.ts'
import * as make from '../world/make.ts'
import {
  type Account,
  accountOf,
  type Caller,
  identityOf,
  type KmsKey,
  type Origin,
  principalOf,
  type Role,
  type Store,
  type StoredObject,
  type StoreKind,
  type User,
  type Who,
} from '../world/model.ts'
import type { Trail } from '../world/trail.ts'
import { Particulars } from './particulars.ts'

/** A credential that the actor truly held. */
export interface Held {
  readonly id: string
  readonly principal: string
  readonly account: string | null
  readonly from: number
  readonly how: string
}

/** Something the responder knows at the start. */
export interface Indicator {
  readonly value: string
  readonly isOurs: boolean
  readonly from: number | null
  readonly to: number | null
}

export interface StageSettings {
  readonly seed: string
  readonly from: number
  readonly to: number
  readonly regions: readonly [string, ...string[]]
  readonly scale: number
}

/** Where a story is played: what exists, and every call that was made. Calls may be made in any order of time. */
export class Stage {
  readonly settings: StageSettings
  readonly chance: Chance
  readonly history: History = new History()
  readonly accounts: Account[] = []
  readonly users: User[] = []
  readonly roles: Role[] = []
  readonly keys: Extract<Caller, { kind: 'key' }>[] = []
  readonly stores: Store[] = []
  readonly trails: Trail[] = []
  readonly kmsKeys: KmsKey[] = []
  readonly calls: Call[] = []
  readonly held: Held[] = []
  readonly indicators: Indicator[] = []
  readonly damages: Damage[] = []
  /** When somebody asked about the trails, besides the end: audits, dashboards, earlier alarms. */
  readonly visits: number[] = []
  /** What some stories have besides calls: other witnesses, owners of data, mail, claims. */
  readonly particulars: Particulars = new Particulars()
  readonly organization: string
  /** When the actor came in; the story says it by the first stolen credential. */
  #entry: number | null = null

  constructor(settings: StageSettings) {
    this.settings = settings
    this.chance = chanceOf(settings.seed)
    this.organization = `o-${hex(this.chance, 10)}`
  }

  get entry(): number {
    return this.#entry ?? this.settings.from
  }

  account(name: string): Account {
    const account = { id: accountNumber(this.chance), name }
    this.accounts.push(account)
    return account
  }

  user(account: Account, name: string): User {
    const user = make.makeUser(this.chance, account, name)
    this.users.push(user)
    return user
  }

  /** A long-term key that existed before the story. */
  key(user: User): Extract<Caller, { kind: 'key' }> {
    const key = make.makeKey(this.chance, user)
    this.keys.push(key)
    return key
  }

  role(account: Account, name: string): Role {
    const role = make.makeRole(this.chance, account, name)
    this.roles.push(role)
    return role
  }

  store(kind: StoreKind, account: Account, region: string, name: string): Store {
    return this.add(make.makeStore(this.chance, kind, { account, region, name }))
  }

  bucket(account: Account, region: string, name: string, count = 4): Store {
    const objects: readonly StoredObject[] = make.makeObjects(this.chance, count * this.settings.scale, name)
    return this.add(make.makeStore(this.chance, 's3-bucket', { account, region, name, objects }))
  }

  /** A store that was there before the story. */
  add(store: Store): Store {
    this.stores.push(store)
    return store
  }

  kmsKey(account: Account, region: string): KmsKey {
    const key = make.makeKmsKey(this.chance, account, region)
    this.kmsKeys.push(key)
    return key
  }

  trail(plan: make.TrailPlan): Trail {
    const trail = make.makeTrail(plan)
    this.trails.push(trail)
    return trail
  }

  owner(caller: Caller, origin: Origin): Who {
    return { caller, origin, hand: 'owner' }
  }

  actor(caller: Caller, origin: Origin): Who {
    return { caller, origin, hand: 'actor' }
  }

  service(name: string): Who {
    return { caller: { kind: 'service', service: name }, origin: { address: name, agent: name }, hand: 'service' }
  }

  /** The actor has a credential from now on. */
  steal(caller: Caller, from: number, how: string): void {
    this.#entry = Math.min(this.#entry ?? from, from)
    this.held.push({ id: identityOf(caller), principal: principalOf(caller), account: accountOf(caller), from, how })
  }

  indicate(value: string, from: number | null = null, to: number | null = null): void {
    this.indicators.push({ value, isOurs: false, from, to })
  }

  /** An address from which the calls of a known key are its owner's. */
  indicateOurs(address: string): void {
    this.indicators.push({ value: address, isOurs: true, from: null, to: null })
  }

  /** The answers about trails of an earlier day are kept somewhere. */
  visit(at: number): void {
    this.visits.push(at)
  }

  harm(damage: Damage): void {
    this.damages.push(damage)
  }

  /** A call is made. Only one that succeeds changes anything. */
  call(at: number, who: Who, deed: Deed, failure: Failure | null = null): Call {
    const recipients = this.#recipients(who, deed, failure)
    const copies = recipients.map((account) => ({ account, eventId: uuid(this.chance) }))
    const call: Call = {
      at: at - (at % 1000),
      who,
      deed,
      failure,
      requestId: requestId(this.chance, deed.source),
      copies,
      sharedId: copies.length > 1 ? uuid(this.chance) : null,
    }
    this.calls.push(call)
    if (failure !== null) return call
    if (deed.alters !== undefined) this.history.add(call.at, deed.alters)
    if (deed.mints?.kind === 'key') this.keys.push(deed.mints)
    if (who.hand === 'actor' && deed.mints !== undefined) this.steal(deed.mints, call.at, deed.name)
    for (const touch of deed.touches ?? []) {
      if (!this.stores.includes(touch.store)) this.stores.push(touch.store)
    }
    return call
  }

  /** The owner's account has a record, and the caller's own when it is another of ours; a refused stranger leaves none. */
  #recipients(who: Who, deed: Deed, failure: Failure | null): readonly string[] {
    const home = accountOf(who.caller)
    if (home === null || home === deed.account.id) return [deed.account.id]
    const ours = this.accounts.some(({ id }) => id === home)
    const owner = failure === null ? [deed.account.id] : []
    return ours ? [...owner, home] : owner
  }
}
