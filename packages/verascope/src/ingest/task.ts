import { hash } from 'node:crypto'
import { rows as credentials } from '@verascope/core/catalog/credentials/index.generated'
import { rows as evidence } from '@verascope/core/catalog/evidence/index.generated'
import { rows as services } from '@verascope/core/catalog/services/index.generated'
import { arrangeCatalog } from '@verascope/core/facts/catalog'
import type { FlatRows } from '@verascope/core/facts/tables'
import { type ItemReading, shapeless, Tally } from './item-reading.ts'
import { type Fingerprint, openItem } from './open-item.ts'
import { type Part, type PartHashes, PartWriter } from './part-writer.ts'
import { readRecords } from './read-records.ts'
import type { ItemBeside, ReadingRows } from './record-rows.ts'

/** A file of a task; `id` is its number among all files of the run. */
export interface TaskFile {
  readonly id: number
  readonly path: string
  /** What is known of the file from when its end was missing. */
  readonly start?: KnownStart
}

/** The beginning of a file, in inflated bytes. */
export interface KnownStart {
  /** SHA-256 (hex). */
  readonly sha256: string
  readonly bytes: number
}

/** A file that is to be read. `sha256` is that of the raw bytes, as they were when the file was looked at. */
export interface ReadFile extends TaskFile {
  readonly sha256: string
  readonly inflatedSha256: string
  readonly beside: ItemBeside
  /** Whether it stands beside another file: its content tells its kind, whatever the others are taken for. */
  readonly isSidecar: boolean
  /**
   * The part for its rows alone, should it be an answer; null where they go into the part of the task. Once a sidecar says another
   * time, what was read before can be left out, and nothing else with it.
   */
  readonly own: string | null
}

/** A piece of work for one worker: look at files, or read files into one part. */
export type Task =
  | { readonly kind: 'look'; readonly files: readonly TaskFile[] }
  | {
      readonly kind: 'read'
      readonly files: readonly ReadFile[]
      /** The folder below which tables are written. */
      readonly caseDir: string
      readonly part: string
      /** The kind of evidence that the files are to be taken for; null where their content tells. */
      readonly as: string | null
    }

/** What one file gave. */
export type FileResult =
  | { readonly kind: 'looked'; readonly id: number; readonly print: Fingerprint }
  /** `own` is the part of its own that its rows went into, where they did. */
  | { readonly kind: 'reading'; readonly id: number; readonly reading: ItemReading; readonly own?: Part }
  /** `sha256` and `bytes` are those of what could be read of it. */
  | {
      readonly kind: 'fault'
      readonly id: number
      readonly sha256: string
      readonly bytes: number
      readonly reason: string
    }

/** What a task gave, file by file. */
export interface TaskResult {
  readonly files: readonly FileResult[]
  /** The files of the part that was written; null when no row was. */
  readonly tables: PartHashes | null
}

/** What bounds a task, and how it says which file is in its hands. */
export interface TaskSetting {
  /** Largest inflated size of a file, in bytes. */
  readonly largest: number
  readonly hold: (id: number) => void
}

let rows: ReadingRows | null = null

function readingRows(kind: string | null): ReadingRows {
  rows ??= { evidence, catalog: arrangeCatalog(services, credentials) }
  const as = evidence.find((row) => row.kind === kind)
  return as === undefined ? rows : { ...rows, as }
}

function look(file: TaskFile, largest: number): FileResult {
  const { id } = file
  const item = openItem(file.path, largest)
  if (item.kind === 'fault') return { ...item, id }
  const { sha256, bytes, inflated, cut } = item
  const inflatedSha256 = hash('sha256', inflated, 'hex')
  const print = { sha256, bytes, inflatedSha256, inflatedBytes: inflated.length, cut }
  const { start } = file
  const goesOn =
    start !== undefined &&
    start.bytes <= inflated.length &&
    hash('sha256', inflated.subarray(0, start.bytes), 'hex') === start.sha256
  return { kind: 'looked', id, print: goesOn ? { ...print, continues: start.sha256 } : print }
}

/** What files are read into, and by what. */
interface Into {
  readonly caseDir: string
  readonly part: PartWriter
  readonly known: ReadingRows
}

async function addAll(part: PartWriter, all: readonly FlatRows[]): Promise<void> {
  for (const rows of all) if (part.add(rows)) await part.flush()
}

/** Writes a part at one go. */
async function wholePart(caseDir: string, name: string, rows: readonly FlatRows[]): Promise<Part> {
  const part = new PartWriter(caseDir, name)
  try {
    await addAll(part, rows)
    return { name, tables: await part.finish() }
  } catch (error) {
    await part.abandon()
    throw error
  }
}

async function readBytes(inflated: Uint8Array, file: ReadFile, { caseDir, part, known }: Into): Promise<FileResult> {
  const { id, own, beside, isSidecar } = file
  const { as: _, ...byContent } = known
  const outcomes = readRecords(inflated, file.inflatedSha256, isSidecar ? byContent : known, beside)
  if (outcomes === null) return { kind: 'reading', id, reading: shapeless(inflated) }
  const tally = new Tally()
  const answers: FlatRows[] = []
  for (const outcome of outcomes) {
    tally.take(outcome)
    if (outcome.kind !== 'rows') continue
    // Whether answers are kept shows at the end of the file.
    if (outcome.answers === true) answers.push(outcome.rows)
    else if (part.add(outcome.rows)) await part.flush()
  }
  const reading = tally.reading()
  if (reading.kind !== 'read' || reading.answers !== true || answers.length === 0)
    return { kind: 'reading', id, reading }
  if (own !== null) return { kind: 'reading', id, reading, own: await wholePart(caseDir, own, answers) }
  await addAll(part, answers)
  return { kind: 'reading', id, reading }
}

async function read(file: ReadFile, largest: number, into: Into): Promise<FileResult> {
  const { id } = file
  const item = openItem(file.path, largest)
  if (item.kind === 'fault') return { ...item, id }
  const { sha256, bytes, inflated } = item
  // INVARIANT: rows belong to the bytes whose hash names the item.
  if (sha256 !== file.sha256) return { kind: 'fault', id, sha256, bytes, reason: 'it was changed while it was read' }
  return await readBytes(inflated, file, into)
}

async function readAll(task: Extract<Task, { readonly kind: 'read' }>, setting: TaskSetting): Promise<TaskResult> {
  const { caseDir } = task
  const part = new PartWriter(caseDir, task.part)
  const known = readingRows(task.as)
  const files: FileResult[] = []
  try {
    for (const file of task.files) {
      setting.hold(file.id)
      files.push(await read(file, setting.largest, { caseDir, part, known }))
    }
    return { files, tables: await part.finish() }
  } catch (error) {
    await part.abandon()
    throw error
  }
}

/** Does a task. The files of a read task are committed to the disk once this returns; it throws when they cannot be. */
export async function runTask(task: Task, setting: TaskSetting): Promise<TaskResult> {
  if (task.kind === 'read') return await readAll(task, setting)
  const files = task.files.map((file) => {
    setting.hold(file.id)
    return look(file, setting.largest)
  })
  return { files, tables: null }
}
