import type { JsonObject } from './json.ts'

/** What lines of text say: a record, or that they are none and why. */
export type LineRecord =
  | { readonly kind: 'record'; readonly record: JsonObject }
  | { readonly kind: 'rejected'; readonly reason: string }

/** Reads the lines of one file, in their order. It may keep what a heading says for the lines below it. */
export interface LineReader {
  /**
   * Reads a line without its end, or a line and those that go on with it, a line feed between them. Null for what is no record: a
   * heading, a comment. Takes time in proportion to the text, whatever it holds.
   */
  readonly read: (text: string) => LineRecord | null
  /** Whether a line goes on with the record that the line before belongs to, judged by the line alone. Absent where a record is one line. */
  readonly goesOn?: (line: string) => boolean
}

/** How records of a kind lie in lines of text. */
export interface LineShape {
  /**
   * A reader for a file that begins with these lines, or null when it is of another kind. INVARIANT: the lines alone decide, never
   * the name of the file. There are at most {@link HEAD_LINES} of them, blank ones and the mark of byte order left out.
   */
  readonly starts: (head: readonly string[]) => LineReader | null
}

/** By how many lines a file is told. */
export const HEAD_LINES = 64

/**
 * Whether at least half of some lines look like those of a kind: damage at the beginning of a log must not hide the rest. False for no
 * lines. THREAT: a line that its writer made unreadable still looks like one, else a few of them at the top would hide a file.
 */
export function mostly(head: readonly string[], looksRight: (line: string) => boolean): boolean {
  const right = head.filter(looksRight).length
  return right > 0 && right * 2 >= head.length
}
