import { meet, type Stretch, windowStretch } from '../domain/stretches.ts'
import { isOf } from './chains.ts'
import type { DeliveryGap, DeliveryRecord } from './delivery.ts'
import type { KnownLog } from './record.ts'

/** Whether another log that takes the same events has all of a stretch in the same place. */
function isElsewhere(
  own: DeliveryRecord,
  stretch: Stretch,
  chains: readonly DeliveryRecord[],
  logs: readonly KnownLog[],
) {
  const takes = (record: DeliveryRecord): readonly string[] =>
    logs
      .filter((log) => isOf(record, log))
      .flatMap(({ timeline }) => timeline.filter((state) => meet([state.stretch], [stretch]).length > 0))
      .map(({ on, selectors }) => (on === true && selectors !== null ? JSON.stringify(selectors) : ''))
  const wanted = takes(own)
  return chains.some((other) => {
    if (other === own || other.account !== own.account || other.region !== own.region) return false
    const taken = takes(other)
    const isSame = taken.length > 0 && [...taken, ...wanted].every((one) => one !== '' && one === wanted[0])
    return isSame && meet(other.gaps.map(windowStretch), [stretch]).length === 0
  })
}

/**
 * Files that a chain lists and that are not in evidence, with events of a stretch, as far as no other log has them: anything may be
 * in them.
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
