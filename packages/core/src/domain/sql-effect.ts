import type { Effect } from './touch.ts'

/** No statement is told by what stands further behind, in characters. */
const LONGEST = 2 ** 16
/** What may stand before the first word. A comment that a server carries out is none. */
const BEFORE = /(?:\s|\(|--[^\n]*(?:\n|$)|\/\*(?!!)(?:[^*]|\*(?!\/))*\*\/)*/y
const FIRST = /[a-z]+/iy

type Tell = (text: string) => Effect | null

const always =
  (effect: Effect): Tell =>
  () =>
    effect
/** What names no table reads none. */
const reads: Tell = (text) => (/\bfrom\b/i.test(text) ? 'read' : null)
const destroys: Tell = (text) =>
  /^\w+\s+(?:temporary\s+)?(?:table|database|schema|view|materialized|foreign|partition)\b/i.test(text)
    ? 'destroyed'
    : null
const lists: Tell = (text) =>
  /^\w+\s+(?:full\s+|extended\s+)?(?:tables|databases|schemas|columns|fields|index|indexes|keys|create|table)\b/i.test(
    text,
  )
    ? 'listed'
    : null
const copies: Tell = (text) => {
  if (/\bto\s+(?:stdout|program|')/i.test(text)) return 'read'
  return /\bfrom\s+(?:stdin|program|')/i.test(text) ? 'written' : null
}

const TELLS: ReadonlyMap<string, Tell> = new Map([
  ...['select', 'with', 'declare'].map((word): [string, Tell] => [word, reads]),
  ...['table', 'fetch', 'handler'].map((word): [string, Tell] => [word, always('read')]),
  ...['insert', 'update', 'merge', 'replace', 'load', 'import'].map((word): [string, Tell] => [
    word,
    always('written'),
  ]),
  ...['delete', 'truncate'].map((word): [string, Tell] => [word, always('destroyed')]),
  ...['describe', 'desc'].map((word): [string, Tell] => [word, always('listed')]),
  ['drop', destroys],
  ['show', lists],
  ['copy', copies],
])

/**
 * What a statement in SQL does to the database when it succeeds, told by its first word; null where that does not tell, as with
 * procedures. It takes time in proportion to the text.
 */
export function effectOfSql(statement: string): Effect | null {
  const text = statement.slice(0, LONGEST)
  BEFORE.lastIndex = 0
  BEFORE.exec(text)
  const at = BEFORE.lastIndex
  FIRST.lastIndex = at
  const word = FIRST.exec(text)?.[0].toLowerCase() ?? ''
  return TELLS.get(word)?.(text.slice(at)) ?? null
}
