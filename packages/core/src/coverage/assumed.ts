import type { AcceptedAssumption, LogName } from '../domain/assumption.ts'
import { type Stretch, windowStretch } from '../domain/stretches.ts'
import type { LogNamed } from './known-logs.ts'
import type { Place } from './record.ts'

/** A stretch that somebody takes for whole although no evidence shows it. */
export interface AssumedStretch {
  readonly assumption: AcceptedAssumption
  readonly stretch: Stretch
}

/** Whether a log is meant by a name: by its ARN, or by its home region and the last part of it. */
export function isMeant({ arn, home, name }: LogName, log: Pick<LogNamed, 'log' | 'home'>): boolean {
  return arn === null ? log.home === home && log.log.endsWith(`/${name}`) : arn === log.log
}

function isStanding(one: AcceptedAssumption): boolean {
  return one.broken === null
}

/** The stretches over which the files that a log delivered from a place are taken for whole. */
export function deliveryAssumed(
  assumptions: readonly AcceptedAssumption[],
  log: LogNamed,
  place: Place,
): readonly AssumedStretch[] {
  return assumptions.filter(isStanding).flatMap((assumption) => {
    if (assumption.kind !== 'delivery' || !isMeant(assumption.scope.log, log)) return []
    const { account, region } = assumption.scope
    const isHere = (account ?? place.account) === place.account && (region ?? place.region) === place.region
    return isHere ? [{ assumption, stretch: windowStretch(assumption.window) }] : []
  })
}

/** The stretches over which the settings of a log are taken not to have changed. */
export function constantAssumed(assumptions: readonly AcceptedAssumption[], log: LogNamed): readonly AssumedStretch[] {
  return assumptions
    .filter(isStanding)
    .flatMap((assumption) =>
      assumption.kind === 'config-constant' && isMeant(assumption.scope.log, log)
        ? [{ assumption, stretch: windowStretch(assumption.window) }]
        : [],
    )
}

/** The stretches over which nobody is taken to have come into a store by a way: by the words of the way, or by logging in at all. */
export function channelAssumed(
  assumptions: readonly AcceptedAssumption[],
  store: string,
  { kind, way }: { readonly kind: string; readonly way: string },
): readonly AssumedStretch[] {
  return assumptions.filter(isStanding).flatMap((assumption) => {
    if (assumption.kind !== 'channel' || assumption.scope.store !== store) return []
    const isMeantWay = assumption.scope.by === way || assumption.scope.by === kind
    return isMeantWay ? [{ assumption, stretch: windowStretch(assumption.window) }] : []
  })
}
