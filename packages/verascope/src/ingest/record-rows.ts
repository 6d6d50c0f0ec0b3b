import { hash } from 'node:crypto'
import type { EvidenceRef } from '@verascope/core/domain/evidence-ref'
import { type Beside, type EvidenceRow, type Recognised, recognised } from '@verascope/core/domain/evidence-row'
import { canonicalText, type JsonObject } from '@verascope/core/domain/json'
import type { Stated } from '@verascope/core/domain/statement'
import type { Witnessed } from '@verascope/core/domain/witness'
import type { Catalog } from '@verascope/core/facts/catalog'
import { flatten, flattenStatements, flattenWitnesses } from '@verascope/core/facts/flatten'
import { type Projection, project } from '@verascope/core/facts/project'
import { witnessedAt } from '@verascope/core/facts/witnessed'

/** The rows of the catalogue by which records are read. */
export interface ReadingRows {
  readonly evidence: readonly EvidenceRow[]
  readonly catalog: Catalog
  /** The kind that every record is taken for, whatever it looks like; absent where its content tells. */
  readonly as?: EvidenceRow
}

/** What a record says: a call and all that comes of it, or what is no call. */
export type Said =
  | { readonly kind: 'call'; readonly projection: Projection }
  | { readonly kind: 'statements'; readonly statements: readonly Stated[] }
  | { readonly kind: 'witnesses'; readonly witnesses: readonly Witnessed[] }

/** A file that is being read: its inflated bytes, their SHA-256 (hex) and what stands beside it. */
export interface Item {
  readonly bytes: Buffer
  readonly sha256: string
  readonly beside: ItemBeside
}

/** What stands beside a file: what of {@link Beside} its bytes do not tell. */
export type ItemBeside = Pick<Beside, 'asked' | 'head' | 'key'>

const HASH_DIGITS = 32
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d])
/** What some editors and shells put before a text. */
const MARK = Buffer.from('\ufeff')

/** Whether a record is all that its file holds. */
function isWhole({ bytes }: Item, { offset, length }: Pick<EvidenceRef, 'offset' | 'length'>): boolean {
  const isNear = offset <= 64 && bytes.length - offset - length <= 64
  if (!isNear) return false
  const start = bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0
  const around = [
    ...bytes.subarray(start, Math.min(offset, 64)),
    ...bytes.subarray(offset + length, offset + length + 64),
  ]
  return around.every((byte) => BLANK.has(byte))
}

/** A record as one of a given kind: what the kind does not know as its own it may know as packed, and else it is taken as it stands. */
function takenFor(row: EvidenceRow, found: JsonObject): Recognised {
  return recognised([row], found) ?? { row, record: found }
}

function shortHash(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex').slice(0, HASH_DIGITS)
}

/**
 * What tells a record of witnesses from all others: its kind and what it says, since the same record may be exported in several ways,
 * and a line says nothing without the heading that names its fields. Of an answer also what was asked.
 */
function recordHashOf({ row, record }: Recognised, { beside: { asked } }: Item): string {
  const about = row.readsBeside === true && asked !== null ? canonicalText({ ...asked }) : ''
  return shortHash(`${row.kind}\n${about}\n${canonicalText(record)}`)
}

/** Whether a record is an answer that somebody was given, and no call. */
export function isAnswer(found: JsonObject, { evidence, as }: ReadingRows): boolean {
  return (as ?? recognised(evidence, found)?.row)?.readsBeside === true
}

/**
 * What a record says and the rows that it makes, or why none. May throw: a record can be made to break its reader.
 */
export function rowsOf(found: JsonObject, ref: EvidenceRef, item: Item, rows: ReadingRows) {
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
  if (read.kind === 'witnesses') {
    const recordHash = read.mayRepeat === true ? null : recordHashOf(known, item)
    const place = { ref, evidence: row.kind, recordHash }
    const witnesses = read.witnesses.map((one): Witnessed => witnessedAt(one, place))
    const said: Said = { kind: 'witnesses', witnesses }
    return { evidence: row.kind, answers, said, flat: flattenWitnesses(witnesses) } as const
  }
  const raw = item.bytes.subarray(ref.offset, ref.offset + ref.length)
  const rawHash = shortHash(raw)
  const projection = project(read.event, ref, rawHash, rows.catalog)
  const said: Said = { kind: 'call', projection }
  return { evidence: row.kind, answers, said, flat: flatten(projection) } as const
}
