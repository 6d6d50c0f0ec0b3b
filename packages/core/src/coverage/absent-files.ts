import { meet, type Stretch, windowStretch } from '../domain/stretches.ts'
import { isOf } from './chains.ts'
import type { DeliveryGap, DeliveryRecord } from './delivery.ts'
import type { KnownLog } from './record.ts'

/**
 * The selectors of a chain's log in every state that it had in a stretch: what it took in one of them. A state in which it was not known
 * to be on, or what it took, takes nothing for certain and anything for all that is known (null).
 */
function takenIn(
  chain: DeliveryRecord,
  stretch: Stretch,
  logs: readonly KnownLog[],
): readonly (ReadonlySet<string> | null)[] {
  return logs
    .filter((log) => isOf(chain, log))
    .flatMap(({ timeline }) => timeline.filter((state) => meet([state.stretch], [stretch]).length > 0))
    .map(({ on, selectors }) =>
      on === true && selectors !== null ? new Set(selectors.map((one) => JSON.stringify(one))) : null,
    )
}

/** Whether another log that takes all of the same events has all of a stretch in the same place. */
function isElsewhere(
  own: DeliveryRecord,
  stretch: Stretch,
  chains: readonly DeliveryRecord[],
  logs: readonly KnownLog[],
): boolean {
  const wanted = takenIn(own, stretch, logs)
  if (wanted.length === 0 || wanted.includes(null)) return false
  const all = wanted.flatMap((one) => [...(one ?? [])])
  return chains.some((other) => {
    if (other === own || other.account !== own.account || other.region !== own.region) return false
    const taken = takenIn(other, stretch, logs)
    const isAll = taken.length > 0 && taken.every((one) => one !== null && all.every((wish) => one.has(wish)))
    return isAll && meet(other.gaps.map(windowStretch), [stretch]).length === 0
  })
}

/**
 * Files that a chain lists and that are not in evidence, with events of a stretch, as far as no other log has them: anything may be
 * in them. A statement that is gone lists nothing: what it would have shown to be missing is then not known of here (decision 17).
 */
export function absentFiles(
  chains: readonly DeliveryRecord[],
  logs: readonly KnownLog[],
): (stretch: Stretch) => readonly DeliveryGap[] {
  const all = chains.flatMap((chain) =>
    chain.absent.filter((gap) => !isElsewhere(chain, windowStretch(gap), chains, logs)),
  )
  return (stretch) => all.filter((gap) => meet([windowStretch(gap)], [stretch]).length > 0)
}
