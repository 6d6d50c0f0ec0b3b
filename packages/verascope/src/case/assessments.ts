import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessed, StoreResult } from '@verascope/core/assess/assessment'
import type { Window } from '@verascope/core/domain/instant'
import type { Premise } from '@verascope/core/domain/premise'
import { type AssessmentHead, headOf, withStores } from './assessment-head.ts'
import { systemCode } from './durable.ts'
import { readTextTable, writeTextTable } from './text-table.ts'

/** What an assessment was made from beside the evidence itself: enough to tell whether it still holds. */
export interface AssessedFrom {
  /** Hash over the evidence's hashes and accounting. */
  readonly evidence: string
  readonly indicators: string
  readonly assumptions: string
  /** Hash of the owners map; null where there was none. */
  readonly owners: string | null
  /** Version of this program. */
  readonly version: string
  /** The window that was asked for. */
  readonly window: Window
}

/** A stored assessment with what it was made from. */
export interface Stored {
  readonly version: number
  readonly from: AssessedFrom
  /** SHA-256 of the whole content without its version. */
  readonly content: string
  /** Opens the rows; they are not read for telling whether the assessment still holds. */
  readonly open: () => Promise<Assessed>
}

interface InputsFile extends AssessedFrom {
  readonly content: string
  readonly files: Readonly<Record<string, string>>
}

const FILES = {
  head: 'assessment.json',
  stores: 'stores.parquet',
  premises: 'premises.parquet',
  inputs: 'inputs.json',
} as const
const TEMPORARY = '.making-'
/** What systems answer when a folder is renamed over one that is there and not empty. */
const TAKEN: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST'])

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The hash of everything that an assessment says, whatever its version is. */
export function contentHash({ assessment, premises }: Assessed): string {
  const hash = createHash('sha256').update(JSON.stringify(headOf({ ...assessment, scopeVersion: 0 })))
  for (const row of assessment.stores) hash.update('\n').update(JSON.stringify(row))
  for (const premise of premises) hash.update('\n').update(JSON.stringify(premise))
  return hash.digest('hex')
}

async function writeDurably(path: string, bytes: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

function storeRow(store: StoreResult): Readonly<Record<(typeof STORE_COLUMNS)[number], string>> {
  const { id, kind, account, region, name, verdict, because, proof } = store
  return {
    id,
    kind,
    account,
    region,
    name,
    verdict,
    effects: store.effects.join(','),
    because,
    proof,
    document: JSON.stringify(store),
  }
}

function premiseRow(premise: Premise): Readonly<Record<(typeof PREMISE_COLUMNS)[number], string>> {
  const { id, kind, subject, says } = premise
  return { id, kind, subject, says, document: JSON.stringify(premise) }
}

const STORE_COLUMNS = [
  'id',
  'kind',
  'account',
  'region',
  'name',
  'verdict',
  'effects',
  'because',
  'proof',
  'document',
] as const
const PREMISE_COLUMNS = ['id', 'kind', 'subject', 'says', 'document'] as const

/** Stores an assessment under its version. The folder is there whole or not at all; false when the version is taken. */
export async function storeAssessment(caseDir: string, assessed: Assessed, from: AssessedFrom): Promise<boolean> {
  const { assessment, premises } = assessed
  const parent = join(caseDir, 'assessments')
  const temporary = join(parent, `${TEMPORARY}${process.pid}`)
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { recursive: true })
  const files: Readonly<Record<string, string | Uint8Array>> = {
    [FILES.head]: `${JSON.stringify(headOf(assessment), null, 2)}\n`,
    [FILES.stores]: await writeTextTable(STORE_COLUMNS, assessment.stores.map(storeRow)),
    [FILES.premises]: await writeTextTable(PREMISE_COLUMNS, premises.map(premiseRow)),
  }
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]))
  const inputs: InputsFile = { ...from, content: contentHash(assessed), files: hashes }
  try {
    for (const [name, bytes] of Object.entries(files)) await writeDurably(join(temporary, name), bytes)
    await writeDurably(join(temporary, FILES.inputs), `${JSON.stringify(inputs, null, 2)}\n`)
    await rename(temporary, join(parent, String(assessment.scopeVersion)))
    return true
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    if (TAKEN.has(systemCode(error) ?? '')) return false
    throw error
  }
}

async function versionsIn(parent: string): Promise<readonly number[]> {
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.flatMap((name) => (/^[1-9]\d{0,8}$/.test(name) ? [Number(name)] : [])).sort((a, b) => b - a)
}

/** Reads a file of an assessment; an altered one throws, because a proof must be the proof that was made. */
async function readFileOf(folder: string, inputs: InputsFile, name: string): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, name))
  if (sha256(bytes) !== inputs.files[name]) throw new Error(`${join(folder, name)} was altered after it was written`)
  return bytes
}

function parsed<T>(text: string | undefined, check: (value: T) => boolean): T {
  const value: T = JSON.parse(text ?? 'null')
  if (typeof value !== 'object' || value === null || !check(value))
    throw new Error('a stored assessment is not as it was written')
  return value
}

async function openAssessment(folder: string, inputs: InputsFile): Promise<Assessed> {
  const text = new TextDecoder().decode(await readFileOf(folder, inputs, FILES.head))
  const head = parsed<AssessmentHead>(text, (value) => value.schemaVersion === '1.0')
  const stores = await readTextTable(await readFileOf(folder, inputs, FILES.stores), 'document')
  const premises = await readTextTable(await readFileOf(folder, inputs, FILES.premises), 'document')
  return {
    assessment: withStores(
      head,
      stores.map((row) => parsed<StoreResult>(row, (value) => typeof value.proof === 'string')),
    ),
    premises: premises.map((row) => parsed<Premise>(row, (value) => typeof value.says === 'string')),
  }
}

/** The newest stored assessment, or null. */
export async function newestAssessment(caseDir: string): Promise<Stored | null> {
  const [version] = await versionsIn(join(caseDir, 'assessments'))
  return version === undefined ? null : await storedAssessment(caseDir, version)
}

/** The stored assessment of a version, or null when there is none. */
export async function assessmentOfVersion(caseDir: string, version: number): Promise<Stored | null> {
  const versions = await versionsIn(join(caseDir, 'assessments'))
  return versions.includes(version) ? await storedAssessment(caseDir, version) : null
}

async function storedAssessment(caseDir: string, version: number): Promise<Stored> {
  const folder = join(caseDir, 'assessments', String(version))
  const text = await readFile(join(folder, FILES.inputs), 'utf8')
  const inputs = parsed<InputsFile>(
    text,
    (value) => typeof value.content === 'string' && typeof value.files === 'object',
  )
  return { version, from: inputs, content: inputs.content, open: () => openAssessment(folder, inputs) }
}
