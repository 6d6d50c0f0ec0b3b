import { type Damaged, damaged } from './deliver/damage.ts'
import { digestFiles } from './deliver/digests.ts'
import { logFiles } from './deliver/logs.ts'
import { recordings } from './deliver/recorded.ts'
import { USUAL } from './deliver/weather.ts'
import { type StoryFile, written } from './deliver/written.ts'
import type { Played } from './play/played.ts'
import { Stage } from './play/stage.ts'
import { snapshots } from './snapshots/snapshots.ts'
import type { Story } from './story.ts'
import { HOUR } from './time.ts'
import { type Truth, truthOf } from './truth/truth.ts'

/** Everything a story leaves behind. */
export interface Minted {
  /** The evidence, in order of path. */
  readonly files: readonly StoryFile[]
  /** What the organisation knows about itself: no evidence. */
  readonly beside: readonly StoryFile[]
  readonly truth: Truth
}

/** Evidence begins before the window, so that what is usual can be told from what is new, and ends after it. */
const BEFORE = 2 * HOUR
const AFTER = 3.2 * HOUR

export interface MintOptions {
  readonly seed?: number
  /** How many times more benign work and objects. */
  readonly scale?: number
}

/** Plays a story and delivers what its trails recorded; nothing is harmed yet. */
export function play(story: Story, { seed = 1, scale = 1 }: MintOptions = {}): Played {
  const from = Date.parse(story.from)
  const to = from + story.hours * HOUR
  const stage = new Stage({ seed: `${story.slug}/${seed}`, from, to, regions: story.regions, scale })
  story.play(stage)
  const span = { from: from - BEFORE, to: to + AFTER }
  const weather = story.weather ?? USUAL
  const recorded = recordings(stage)
  const delivered = recorded.flatMap((recording) => {
    const logs = logFiles(stage, recording, weather).filter(({ deliveredAt }) => deliveredAt < span.to)
    return [...logs, ...digestFiles(stage, recording.trail, logs, { span, weather })]
  })
  return { stage, recordings: recorded, delivered, span }
}

function harmed({ stage, delivered }: Played): Damaged {
  const inOrder = [...delivered].sort((left, right) => left.deliveredAt - right.deliveredAt)
  return damaged(inOrder, stage.damages)
}

const byPath = (left: StoryFile, right: StoryFile): number => (left.path < right.path ? -1 : 1)

/** A story's evidence and its truth. The same story, seed and scale give the same bytes. */
export function mint(story: Story, options: MintOptions = {}): Minted {
  const played = play(story, options)
  const damage = harmed(played)
  const { stage, span } = played
  const { witnesses, beside } = stage.particulars
  const told = witnesses.flatMap((witness) => witness({ calls: stage.calls, span }))
  const files = [...damage.kept.flatMap(written), ...snapshots(played, damage), ...told]
  return { files: files.sort(byPath), beside, truth: truthOf(story, played, damage) }
}
