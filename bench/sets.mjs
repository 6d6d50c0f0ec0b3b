// Sets of log files, made once and kept: making them takes longer than reading them.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { recorder } from './events.mjs'
import { random } from './random.mjs'

const SEED = 20_240_301
const FILES_IN_FOLDER = 1_000

/** How many records a file holds, by the kind of set. */
const FILLED = {
  /** Busy accounts: 500 to 5,000, small ones more often. */
  large: (next) => Math.round(500 * 10 ** (next(10_000) / 10_000)),
  /** Quiet accounts, as most are. */
  small: () => 8,
}

function* files(kind, events) {
  const next = random(SEED + 1)
  const record = recorder(SEED)
  for (let left = events; left > 0; ) {
    const count = Math.min(left, FILLED[kind](next))
    yield record(count)
    left -= count
  }
}

/** The folder of a set of about `events` records; makes it if it is not there. */
export function makeSet(folder, kind, events) {
  const path = join(folder, `${kind}-${events}`)
  const done = `${path}.done`
  if (existsSync(done)) return path
  rmSync(path, { recursive: true, force: true })
  let count = 0
  let bytes = 0
  for (const batch of files(kind, events)) {
    const sub = join(path, String(Math.floor(count / FILES_IN_FOLDER)))
    if (count % FILES_IN_FOLDER === 0) mkdirSync(sub, { recursive: true })
    const text = JSON.stringify({ Records: batch })
    bytes += text.length
    writeFileSync(join(sub, `${count}.json.gz`), gzipSync(text))
    count += 1
  }
  writeFileSync(done, JSON.stringify({ events, files: count, bytes }))
  return path
}
