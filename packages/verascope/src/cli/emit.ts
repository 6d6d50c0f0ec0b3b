import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { systemCode } from '../case/durable.ts'
import { painter } from '../render/page.ts'
import { plainText } from '../render/plain.ts'
import type { Result } from './define.ts'
import { jsonChunks } from './json-text.ts'
import { type Screen, wantsColor, widthOf } from './terminal.ts'

/** How the data of a command is wanted. */
export interface OutputWish {
  readonly json: boolean
  readonly plain: boolean
  readonly all: boolean
  readonly noColor: boolean
  /** A file instead of stdout. */
  readonly file: string | null
  readonly program: string
}

type Environment = Readonly<Record<string, string | undefined>>

function* chunksOf(result: Result, wish: OutputWish, screen: Screen, env: Environment): Generator<string> {
  if (wish.json) return yield* jsonChunks(result.data)
  if (wish.plain && result.plain !== undefined) return yield plainText(result.plain())
  const color = wish.file === null && !wish.plain && wantsColor(screen, env, wish.noColor)
  yield result.view({
    width: widthOf(screen, env),
    paint: painter(color),
    all: wish.all || wish.plain,
    program: wish.program,
  })
}

/** Where a name leads: a link is kept and what it leads to is written. Null when nothing is there yet. */
async function placeOf(path: string): Promise<{ readonly real: string; readonly isFile: boolean } | null> {
  try {
    const real = await realpath(path)
    return { real, isFile: (await stat(real)).isFile() }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** A device or a pipe is written to as it stands: a file in its place would put an end to it. */
async function toDevice(path: string, chunks: Iterable<string>): Promise<void> {
  const device = await open(path, 'w')
  try {
    for (const chunk of chunks) await device.writeFile(chunk)
  } finally {
    await device.close()
  }
}

async function toFile(asked: string, chunks: Iterable<string>): Promise<void> {
  const there = await placeOf(asked)
  if (there?.isFile === false) return await toDevice(there.real, chunks)
  const path = there?.real ?? asked
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, 'w')
  try {
    for (const chunk of chunks) await file.write(chunk)
    await file.sync()
    await file.close()
    await rename(temporary, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(temporary, { force: true })
    throw error
  }
}

async function toStdout(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) {
    if (!process.stdout.write(chunk)) await new Promise<void>((done) => process.stdout.once('drain', done))
  }
}

/** Writes the data of a command: the only place that writes stdout. A file is there whole or not at all. */
export async function emit(result: Result, wish: OutputWish, env: Environment): Promise<void> {
  const chunks = chunksOf(result, wish, process.stdout, env)
  if (wish.file === null) await toStdout(chunks)
  else await toFile(resolve(wish.file), chunks)
}
