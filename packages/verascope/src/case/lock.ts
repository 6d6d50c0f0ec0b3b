import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { lockHeld } from './case-faults.ts'
import { systemCode } from './durable.ts'

/** The lock file of a case; whoever may write it holds the right to write to the case. */
export const LOCK_NAME = '.lock'

const HOLDER = z.looseObject({ pid: z.int().positive(), host: z.string(), startedAt: z.string() })
type Holder = z.infer<typeof HOLDER>

/** Locks that this process holds: a lock with our process id that is not among them is left from an earlier process. */
const held = new Set<string>()

function parseHolder(text: string): Holder | null {
  try {
    return HOLDER.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Only "no such process" says that it is gone; a process of another user answers otherwise.
    return systemCode(error) !== 'ESRCH'
  }
}

function isGone(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) return false
  return holder.pid === process.pid ? !held.has(path) : !isRunning(holder.pid)
}

function inWords(holder: Holder | null): string {
  if (holder === null) return 'Its lock file does not say who holds it'
  return `Process ${holder.pid} on ${holder.host} has been writing since ${holder.startedAt}`
}

/** What file systems answer that have no hard links; there a lock whose writer is killed at once may say nothing of its holder. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

async function linked(path: string, text: string): Promise<void> {
  const whole = `${path}.${randomUUID()}`
  try {
    await writeFile(whole, text, { flag: 'wx' })
    await link(whole, path)
  } finally {
    // Not awaited: between having the lock and knowing it there must be no pause in which others look.
    rmSync(whole, { force: true })
  }
}

/** Makes a file that nobody else made; true when it is ours. It is never there without its text: a killed maker leaves its name or nothing. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    await linked(path, text).catch(async (error: unknown) => {
      if (!NO_LINKS.has(systemCode(error) ?? '')) throw error
      await writeFile(path, text, { flag: 'wx' })
    })
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

async function currentText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  }
}

/** Locks that a call of this process is taking over. */
const taken = new Set<string>()

/**
 * Takes over the lock of a process that is gone. Only one may do that at a time, and it looks again first: a second one that
 * saw the same dead holder must not put its lock over the first one's. The right to do so is a lock as well, and the one who had
 * it may have been killed, too.
 */
async function takeOver(path: string, dead: string, text: string): Promise<void> {
  if (taken.has(path)) throw lockHeld(path, 'Another command takes over the lock of one that was killed')
  const taking = `${path}.taking`
  taken.add(path)
  try {
    await acquire(taking, text)
    const now = await currentText(path)
    if (now !== dead) {
      await rm(taking, { force: true })
      throw lockHeld(path, inWords(parseHolder(now)))
    }
    await rename(taking, path)
  } finally {
    taken.delete(path)
  }
}

async function acquire(path: string, text: string): Promise<void> {
  if (await create(path, text)) return
  const found = await currentText(path)
  const holder = parseHolder(found)
  if (holder === null || !isGone(holder, path)) throw lockHeld(path, inWords(holder))
  await takeOver(path, found, text)
}

/**
 * Does work as the one writer of a case. Throws VS4006 at once, and says who holds the lock, when another process or another
 * call has it; the lock of a process of this machine that is gone is taken over. Readers never lock.
 */
export async function withLock<T>(caseDir: string, work: () => Promise<T>): Promise<T> {
  const path = join(caseDir, LOCK_NAME)
  await acquire(
    path,
    `${JSON.stringify({ pid: process.pid, host: hostname(), startedAt: new Date().toISOString() })}\n`,
  )
  held.add(path)
  const release = (): void => rmSync(path, { force: true })
  // An interrupted command ends through process.exit: a lock it left would tell other machines that it is still at work.
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    held.delete(path)
    release()
  }
}
