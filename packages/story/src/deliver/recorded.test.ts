import { expect, test } from 'vitest'
import { deleteTrail, startLogging, stopLogging } from '../deeds/logging.ts'
import { listBuckets } from '../deeds/s3.ts'
import { Stage } from '../play/stage.ts'
import { HOUR, MINUTE } from '../time.ts'
import type { TrailPlan } from '../world/make.ts'
import type { Who } from '../world/model.ts'
import type { Trail } from '../world/trail.ts'
import { recordings } from './recorded.ts'

interface Set {
  readonly stage: Stage
  readonly who: Who
  readonly trail: Trail
}

/** A trail in eu-west-1, somebody in its account, and somebody in another one. */
function set(plan: Partial<TrailPlan> = {}): Set & { readonly other: Who } {
  const stage = new Stage({ seed: 'set', from: 0, to: 10 * HOUR, regions: ['eu-west-1', 'us-east-1'], scale: 1 })
  const [main, member] = [stage.account('main'), stage.account('member')]
  const trail = stage.trail({ name: 'trail', account: main, region: 'eu-west-1', bucket: 'logs', ...plan })
  const origin = { address: '198.51.100.1', agent: 'aws-cli/2.15.0' }
  const [who, other] = [main, member].map((account) => stage.owner(stage.key(stage.user(account, 'somebody')), origin))
  if (who === undefined || other === undefined) throw new Error('unreachable')
  return { stage, who, other, trail }
}

const ownerOf = ({ caller }: Who) => {
  if (caller.kind !== 'key') throw new Error('unreachable')
  return caller.user.account
}

/** ListBuckets is recorded in us-east-1. */
const list = ({ stage }: Set, who: Who, at: number): void => {
  stage.call(at, who, listBuckets(stage.chance, ownerOf(who)))
}

const recorded = ({ stage }: Set): readonly string[] =>
  recordings(stage).flatMap(({ events }) => events.map(({ facts }) => facts.name))

test('a trail of one region leaves the others out', () => {
  const all = set({ isMultiRegion: false })
  list(all, all.who, HOUR)
  expect(recorded(all)).toEqual([])
})

test('another account is recorded by a trail of the organisation alone', () => {
  for (const isOrganization of [true, false]) {
    const all = set({ isOrganization })
    list(all, all.other, HOUR)
    expect(recorded(all)).toEqual(isOrganization ? ['ListBuckets'] : [])
  }
})

test('a stop is the last that is recorded, a start the first', () => {
  const all = set()
  list(all, all.who, HOUR)
  all.stage.call(2 * HOUR, all.who, stopLogging(all.trail))
  list(all, all.who, 2 * HOUR + MINUTE)
  all.stage.call(3 * HOUR, all.who, startLogging(all.trail))
  list(all, all.who, 3 * HOUR + MINUTE)
  expect(recorded(all)).toEqual(['ListBuckets', 'StopLogging', 'StartLogging', 'ListBuckets'])
})

test('a deleted trail records no more; a stop that failed stops nothing', () => {
  const all = set()
  all.stage.call(HOUR, all.who, stopLogging(all.trail), { code: 'AccessDenied', message: '' })
  list(all, all.who, HOUR + MINUTE)
  all.stage.call(2 * HOUR, all.who, deleteTrail(all.trail))
  list(all, all.who, 3 * HOUR)
  expect(recorded(all)).toEqual(['StopLogging', 'ListBuckets', 'DeleteTrail'])
})
