import type { Trail, TrailState } from './trail.ts'

/** What a successful call changed for good. */
export type Alteration =
  | { readonly kind: 'trail'; readonly trail: string; readonly state: Partial<TrailState> }
  | { readonly kind: 'kms-key'; readonly key: string; readonly isUsable: boolean }
  /** Which regions' log files a log bucket refuses; digests are refused apart. */
  | { readonly kind: 'log-bucket'; readonly bucket: string; readonly refuses: readonly string[] }

export interface Dated {
  readonly at: number
  readonly alteration: Alteration
}

/** What was changed, in order of time. */
export class History {
  readonly #dated: Dated[] = []

  add(at: number, alteration: Alteration): void {
    this.#dated.push({ at, alteration })
    this.#dated.sort((left, right) => left.at - right.at)
  }

  /** The state of a trail, changes at this very instant included. */
  trailAt(trail: Trail, at: number): TrailState {
    return this.trailStates(trail).findLast((one) => one.from <= at)?.state ?? trail.initial
  }

  /** Every state a trail had, each with the instant from which it held. */
  trailStates(trail: Trail): readonly { readonly from: number; readonly state: TrailState }[] {
    const states = [{ from: Number.NEGATIVE_INFINITY, state: trail.initial }]
    let state = trail.initial
    for (const { at, alteration } of this.#dated) {
      if (alteration.kind !== 'trail' || alteration.trail !== trail.arn) continue
      state = { ...state, ...alteration.state }
      states.push({ from: at, state })
    }
    return states
  }

  isKeyUsable(key: string, at: number): boolean {
    let usable = true
    for (const one of this.#dated) {
      if (one.at <= at && one.alteration.kind === 'kms-key' && one.alteration.key === key) {
        usable = one.alteration.isUsable
      }
    }
    return usable
  }

  refuses(bucket: string, region: string, at: number): boolean {
    let refused: readonly string[] = []
    for (const one of this.#dated) {
      if (one.at <= at && one.alteration.kind === 'log-bucket' && one.alteration.bucket === bucket) {
        refused = one.alteration.refuses
      }
    }
    return refused.includes(region)
  }

  /** The instants at which keys or log buckets changed: only then can a refused delivery succeed again. */
  deliveryChanges(): readonly number[] {
    return this.#dated.filter(({ alteration }) => alteration.kind !== 'trail').map(({ at }) => at)
  }
}
