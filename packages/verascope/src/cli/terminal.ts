import { basename, dirname, isAbsolute, relative } from 'node:path'
import { safeText, shorten } from '../render/text.ts'

/** The part of a stream that matters here. */
export interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

type Environment = Readonly<Record<string, string | undefined>>

const OFF_TERMINAL_WIDTH = 100
const NARROWEST = 80

/** How wide to lay out: COLUMNS wins, then the terminal, then a width that reads well in a file. */
export function widthOf(screen: Screen, env: Environment): number {
  const asked = Number(env['COLUMNS'])
  const width =
    Number.isInteger(asked) && asked > 0 ? asked : screen.isTTY === true ? (screen.columns ?? 80) : OFF_TERMINAL_WIDTH
  return Math.max(NARROWEST, width)
}

/** Whether to colour: on a terminal that can, unless NO_COLOR (https://no-color.org) or --no-color says no. */
export function wantsColor(screen: Screen, env: Environment, noColor: boolean): boolean {
  if (noColor || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false
  return screen.isTTY === true
}

/** A line that replaces itself; does nothing off a terminal, so that logs stay readable. */
export function progressOn(screen: Screen, env: Environment, quiet: boolean): (text: string) => void {
  if (quiet || screen.isTTY !== true || env['TERM'] === 'dumb') return () => {}
  let shown = false
  return (text) => {
    if (text === '' && !shown) return
    shown = text !== ''
    // Some terminals do not know how wide they are, and say 0.
    const columns = screen.columns === undefined || screen.columns < 1 ? NARROWEST : screen.columns
    screen.write(`\r\u001b[2K${shorten(safeText(text), columns - 1)}`)
  }
}

/** What the reader types to run this again: the linked binary of a clone is named by its path, an installed one by its name. */
export function programName(invokedAs: string, cwd: string): string {
  if (basename(dirname(invokedAs)) !== '.bin') return 'verascope'
  const path = relative(cwd, invokedAs)
  return path.startsWith('..') || isAbsolute(path) ? 'verascope' : path
}

/** A word as a shell takes it: quoted when it holds anything but plain characters. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
