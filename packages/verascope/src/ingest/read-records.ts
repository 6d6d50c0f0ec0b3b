import { type EvidenceRow, NOTHING_BESIDE } from '@verascope/core/domain/evidence-row'
import { isObject, type Json, parseJson } from '@verascope/core/domain/json'
import type { FlatRows } from '@verascope/core/facts/tables'
import { type Item, type ItemBeside, isAnswer, type ReadingRows, rowsOf, type Said } from './record-rows.ts'
import { isSparse, LONGEST_RECORD, tooLong } from './shapes/longest-record.ts'
import type { Piece } from './shapes/shape.ts'
import { piecesOf } from './shapes/shapes.ts'

/** A record by its place in the file. */
export interface RecordPlace {
  readonly ordinal: number
  /** In the inflated bytes. */
  readonly offset: number
}

/** A record that was rejected. */
export interface RejectedRecord extends RecordPlace {
  readonly reason: string
}

/** What a piece of a file gave. `recognised` names a kind of evidence without giving a row; it counts no record. */
export type RecordOutcome =
  | {
      readonly kind: 'rows'
      readonly evidence: string
      readonly answers?: boolean
      readonly said: Said
      /** The same, laid out for the tables. */
      readonly rows: FlatRows
      readonly place: RecordPlace
    }
  | {
      readonly kind: 'rejected'
      readonly evidence: string | null
      /** Whether what stands beside it is a part of what it says. */
      readonly answers?: boolean
      readonly record: RejectedRecord
    }
  | { readonly kind: 'recognised'; readonly evidence: string }

type Span = Extract<Piece, { readonly kind: 'record' }>

function parsed(bytes: Buffer): Json | undefined {
  return parseJson(bytes.toString('utf8'))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

function readRecord(span: Span, ordinal: number, item: Item, rows: ReadingRows): RecordOutcome {
  const { offset, length } = span
  const rejected = (evidence: string | null, reason: string, answers = false): RecordOutcome => ({
    kind: 'rejected',
    evidence,
    ...(answers ? { answers } : {}),
    record: { ordinal, offset, reason },
  })
  const raw = item.bytes.subarray(offset, offset + length)
  if (length > LONGEST_RECORD && !isSparse(raw)) return rejected(null, tooLong())
  const record = span.value ?? parsed(raw)
  if (record === undefined) return rejected(null, 'it is no JSON')
  if (!isObject(record)) return rejected(null, 'it is no JSON object')
  try {
    // No call is so long, and an answer becomes statements, which are short.
    if (length > LONGEST_RECORD && !isAnswer(record, rows)) return rejected(null, tooLong())
    const read = rowsOf(record, { item: item.sha256, ordinal, offset, length }, item, rows)
    if (read.flat === undefined) return rejected(read.evidence, read.reason, read.answers)
    const { evidence, flat, answers, said } = read
    return { kind: 'rows', evidence, ...(answers ? { answers } : {}), said, rows: flat, place: { ordinal, offset } }
  } catch (error) {
    // THREAT: a record made to break its reader costs itself and nothing else, and is named.
    return rejected(null, `reading it failed (${reasonOf(error)})`)
  }
}

function ownerOf(key: string, evidence: readonly EvidenceRow[]): string | null {
  return evidence.find((row) => row.recordArrays.includes(key))?.kind ?? null
}

/** The kinds by whose shapes records are looked for: where all are taken for one kind, lines of text are its alone. */
function shapedBy({ evidence, as }: ReadingRows): readonly EvidenceRow[] {
  if (as === undefined) return evidence
  return evidence.map(({ lines, ...row }) => (lines !== undefined && row.kind === as.kind ? { ...row, lines } : row))
}

/**
 * Reads the inflated bytes of a file, record by record: no more than one is held as a value. Gives an outcome for every record;
 * null when the bytes have no shape that is read.
 */
export function readRecords(
  bytes: Uint8Array,
  sha256: string,
  rows: ReadingRows,
  beside: ItemBeside = NOTHING_BESIDE,
): Iterable<RecordOutcome> | null {
  const pieces = piecesOf(bytes, shapedBy(rows))
  return pieces === null ? null : outcomes(pieces, { bytes: viewOf(bytes), sha256, beside }, rows)
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function* outcomes(pieces: Iterable<Piece>, item: Item, given: ReadingRows): Generator<RecordOutcome> {
  let ordinal = 0
  let emptyList: string | null = null
  let rows = given
  for (const piece of pieces) {
    if (piece.kind === 'known') {
      rows = { ...given, as: piece.row }
      yield { kind: 'recognised', evidence: piece.row.kind }
      continue
    }
    if (piece.kind === 'list') {
      if (ordinal === 0) emptyList = ownerOf(piece.key, rows.evidence)
      continue
    }
    emptyList = null
    if (piece.kind === 'record') yield readRecord(piece, ordinal, item, rows)
    else yield { kind: 'rejected', evidence: null, record: { ordinal, offset: piece.offset, reason: piece.reason } }
    ordinal += 1
  }
  if (emptyList !== null) yield { kind: 'recognised', evidence: emptyList }
}
