import { styleText } from 'node:util'
import type { VerdictWord } from '@verascope/core/assess/said'

/** What a piece of text is; colour never says anything that the words do not. */
export type Tone = VerdictWord | 'title' | 'dim' | 'alarm'

/** Where a view is laid out. */
export interface Page {
  readonly width: number
  readonly paint: (tone: Tone, text: string) => string
  /** Whether long runs of alike rows are shown one by one. */
  readonly all: boolean
  /** What the reader types before a command: `verascope -C demo-case`. */
  readonly program: string
}

/** One line of `--plain`: the kind of row first, then its fields, nothing shortened. */
export type PlainRow = readonly string[]

type Format = Parameters<typeof styleText>[0]

// `undetermined` is a warning and never green, and neither is anything else: no verdict means safe.
const FORMATS: Readonly<Record<Tone, Format>> = {
  accessed: ['red', 'bold'],
  undetermined: ['yellow', 'bold'],
  untouched: 'cyan',
  unreachable: 'dim',
  title: 'bold',
  dim: 'dim',
  alarm: ['red', 'bold'],
}

/** The painter of a page. */
export function painter(color: boolean): Page['paint'] {
  return color ? (tone, text) => styleText(FORMATS[tone], text) : (_tone, text) => text
}

/** Glyphs before the verdict words. */
export const GLYPHS: Readonly<Record<VerdictWord, string>> = {
  accessed: '■',
  undetermined: '?',
  untouched: '=',
  unreachable: '-',
}

/** The verdicts, strongest first: the order of every listing. */
export const VERDICTS: readonly VerdictWord[] = ['accessed', 'undetermined', 'untouched', 'unreachable']

/** Puts blocks of lines under each other, with a blank line between those that say something. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  const said = blocks.filter((block) => block.length > 0)
  return `${said.map((block) => block.join('\n')).join('\n\n')}\n`
}
