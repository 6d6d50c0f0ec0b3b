import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { caseFileAltered } from './case-faults.ts'
import { parseLine, systemCode, writeDurably } from './durable.ts'
import { type Act, JOURNAL_NAME, type JournalLine } from './journal.ts'
import type { ContactedMap } from './owner-lines.ts'

const FOLDER = 'owners'

const OWNER = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  controller: z.string().nullable(),
  processor: z.string().nullable(),
  contact: z.string().nullable(),
})
const THING = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prefix'), store: z.string(), account: z.string().nullable(), prefix: z.string() }),
  z.object({ kind: z.literal('store'), store: z.string(), account: z.string().nullable() }),
  z.object({ kind: z.literal('tag'), name: z.string(), value: z.string() }),
  z.object({ kind: z.literal('account'), account: z.string() }),
])
const MAPPING = z.object({
  of: THING,
  owner: z.string(),
  categories: z.array(z.string()),
  confidence: z.enum(['confirmed', 'likely', 'assumed']),
})
const FILE = z.object({
  schemaVersion: z.literal('1.0'),
  salt: z.string(),
  owners: z.array(OWNER),
  mappings: z.array(MAPPING),
})
const IMPORTED = z.looseObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** An owners map in the case: its hash, who imported it and when, and what it says. */
export interface KeptOwners {
  readonly sha256: string
  readonly by: string | null
  readonly at: string
  readonly map: ContactedMap
}

/** Where a map lies, below the folder of the case. */
export function ownersName(sha256: string): string {
  return `${FOLDER}/${sha256}.json`
}

/**
 * Writes a map beside the journal and gives its hash. Names and contacts are personal values: the chain holds their hash alone, and a
 * case can be purged of them. The salt keeps whoever has only the journal from finding names by trying.
 */
export async function writeOwners(caseDir: string, { owners, mappings }: ContactedMap): Promise<string> {
  const salt = randomBytes(16).toString('hex')
  const text = `${canonicalize({ schemaVersion: '1.0', salt, owners, mappings }) ?? ''}\n`
  const sha256 = createHash('sha256').update(text).digest('hex')
  await mkdir(join(caseDir, FOLDER), { recursive: true })
  await writeDurably(join(caseDir, ownersName(sha256)), text)
  return sha256
}

/** How an import is kept in the journal: how much it holds, and nothing of what. */
export interface ImportedCounts {
  readonly owners: number
  readonly mappings: number
  readonly rejected: number
}

/** The act of importing a map; it takes the place of the one before. */
export function ownersImported(sha256: string, counts: ImportedCounts): Act {
  return { kind: 'owners-imported', sha256, ...counts }
}

/** The act of taking the map back; the reason is null where none was given. */
export function ownersWithdrawn(sha256: string, because: string | null): Act {
  return { kind: 'owners-withdrawn', sha256, because }
}

/** The import that is in force: the last one, unless it was taken back. Throws VS7002 for a line that cannot be understood. */
export function importInForce(journal: readonly JournalLine[]): (JournalLine & { readonly sha256: string }) | null {
  const last = journal.filter(({ act }) => act.kind === 'owners-imported' || act.kind === 'owners-withdrawn').at(-1)
  if (last === undefined || last.act.kind === 'owners-withdrawn') return null
  const { data } = IMPORTED.safeParse(last.act)
  if (data === undefined)
    throw caseFileAltered(
      JOURNAL_NAME,
      `line ${last.n}: this version does not understand what it says of an owners map`,
    )
  return { ...last, sha256: data.sha256 }
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT')
      throw caseFileAltered(name, 'the owners map is gone, and stores would lose their owners without a trace')
    throw error
  }
}

/** The owners map in force, or null. Throws VS7002 when its file is gone or is not the one that was imported. */
export async function ownersInForce(caseDir: string, journal: readonly JournalLine[]): Promise<KeptOwners | null> {
  const line = importInForce(journal)
  if (line === null) return null
  const { sha256, by, at } = line
  const name = ownersName(sha256)
  const bytes = await bytesOf(join(caseDir, name), name)
  const { data } = FILE.safeParse(parseLine(new TextDecoder().decode(bytes)))
  if (data === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw caseFileAltered(name, 'it is not the owners map that was imported')
  return { sha256, by, at, map: { owners: data.owners, mappings: data.mappings } }
}
