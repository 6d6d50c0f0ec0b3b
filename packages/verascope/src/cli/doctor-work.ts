import { access, constants, statfs } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { requireCase } from '../case/case-folder.ts'
import { indicatorsInForce } from '../case/indicators.ts'
import { readJournal } from '../case/journal.ts'
import { linesInForce, readManifest } from '../case/manifest.ts'
import { tableSources } from '../case/table-sources.ts'
import { readTextTable, writeTextTable } from '../case/text-table.ts'
import { openQuery } from '../engine/duckdb/query.ts'
import { VerascopeError } from '../errors/verascope-error.ts'
import { workerHand } from '../ingest/hand.ts'
import { LARGEST_INFLATED } from '../ingest/inflate.ts'
import { formatBytes, formatCount } from '../render/amounts.ts'
import type { Check } from '../render/doctor-view.ts'
import type { Session } from './session.ts'

const OLDEST_NODE = [20, 19] as const
const LEAST_FREE = 1_000_000_000

/** Does one thing and says what came of it; whatever goes wrong is the finding. */
async function check(what: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { what, works: true, found: await work() }
  } catch (error) {
    const found =
      error instanceof VerascopeError
        ? `${error.what}. ${error.why}`
        : error instanceof Error
          ? error.message
          : String(error)
    return { what, works: false, found }
  }
}

async function node(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  if (isOld) throw new Error(`${process.version}, and ${OLDEST_NODE.join('.')} is the oldest that works`)
  return `${process.version} on ${process.platform} ${process.arch}, ${availableParallelism()} processors, ${formatBytes(totalmem(), 'down')} of memory`
}

async function engine(root: string): Promise<string> {
  const opened = await openQuery({
    root,
    files: { events: [], touches: [], mints: [], changes: [], ends: [], statements: [], witnesses: [] },
    copies: null,
  })
  try {
    const { rows } = await opened.ask('SELECT version()')
    return `DuckDB ${String(rows[0]?.[0])} answers`
  } finally {
    opened.close()
  }
}

async function parquet(): Promise<string> {
  const words = ['one', 'two', '\u2713']
  const read = await readTextTable(
    await writeTextTable(
      ['word'],
      words.map((word) => ({ word })),
    ),
    'word',
  )
  if (JSON.stringify(read) !== JSON.stringify(words)) throw new Error('what was written does not come back')
  return 'what is written comes back'
}

async function worker(): Promise<string> {
  const hand = workerHand({ largest: LARGEST_INFLATED, heap: null })
  try {
    const outcome = await hand.run({ kind: 'look', files: [] })
    if (outcome.kind === 'died') throw new Error(outcome.reason)
    return 'starts and answers'
  } finally {
    await hand.close()
  }
}

async function room(dir: string): Promise<string> {
  await access(dir, constants.W_OK)
  const { bavail, bsize } = await statfs(dir)
  const free = bavail * bsize
  if (free < LEAST_FREE)
    throw new Error(
      `${formatBytes(free, 'down')} free: tables need about as much room as the gzip files they are made from`,
    )
  return `${formatBytes(free, 'down')} free, and it can be written to`
}

async function caseState(caseDir: string): Promise<string> {
  await requireCase(caseDir)
  const journal = await readJournal(caseDir)
  const lines = linesInForce((await readManifest(caseDir)).lines)
  await tableSources(caseDir)
  const indicators = indicatorsInForce(journal).length
  return `${formatCount(journal.length)} acts in the journal, its chain is whole; ${formatCount(lines.length)} files of evidence; ${indicators} indicators`
}

/** Tries everything that the commands stand on. The case is looked at only where the folder is one. */
export async function examine({ caseDir, cwd }: Session): Promise<readonly Check[]> {
  const isCase = await requireCase(caseDir).then(
    () => true,
    (error: unknown) => !(error instanceof VerascopeError && error.code === 'VS4003'),
  )
  const dir = isCase ? caseDir : cwd
  return [
    await check('Node', node),
    await check('database engine', () => engine(dir)),
    await check('Parquet writer', parquet),
    await check('reading threads', worker),
    await check(`room in ${dir}`, () => room(dir)),
    ...(isCase ? [await check(`case ${caseDir}`, () => caseState(caseDir))] : []),
  ]
}
