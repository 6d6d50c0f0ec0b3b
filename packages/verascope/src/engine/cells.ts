import { type Instant, instantOfMillis } from '@verascope/core/domain/instant'
import type { FlatRow } from '@verascope/core/facts/tables'
import { unknownCell } from './faults.ts'

/** The text of a cell. Throws VS4005 when there is none. */
export function textAt(row: FlatRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw unknownCell(column, value)
  return value
}

/** The text of a cell, or null. */
export function textOrNull(row: FlatRow, column: string): string | null {
  return row[column] === null ? null : textAt(row, column)
}

/** The number of a cell. Throws VS4005 when there is none. */
export function numberAt(row: FlatRow, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw unknownCell(column, value)
  return value
}

/** Whether a cell says yes. Throws VS4005 when it says neither. */
export function booleanAt(row: FlatRow, column: string): boolean {
  const value = row[column]
  if (typeof value !== 'boolean') throw unknownCell(column, value)
  return value
}

/** The number of a cell, or null. */
export function numberOrNull(row: FlatRow, column: string): number | null {
  return row[column] === null ? null : numberAt(row, column)
}

/** The time of a cell. Throws VS4005 when it holds none. */
export function instantAt(row: FlatRow, column: string): Instant {
  const at = instantOfMillis(numberAt(row, column))
  if (at === null) throw unknownCell(column, row[column])
  return at
}

/** The time of a cell, or null. */
export function instantOrNull(row: FlatRow, column: string): Instant | null {
  return row[column] === null ? null : instantAt(row, column)
}

/** Yes or no of a cell, or null. */
export function boolOrNull(row: FlatRow, column: string): boolean | null {
  const value = row[column] ?? null
  if (value !== null && typeof value !== 'boolean') throw unknownCell(column, value)
  return value
}

/** A closed set of words, as an object so that the compiler sees that none is left out. */
export type Words<Word extends string> = Readonly<Record<Word, true>>

function isWord<Word extends string>(words: Words<Word>, text: string): text is Word {
  return Object.hasOwn(words, text)
}

/** The word of a cell. Throws VS4005 for a word that is not in the set. */
export function wordAt<Word extends string>(row: FlatRow, column: string, words: Words<Word>): Word {
  const text = textAt(row, column)
  if (!isWord(words, text)) throw unknownCell(column, text)
  return text
}

/** The word of a cell, or null. */
export function wordOrNull<Word extends string>(row: FlatRow, column: string, words: Words<Word>): Word | null {
  return row[column] === null ? null : wordAt(row, column, words)
}
