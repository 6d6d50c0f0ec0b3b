import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { requireCase } from '../case/case-folder.ts'
import { appendAct, readJournal } from '../case/journal.ts'
import { withLock } from '../case/lock.ts'
import { type ContactedMap, mapOfRows, type ReadMap } from '../case/owner-lines.ts'
import { type RejectedRow, readOwnerTable } from '../case/owner-table.ts'
import { type KeptOwners, ownersImported, ownersInForce, ownersWithdrawn, writeOwners } from '../case/owners.ts'
import { VerascopeError } from '../errors/verascope-error.ts'
import { usageFault } from './faults.ts'
import { noOwners, ownersRefused } from './owner-faults.ts'
import type { Session } from './session.ts'

/** What is to be imported, by whom, and how many rows may be left out. */
export interface ImportWish {
  readonly path: string
  readonly by: string
  readonly maxRejects: number
}

/** The map that is in force now, whether it was imported just now, and the rows that were left out. */
export interface Imported {
  readonly owners: KeptOwners
  readonly isNew: boolean
  readonly rejected: readonly RejectedRow[]
}

async function textAt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new VerascopeError({
      code: 'VS3001',
      what: `${path} cannot be read`,
      why: error instanceof Error ? `${error.message}.` : String(error),
      still: 'Nothing was imported.',
      next: ['check the spelling and the rights'],
    })
  }
}

function readMap(text: string, path: string, program: string): ReadMap {
  const table = readOwnerTable(text)
  if (table.kind === 'unreadable') throw ownersRefused(path, [table], program)
  const read = mapOfRows(table.rows)
  const rejected = [...table.rejected, ...read.rejected].sort((a, b) => a.line - b.line)
  return { ...read, rejected }
}

function saysTheSame(a: ContactedMap, b: ContactedMap): boolean {
  return isDeepStrictEqual([a.owners, a.mappings], [b.owners, b.mappings])
}

/** Imports an owners map, which takes the place of the one before. Throws VS2001, VS3001, VS3003, VS4003, VS4006, VS7001, VS7002. */
export async function importOwners(session: Session, { path, by, maxRejects }: ImportWish): Promise<Imported> {
  const { caseDir, program, warn } = session
  await requireCase(caseDir)
  if (by.trim() === '') throw usageFault('--by is missing: it names who says whose data this is')
  const { map, rejected, loose } = readMap(await textAt(resolve(session.cwd, path)), path, program)
  if (rejected.length > maxRejects) throw ownersRefused(path, rejected, program)
  if (map.mappings.length === 0)
    throw ownersRefused(path, [{ line: 1, reason: 'it says nothing of any owner' }], program)
  if (loose.length > 0)
    warn(`the prefix in line ${loose.join(', ')} does not end with a slash: it takes in every longer name as well`)
  return await withLock(caseDir, async () => {
    const before = await ownersInForce(caseDir, await readJournal(caseDir)).catch((error: unknown) => {
      // A map that is gone is replaced by importing one again.
      if (error instanceof VerascopeError && error.code === 'VS7002') return null
      throw error
    })
    if (before !== null && saysTheSame(before.map, map)) return { owners: before, isNew: false, rejected }
    const sha256 = await writeOwners(caseDir, map)
    const counts = { owners: map.owners.length, mappings: map.mappings.length, rejected: rejected.length }
    const at = new Date().toISOString()
    await appendAct(caseDir, ownersImported(sha256, counts), { at, by: by.trim() })
    return { owners: { sha256, by: by.trim(), at, map }, isNew: true, rejected }
  })
}

/** The owners map in force, or null. Throws VS4003, VS7001, VS7002. */
export async function listOwners({ caseDir }: Session): Promise<KeptOwners | null> {
  await requireCase(caseDir)
  return await ownersInForce(caseDir, await readJournal(caseDir))
}

/** Takes the owners map back. Throws VS2001, VS2015 when there is none, VS4003, VS4006. */
export async function withdrawOwners(
  { caseDir, program }: Session,
  by: string,
  because: string | null,
): Promise<KeptOwners> {
  await requireCase(caseDir)
  if (by.trim() === '') throw usageFault('--by is missing: it names who takes the owners map back')
  return await withLock(caseDir, async () => {
    const owners = await ownersInForce(caseDir, await readJournal(caseDir))
    if (owners === null) throw noOwners(program)
    await appendAct(caseDir, ownersWithdrawn(owners.sha256, because), { at: new Date().toISOString(), by: by.trim() })
    return owners
  })
}
