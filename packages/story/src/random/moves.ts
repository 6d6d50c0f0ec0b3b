import type { Chance } from '../chance/chance.ts'
import { accountNumber } from '../chance/ids.ts'
import { getFunction, invoke, updateFunctionCode } from '../deeds/compute.ts'
import { createDbSnapshot, describeDatabases, getItem, scan, shareDbSnapshot } from '../deeds/databases.ts'
import {
  assumeRole,
  consoleLogin,
  createAccessKey,
  getCallerIdentity,
  getSessionToken,
  listUsers,
  updateLoginProfile,
} from '../deeds/identity.ts'
import { getObject, listBuckets, listObjects, putObject } from '../deeds/s3.ts'
import { getBucketPolicy, putBucketReplication, shareBucket } from '../deeds/s3-settings.ts'
import { batchGetSecretValue, decryptFor, getParameter, getParametersByPath, getSecretValue } from '../deeds/secrets.ts'
import { DENIED, type Deed } from '../emit/deed.ts'
import type { Json } from '../json.ts'
import { MINUTE } from '../time.ts'
import { accountOf, type Origin, type Store, type Who } from '../world/model.ts'
import type { Cast } from './cast.ts'

/** Whether somebody of another account calls: a store is then named by its ARN, and no call reads a set of stores. */
function isAbroad(who: Who, store: Store): boolean {
  const home = accountOf(who.caller)
  return home !== null && home !== store.account.id
}

/** A request from another account: there a name alone would be that of a store of the caller's own. */
function byArn(deed: Deed, store: Store): Deed {
  const named = (value: Json): Json => (value === store.name ? store.arn : value)
  const { request } = deed
  if (request === null || typeof request !== 'object' || Array.isArray(request)) return deed
  return { ...deed, request: Object.fromEntries(Object.entries(request).map(([key, value]) => [key, named(value)])) }
}

/** Reading a store in the way that its kind has; a whole read where there are several. */
function read(all: Cast, who: Who, store: Store): Deed {
  const deed = readAtHome(all, store, isAbroad(who, store))
  return isAbroad(who, store) && store.kind !== 's3-bucket' ? byArn(deed, store) : deed
}

function readBucket(chance: Chance, store: Store): Deed {
  return store.objects.length === 0 || chance.happens(0.3)
    ? listObjects(chance, store)
    : getObject(chance, store, chance.pick(store.objects), chance.happens(0.15) ? 'QueryString' : 'AuthHeader')
}

function readAtHome({ stage }: Cast, store: Store, alone: boolean): Deed {
  const { chance } = stage
  switch (store.kind) {
    case 's3-bucket':
      return readBucket(chance, store)
    case 'dynamodb-table':
      return chance.happens(0.5) ? scan(store) : getItem(store)
    case 'secret':
      return chance.happens(0.2) && !alone ? batchGetSecretValue([store]) : getSecretValue(store)
    case 'parameter':
      return chance.happens(0.2) && !alone ? getParametersByPath('/', [store]) : getParameter(store)
    case 'lambda-function':
      return chance.happens(0.5) ? getFunction(store) : invoke(store)
    default:
      return describeDatabases(store.account, store.region)
  }
}

/** A read, and for what is encrypted the decryption that the service does for it. */
export function readAt(all: Cast, who: Who, store: Store, at: number): void {
  const { stage, kmsKey } = all
  stage.call(at, who, read(all, who, store))
  const isEncrypted = store.kind === 'secret' || store.kind === 'parameter'
  const isHome = store.region === kmsKey.region && store.account.id === kmsKey.account.id
  if (!isEncrypted || !isHome || who.caller.kind !== 'key') return
  const { deed, by } = decryptFor(stage.chance, who.caller, { store, key: kmsKey, at })
  stage.call(at, { ...who, caller: by }, deed)
}

/** Who the actor can be at a time, and what each has done so far. */
export interface Actor {
  readonly identities: Who[]
  readonly origin: Origin
}

type Move = (all: Cast, actor: Actor, at: number) => void

const me = (all: Cast, actor: Actor): Who => all.stage.chance.pick(actor.identities)
const target = (all: Cast): Store => all.stage.chance.pick(all.stores)
const bucketOf = (all: Cast): Store | undefined => all.stores.find(({ kind }) => kind === 's3-bucket')

const readOne: Move = (all, actor, at) => readAt(all, me(all, actor), target(all), at)

const readDenied: Move = (all, actor, at) => {
  const who = me(all, actor)
  all.stage.call(at, who, read(all, who, target(all)), DENIED)
}

const lookAround: Move = (all, actor, at) => {
  const who = me(all, actor)
  const account = all.stage.accounts.find(({ id }) => id === accountOf(who.caller))
  if (account === undefined) return
  const bucket = bucketOf(all)
  const region = all.stage.chance.pick(all.stage.settings.regions)
  all.stage.call(at, who, getCallerIdentity(account, region))
  all.stage.call(at + MINUTE, who, listBuckets(all.stage.chance, account))
  all.stage.call(at + 2 * MINUTE, who, listUsers(account))
  if (bucket !== undefined) all.stage.call(at + 3 * MINUTE, who, getBucketPolicy(all.stage.chance, bucket))
}

const becomeRole: Move = (all, actor, at) => {
  const { chance, settings } = all.stage
  const role = chance.pick(all.roles)
  const { deed, session } = assumeRole(chance, {
    role,
    name: `s-${chance.whole(100, 999)}`,
    at,
    region: chance.pick(settings.regions),
  })
  all.stage.call(at, me(all, actor), deed)
  // One call in three leads to a session that nobody uses.
  if (chance.happens(0.66)) actor.identities.push(all.stage.actor(session, actor.origin))
}

const makeKey: Move = (all, actor, at) => {
  const { user } = all.stage.chance.pick(all.workers)
  const { deed, key } = createAccessKey(all.stage.chance, user, at)
  all.stage.call(at, me(all, actor), deed)
  actor.identities.push(all.stage.actor(key, actor.origin))
}

const shortSession: Move = (all, actor, at) => {
  const who = me(all, actor)
  if (who.caller.kind !== 'key') return
  const { deed, session } = getSessionToken(
    all.stage.chance,
    who.caller.user,
    at,
    all.stage.chance.pick(all.stage.settings.regions),
  )
  all.stage.call(at, who, deed)
  actor.identities.push(all.stage.actor(session, actor.origin))
}

/** Sets the password of a user and signs in with it. */
const takePassword: Move = (all, actor, at) => {
  const { stage } = all
  const { user } = stage.chance.pick(all.workers)
  stage.call(at, me(all, actor), updateLoginProfile(user))
  const { deed, session } = consoleLogin(stage.chance, user, at + MINUTE, 'us-east-1')
  stage.call(at + MINUTE, stage.actor({ kind: 'login', user }, actor.origin), deed)
  actor.identities.push(stage.actor(session, actor.origin))
}

const copyDatabase: Move = (all, actor, at) => {
  const database = all.stores.find(({ kind }) => kind === 'rds-instance')
  if (database === undefined) return
  const { deed, snapshot } = createDbSnapshot(database, `copy-${all.stage.chance.whole(100, 999)}`)
  const who = me(all, actor)
  all.stage.call(at, who, deed)
  all.stage.call(at + 5 * MINUTE, who, shareDbSnapshot(snapshot, accountNumber(all.stage.chance)))
}

/** Opens a bucket to everybody and reads it without a credential. */
const openBucket: Move = (all, actor, at) => {
  const { stage } = all
  const bucket = bucketOf(all)
  if (bucket === undefined) return
  stage.call(at, me(all, actor), shareBucket(stage.chance, bucket, '*'))
  const anonymous = { ...stage.actor({ kind: 'anonymous' }, actor.origin) }
  const object = bucket.objects[0]
  if (object !== undefined) stage.call(at + 2 * MINUTE, anonymous, getObject(stage.chance, bucket, object, 'none'))
}

const replicate: Move = (all, actor, at) => {
  const bucket = bucketOf(all)
  if (bucket === undefined) return
  const to = { bucket: 'elsewhere-entirely', role: all.stage.chance.pick(all.roles).arn }
  all.stage.call(at, me(all, actor), putBucketReplication(all.stage.chance, bucket, to))
}

const driveFunction: Move = (all, actor, at) => {
  const fn = all.stores.find(({ kind }) => kind === 'lambda-function')
  if (fn === undefined) return
  all.stage.call(at, me(all, actor), updateFunctionCode(all.stage.chance, fn, at))
  all.stage.call(at + MINUTE, me(all, actor), invoke(fn))
}

const MOVES: readonly Move[] = [
  readOne,
  readOne,
  readOne,
  readOne,
  readDenied,
  lookAround,
  becomeRole,
  makeKey,
  shortSession,
  takePassword,
  copyDatabase,
  openBucket,
  replicate,
  driveFunction,
]

export const randomMove = (all: Cast): Move => all.stage.chance.pick(MOVES)

/** What an owner does in the course of the day. */
export function usualDeed(all: Cast, who: Who, store: Store): Deed {
  const { chance } = all.stage
  if (store.kind === 's3-bucket' && store.objects.length > 0 && chance.happens(0.5)) {
    return putObject(chance, store, chance.pick(store.objects))
  }
  return read(all, who, store)
}
