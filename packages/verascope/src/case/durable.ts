import { createReadStream, existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

const NEWLINE = 0x0a
const STEP = 65_536
// Replacement characters would let altered bytes pass for others.
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** What a platform answers that cannot flush a folder; there the rename is as durable as it gets. */
const NO_FOLDER_SYNC: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'])

/** The code of a system error, or null for any other error. */
export function systemCode(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

/** Flushes a folder, so that a name that was made or changed in it survives a power cut. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(systemCode(error) ?? '')) throw error
  }
}

/** Writes a whole file so that it is there as it was before or as it is now, whenever the power goes. Makes its folder. */
export async function writeDurably(path: string, bytes: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Where the last whole line of a file ends: the place after its last newline. */
async function endOfLines(file: FileHandle, size: number): Promise<number> {
  const buffer = Buffer.alloc(Math.min(STEP, size))
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - buffer.length)
    const { bytesRead } = await file.read(buffer, 0, end - start, start)
    const at = buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE)
    if (at >= 0) return start + at + 1
    end = start
  }
  return 0
}

/**
 * Appends lines to a file with one write and one flush. What a killed append left behind the last newline is cut off first.
 * INVARIANT: the caller holds the lock of the case; two writers would cut each other's lines.
 */
export async function appendDurably(path: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+')
  let isNew = false
  try {
    const { size } = await file.stat()
    const end = await endOfLines(file, size)
    isNew = size === 0
    if (end < size) await file.truncate(end)
    try {
      await file.writeFile(`${lines.join('\n')}\n`)
      await file.sync()
    } catch (error) {
      // A full disk leaves half a line; without it the file is what it was.
      await file.truncate(end)
      throw error
    }
  } finally {
    await file.close()
  }
  if (isNew) await syncFolder(dirname(path))
}

/** Cuts what stands behind the first bytes of a file off and flushes it; a file that is not there stays so. */
export async function cutDurably(path: string, length: number): Promise<void> {
  if (!existsSync(path)) return
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    if (size <= length) return
    await file.truncate(length)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** One whole line of a file. */
export interface Line {
  /** Null when its bytes are no UTF-8. */
  readonly text: string | null
  /** Counted from 1, for people. */
  readonly nth: number
  /** What it takes in the file, its newline included. */
  readonly bytes: number
}

function lineText(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes)
  } catch {
    return null
  }
}

/**
 * Hands over the whole lines of a file, in order, and gives what stands behind the last newline: the torn tail of a killed
 * append, or nothing. A file that is not there has no lines. Memory stays flat.
 */
export async function readLines(path: string, take: (line: Line) => void): Promise<string> {
  let pending: Buffer[] = []
  let nth = 0
  const finish = (last: Buffer): void => {
    const bytes = pending.length === 0 ? last : Buffer.concat([...pending, last])
    pending = []
    nth += 1
    take({ text: lineText(bytes), nth, bytes: bytes.length + 1 })
  }
  try {
    for await (const piece of createReadStream(path)) {
      const chunk: Buffer = piece
      let from = 0
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        finish(chunk.subarray(from, at))
        from = at + 1
      }
      if (from < chunk.length) pending.push(chunk.subarray(from))
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
  return Buffer.concat(pending).toString('utf8')
}

/** The value of a line of JSON; undefined when it is none. */
export function parseLine(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
