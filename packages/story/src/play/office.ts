import { startBuild } from '../deeds/compute.ts'
import { getCallerIdentity } from '../deeds/identity.ts'
import { describeTrails } from '../deeds/logging.ts'
import { getObject, listBuckets, putObject } from '../deeds/s3.ts'
import { HOUR, MINUTE } from '../time.ts'
import type { Account, Caller, Origin, Store, Who } from '../world/model.ts'
import { EVERYTHING, type Trail, type TrailState } from '../world/trail.ts'
import type { Stage } from './stage.ts'
import { routine } from './work.ts'

export type Key = Extract<Caller, { kind: 'key' }>

/** An account where people work on three buckets, and one key of four is stolen. */
export interface Office {
  readonly main: Account
  readonly region: string
  readonly logs: Store
  readonly trail: Trail
  readonly payroll: Store
  readonly invoices: Store
  readonly archive: Store
  /** Reads the invoices and fills the archive; never anybody else. */
  readonly clerk: Who
  /** Looks after the trail. */
  readonly admin: Who
  /** Writes the payroll with the key that is stolen, until it is. */
  readonly deployer: Who
  readonly stolen: Key
  readonly thief: Who
  readonly entry: number
}

const THIEF: Origin = { address: '203.0.113.66', agent: 'aws-sdk-go-v2/1.24' }

export interface OfficePlan extends Partial<TrailState> {
  readonly trailName?: string
  readonly region?: string
  /** Hours after the beginning of the window. */
  readonly entersAfter?: number
}

/** The room and the people; the thief has the key from the entry on and has done nothing yet. */
export function office(stage: Stage, plan: OfficePlan = {}): Office {
  const { trailName = 'main-trail', region = stage.settings.regions[0], entersAfter = 3, ...state } = plan
  const main = stage.account('main')
  const logs = stage.bucket(main, region, 'logs', 0)
  const trail = stage.trail({
    name: trailName,
    account: main,
    region,
    bucket: logs.name,
    selectors: EVERYTHING,
    ...state,
  })
  const entry = stage.settings.from + entersAfter * HOUR
  const stolen = stage.key(stage.user(main, 'deployer'))
  const person = (name: string, address: string, agent: string): Who =>
    stage.owner(stage.key(stage.user(main, name)), { address, agent })
  stage.steal(stolen, entry, 'leaked by a build')
  stage.indicate(stolen.keyId, entry)
  const rooms: Office = {
    main,
    region,
    logs,
    trail,
    payroll: stage.bucket(main, region, 'payroll'),
    invoices: stage.bucket(main, region, 'invoices'),
    archive: stage.bucket(main, region, 'archive'),
    clerk: person('clerk', '198.51.100.7', 'Boto3/1.34.2'),
    admin: person('admin', '198.51.100.9', 'aws-cli/2.15.0'),
    deployer: stage.owner(stolen, { address: '198.51.100.8', agent: 'aws-cli/2.15.0' }),
    stolen,
    thief: stage.actor(stolen, THIEF),
    entry,
  }
  work(stage, rooms)
  return rooms
}

function work(stage: Stage, { main, region, payroll, invoices, archive, clerk, admin, deployer, entry }: Office): void {
  const { chance } = stage
  routine(stage, clerk, 40 * MINUTE, () => getObject(chance, invoices, chance.pick(invoices.objects)))
  routine(stage, clerk, 2 * HOUR, () => putObject(chance, archive, chance.pick(archive.objects)))
  routine(stage, admin, 90 * MINUTE, () => describeTrails(main, region))
  for (let at = stage.settings.from - HOUR; at < entry; at += HOUR) {
    stage.call(at, deployer, putObject(chance, payroll, chance.pick(payroll.objects)))
  }
  // Something is always changed somewhere: this is how a trail is seen to record that.
  routine(stage, admin, 50 * MINUTE, () => startBuild(chance, { account: main, region }, 'nightly'))
}

/** What every thief does first; returns when it is done. */
export function lookAround(stage: Stage, { main, region, thief, entry }: Office): number {
  stage.call(entry + MINUTE, thief, getCallerIdentity(main, region))
  stage.call(entry + 2 * MINUTE, thief, listBuckets(stage.chance, main))
  return entry + 3 * MINUTE
}

/** Every object of a bucket, one a minute; returns when it is done. */
export function download(stage: Stage, who: Who, bucket: Store, from: number): number {
  bucket.objects.forEach((object, at) => {
    stage.call(from + at * MINUTE, who, getObject(stage.chance, bucket, object))
  })
  return from + bucket.objects.length * MINUTE
}
