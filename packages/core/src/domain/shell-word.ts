/**
 * A text from evidence as one word of a shell command. A threat: names are chosen by whoever made the call, and people paste
 * commands; whatever is not plainly harmless is quoted, and control characters are shown as `?`.
 */
export function shellWord(text: string): string {
  if (/^[\w@%+:,./][\w@%+=:,./-]*$/.test(text)) return text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a terminal
  const visible = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '?')
  return `'${visible.replaceAll("'", `'\\''`)}'`
}
