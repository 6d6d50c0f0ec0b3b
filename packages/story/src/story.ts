import type { Weather } from './deliver/weather.ts'
import type { Stage } from './play/stage.ts'

/** An incident as a program: it builds a small world and plays in it. */
export interface Story {
  readonly slug: string
  readonly title: string
  /** The first instant that is asked about, as `2026-03-10T00:00:00Z`. */
  readonly from: string
  readonly hours: number
  readonly regions: readonly [string, ...string[]]
  readonly weather?: Weather
  readonly play: (stage: Stage) => void
}

/** Gives a story its type, so that a file of a case is nothing but the story. */
export function defineStory(story: Story): Story {
  return story
}
