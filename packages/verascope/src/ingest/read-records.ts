import { hash } from 'node:crypto'
import type { EvidenceRef } from '@verascope/core/domain/evidence-ref'
import {
  type Beside,
  type EvidenceRow,
  NOTHING_BESIDE,
  type Recognised,
  recognised,
} from '@verascope/core/domain/evidence-row'
import { isObject, type Json, type JsonObject, parseJson } from '@verascope/core/domain/json'
import type { Stated } from '@verascope/core/domain/statement'
import type { Catalog } from '@verascope/core/facts/catalog'
import { flatten, flattenStatements } from '@verascope/core/facts/flatten'
import { type Projection, project } from '@verascope/core/facts/project'
import type { FlatRows } from '@verascope/core/facts/tables'
import type { Piece } from './shapes/shape.ts'
import { piecesOf } from './shapes/shapes.ts'

/** The rows of the catalogue by which records are read. */
export interface ReadingRows {
  readonly evidence: readonly EvidenceRow[]
  readonly catalog: Catalog
  /** The kind that every record is taken for, whatever it looks like; absent where its content tells. */
  readonly as?: EvidenceRow
}

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

/** What a record says: a call and all that comes of it, or what is no call. */
export type Said =
  | { readonly kind: 'call'; readonly projection: Projection }
  | { readonly kind: 'statements'; readonly statements: readonly Stated[] }

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

/**
 * The longest record that is read whatever is in it, in bytes. THREAT: small text can make large values, and memory that runs out
 * inside of JSON.parse ends the whole program and not only the thread. The worst 8 MiB make about 200 MB.
 */
const LONGEST_RECORD = 2 ** 23
/** The longest answer that is read where it holds no more values than that: a listing of a bucket is one of some 300 bytes a key. */
const LONGEST_SPARSE = 2 ** 27
const MOST_VALUES = 2 ** 22

/** What values are told apart by: every one but the first of its list or object follows one of these. */
const OPENERS: ReadonlySet<number> = new Set([0x5b, 0x7b, 0x2c])

function isSparse(raw: Buffer): boolean {
  if (raw.length > LONGEST_SPARSE) return false
  let values = 0
  for (const byte of raw) if (OPENERS.has(byte)) values += 1
  return values <= MOST_VALUES
}

const TOO_LONG = `it is longer than ${LONGEST_RECORD} bytes, as no call is (an answer may have ${LONGEST_SPARSE} bytes and ${MOST_VALUES} values)`

const HASH_DIGITS = 32

type Span = Extract<Piece, { readonly kind: 'record' }>

function parsed(bytes: Buffer): Json | undefined {
  return parseJson(bytes.toString('utf8'))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

/** A file that is being read: its inflated bytes, their SHA-256 (hex) and what stands beside it. */
interface Item {
  readonly bytes: Buffer
  readonly sha256: string
  readonly beside: ItemBeside
}

/** What stands beside a file: what of {@link Beside} its bytes do not tell. */
export type ItemBeside = Pick<Beside, 'asked' | 'head' | 'key'>

const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d])
/** What some editors and shells put before a text. */
const MARK = Buffer.from('\ufeff')

/** Whether a record is all that its file holds. */
function isWhole({ bytes }: Item, { offset, length }: Pick<EvidenceRef, 'offset' | 'length'>): boolean {
  const start = bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0
  const around = [
    ...bytes.subarray(start, Math.min(offset, 64)),
    ...bytes.subarray(offset + length, offset + length + 64),
  ]
  const isNear = offset <= 64 && bytes.length - offset - length <= 64
  return isNear && around.every((byte) => BLANK.has(byte))
}

/** A record as one of a given kind: what the kind does not know as its own it may know as packed, and else it is taken as it stands. */
function takenFor(row: EvidenceRow, found: JsonObject): Recognised {
  return recognised([row], found) ?? { row, record: found }
}

function rowsOf(found: JsonObject, ref: EvidenceRef, item: Item, rows: ReadingRows) {
  const known = rows.as === undefined ? recognised(rows.evidence, found) : takenFor(rows.as, found)
  if (known === null) return { evidence: null, answers: false, reason: 'it is of no known kind of evidence' } as const
  const { row, record } = known
  const read = row.read(record, { ...item.beside, sha256: item.sha256, isWhole: isWhole(item, ref) })
  const answers = row.readsBeside === true
  if (read.kind === 'rejected') return { evidence: row.kind, answers, reason: read.reason } as const
  if (read.kind === 'statements') {
    const statements = read.statements.map((one): Stated => ({ ...one, ref }))
    const said: Said = { kind: 'statements', statements }
    return { evidence: row.kind, answers, said, flat: flattenStatements(statements) } as const
  }
  const raw = item.bytes.subarray(ref.offset, ref.offset + ref.length)
  const rawHash = hash('sha256', raw, 'hex').slice(0, HASH_DIGITS)
  const projection = project(read.event, ref, rawHash, rows.catalog)
  const said: Said = { kind: 'call', projection }
  return { evidence: row.kind, answers, said, flat: flatten(projection) } as const
}

function isAnswer(found: JsonObject, { evidence, as }: ReadingRows): boolean {
  return (as ?? recognised(evidence, found)?.row)?.readsBeside === true
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
  if (length > LONGEST_RECORD && !isSparse(raw)) return rejected(null, TOO_LONG)
  const record = span.value ?? parsed(raw)
  if (record === undefined) return rejected(null, 'it is no JSON')
  if (!isObject(record)) return rejected(null, 'it is no JSON object')
  try {
    // No call is so long, and an answer becomes statements, which are short.
    if (length > LONGEST_RECORD && !isAnswer(record, rows)) return rejected(null, TOO_LONG)
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
  const pieces = piecesOf(bytes, new Set(rows.evidence.flatMap((row) => row.recordArrays)))
  return pieces === null ? null : outcomes(pieces, { bytes: viewOf(bytes), sha256, beside }, rows)
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function* outcomes(pieces: Iterable<Piece>, item: Item, rows: ReadingRows): Generator<RecordOutcome> {
  let ordinal = 0
  let emptyList: string | null = null
  for (const piece of pieces) {
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
