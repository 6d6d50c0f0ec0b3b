import {
  deleteTrail,
  disableKey,
  enableKey,
  putEventSelectors,
  startLogging,
  stopLogging,
  updateTrail,
} from '../deeds/logging.ts'
import { refuseLogs } from '../deeds/s3-settings.ts'
import { HOUR, MINUTE } from '../time.ts'
import type { Who } from '../world/model.ts'
import { advanced, EVERYTHING, MANAGEMENT_ONLY, type Selectors, type Trail } from '../world/trail.ts'
import type { Cast } from './cast.ts'

/** Selectors of every sort: whole, none, one bucket, reads alone, all but one identity, all but one prefix. */
function randomSelectors({ stage, stores, workers }: Cast): Selectors {
  const { chance } = stage
  const bucket = chance.pick(stores).arn
  const writesOnly: Selectors = {
    kind: 'basic',
    basic: [
      {
        readWriteType: 'WriteOnly',
        includeManagementEvents: true,
        dataResources: [],
        excludeManagementEventSources: [],
      },
    ],
  }
  const withoutKms: Selectors = {
    kind: 'basic',
    basic: [
      {
        readWriteType: 'All',
        includeManagementEvents: true,
        dataResources: [{ type: 'AWS::S3::Object', values: [`${bucket}/`] }],
        excludeManagementEventSources: ['kms.amazonaws.com'],
      },
    ],
  }
  return chance.pick<Selectors>([
    EVERYTHING,
    EVERYTHING,
    EVERYTHING,
    MANAGEMENT_ONLY,
    writesOnly,
    withoutKms,
    advanced('AWS::S3::Object', []),
    advanced('AWS::S3::Object', [{ field: 'readOnly', equals: ['true'] }]),
    advanced('AWS::S3::Object', [{ field: 'resources.ARN', startsWith: [`${bucket}/`] }]),
    advanced('AWS::S3::Object', [{ field: 'resources.ARN', notStartsWith: [`${bucket}/`] }]),
    advanced('AWS::S3::Object', [{ field: 'userIdentity.arn', notEquals: [chance.pick(workers).user.arn] }]),
    advanced('AWS::S3::Object', [{ field: 'eventName', equals: ['GetObject', 'PutObject'] }]),
  ])
}

export function randomTrails(all: Cast): readonly Trail[] {
  const { stage, accounts, logs, kmsKey } = all
  const { chance } = stage
  const count = chance.pick([1, 1, 2, 3])
  return Array.from({ length: count }, (_, at) => {
    // The first trail is usually a good one, or nothing could ever be proven.
    const isFirst = at === 0
    return stage.trail({
      name: `trail-${at}`,
      account: isFirst ? (accounts[0] ?? chance.pick(accounts)) : chance.pick(accounts),
      region: chance.pick(stage.settings.regions),
      bucket: logs.name,
      ...(chance.happens(0.2) ? { prefix: 'audit' } : {}),
      isMultiRegion: isFirst ? chance.happens(0.85) : chance.happens(0.4),
      isOrganization: isFirst && accounts.length > 1 ? chance.happens(0.7) : false,
      validates: chance.happens(0.9),
      isLogging: chance.happens(0.95),
      kmsKey: chance.happens(0.2) ? kmsKey.arn : null,
      selectors: isFirst && chance.happens(0.6) ? EVERYTHING : randomSelectors(all),
    })
  })
}

function stopForAWhile({ stage }: Cast, who: Who, trail: Trail, at: number): void {
  stage.call(at, who, stopLogging(trail))
  const back = at + stage.chance.whole(3, 120) * MINUTE
  if (stage.chance.happens(0.7)) stage.call(back, who, startLogging(trail))
}

function keyOffForAWhile({ stage, kmsKey }: Cast, who: Who, at: number): void {
  stage.call(at, who, disableKey(kmsKey))
  if (stage.chance.happens(0.6)) stage.call(at + stage.chance.whole(20, 150) * MINUTE, who, enableKey(kmsKey))
}

function refuseForAWhile({ stage, logs }: Cast, who: Who, at: number): void {
  const region = stage.chance.pick(stage.settings.regions)
  stage.call(at, who, refuseLogs(stage.chance, logs, [region]))
  if (stage.chance.happens(0.6)) stage.call(at + HOUR, who, refuseLogs(stage.chance, logs, []))
}

/** One change to what is recorded or delivered, by whoever it may be. */
export function tamper(all: Cast, who: Who, trail: Trail, at: number): void {
  const { stage } = all
  const { chance } = stage
  const state = stage.history.trailAt(trail, at)
  chance.pick([
    () => stopForAWhile(all, who, trail, at),
    () => stopForAWhile(all, who, trail, at),
    () => stage.call(at, who, putEventSelectors(trail, randomSelectors(all))),
    () => stage.call(at, who, putEventSelectors(trail, randomSelectors(all))),
    () => stage.call(at, who, updateTrail(trail, state, { isMultiRegion: !state.isMultiRegion })),
    () => stage.call(at, who, updateTrail(trail, state, { validates: !state.validates })),
    () => stage.call(at, who, deleteTrail(trail)),
    () => keyOffForAWhile(all, who, at),
    () => refuseForAWhile(all, who, at),
  ])()
}
