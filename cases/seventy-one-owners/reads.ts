import { describeInstances } from '@verascope/story/deeds/compute'
import { deactivateAccessKey, deleteAccessKey, getSessionToken } from '@verascope/story/deeds/identity'
import { sendBouncesNowhere } from '@verascope/story/deeds/mail'
import { getObject, listBuckets, listObjects } from '@verascope/story/deeds/s3'
import { copyObject, readPart, readUntilAborted } from '@verascope/story/deeds/s3-transfer'
import type { Stage } from '@verascope/story/play/stage'
import { MINUTE } from '@verascope/story/time'
import type { StoredObject, Who } from '@verascope/story/world/model'
import { NAMES } from './owners.ts'
import type { People } from './people.ts'
import { march, type Places, REGION } from './places.ts'
import { become, type Thief } from './thief.ts'

/** Which owners are read when; the rest is never read. */
export interface Plan {
  readonly evening: readonly string[]
  readonly night: readonly string[]
  /** While nobody records reads. */
  readonly unseen: readonly string[]
  /** Read once, while nobody records it, and the line of the access log is lost: no record at all is left. */
  readonly silent: string
  readonly last: readonly string[]
}

/** Draws the owners apart, each into one lot. */
export function plan(stage: Stage): Plan {
  const chance = stage.chance.fork('plan')
  const drawn = NAMES.map((name) => ({ name, lot: chance.next() }))
    .sort((left, right) => left.lot - right.lot)
    .map(({ name }) => name)
  const [silent = ''] = drawn.slice(32, 33)
  return {
    evening: drawn.slice(0, 12),
    night: drawn.slice(12, 22),
    unseen: drawn.slice(22, 32),
    silent,
    last: drawn.slice(33, 36),
  }
}

const PART = 134_217_728

/** Everything the thief does to the bucket of web sites. */
class Downloads {
  readonly #stage: Stage
  readonly #places: Places

  constructor(stage: Stage, places: Places) {
    this.#stage = stage
    this.#places = places
  }

  /** The large objects of an owner, in the order of their keys. */
  large(owner: string): readonly StoredObject[] {
    const { objects } = this.#places.stores.web
    return objects.filter(({ key }) => key.startsWith(`${owner}/`) && !key.endsWith('index.html'))
  }

  list(who: Who, prefix: string, at: number): void {
    const { web } = this.#places.stores
    this.#stage.call(at, who, listObjects(this.#stage.chance, web, { prefix, delimiter: null }))
  }

  read(who: Who, object: StoredObject, at: number): void {
    this.#stage.call(at, who, getObject(this.#stage.chance, this.#places.stores.web, object))
  }

  /** The first two parts of an object, one after the other, the second one twice. */
  readParts(who: Who, object: StoredObject, at: number): void {
    const { chance } = this.#stage
    const parts = [0, 1, 1].map((part) => ({ from: part * PART, to: (part + 1) * PART }))
    parts.forEach((part, index) => {
      this.#stage.call(at + index * 9000, who, readPart(chance, this.#places.stores.web, object, part))
    })
  }

  abort(who: Who, object: StoredObject, at: number): void {
    const sent = Math.floor(object.bytes * (0.2 + 0.5 * this.#stage.chance.next()))
    this.#stage.call(at, who, readUntilAborted(this.#stage.chance, this.#places.stores.web, object, sent))
  }

  /** Some objects of each owner, one every few minutes; returns when it is done. */
  sweep(who: Who, owners: readonly string[], from: number, most: number): number {
    const { chance } = this.#stage
    let at = from
    for (const owner of owners) {
      this.list(who, `${owner}/`, at)
      for (const object of this.large(owner).slice(0, chance.whole(1, most))) {
        at += chance.whole(90, 400) * 1000
        this.read(who, object, at)
      }
      at += chance.whole(60, 200) * 1000
    }
    return at
  }
}

/** 19 and 20 March: all keys are listed at once, then one site after the other is taken. */
export function firstReads(stage: Stage, places: Places, thief: Thief, lots: Plan): void {
  const downloads = new Downloads(stage, places)
  downloads.list(thief.second, '', march(19, '13:10:00'))
  downloads.sweep(thief.second, lots.evening, march(19, '13:20:00'), 3)
  const done = downloads.sweep(thief.first, lots.night, march(20, '02:00:00'), 2)
  lots.night.slice(0, 3).forEach((owner, index) => {
    const object = downloads.large(owner).at(-1)
    if (object !== undefined) downloads.readParts(thief.first, object, done + (index + 1) * 2 * MINUTE)
  })
}

/** 21 and 22 March, while reads are recorded by nobody: new sites, and some old ones again. */
export function unseenReads(stage: Stage, places: Places, thief: Thief, lots: Plan): void {
  const downloads = new Downloads(stage, places)
  downloads.sweep(thief.first, lots.unseen, march(21, '04:00:00'), 3)
  const again = lots.evening.slice(0, 3).flatMap((owner) => downloads.large(owner).slice(0, 1))
  again.forEach((object, at) => {
    downloads.read(thief.first, object, march(21, '21:00:00') + at * 5 * MINUTE)
  })
  const [only] = downloads.large(lots.silent)
  if (only !== undefined) downloads.read(thief.first, only, march(22, '01:17:00'))
}

/** 22 March: files of mail, whole. */
export function mailReads(stage: Stage, { roles, stores }: Places, thief: Thief): void {
  const { chance } = stage
  const data = become(stage, thief.first, roles.ops, march(22, '09:50:00'))
  const mail = become(stage, data, roles.postmaster, march(22, '09:52:00'))
  stage.call(march(22, '09:58:00'), mail, listObjects(chance, stores.mailFiles, { prefix: '', delimiter: null }))
  const wanted = stores.mailFiles.objects.filter((_, at) => at % 3 === 0)
  wanted.forEach((object, at) => {
    stage.call(march(22, '10:00:00') + at * 20_000, mail, getObject(chance, stores.mailFiles, object))
  })
}

/** 22 March: copies that the provider makes, into a bucket of ours that nobody watches; some are fetched from there. */
export function serverSideCopies(stage: Stage, places: Places, thief: Thief, lots: Plan): void {
  const { chance } = stage
  const { stores, roles } = places
  const downloads = new Downloads(stage, places)
  const wanted = lots.evening.slice(3, 9).flatMap((owner) => downloads.large(owner).slice(-1))
  const copies = wanted.map((object, at) => {
    const { deed, copy } = copyObject(chance, { bucket: stores.web, object }, stores.transfer)
    stage.call(march(22, '20:00:00') + at * 2 * MINUTE, thief.first, deed)
    return copy
  })
  const data = become(stage, thief.first, roles.ops, march(22, '22:20:00'))
  const mail = become(stage, data, roles.postmaster, march(22, '22:22:00'))
  const archive = become(stage, mail, roles.keeper, march(22, '22:25:00'))
  const everything = { prefix: '', delimiter: null, also: copies }
  stage.call(march(22, '22:30:00'), archive, listObjects(chance, stores.transfer, everything))
  copies.slice(0, 3).forEach((copy, at) => {
    stage.call(march(22, '22:32:00') + at * 4 * MINUTE, archive, getObject(chance, stores.transfer, copy))
  })
}

/** 23 March: the same objects again, and reads that break off. */
export function repeatedReads(stage: Stage, places: Places, thief: Thief, lots: Plan): void {
  const downloads = new Downloads(stage, places)
  const objects = lots.evening.slice(4, 10).flatMap((owner) => downloads.large(owner).slice(0, 1))
  objects.forEach((object, index) => {
    const at = march(23, '01:00:00') + index * 20 * MINUTE
    downloads.abort(thief.second, object, at)
    if (index < 3) downloads.read(thief.second, object, at + 6 * MINUTE)
  })
  lots.last.slice(0, 1).forEach((owner) => {
    const [object] = downloads.large(owner)
    if (object !== undefined) downloads.abort(thief.second, object, march(23, '03:40:00'))
  })
}

/** 24 March: the stolen key is switched off and deleted; what was made with it works on for some hours. */
export function revocation(
  stage: Stage,
  places: Places,
  { people, thief, lots }: { readonly people: People; readonly thief: Thief; readonly lots: Plan },
): void {
  const { accounts, roles, stores } = places
  const downloads = new Downloads(stage, places)
  const { deed, session } = getSessionToken(stage.chance, people.deployer.user, march(24, '04:20:00'), REGION)
  stage.call(march(24, '04:20:00'), thief.first, deed)
  const lasting = stage.actor(session, thief.first.origin)
  downloads.sweep(lasting, lots.last.slice(1, 2), march(24, '05:00:00'), 1)
  stage.call(march(24, '08:30:00'), people.admin, deactivateAccessKey(people.deployer))
  stage.call(march(24, '08:41:00'), people.admin, deleteAccessKey(people.deployer))
  downloads.sweep(thief.second, lots.last.slice(2, 3), march(24, '09:05:00'), 2)
  stage.call(march(24, '10:15:00'), lasting, describeInstances(accounts.hosting, REGION))
  stage.call(march(24, '10:20:00'), lasting, listBuckets(stage.chance, accounts.hosting))
  const [again] = downloads.large(lots.night[0] ?? '')
  if (again !== undefined) downloads.read(lasting, again, march(24, '11:40:00'))
  const data = become(stage, thief.second, roles.ops, march(24, '12:45:00'))
  const { caller } = thief.second
  if (caller.kind === 'key') stage.call(march(24, '13:10:00'), people.admin, deleteAccessKey(caller))
  stage.call(march(24, '13:30:00'), data, listBuckets(stage.chance, accounts.data))
  stage.call(march(24, '14:00:00'), people.postmaster, sendBouncesNowhere(stores.sender))
}
