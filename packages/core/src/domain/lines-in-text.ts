import { type EvidenceRow, NOTHING_BESIDE, type ReadRecord } from './evidence-row.ts'
import { type JsonObject, pickText } from './json.ts'
import { HEAD_LINES, type LineReader, type LineRecord, type LineShape } from './line-shape.ts'
import type { Witness } from './witness.ts'

/** How lines are read that an answer of the provider holds as one text. */
export interface LinesInText {
  readonly lines: LineShape
  readonly read: (record: JsonObject) => ReadRecord
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/)
}

/** The reader that knows a text by its first lines; null where the lines are of another kind. */
export function readerOfText(text: string, { starts }: LineShape): LineReader | null {
  const head: string[] = []
  for (let at = 0; at < text.length && head.length < HEAD_LINES; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '')
    if (line !== '') head.push(line)
    at = end < 0 ? text.length : end + 1
  }
  return head.length === 0 ? null : starts(head)
}

/** Lines with those that go on with them, a line feed between them. */
function stretches(text: string, { goesOn }: LineReader): readonly string[] {
  const found: string[][] = []
  for (const line of linesOf(text)) {
    const before = found.at(-1)
    if (before !== undefined && goesOn?.(line) === true) before.push(line)
    else found.push([line])
  }
  return found.map((lines) => lines.join('\n')).filter((one) => one !== '')
}

function saidBy(found: LineRecord, read: LinesInText['read']): ReadRecord {
  return found.kind === 'record' ? read(found.record) : found
}

/** Where an answer of the provider holds the lines of a log as one text, and what may stand beside it. */
export interface TextFrame {
  readonly text: string
  readonly beside: readonly string[]
}

/** How a row reads its lines: by themselves, and those in an answer all at once. */
export interface LinesOrText extends Pick<EvidenceRow, 'recognises' | 'read'> {
  readonly lines: LineShape
}

/** The same for lines that may also stand in the text of an answer. */
export function withTextIn(frame: TextFrame, { lines, recognises, read }: LinesOrText): LinesOrText {
  const keys = new Set([frame.text, ...frame.beside])
  const textIn = (record: JsonObject): string | null =>
    Object.keys(record).every((key) => keys.has(key)) ? pickText(record, frame.text) : null
  const isAnswer = (record: JsonObject): boolean => {
    const text = textIn(record)
    return text !== null && readerOfText(text, lines) !== null
  }
  return {
    lines,
    recognises: (record) => recognises(record) || isAnswer(record),
    read: (record, beside = NOTHING_BESIDE) => {
      const text = textIn(record)
      return text === null ? read(record, beside) : readText(text, { lines, read: (line) => read(line, beside) })
    },
  }
}

/**
 * What all lines of a text say together. A text of which a line cannot be read is rejected as a whole, with the reason: within one
 * record nobody would miss the line.
 */
export function readText(text: string, { lines, read }: LinesInText): ReadRecord {
  const reader = readerOfText(text, lines)
  if (reader === null) return { kind: 'rejected', reason: 'its lines are of another kind' }
  const witnesses: Witness[] = []
  for (const stretch of stretches(text, reader)) {
    const found = reader.read(stretch)
    const said = found === null ? null : saidBy(found, read)
    if (said?.kind === 'rejected')
      return { kind: 'rejected', reason: `a line in it cannot be read (${said.reason}): save its text by itself` }
    if (said?.kind === 'witnesses') witnesses.push(...said.witnesses)
  }
  const [first, ...others] = witnesses
  return first === undefined
    ? { kind: 'statements', statements: [] }
    : { kind: 'witnesses', witnesses: [first, ...others] }
}
