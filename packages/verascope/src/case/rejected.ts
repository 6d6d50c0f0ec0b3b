import { join } from 'node:path'
import { z } from 'zod'
import { caseFileAltered } from './case-faults.ts'
import { parseLine, readLines } from './durable.ts'
import { REJECTED_NAME } from './manifest.ts'
import type { ManifestLine } from './manifest-line.ts'

const STORED = z.looseObject({
  path: z.string(),
  name: z.string(),
  ordinal: z.int().nonnegative().nullable(),
  offset: z.int().nonnegative().nullable(),
  reason: z.string(),
  beside: z.string().optional(),
  /** SHA-256 (hex) of the bytes of the file. */
  item: z.string(),
})

/** A record that was rejected, of an item that the manifest holds. */
export interface RejectedRecord {
  readonly name: string
  /** Position of the record in the file, counted from 0. */
  readonly ordinal: number
  readonly reason: string
}

function keyOf(path: string, item: string, beside: string | undefined): string {
  return `${item} ${beside ?? ''} ${path}`
}

/**
 * The records that were rejected from the given items, each once. What a killed ingest wrote before its commit belongs to no
 * item, or is there a second time, and does not count twice. Throws VS7002 for a line that is none.
 */
export async function rejectedRecords(
  caseDir: string,
  items: readonly ManifestLine[],
): Promise<readonly RejectedRecord[]> {
  const path = join(caseDir, REJECTED_NAME)
  const read = new Set(
    items.filter((one) => one.state === 'read').map((one) => keyOf(one.path, one.sha256, one.beside)),
  )
  const found = new Map<string, RejectedRecord>()
  await readLines(path, ({ text, nth }) => {
    const { data } = STORED.safeParse(parseLine(text))
    if (data === undefined) throw caseFileAltered(path, `line ${nth} is not as it was written`)
    const key = keyOf(data.path, data.item, data.beside)
    const { name, ordinal, reason } = data
    if (ordinal !== null && read.has(key)) found.set(`${ordinal} ${key}`, { name, ordinal, reason })
  })
  return [...found.values()]
}
