import { stripVTControlCharacters } from 'node:util'

/**
 * Characters that could act on a terminal or turn the reading direction: controls, DEL, C1, zero-width and bidirectional
 * marks, line separators, tag characters and halves of surrogate pairs. Evidence is hostile: a user agent may hold any of them.
 */
const ACTING =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e0fff}]/gu

function asEscape(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** Evidence text for a terminal: what could act is shown as an escape, nothing is left out. */
export function safeText(text: string): string {
  return text.replace(ACTING, asEscape)
}

/** How many columns a painted text takes. Wide characters count as one. */
export function visibleWidth(text: string): number {
  return [...stripVTControlCharacters(text)].length
}

/** Shortens in the middle, where names of one family differ least; the end keeps more than the start. */
export function shorten(text: string, width: number): string {
  const characters = [...text]
  if (characters.length <= width) return text
  if (width <= 1) return '…'.slice(0, width)
  const tail = Math.ceil((width - 1) * 0.6)
  return `${characters.slice(0, width - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`
}

function broken(word: string, width: number): readonly string[] {
  const characters = [...word]
  const parts: string[] = []
  for (let at = 0; at < characters.length; at += width) parts.push(characters.slice(at, at + width).join(''))
  return parts
}

/** Lays unpainted text out in lines of at most `width` columns; a word longer than a line is broken. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(1, width)
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(' ')
    .filter((part) => part !== '')
    .flatMap((part) => broken(part, room))) {
    if (line !== '' && [...line].length + 1 + [...word].length > room) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** A paragraph with a hanging indent: `first` stands before the first line, the rest is indented as far. */
export function hang(first: string, text: string, width: number): readonly string[] {
  const indent = visibleWidth(first)
  return wrap(text, width - indent).map((line, at) => `${at === 0 ? first : ' '.repeat(indent)}${line}`)
}
