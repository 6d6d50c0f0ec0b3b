import { mkdir } from 'node:fs/promises'
import { type Archive, archiveIn } from '../archives/archives.ts'
import { hashOfFile } from '../case/file-hash.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { openable } from '../case/path-text.ts'
import { fileBeside, type TakenAt } from './beside.ts'
import { SIDECAR_ENDINGS } from './sidecar-names.ts'
import { LIMITS, Unpacking, type UnpackLimits } from './unpacking.ts'
import type { FoundFile, Walked } from './walk.ts'

/** An archive whose members were unpacked to be read. */
export interface UnpackedArchive {
  readonly file: FoundFile
  readonly sha256: string
}

/** What is to be read: files as they were found, and the members of archives. */
export interface Unpacked extends Walked {
  /** Archives that were opened to their end. */
  readonly archives: readonly UnpackedArchive[]
  /** Archives that were read before and are as they were, with all of their members. */
  readonly alreadyKnown: number
  /** How many of their records were rejected. */
  readonly alreadyRejected: number
}

/** The kind that the manifest gives to an archive itself. */
export const ARCHIVE_KIND = 'archive'

interface KnownWhole {
  readonly files: number
  readonly rejected: number
}

/** Whether an archive was read to its end before, as it is now. */
function isKnown(file: FoundFile, sha256: string, known: readonly ManifestLine[]): boolean {
  return known.some(
    (line) => line.path === file.path && line.sha256 === sha256 && line.kind === ARCHIVE_KIND && line.state === 'read',
  )
}

/** Whether what is said of answers without a sidecar is new for one of the members. */
function saysMore(taken: TakenAt | null, members: readonly ManifestLine[]): boolean {
  const said = fileBeside(null, null, taken)?.sha256
  const paths = new Set(members.map((line) => line.path))
  return members.some(
    (line) =>
      said !== undefined &&
      line.answers === true &&
      line.originalKey === null &&
      line.beside !== said &&
      !paths.has(`${line.path}${SIDECAR_ENDINGS.meta}`),
  )
}

function knownWhole(file: FoundFile, sha256: string, { known, taken = null }: UnpackSetting): KnownWhole | null {
  if (!isKnown(file, sha256, known)) return null
  const members = known.filter((line) => line.container?.path === file.path && line.container.sha256 === sha256)
  // What was refused may be read by a later version, or another run.
  if (members.some((line) => line.state === 'rejected') || saysMore(taken, members)) return null
  return { files: 1 + members.length, rejected: members.reduce((sum, line) => sum + line.accounting.rejected, 0) }
}

/** The archive that a found file is; a file that cannot be opened is none here, and is refused where it is read. */
function archiveOf(file: FoundFile): Archive | null {
  try {
    return archiveIn(openable(file.path))
  } catch {
    return null
  }
}

/** Where archives are unpacked to, what was read before, and limits that tests set otherwise. */
export interface UnpackSetting {
  readonly folder: string
  readonly known: readonly ManifestLine[]
  /** What is said of answers that have no sidecar. */
  readonly taken?: TakenAt | null
  readonly limits?: UnpackLimits
}

/**
 * Opens the archives among found files (zip, tar, tar in gzip) into numbered files below `folder`, each of which is read like
 * any other file and named by its archive. Damage and what no member may be is `unreadable`, by name; the rest is read.
 */
export async function unpackArchives(found: Walked, setting: UnpackSetting): Promise<Unpacked> {
  const { folder, known, limits = LIMITS } = setting
  const unpacking = new Unpacking(folder, limits)
  const [files, archives]: [FoundFile[], UnpackedArchive[]] = [[], []]
  let [alreadyKnown, alreadyRejected] = [0, 0]
  for (const file of found.files) {
    const archive = archiveOf(file)
    const sha256 = archive === null ? null : await hashOfFile(file.path)
    if (archive === null || sha256 === null) {
      files.push(file)
      continue
    }
    const before = knownWhole(file, sha256, setting)
    if (before !== null) {
      alreadyKnown += before.files
      alreadyRejected += before.rejected
      continue
    }
    await mkdir(folder, { recursive: true })
    if (!(await unpacking.unpack(file, sha256, archive))) continue
    if (isKnown(file, sha256, known)) alreadyKnown += 1
    else archives.push({ file, sha256 })
  }
  return {
    files: [...files, ...unpacking.files],
    unreadable: [...found.unreadable, ...unpacking.unreadable],
    archives,
    alreadyKnown,
    alreadyRejected,
  }
}
