/** A command line up to the cursor, taken apart: what stands before the word at the cursor, and that word. */
export interface TypedLine {
  readonly before: readonly string[]
  readonly current: string
}

/** What the word says so far; null between words. */
type Open = string | null

/** The character behind a backslash stands for itself; inside single quotes a backslash does, too. */
const PIECES = /\s+|'([^']*)(?:'|$)|"((?:\\.|[^"\\])*)(?:"|$)|\\(.?)|[^\s'"\\]+/gsu

/**
 * Takes a line apart as a shell does where it means nothing but quotes and backslashes; the name of the program is left out.
 * THREAT: a line may hold `$(...)` or `> file` that its author has not run yet; nothing of it is ever run or opened for completing it.
 */
export function typedLine(line: string): TypedLine {
  const words: string[] = []
  let open: Open = null
  for (const [piece, single, double, escaped] of line.matchAll(PIECES)) {
    if (/^\s/.test(piece)) {
      if (open !== null) words.push(open)
      open = null
    } else open = `${open ?? ''}${single ?? double?.replaceAll(/\\(.)/gsu, '$1') ?? escaped ?? piece}`
  }
  const first = words.findIndex((word) => !/^\w+=/.test(word))
  return { before: first < 0 ? [] : words.slice(first + 1), current: open ?? '' }
}
