import type { Deed } from '../emit/deed.ts'
import { HOUR, MINUTE } from '../time.ts'
import type { Who } from '../world/model.ts'
import type { Stage } from './stage.ts'

/** Benign work: the same kind of call again and again, from the same place, from before the window until after it. */
export function routine(stage: Stage, who: Who, every: number, deed: (at: number) => Deed): void {
  const { from, to, scale } = stage.settings
  const step = every / scale
  for (let at = from - 2 * HOUR + stage.chance.whole(1, 50) * MINUTE; at < to + 3 * HOUR; at += step) {
    const when = at + stage.chance.whole(0, Math.floor(step / 3))
    stage.call(when, who, deed(when))
  }
}
