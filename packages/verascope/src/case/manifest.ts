import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { caseFileAltered } from './case-faults.ts'
import { appendDurably, cutDurably, parseLine, readLines } from './durable.ts'
import type { ManifestLine, RejectedLine } from './manifest-line.ts'

/** The manifest of a case, below its folder. */
export const MANIFEST_NAME = 'evidence/manifest.ndjson'
/** The rejected files and records of a case, below its folder. */
export const REJECTED_NAME = 'evidence/rejected.ndjson'

const COUNT = z.int().nonnegative()
const HASH = z.string().regex(/^[0-9a-f]{64}$/)

/** A line as the file holds it. `left` says how many lines of the same commit follow: a commit counts whole or not at all. */
const STORED = z.looseObject({
  path: z.string(),
  name: z.string(),
  originalKey: z.string().nullable(),
  state: z.enum(['read', 'duplicate', 'rejected']),
  reason: z.string().nullable(),
  kind: z.string().nullable(),
  sha256: HASH,
  bytes: COUNT,
  inflatedSha256: HASH.nullable(),
  inflatedBytes: COUNT.nullable(),
  accounting: z.looseObject({ read: COUNT, kept: COUNT, duplicate: COUNT, rejected: COUNT }),
  collector: z.string().nullable(),
  acquiredAt: z.string(),
  parser: z.string(),
  catalog: z.string(),
  // It becomes a file name: one that leads elsewhere is not ours.
  part: z
    .string()
    .regex(/^[\w-][\w.-]*$/)
    .nullable(),
  container: z.looseObject({ path: z.string(), name: z.string(), sha256: HASH, position: COUNT }).exactOptional(),
  cut: z.literal(true).exactOptional(),
  continues: HASH.exactOptional(),
  beside: HASH.exactOptional(),
  answers: z.literal(true).exactOptional(),
  tables: z.record(z.string(), HASH).exactOptional(),
  left: COUNT.optional(),
})

/** An item as the reader of the evidence hands it over: its line, and what of it was rejected. */
export interface CommittedItem {
  readonly line: ManifestLine
  readonly rejected: readonly RejectedLine[]
}

/** What the manifest commits. */
export interface Manifest {
  /** In the order in which they were committed. */
  readonly lines: readonly ManifestLine[]
  /** SHA-256 (hex) over the bytes of the committed lines: another manifest is other evidence. */
  readonly sha256: string
  /** How many bytes of the file are committed; what stands behind them is not. */
  readonly length: number
}

function counts({ accounting: { read, kept, duplicate, rejected } }: z.infer<typeof STORED>): boolean {
  return read === kept + duplicate + rejected
}

function storedLine(text: string | null): z.infer<typeof STORED> | null {
  const { data } = STORED.safeParse(parseLine(text))
  return data !== undefined && counts(data) ? data : null
}

/**
 * Reads the manifest: every commit that is whole. Throws VS7002 for a line that is none, because an item that is left out
 * would be evidence that silently is not there.
 */
export async function readManifest(caseDir: string): Promise<Manifest> {
  const path = join(caseDir, MANIFEST_NAME)
  const lines: ManifestLine[] = []
  const hash = createHash('sha256')
  let committed = hash.copy()
  let length = 0
  let pending: { readonly line: ManifestLine; readonly bytes: number }[] = []
  await readLines(path, ({ text, nth, bytes }) => {
    const stored = storedLine(text)
    if (stored === null) throw caseFileAltered(path, `line ${nth} is not as it was written`)
    const { left = 0, ...line } = stored
    pending.push({ line, bytes })
    hash.update(`${text}\n`)
    if (left > 0) return
    for (const one of pending) {
      lines.push(one.line)
      length += one.bytes
    }
    pending = []
    committed = hash.copy()
  })
  return { lines, sha256: committed.digest('hex'), length }
}

function textOf(line: ManifestLine, left: number): string {
  const text = JSON.stringify({ ...line, left })
  // A line that no reader takes would make the whole case unreadable.
  if (storedLine(text) === null) throw new Error(`the manifest cannot hold this line: ${text}`)
  return text
}

/**
 * Adds items to the manifest; they are evidence once this returns. What was rejected of them is written first: the manifest
 * commits it. INVARIANT: the caller holds the lock of the case, and items that share a part come in one call.
 */
export async function appendItems(caseDir: string, items: readonly CommittedItem[]): Promise<void> {
  const rejected = items.flatMap(({ line, rejected: records }) =>
    records.map((record) => JSON.stringify({ ...record, item: line.sha256 })),
  )
  const lines = items.map(({ line }, at) => textOf(line, items.length - 1 - at))
  await appendDurably(join(caseDir, REJECTED_NAME), rejected)
  await appendDurably(join(caseDir, MANIFEST_NAME), lines)
}

/** Cuts off the part of a commit that a killed ingest left behind. INVARIANT: the caller holds the lock of the case. */
export async function cutUnfinishedCommit(caseDir: string): Promise<void> {
  const { length } = await readManifest(caseDir)
  await cutDurably(join(caseDir, MANIFEST_NAME), length)
}

function fileOf({ sha256, path }: ManifestLine): string {
  return `${sha256} ${path}`
}

/** What an answer says: the same bytes with the same beside them. */
function saidBy({ inflatedSha256, beside }: ManifestLine): string {
  return `${inflatedSha256} ${beside ?? ''}`
}

/**
 * The lines that count: a rejection counts until a newer line of the same path stands; what was read stays beside whatever the path
 * gave later, because both are evidence. THREAT: what was read of a file that was cut off, and that its end is missing, stands until
 * its path gives a file that begins with the same bytes: any other file under its name says nothing of it.
 */
export function linesInForce(lines: readonly ManifestLine[]): readonly ManifestLine[] {
  const newest = new Map(lines.map((line, at) => [line.path, at]))
  const cut = new Set(lines.filter((line) => line.cut === true).map(fileOf))
  const goOn = new Set(
    lines.flatMap(({ state, continues, path }) =>
      state === 'rejected' || continues === undefined ? [] : [`${continues} ${path}`],
    ),
  )
  const answered = new Map(
    lines.flatMap((line, at) =>
      line.answers === true && line.beside !== undefined ? [[fileOf(line), at] as const] : [],
    ),
  )
  const isReplaced = (line: ManifestLine, at: number): boolean =>
    line.answers === true && at < (answered.get(fileOf(line)) ?? at)
  const copied = new Set(
    lines.flatMap((line, at) => (line.state === 'duplicate' && !isReplaced(line, at) ? [saidBy(line)] : [])),
  )
  return lines.filter((line, at) => {
    // What a newer sidecar says an answer was asked stands in the place of what was said before, unless another file says that too.
    if (isReplaced(line, at) && !(line.state === 'read' && copied.has(saidBy(line)))) return false
    if (cut.has(fileOf(line)) && (line.state !== 'rejected' || line.cut === true))
      return !goOn.has(`${line.inflatedSha256} ${line.path}`)
    return line.state !== 'rejected' || newest.get(line.path) === at
  })
}
