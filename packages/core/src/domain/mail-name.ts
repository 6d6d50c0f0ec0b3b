/** What a mailbox or an address may be called in ids, as a part of a regular expression. */
export const MAIL_NAME_FORM = "[\\p{L}\\p{N}@._+#'!%*=?^~-]{1,400}"

const OTHER = /[^\p{L}\p{N}@._+#'!%*=?^~-]+/gu

/**
 * A mailbox or an address as its id has it: in lower case, without what addresses are written with. A threat: people paste commands
 * with names in them, so that marks which end a word of a command or begin another one are replaced.
 */
export function mailName(text: string): string {
  return text
    .trim()
    .replace(/^smtp:/i, '')
    .toLowerCase()
    .replaceAll(OTHER, '_')
    .slice(0, 320)
}
