/** Names of files are bytes. One that is no UTF-8 is held with each of its high bytes as a lone surrogate, which no real text has. */
const ESCAPED = /[\udc80-\udcff]/u
const ESCAPED_ALL = /[\udc80-\udcff]/gu

/** A file's name as text, so that `openable` can give its bytes back. */
export function textOfName(name: Buffer): string {
  const text = name.toString('utf8')
  if (Buffer.from(text).equals(name)) return text
  return Array.from(name, (byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join('')
}

/** What the file system opens for a path that was made of `textOfName`. */
export function openable(path: string): string | Buffer {
  if (!ESCAPED.test(path)) return path
  const parts = Array.from(path, (char) =>
    ESCAPED.test(char) ? Buffer.from([char.charCodeAt(0) - 0xdc00]) : Buffer.from(char),
  )
  return Buffer.concat(parts)
}

/** A path for people: bytes that are no text are written `\xNN`. */
export function readable(path: string): string {
  return path.replace(ESCAPED_ALL, (char) => `\\x${(char.charCodeAt(0) - 0xdc00).toString(16)}`)
}
