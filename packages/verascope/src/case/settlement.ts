import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseLine, readLines, systemCode, writeDurably } from './durable.ts'
import { hashOfFile } from './file-hash.ts'
import { type Manifest, readManifest } from './manifest.ts'

const SETTLED_NAME = 'evidence/settled.json'
const CONFLICTS_NAME = 'evidence/conflicts.ndjson'
/** The rows that are copies of others, below the case folder. */
export const COPIES_NAME = 'tables/copies/copies.parquet'

const COUNT = z.int().nonnegative()
const SETTLED = z.looseObject({
  manifestSha256: z.string(),
  copies: COUNT,
  copiesSha256: z.string().nullish(),
  conflicts: COUNT,
})
const CONFLICT = z.looseObject({ eventId: z.string(), account: z.string() })

/** Two records with one id and different content; both were kept. */
export interface Conflict {
  readonly eventId: string
  readonly account: string
}

/** What the search for copies between the files of a manifest gave. */
export interface Settlement {
  /** How many records are copies of a kept one. */
  readonly copies: number
  readonly conflicts: readonly Conflict[]
}

async function headOf(caseDir: string): Promise<z.infer<typeof SETTLED> | null> {
  try {
    const { data } = SETTLED.safeParse(parseLine(await readFile(join(caseDir, SETTLED_NAME), 'utf8')))
    return data ?? null
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * The settlement of a manifest; null when copies were not looked for since it last changed. Whatever is wrong with the files
 * counts as not settled: they are made anew from the tables.
 */
export async function readSettlement(caseDir: string, manifest: Manifest): Promise<Settlement | null> {
  if (manifest.lines.length === 0) return { copies: 0, conflicts: [] }
  const head = await headOf(caseDir)
  if (head === null || head.manifestSha256 !== manifest.sha256) return null
  if (head.copies > 0 && !existsSync(join(caseDir, COPIES_NAME))) return null
  const conflicts: Conflict[] = []
  let broken = false
  await readLines(join(caseDir, CONFLICTS_NAME), ({ text }) => {
    const { data } = CONFLICT.safeParse(parseLine(text))
    if (data === undefined) broken = true
    else conflicts.push({ eventId: data.eventId, account: data.account })
  })
  return broken || conflicts.length !== head.conflicts ? null : { copies: head.copies, conflicts }
}

/** Writes the settlement of a manifest. INVARIANT: the caller holds the lock of the case. */
export async function writeSettlement(caseDir: string, manifest: Manifest, settled: Settlement): Promise<void> {
  const lines = settled.conflicts.map(({ eventId, account }) => `${JSON.stringify({ eventId, account })}\n`)
  await writeDurably(join(caseDir, CONFLICTS_NAME), lines.join(''))
  const copiesSha256 = settled.copies > 0 ? await hashOfFile(join(caseDir, COPIES_NAME)) : null
  const { copies, conflicts } = settled
  const head = { manifestSha256: manifest.sha256, copies, copiesSha256, conflicts: conflicts.length }
  // It comes last: it says that the rest is whole.
  await writeDurably(join(caseDir, SETTLED_NAME), `${JSON.stringify(head)}\n`)
}

/** The recorded SHA-256 (hex) of the file of copies; null when there is none or it was not recorded. */
export async function recordedCopiesHash(caseDir: string): Promise<string | null> {
  return (await headOf(caseDir))?.copiesSha256 ?? null
}

/** Whether copies between files were looked for since the manifest last changed. */
export async function isSettled(caseDir: string): Promise<boolean> {
  return (await readSettlement(caseDir, await readManifest(caseDir))) !== null
}
