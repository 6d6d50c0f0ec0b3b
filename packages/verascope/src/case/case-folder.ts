import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { caseThere, folderTaken, noCase } from './case-faults.ts'
import { readLines, systemCode, writeDurably } from './durable.ts'
import { beginJournal, JOURNAL_NAME } from './journal.ts'
import { LOCK_NAME, withLock } from './lock.ts'

/** The head of a case, below its folder; the folder is a case once this file is there. */
const HEAD_NAME = 'case.yaml'
const SCHEMA_VERSION = '1.0'

// Later versions add keys: they are accepted, and come along wherever the head goes.
const HEAD = z.looseObject({ schemaVersion: z.string().regex(/^1\./), title: z.string() })

/** What `case.yaml` says: how the case is called, and whatever else was written there. */
export type CaseHead = z.infer<typeof HEAD>

/** How a case is made: its title, when, and by which version of the program. */
export interface NewCase {
  /** Null: the folder's name. */
  readonly title: string | null
  /** ISO 8601. */
  readonly at: string
  /** Version of the program. */
  readonly version: string
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw systemCode(error) === 'ENOTDIR' ? folderTaken(dir) : error
  }
}

/** What `makeCase` leaves behind when it is killed before the folder is a case. */
function isLeftOver(name: string): boolean {
  return name === JOURNAL_NAME || name.startsWith(LOCK_NAME) || (name.startsWith(HEAD_NAME) && name.endsWith('.tmp'))
}

async function checkFree(dir: string): Promise<void> {
  const names = await namesIn(dir)
  if (names.includes(HEAD_NAME)) throw caseThere(dir)
  if (!names.every(isLeftOver)) throw folderTaken(dir)
  // A journal of several acts is a case that lost its head, and no left-over to be removed.
  let acts = 0
  await readLines(join(dir, JOURNAL_NAME), () => {
    acts += 1
  })
  if (acts > 1) throw folderTaken(dir)
}

/** Makes a case. Throws VS4004 when the folder is one already or holds something else. */
export async function makeCase(dir: string, made: NewCase): Promise<{ readonly title: string }> {
  await checkFree(dir)
  await mkdir(dir, { recursive: true })
  const title = made.title ?? basename(dir)
  await withLock(dir, async () => {
    await checkFree(dir)
    await rm(join(dir, JOURNAL_NAME), { force: true })
    await beginJournal(dir, { kind: 'case-made', title, version: made.version }, { at: made.at, by: null })
    // The head comes last: every folder with a head has a journal.
    await writeDurably(join(dir, HEAD_NAME), stringify({ schemaVersion: SCHEMA_VERSION, title }))
  })
  return { title }
}

async function headText(dir: string): Promise<string> {
  try {
    return await readFile(join(dir, HEAD_NAME), 'utf8')
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw noCase(dir, `It holds no ${HEAD_NAME}.`)
    throw error
  }
}

/** The head of a case. Throws VS4003 when the folder is no case, or one of a version that is not understood. */
export async function requireCase(dir: string): Promise<CaseHead> {
  const text = await headText(dir)
  let head: unknown
  try {
    head = parse(text)
  } catch (error) {
    // What follows the first line points into the file with blanks, which a wrapped message does not keep.
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw noCase(dir, `Its ${HEAD_NAME} cannot be read: ${why}`)
  }
  const { data } = HEAD.safeParse(head)
  if (data === undefined) throw noCase(dir, `Its ${HEAD_NAME} lacks a title or a schemaVersion of this program (1.x).`)
  return data
}
