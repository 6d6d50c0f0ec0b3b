import type { Call } from '../emit/call.ts'
import type { Played } from '../play/played.ts'
import type { Part, Store, Touch } from '../world/model.ts'

/** One effect that the actor truly had on a store, and whether a trail recorded the call. */
export interface Deed {
  readonly call: Call
  readonly touch: Touch
  readonly isRecorded: boolean
}

/** What the actor did to stores from the entry to the end of the window; refused calls did nothing. */
export function actorsDeeds({ stage, recordings }: Played): readonly Deed[] {
  const recorded = new Set(recordings.flatMap(({ events }) => events.map(({ eventId }) => eventId)))
  return stage.calls
    .filter(({ at }) => at >= stage.entry && at < stage.settings.to)
    .filter(({ who, failure }) => who.hand === 'actor' && failure === null)
    .flatMap((call) => {
      const isRecorded = call.copies.some(({ eventId }) => recorded.has(eventId))
      return (call.deed.touches ?? []).map((touch) => ({ call, touch, isRecorded }))
    })
}

export const readsOf = (deeds: readonly Deed[], store: Store): readonly Deed[] =>
  deeds.filter(({ touch }) => touch.store === store && touch.effect === 'read')

export const sentBytes = (reads: readonly Deed[]): number => reads.reduce((sum, { touch }) => sum + touch.bytes, 0)

/** How many bytes pieces of one object cover, each byte once. */
function covered(pieces: readonly Part[]): number {
  let [sum, reached] = [0, 0]
  for (const { from, to } of [...pieces].sort((left, right) => left.from - right.from)) {
    sum += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return sum
}

/** What was read of each object, by its key: bytes that were sent twice count once. */
export function distinctBytes(reads: readonly Deed[]): ReadonlyMap<string, number> {
  const pieces = new Map<string, Part[]>()
  for (const { touch } of reads) {
    const part = touch.part ?? { from: 0, to: touch.bytes }
    for (const key of touch.objects) pieces.set(key, [...(pieces.get(key) ?? []), part])
  }
  return new Map([...pieces].map(([key, parts]) => [key, covered(parts)]))
}

export const total = (amounts: Iterable<number>): number => [...amounts].reduce((sum, amount) => sum + amount, 0)
