import { chanceOf } from '../chance/chance.ts'
import { startBuild } from '../deeds/compute.ts'
import { assumeRole, assumeRoleForService, consoleLogin } from '../deeds/identity.ts'
import { getObject } from '../deeds/s3.ts'
import type { Damage } from '../deliver/damage.ts'
import type { DigestFile, LogFile } from '../deliver/delivered.ts'
import { routine } from '../play/work.ts'
import { defineStory, type Story } from '../story.ts'
import { HOUR, MINUTE } from '../time.ts'
import type { Trail } from '../world/trail.ts'
import { address, type Cast, cast, origin, type Worker } from './cast.ts'
import { type Actor, randomMove, readAt, usualDeed } from './moves.ts'
import { randomTrails, tamper } from './trails.ts'

const REGIONS = ['eu-west-1', 'us-east-1', 'ap-southeast-2']

/** Everybody does the same things from the same place; some move to another place in the middle of it. */
function work(all: Cast, { who }: Worker): void {
  const { stage, stores } = all
  const { chance, settings } = stage
  const store = chance.pick(stores)
  const moves = chance.happens(0.15) ? settings.from + chance.whole(1, 3) * HOUR : Number.POSITIVE_INFINITY
  const elsewhere = { ...who, origin: origin(stage) }
  const every = chance.whole(30, 90) * MINUTE
  for (let at = settings.from - 110 * MINUTE; at < settings.to + HOUR; at += every / settings.scale) {
    const when = at + chance.whole(0, 10) * MINUTE
    stage.call(when, when < moves ? who : elsewhere, usualDeed(all, who, store))
  }
}

/** A role that people take on and leave again, and one that a service hands to a machine. */
function sessions(all: Cast): void {
  const { stage, roles, workers, stores } = all
  const { chance, settings } = stage
  const region = settings.regions[0]
  const [role, machine] = [chance.pick(roles), chance.pick(roles)]
  const { who } = chance.pick(workers)
  for (let at = settings.from - HOUR; at < settings.to; at += chance.whole(90, 200) * MINUTE) {
    const { deed, session } = assumeRole(chance, { role, name: 'deploy', at, region })
    stage.call(at, who, deed)
    readAt(all, { ...who, caller: session }, chance.pick(stores), at + 3 * MINUTE)
  }
  if (!chance.happens(0.5)) return
  const at = settings.from - 100 * MINUTE
  const { deed, session } = assumeRoleForService(chance, {
    role: machine,
    name: 'i-0f3c2b1a09d8e7f65',
    at,
    region,
    delivery: 'ec2',
  })
  stage.call(at, stage.service('ec2.amazonaws.com'), deed)
  const host = stage.owner(session, {
    address: '10.0.3.17',
    agent: 'aws-sdk-go/1.50',
    endpoint: 'vpce-0a1b2c3d4e5f60718',
  })
  const store = chance.pick(stores)
  routine(stage, host, 80 * MINUTE, () => usualDeed(all, host, store))
}

/** Somebody signs in with a password and looks around in the browser. */
function browsing(all: Cast): void {
  const { stage, workers, stores } = all
  const { chance, settings } = stage
  if (!chance.happens(0.4)) return
  const { user, who } = chance.pick(workers)
  const store = chance.pick(stores)
  const browser = { ...who.origin, agent: 'Mozilla/5.0' }
  for (const at of [settings.from - 80 * MINUTE, settings.from + 70 * MINUTE]) {
    const { deed, session } = consoleLogin(chance, user, at, 'us-east-1')
    stage.call(at, stage.owner({ kind: 'login', user }, browser), deed)
    readAt(all, stage.owner(session, browser), store, at + 2 * MINUTE)
  }
}

function intrusion(all: Cast, trails: readonly Trail[]): void {
  const { stage, workers } = all
  const { chance, settings } = stage
  const entry = settings.from + chance.whole(20, 60) * MINUTE
  const { key } = chance.pick(workers)
  const place = { address: address(stage, '203.0.113'), agent: 'python-requests/2.31' }
  const actor: Actor = { identities: [stage.actor(key, place)], origin: place }
  stage.steal(key, entry, 'stolen')
  stage.indicate(key.keyId, entry)
  // A second key went with the first, and nobody knows.
  if (chance.happens(0.2)) {
    const second = chance.pick(workers).key
    stage.steal(second, entry, 'stolen with the first')
    actor.identities.push(stage.actor(second, { ...place, address: address(stage, '192.0.2') }))
  }
  let at = entry
  for (let step = chance.whole(2, 9); step > 0; step -= 1) {
    at += chance.whole(2, 25) * MINUTE
    if (at > settings.to - 10 * MINUTE) return
    if (chance.happens(0.08)) tamper(all, chance.pick(actor.identities), chance.pick(trails), at)
    else randomMove(all)(all, actor, at)
  }
}

/** Strangers read what is public, whoever they are. */
function strangers({ stage, stores }: Cast): void {
  const { chance, settings } = stage
  const bucket = stores.find(({ kind, objects }) => kind === 's3-bucket' && objects.length > 0)
  if (bucket === undefined || !chance.happens(0.12)) return
  const who = stage.owner({ kind: 'anonymous' }, { address: address(stage, '192.0.2'), agent: 'Mozilla/5.0' })
  stage.call(settings.from + 90 * MINUTE, who, getObject(chance, bucket, chance.pick(bucket.objects), 'none'))
}

function randomDamage({ stage }: Cast): Damage {
  const { chance } = stage
  const after = stage.settings.from - HOUR + chance.whole(0, 6) * HOUR
  const region = chance.pick(stage.settings.regions)
  const log: Damage = {
    kind: chance.pick(['log-removed', 'log-changed', 'log-truncated', 'log-forged'] as const),
    of: (file: LogFile) => file.region === region && file.newest >= after,
  }
  const digest: Damage = {
    kind: chance.pick(['digest-removed', 'digest-changed', 'signature-lost'] as const),
    of: (file: DigestFile) => file.region === region && file.to >= after,
  }
  return chance.pick<Damage>([log, log, digest, digest, { kind: 'keys-lost', region }])
}

/** Something is always changed somewhere, by somebody in every place that trails are at home in: this is how logs are seen to record that. */
function changes({ stage, accounts, workers }: Cast, trails: readonly Trail[]): void {
  const { chance, settings } = stage
  const homes = trails.map(({ account, homeRegion }) => ({ account, region: homeRegion }))
  const all = [...homes, ...accounts.map((account) => ({ account, region: settings.regions[0] }))]
  const projects = new Map(all.map((one) => [`${one.account.id} ${one.region}`, one]))
  for (const project of projects.values()) {
    const { who } = chance.pick(workers)
    routine(stage, who, 40 * MINUTE, () => startBuild(chance, project, 'nightly'))
  }
}

function playRandom(all: Cast): void {
  const { stage } = all
  const { chance, settings } = stage
  const trails = randomTrails(all)
  for (const worker of all.workers) work(all, worker)
  sessions(all)
  browsing(all)
  strangers(all)
  // Administrators change trails as well, for good reasons and bad ones.
  if (chance.happens(0.25)) {
    const at = settings.from + chance.whole(-90, 180) * MINUTE
    tamper(all, chance.pick(all.workers).who, chance.pick(trails), at)
  }
  intrusion(all, trails)
  while (chance.happens(0.35)) stage.harm(randomDamage(all))
  changes(all, trails)
}

/** Some incident in some small world; the same number gives the same one. */
export function randomStory(seed: number): Story {
  const chance = chanceOf(`random/${seed}`)
  const regions = REGIONS.slice(0, chance.pick([1, 1, 2, 2, 3]))
  const [first = 'eu-west-1', ...rest] = regions
  return defineStory({
    slug: `random-${seed}`,
    title: `random story ${seed}`,
    from: '2026-02-03T08:00:00Z',
    hours: chance.whole(2, 4),
    regions: [first, ...rest],
    weather: {
      late: chance.pick([0, 0.03, 0.1]),
      duplicates: chance.pick([0, 0.02, 0.1]),
      backfills: chance.pick([0, 0, 0.05]),
      joins: 0.5,
    },
    play: (stage) => playRandom(cast(stage)),
  })
}
