// Runs programs and measures what they took.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HOOK = new URL('at-exit.mjs', import.meta.url).href
const PROGRAM = fileURLToPath(new URL('../packages/verascope/bin/verascope.js', import.meta.url))
const DUCKDB = fileURLToPath(new URL('duckdb.mjs', import.meta.url))

/** CPU seconds (user and system, all threads), wall seconds and the largest resident size of a run of Node. */
function run(args, folder) {
  const usage = join(folder, 'usage.json')
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', HOOK, ...args], {
    env: { ...process.env, BENCH_USAGE: usage },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return { wall: (performance.now() - from) / 1000, ...JSON.parse(readFileSync(usage, 'utf8')) }
}

/** Reads the logs into a new case with the built program. */
export function ours(logs, folder, threads) {
  const home = join(folder, 'case')
  rmSync(home, { recursive: true, force: true })
  run([PROGRAM, 'init', home], folder)
  return run([PROGRAM, '-C', home, 'ingest', '--workers', String(threads), logs], folder)
}

/** Assesses the case that was read last, of which a key was the actor's. */
export function assessed(folder, key) {
  const home = join(folder, 'case')
  run([PROGRAM, '-C', home, 'indicator', 'add', key], folder)
  return run([PROGRAM, '-C', home, 'scope', '--summary', '--json'], folder)
}

/** Has DuckDB read the logs into one Parquet file. */
export function theirs(logs, folder, threads) {
  return run([DUCKDB, logs, join(folder, 'duckdb.parquet'), String(threads)], folder)
}
