import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { CATALOG_HASH } from '@verascope/core/catalog/catalog-hash.generated'
import type { CommittedItem } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import type { TakenAt } from './beside.ts'
import { type Hand, workerHand } from './hand.ts'
import { LARGEST_INFLATED } from './inflate.ts'
import { Run, type RunResult } from './run.ts'
import { unpackArchives } from './unpack.ts'
import { walk } from './walk.ts'

/** Where archives are unpacked while they are read, below the case: as large a disk as the tables need. */
const UNPACKED_NAME = '.unpacked'

/** What is to be read into a case, and how. */
export interface IngestInput {
  readonly caseDir: string
  /** Where tables are written and archives unpacked, where that is not the case: for a reading that leaves nothing. */
  readonly into?: string
  /** The kind of evidence that all of it is to be taken for; null where its content tells. */
  readonly as?: string | null
  /** What is said of answers that have no sidecar: when they were taken. */
  readonly taken?: TakenAt | null
  /** Files and folders. */
  readonly paths: readonly string[]
  /** Who collected the evidence, where known. */
  readonly collector: string | null
  /** How many threads read; null as the machine has cores. */
  readonly workers: number | null
  /** Version of the program. */
  readonly parser: string
  /** When this run reads, ISO 8601. */
  readonly at: string
  readonly progress: (text: string) => void
  /** Makes items evidence. They come in one call with all others of their part, whose files are on the disk by then. */
  readonly commit: (items: readonly CommittedItem[]) => Promise<void>
  /** Called once everything is found and before any of it is read. */
  readonly begin?: () => Promise<void>
  /** The lines of the manifest that are in force. */
  readonly known: readonly ManifestLine[]
}

/** What tests set otherwise. */
export interface IngestSetting {
  readonly hand: () => Hand
}

function handsFor(input: IngestInput, files: number, hand: () => Hand): readonly Hand[] {
  const wished = input.workers ?? availableParallelism()
  return Array.from({ length: Math.max(1, Math.min(wished, files)) }, hand)
}

/**
 * Reads evidence into a case: finds the files, looks at each, sorts out copies and reads what is new into parts. Damage is
 * committed as rejected lines and never ends the run. Throws VS3001 for a named path that cannot be read, and what the system
 * says when the case cannot be written to; what was committed before stays.
 */
export async function ingest(
  input: IngestInput,
  { hand }: IngestSetting = { hand: () => workerHand({ largest: LARGEST_INFLATED, heap: null }) },
): Promise<RunResult> {
  const { paths, as = null, taken = null, collector, at, parser, known, progress, commit } = input
  const caseDir = input.into ?? input.caseDir
  const found = walk(paths, input.caseDir)
  await input.begin?.()
  const scratch = join(caseDir, UNPACKED_NAME)
  await rm(scratch, { recursive: true, force: true })
  const unpacked = await unpackArchives(found, { folder: scratch, known, taken })
  const hands = handsFor(input, unpacked.files.length, hand)
  const facts = { collector, at, parser, catalog: CATALOG_HASH }
  try {
    return await new Run({ caseDir, as, taken, facts, known, progress, commit }, hands).read(unpacked)
  } finally {
    progress('')
    await rm(scratch, { recursive: true, force: true })
    await Promise.all(hands.map((one) => one.close()))
  }
}
