import type { Delivered } from '../deliver/delivered.ts'
import type { StoryFile } from '../deliver/written.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Stage } from '../play/stage.ts'
import { iso } from '../time.ts'
import type { Trail, TrailState } from '../world/trail.ts'
import { snapshot } from './snapshot.ts'

function description(trail: Trail, state: TrailState): JsonObject {
  const isPlain =
    state.selectors.kind === 'basic' && state.selectors.basic.every((one) => one.dataResources.length === 0)
  return {
    Name: trail.name,
    S3BucketName: trail.bucket,
    ...(trail.prefix === null ? {} : { S3KeyPrefix: trail.prefix }),
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: state.isMultiRegion,
    HomeRegion: trail.homeRegion,
    TrailARN: trail.arn,
    LogFileValidationEnabled: state.validates,
    ...(state.kmsKey === null ? {} : { KmsKeyId: state.kmsKey }),
    HasCustomEventSelectors: !isPlain,
    HasInsightSelectors: false,
    IsOrganizationTrail: state.isOrganization,
  }
}

/** Selectors as the command line prints them: names begin in upper case. */
function selectorsOutput(trail: Trail, { selectors }: TrailState): Json {
  if (selectors.kind === 'basic') {
    return {
      TrailARN: trail.arn,
      EventSelectors: selectors.basic.map(
        (one): Json => ({
          ReadWriteType: one.readWriteType,
          IncludeManagementEvents: one.includeManagementEvents,
          DataResources: one.dataResources.map(({ type, values }): Json => ({ Type: type, Values: values })),
          ExcludeManagementEventSources: one.excludeManagementEventSources,
        }),
      ),
    }
  }
  const capital = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return {
    TrailARN: trail.arn,
    AdvancedEventSelectors: selectors.advanced.map(
      ({ name, fieldSelectors }): Json => ({
        Name: name,
        FieldSelectors: fieldSelectors.map(
          (one): Json =>
            Object.fromEntries(Object.entries(one).map(([field, value]): [string, Json] => [capital(field), value])),
        ),
      }),
    ),
  }
}

/** The last change of logging up to an instant; null when there was none, or none of this direction. */
function lastTurn(stage: Stage, trail: Trail, at: number, isOn: boolean): number | null {
  const states = stage.history.trailStates(trail).filter(({ from }) => from <= at)
  const turned = states.findLast(({ state }, index) => {
    const before = states[index - 1]?.state.isLogging
    return state.isLogging === isOn && before !== undefined && before !== isOn
  })
  return turned?.from ?? null
}

const printed = (at: number): string => iso(at).replace('Z', '.000000+00:00')

interface Seen {
  readonly at: number
  readonly delivered: readonly Delivered[]
}

function status(stage: Stage, trail: Trail, { at, delivered }: Seen): Json {
  const state = stage.history.trailAt(trail, at)
  const latest = (kind: Delivered['kind']): number =>
    Math.max(
      ...delivered
        .filter((one) => one.trail === trail.arn && one.kind === kind && one.deliveredAt <= at)
        .map((one) => one.deliveredAt),
    )
  const isBroken = stage.settings.regions.some((region) => stage.history.refuses(trail.bucket, region, at))
  const isLocked = state.kmsKey !== null && !stage.history.isKeyUsable(state.kmsKey, at)
  const [log, digest] = [latest('log'), latest('digest')]
  const started = lastTurn(stage, trail, at, true) ?? stage.settings.from - 400 * 86_400_000
  const stopped = lastTurn(stage, trail, at, false)
  return {
    IsLogging: state.isLogging,
    ...(isBroken ? { LatestDeliveryError: 'AccessDenied' } : {}),
    ...(isLocked ? { LatestDeliveryError: 'KMS.DisabledException' } : {}),
    ...(Number.isFinite(log) ? { LatestDeliveryTime: printed(log) } : {}),
    StartLoggingTime: printed(started),
    ...(stopped === null ? {} : { StopLoggingTime: printed(stopped), TimeLoggingStopped: iso(stopped) }),
    ...(Number.isFinite(digest) ? { LatestDigestDeliveryTime: printed(digest) } : {}),
    LatestDeliveryAttemptTime: Number.isFinite(log) ? iso(log) : '',
    LatestNotificationAttemptTime: '',
    LatestNotificationAttemptSucceeded: '',
    LatestDeliveryAttemptSucceeded: Number.isFinite(log) ? iso(log) : '',
    TimeLoggingStarted: iso(started),
  }
}

/** describe-trails of every account, and selectors and status of every trail that still exists. */
export function trailSnapshots(stage: Stage, seen: Seen): readonly StoryFile[] {
  const { at } = seen
  const living = stage.trails.filter((trail) => stage.history.trailAt(trail, at).exists)
  const lists = stage.accounts.flatMap((account) => {
    const region = stage.settings.regions[0]
    const trailList = living
      .map((trail) => ({ trail, state: stage.history.trailAt(trail, at) }))
      .filter(({ trail, state }) => trail.account.id === account.id || state.isOrganization)
      .map(({ trail, state }) => description(trail, state))
    const command = 'cloudtrail describe-trails --include-shadow-trails'
    return snapshot({ account: account.id, region, at, command, name: 'describe-trails', output: { trailList } })
  })
  const details = living.flatMap((trail) => {
    const place = { account: trail.account.id, region: trail.homeRegion, at }
    return [
      ...snapshot({
        ...place,
        command: `cloudtrail get-event-selectors --trail-name ${trail.arn}`,
        name: `get-event-selectors-${trail.name}`,
        output: selectorsOutput(trail, stage.history.trailAt(trail, at)),
      }),
      ...snapshot({
        ...place,
        command: `cloudtrail get-trail-status --name ${trail.arn}`,
        name: `get-trail-status-${trail.name}`,
        output: status(stage, trail, seen),
      }),
    ]
  })
  return [...lists, ...details]
}
