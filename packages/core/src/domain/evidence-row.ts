import type { CallEvent } from './call.ts'
import type { CallerFacts } from './credential-row.ts'
import type { Instant } from './instant.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { LineShape } from './line-shape.ts'
import type { Statement, Topic } from './statement.ts'
import type { Witness } from './witness.ts'

/** An event without what only the reader of the file knows. */
export type EventDraft = Omit<CallEvent, 'ref' | 'rawHash' | 'callerKind'> & {
  readonly callerFacts: CallerFacts
}

/** What an answer of the provider was asked, when and of whom: the answers themselves say neither. */
export interface Asked {
  /** As typed, such as `aws cloudtrail describe-trails`; empty where only the time is known. */
  readonly command: string
  readonly at: Instant | null
  readonly account: string | null
  readonly region: string | null
}

/** What stands beside a record and is not in it. */
export interface Beside {
  /** SHA-256 (hex) of the whole inflated file. */
  readonly sha256: string
  /** Whether the record is all that the file holds. */
  readonly isWhole: boolean
  /** Key of the object that the file was, where its path holds the provider's layout. */
  readonly key: string | null
  /** From the sidecar of the file; null without one (coverage.md 5: the time of a file is never used). */
  readonly asked: Asked | null
  /** Metadata of the object that the file was, as the provider shows it; null where nobody kept it. */
  readonly head: JsonObject | null
}

/** Nothing beside a record. */
export const NOTHING_BESIDE: Beside = { sha256: '', isWhole: true, key: null, asked: null, head: null }

/** What became of one record: an event, statements, witnesses, or the reason why none of them. */
export type ReadRecord =
  | { readonly kind: 'event'; readonly event: EventDraft }
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | {
      readonly kind: 'witnesses'
      /** At least one: a record that says nothing is rejected with the reason, so that it is missed. */
      readonly witnesses: readonly [Witness, ...Witness[]]
      /**
       * Whether equal records may be of different events, because the record leaves out what tells them apart: then each counts. Absent
       * where equal records are copies of one.
       */
      readonly mayRepeat?: true
    }
  | { readonly kind: 'rejected'; readonly reason: string }

/** A request for evidence that would settle something: read-only commands, with what they cost to miss. */
export interface EvidenceRequest {
  readonly source: string
  /** `{account}`, `{region}`, `{from}`, `{to}`, `{trail}` are filled in or left for the reader. */
  readonly command: string
  readonly because: string
  /** Days after an event at which the source forgets it; null when it does not by itself. */
  readonly keptDays: number | null
}

/** How records of a kind stand in a table of text (CSV): whole in one cell, or field by field. The case of names does not count. */
export interface TableShape {
  /** Columns whose cells hold a whole record as JSON. */
  readonly whole: readonly string[]
  /** The record's own fields, each of which may be a column. */
  readonly fields: readonly string[]
  /** Columns without which a table is none of this kind. */
  readonly needs: readonly string[]
  /**
   * Names inside of fields, as the record spells them, by field: databases write the names of a struct in lower case.
   * THREAT: a name that is not known again hides who called, and nobody would miss it.
   */
  readonly inside: Readonly<Record<string, readonly string[]>>
  /** Exports that leave too much of a record out, by the names that their first column has, and what to ask for instead. */
  readonly poor: readonly { readonly first: readonly string[]; readonly reason: string }[]
}

/** One kind of evidence: how it is recognised and read, what it witnesses and what its silence is worth. */
export interface EvidenceRow {
  readonly kind: string
  readonly title: string
  /** Keys of a JSON object under which an array of records of this kind stands. */
  readonly recordArrays: readonly string[]
  /** Whether a parsed record is of this kind, judged by its content alone. */
  readonly recognises: (record: JsonObject) => boolean
  /** What stands beside the record is needed where the record does not say what it is of: a row takes `NOTHING_BESIDE` where it is left out. */
  readonly read: (record: JsonObject, beside?: Beside) => ReadRecord
  /**
   * Whether what stands beside a record is a part of what it says: equal answers of different times are two. Records of such a row
   * are no calls.
   */
  readonly readsBeside?: true
  /**
   * The record inside of an object that some export puts around it, or undefined. THREAT: text that others may write, such as the
   * message of a log line, is no place where a record may stand; a row only opens what its provider packs.
   */
  readonly unwrap?: (record: JsonObject) => Json | undefined
  /** How its records stand in tables of text, where any export writes them so. */
  readonly table?: TableShape
  /** How its records lie in lines of text; what a line says goes through `read` as any record does. */
  readonly lines?: LineShape
  /** Fields that the provider may add to a record later; two copies that differ only here are one record. */
  readonly enrichments: readonly string[]
  /** How the source is delivered: only `complete` ones can ever prove that something did not happen. */
  readonly delivery: 'verifiable' | 'best-effort'
  readonly witnesses: string
  /** What to fetch when the record of this kind is not proven complete. */
  readonly requests: readonly EvidenceRequest[]
  /**
   * Whether an account is one of those that only this kind of evidence is about, by the form of its id: then it is asked for this kind
   * and for no kind that leaves the field out.
   */
  readonly isAccount?: (id: string) => boolean
  readonly cite: string
  readonly examples: readonly EvidenceExample[]
}

/** A record and the columns that the row must make of it: the row's own tests. */
export interface EvidenceExample {
  readonly name: string
  /** The record; absent where `lines` stand for it. */
  readonly record?: object
  /** A whole file of text, in lines: what all of it makes stands under `witnesses` and `rejected`. */
  readonly lines?: readonly string[]
  readonly beside?: Partial<Beside>
  /** Columns of the event; what else the row makes of the record stands under one of the others. */
  readonly event?: Readonly<Record<string, string | number | boolean | null>> | { readonly rejected: string }
  /** The statements, each with the fields that matter. */
  readonly states?: readonly {
    readonly topic: Topic
    readonly at?: Instant | null
    readonly says: Readonly<Record<string, unknown>>
  }[]
  /** The witnesses, each with the fields that matter; times as text. */
  readonly witnesses?: readonly (Pick<Witness, 'kind'> & Readonly<Record<string, unknown>>)[]
  /** Of lines: why those are rejected that are, in their order. */
  readonly rejected?: readonly string[]
}

/** A record and the row that reads it. */
export interface Recognised {
  readonly row: EvidenceRow
  readonly record: JsonObject
}

/** The row that knows a record as it stands, else one that knows what is packed in it; null when none does. */
export function recognised(rows: readonly EvidenceRow[], found: JsonObject): Recognised | null {
  const row = rows.find((one) => one.recognises(found))
  if (row !== undefined) return { row, record: found }
  for (const one of rows) {
    const record = one.unwrap?.(found)
    if (isObject(record) && one.recognises(record)) return { row: one, record }
  }
  return null
}

/** Types an evidence row; the row itself is data. */
export function defineEvidence(row: EvidenceRow): EvidenceRow {
  return row
}
