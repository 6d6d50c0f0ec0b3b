import { type Emitted, recordsOf } from '../emit/record.ts'
import type { Stage } from '../play/stage.ts'
import { selects } from '../world/selects.ts'
import type { Trail, TrailState } from '../world/trail.ts'

/** Whether a trail in this state looks at an account and a region at all. */
export function covers(trail: Trail, state: TrailState, account: string, region: string): boolean {
  return (
    state.exists &&
    state.isLogging &&
    (state.isMultiRegion || region === trail.homeRegion) &&
    (account === trail.account.id || state.isOrganization)
  )
}

/** A change to the trail itself is recorded when the trail was on before it or after it: a stop is the last record. */
export function isRecorded(stage: Stage, trail: Trail, event: Emitted): boolean {
  return [event.at - 1, event.at].some((at) => {
    const state = stage.history.trailAt(trail, at)
    return covers(trail, state, event.account, event.region) && selects(state.selectors, event.facts)
  })
}

export interface Recording {
  readonly trail: Trail
  readonly events: readonly Emitted[]
}

export function recordings(stage: Stage): readonly Recording[] {
  const all = stage.calls.flatMap(recordsOf).sort((left, right) => left.at - right.at)
  return stage.trails.map((trail) => ({ trail, events: all.filter((event) => isRecorded(stage, trail, event)) }))
}
