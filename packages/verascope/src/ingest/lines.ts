import type { CommittedItem } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import type { ItemReading } from './item-reading.ts'
import type { Part } from './part-writer.ts'
import type { Group, KnownCopy, LookedFile } from './plan.ts'
import { ARCHIVE_KIND, type UnpackedArchive } from './unpack.ts'
import type { FoundFile } from './walk.ts'

/** What every line of one run has in common. */
export interface RunFacts {
  readonly collector: string | null
  /** ISO 8601. */
  readonly at: string
  readonly parser: string
  readonly catalog: string
}

const NOTHING = { read: 0, kept: 0, duplicate: 0, rejected: 0 }

function placeOf(part: Part | null): Pick<ManifestLine, 'part' | 'tables'> {
  if (part === null) return { part: null }
  return part.tables === null ? { part: part.name } : { part: part.name, tables: part.tables }
}

type Made = Pick<ManifestLine, 'state' | 'reason' | 'kind' | 'accounting' | 'part' | 'tables' | 'answers'>

const REJECTED: Made = { state: 'rejected', reason: null, kind: null, accounting: NOTHING, part: null }

function baseOf({ path, name, originalKey, container }: FoundFile, { collector, at, parser, catalog }: RunFacts) {
  return {
    path,
    ...(container === undefined ? {} : { container }),
    name,
    originalKey,
    collector,
    acquiredAt: at,
    parser,
    catalog,
  }
}

function lineOf(file: LookedFile, made: Made, facts: RunFacts): ManifestLine {
  const { cut: _, ...print } = file.print
  const beside = made.answers === true && file.beside !== null ? { beside: file.beside.sha256 } : {}
  return { ...baseOf(file, facts), ...made, ...print, ...beside }
}

function wholeFile(line: ManifestLine, reason: string): CommittedItem {
  const { path, name } = line
  return { line, rejected: [{ path, name, ordinal: null, offset: null, reason }] }
}

/** The item of a file that could not be opened; `sha256` and `bytes` are those of what could be read of it. */
export function unopened(
  file: FoundFile,
  { sha256, bytes, reason }: { readonly sha256: string; readonly bytes: number; readonly reason: string },
  facts: RunFacts,
): CommittedItem {
  const inflated = { inflatedSha256: null, inflatedBytes: null }
  return wholeFile({ ...baseOf(file, facts), ...REJECTED, reason, sha256, bytes, ...inflated }, reason)
}

/** The item of an archive whose members were all taken: it holds no record itself. */
export function archiveItem({ file, sha256 }: UnpackedArchive, facts: RunFacts): CommittedItem {
  const made: Made = { state: 'read', reason: null, kind: ARCHIVE_KIND, accounting: NOTHING, part: null }
  const print = { sha256, bytes: file.size, inflatedSha256: null, inflatedBytes: null }
  return { line: { ...baseOf(file, facts), ...made, ...print }, rejected: [] }
}

/** The item of a file that was looked at and then rejected as a whole. */
function rejectedFile(file: LookedFile, reason: string, facts: RunFacts): CommittedItem {
  return wholeFile(lineOf(file, { ...REJECTED, reason }, facts), reason)
}

function copyOf(
  file: LookedFile,
  of: { readonly name: string; readonly kind: string | null; readonly records: number; readonly answers: boolean },
  facts: RunFacts,
): CommittedItem {
  const accounting = { read: of.records, kept: 0, duplicate: of.records, rejected: 0 }
  const reason = `its content is that of ${of.name}`
  return {
    line: lineOf(
      file,
      { state: 'duplicate', reason, kind: of.kind, accounting, part: null, ...(of.answers ? { answers: true } : {}) },
      facts,
    ),
    rejected: [],
  }
}

/**
 * The items that name what the files of a group lack at their ends: a line beside that of what was read, and newer, so that it
 * counts until the path gives another file.
 */
export function cutItems(files: readonly LookedFile[], facts: RunFacts): readonly CommittedItem[] {
  return files.flatMap((file) => {
    const { cut } = file.print
    if (cut === null) return []
    const reason = `${cut}; what stands before is read`
    return [wholeFile({ ...lineOf(file, { ...REJECTED, reason }, facts), cut: true }, reason)]
  })
}

/** The item of a file whose content the case holds already. */
export function knownCopy({ file, of }: KnownCopy, facts: RunFacts): CommittedItem {
  const { name, kind, accounting, answers = false } = of
  return copyOf(file, { name, kind, records: accounting.read, answers }, facts)
}

/** The items of a group whose original was read: itself, with the records of it that were rejected, and its copies. */
export function readGroup(
  { original, copies }: Group,
  reading: Extract<ItemReading, { readonly kind: 'read' }>,
  part: Part,
  facts: RunFacts,
): readonly CommittedItem[] {
  const { evidence, kept, rejected, answers = false } = reading
  const { path, name } = original
  const records = kept + rejected.length
  const accounting = { read: records, kept, duplicate: 0, rejected: rejected.length }
  const about = answers ? { answers: true as const } : {}
  const made: Made = {
    state: 'read',
    reason: null,
    kind: evidence,
    accounting,
    ...about,
    ...placeOf(kept > 0 ? part : null),
  }
  const line = lineOf(original, made, facts)
  const told = line.beside === undefined ? {} : { beside: line.beside }
  return [
    { line, rejected: rejected.map((record) => ({ path, name, ...record, ...told })) },
    ...copies.map((copy) => copyOf(copy, { name, kind: evidence, records, answers }, facts)),
  ]
}

/** The items of a group of which nothing is kept: its copies hold the same, and are rejected for the same reason. */
export function rejectedGroup({ original, copies }: Group, reason: string, facts: RunFacts): readonly CommittedItem[] {
  return [original, ...copies].map((file) => rejectedFile(file, reason, facts))
}
