import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { tableSources } from '../case/table-sources.ts'
import { type OpenQuery, openQuery } from '../engine/duckdb/query.ts'
import { caseInputs } from './case-work.ts'
import { fileUnreadable } from './faults.ts'
import type { Session } from './session.ts'

/** The query that was typed, or that stands in the file that was named; null when there is neither. Throws VS3001. */
export async function queryOf({ cwd }: Session, typed: string | null, file: string | null): Promise<string | null> {
  if (file === null) return typed
  return await readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
    throw fileUnreadable(file, error)
  })
}

/** Opens the tables of the case once copies are set aside, so that counts are those of the verdicts. Throws VS4003, VS4005, VS4006. */
export async function openCaseQuery(session: Session): Promise<OpenQuery> {
  await caseInputs(session)
  return await openQuery(await tableSources(session.caseDir))
}
