import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EvidenceSummary } from '@verascope/core/assess/input'
import { afterEach, beforeEach, expect } from 'vitest'
import { tableSources } from '../case/table-sources.ts'
import { openDuckDb } from '../engine/duckdb/open.ts'
import { caseInputs, makeCase, readEvidence } from './case-work.ts'
import type { Session } from './session.ts'

// What tests of reading evidence share: a folder of their own for each, cases in it, and the program's own way to read.

let dir = ''
let cases = 0

/** Gives every test of a file a folder. */
export function useFolder(): void {
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'verascope-reading-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))
}

/** The folder of the test that runs. */
export function folder(): string {
  return dir
}

/** A new case in the folder. */
export async function newCase(): Promise<Session> {
  cases += 1
  const quiet = (): void => {}
  const session: Session = {
    ...{ caseDir: join(dir, `case-${cases}`), program: 'verascope', cwd: dir, version: '0.1.0', verbose: false },
    ...{ mayAsk: false, json: false, plain: false, say: quiet, warn: quiet, progress: quiet },
  }
  await makeCase(session, session.caseDir, null)
  return session
}

/** Writes a file into the folder and gives its path. */
export function put(name: string, bytes: string | Uint8Array): string {
  const path = join(dir, name)
  writeFileSync(path, bytes)
  return path
}

/** Reads paths into a case; what was read always adds up. */
export async function read(session: Session, ...paths: readonly string[]): Promise<EvidenceSummary> {
  await readEvidence(session, paths, { collector: null, workers: 2 })
  const { evidence } = await caseInputs(session)
  const { read: all, kept, duplicate, rejected } = evidence.accounting
  expect(all).toBe(kept + duplicate + rejected)
  return evidence
}

/** How many events the tables of a case hold, without copies. */
export async function eventsIn(session: Session): Promise<number> {
  const engine = await openDuckDb(await tableSources(session.caseDir))
  try {
    return (await engine.facts.places()).reduce((sum, place) => sum + place.events, 0)
  } finally {
    engine.close()
  }
}
