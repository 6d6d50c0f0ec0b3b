import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// What tests share that run the built program, as a user does.

/** The program that users start. */
export const BIN = fileURLToPath(new URL('../../bin/verascope.js', import.meta.url))

/** What a run of the program gave. */
export interface Ran {
  readonly out: string
  readonly err: string
  readonly exit: number | null
}

/** Runs the built program in a folder, without colour. */
export function runBuilt(cwd: string, words: readonly string[], more: NodeJS.ProcessEnv = {}): Ran {
  const env = { ...process.env, NO_COLOR: '1', ...more }
  const ran = spawnSync(process.execPath, [BIN, ...words], { cwd, encoding: 'utf8', maxBuffer: 1 << 29, env })
  return { out: ran.stdout, err: ran.stderr, exit: ran.status }
}
