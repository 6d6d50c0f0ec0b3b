import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../case/durable.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { COPIES_NAME, type Conflict, type Settlement } from '../case/settlement.ts'
import type { AmbiguousRow, CopiesEngine } from '../engine/copies-engine.ts'
import { contentClasses } from './content-class.ts'
import { compareTexts } from './plan.ts'

/** What is to be settled. */
export interface SettleInput {
  readonly caseDir: string
  readonly engine: Pick<CopiesEngine, 'ambiguous' | 'write'>
  /** The lines of the manifest that are in force. */
  readonly lines: readonly ManifestLine[]
  readonly progress: (text: string) => void
}

interface ClassedRow {
  readonly row: AmbiguousRow
  readonly contentClass: string
}

/** Ids under which there is more than one content: all are kept, and somebody has to look. */
function conflictsIn(rows: readonly ClassedRow[]): readonly Conflict[] {
  const contents = new Map<string, { readonly conflict: Conflict; readonly classes: Set<string> }>()
  for (const { row, contentClass } of rows) {
    const { eventId, account } = row
    const key = JSON.stringify([eventId, account])
    const group = contents.get(key) ?? { conflict: { eventId, account }, classes: new Set() }
    group.classes.add(contentClass)
    contents.set(key, group)
  }
  return [...contents.values()]
    .filter(({ classes }) => classes.size > 1)
    .map(({ conflict }) => conflict)
    .sort((a, b) => compareTexts(a.eventId, b.eventId) || compareTexts(a.account, b.account))
}

async function writeCopies(input: SettleInput, rows: readonly ClassedRow[]): Promise<number> {
  const path = join(input.caseDir, COPIES_NAME)
  const temporary = `${path}.tmp`
  await mkdir(dirname(path), { recursive: true })
  const classes = rows.map(({ row: { item, ordinal }, contentClass }) => ({ item, ordinal, contentClass }))
  const copies = await input.engine.write(classes, temporary)
  if (copies === 0) {
    await rm(temporary, { force: true })
    await rm(path, { force: true })
  } else {
    const file = await open(temporary, 'r+')
    await file.sync()
    await file.close()
    await rename(temporary, path)
  }
  await syncFolder(dirname(path))
  return copies
}

/**
 * Finds records that stand in the evidence more than once. Two are one when id, account and content are equal, apart from what
 * the provider adds later; equal ids with other content are a conflict, and so is a record that cannot be opened again: copies
 * are never taken for equal unseen. Writes the rows that are copies as Parquet, or removes that file when there are none.
 */
export async function settle(input: SettleInput): Promise<Settlement> {
  const rows: AmbiguousRow[] = []
  for await (const group of input.engine.ambiguous()) {
    for (const row of group) rows.push(row)
  }
  const classes = await contentClasses(rows, input.lines, input.progress)
  // Bytes that were not seen again are a content of their own; equal bytes are equal, seen or not.
  const classed = rows.map((row) => ({ row, contentClass: classes.get(row.rawHash) ?? `unseen ${row.rawHash}` }))
  const copies = await writeCopies(input, classed)
  input.progress('')
  return { copies, conflicts: conflictsIn(classed) }
}
