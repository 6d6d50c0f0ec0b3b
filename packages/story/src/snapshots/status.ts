import type { Delivered } from '../deliver/delivered.ts'
import type { StoryFile } from '../deliver/written.ts'
import type { Json } from '../json.ts'
import type { Stage } from '../play/stage.ts'
import { iso } from '../time.ts'
import type { Trail } from '../world/trail.ts'
import { snapshot } from './snapshot.ts'

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

/** When somebody asked, and what had been delivered in all. */
export interface Seen {
  readonly at: number
  readonly delivered: readonly Delivered[]
}

/** A status speaks for the region that was asked, whatever the trail covers. */
function status(stage: Stage, trail: Trail, region: string, { at, delivered }: Seen): Json {
  const state = stage.history.trailAt(trail, at)
  const own = delivered.filter((one) => one.trail === trail.arn && one.region === region && one.deliveredAt <= at)
  const latest = (kind: Delivered['kind']): number | null =>
    own.findLast((one) => one.kind === kind)?.deliveredAt ?? null
  const isLocked = state.kmsKey !== null && !stage.history.isKeyUsable(state.kmsKey, at)
  const error = isLocked
    ? 'KMS.DisabledException'
    : stage.history.refuses(trail.bucket, region, at)
      ? 'AccessDenied'
      : null
  const [log, digest] = [latest('log'), latest('digest')]
  const started = lastTurn(stage, trail, at, true) ?? stage.settings.from - 400 * 86_400_000
  const stopped = lastTurn(stage, trail, at, false)
  return {
    IsLogging: state.isLogging,
    ...(error === null ? {} : { LatestDeliveryError: error }),
    ...(log === null ? {} : { LatestDeliveryTime: printed(log) }),
    StartLoggingTime: printed(started),
    ...(stopped === null ? {} : { StopLoggingTime: printed(stopped), TimeLoggingStopped: iso(stopped) }),
    ...(digest === null ? {} : { LatestDigestDeliveryTime: printed(digest) }),
    LatestDeliveryAttemptTime: log === null ? '' : iso(log),
    LatestNotificationAttemptTime: '',
    LatestNotificationAttemptSucceeded: '',
    LatestDeliveryAttemptSucceeded: log === null ? '' : iso(log),
    TimeLoggingStarted: iso(started),
  }
}

/** get-trail-status of one trail, in every region that it looks at. */
export function statusSnapshots(stage: Stage, trail: Trail, seen: Seen): readonly StoryFile[] {
  const { isMultiRegion } = stage.history.trailAt(trail, seen.at)
  return stage.settings.regions
    .filter((region) => isMultiRegion || region === trail.homeRegion)
    .flatMap((region) =>
      snapshot({
        account: trail.account.id,
        region,
        at: seen.at,
        command: `cloudtrail get-trail-status --name ${trail.arn}`,
        name: `get-trail-status-${trail.name}`,
        output: status(stage, trail, region, seen),
      }),
    )
}
