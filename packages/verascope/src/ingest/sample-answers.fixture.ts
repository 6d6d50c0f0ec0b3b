import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TableName } from '@verascope/core/facts/tables'
import { type CommittedItem, linesInForce } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { readTextTable } from '../case/text-table.ts'
import type { TakenAt } from './beside.ts'
import type { Hand } from './hand.ts'
import { LARGEST_INFLATED } from './inflate.ts'
import { ingest } from './ingest.ts'
import { runTask } from './task.ts'

const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'

/** An answer that does not say what it is of. */
export const STATUS = '{"IsLogging":true,"StartLoggingTime":"2026-01-01T00:00:00+00:00"}'

/** A log that holds one call. */
export function logOf(eventID: string): string {
  const call = {
    ...{ eventVersion: '1.08', eventID, eventTime: '2026-03-10T10:00:00Z', eventSource: 's3.amazonaws.com' },
    ...{ eventName: 'ListBuckets', awsRegion: 'eu-west-1', recipientAccountId: '111122223333' },
    userIdentity: { type: 'IAMUser', accessKeyId: 'AKIA0000000000000000' },
  }
  return JSON.stringify({ Records: [call] })
}

/** What stands beside an answer that was asked at a time. */
export function sidecar(at: string): string {
  const command = `aws cloudtrail get-trail-status --name ${ARN}`
  return JSON.stringify({ command, at, account: '111122223333', region: 'eu-west-1' })
}

/** Does tasks where it stands: what is tested is no worker, and starting one takes longer than all else. */
function ownHand(): Hand {
  const setting = { largest: LARGEST_INFLATED, hold: (): void => {} }
  return { run: async (task) => ({ kind: 'done', result: await runTask(task, setting) }), close: async () => {} }
}

/** Files of a test, and a case that they are read into. The test removes it. */
export class SampleAnswers {
  readonly root = mkdtempSync(join(tmpdir(), 'verascope-beside-'))
  #lines: readonly ManifestLine[] = []

  constructor() {
    mkdirSync(this.#at('case'))
    mkdirSync(this.#at('logs'))
  }

  #at(name: string): string {
    return join(this.root, name)
  }

  /** Writes a file of evidence. */
  put(name: string, content: string | Uint8Array): void {
    const path = this.#at(`logs/${name}`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }

  /** Writes an answer and the time beside it. */
  answer(name: string, content: string, at: string): void {
    this.put(name, content)
    this.put(`${name}.meta.json`, sidecar(at))
  }

  /** Removes files of evidence. */
  drop(...names: readonly string[]): void {
    for (const name of names) rmSync(this.#at(`logs/${name}`))
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }

  /** Reads what lies there, or one file of it, into the case. */
  async read({ taken = null, as = null, only }: { taken?: TakenAt | null; as?: string | null; only?: string } = {}) {
    const items: CommittedItem[] = []
    const wish = {
      ...{ caseDir: this.#at('case'), paths: [this.#at(only === undefined ? 'logs' : `logs/${only}`)], as, taken },
      ...{ collector: null, workers: 1, parser: '1', at: '2026-03-25T00:00:00Z', progress: () => {} },
      known: this.inForce(),
      commit: async (list: readonly CommittedItem[]) => {
        items.push(...list)
      },
    }
    const { accounting, alreadyKnown } = await ingest(wish, { hand: ownHand })
    this.#lines = [...this.#lines, ...items.map(({ line }) => line)]
    return { accounting, alreadyKnown, items }
  }

  inForce(): readonly ManifestLine[] {
    return linesInForce(this.#lines)
  }

  /** The cells of a column that questions see: of all parts of lines in force. */
  async column(table: TableName, name: string): Promise<readonly (string | null)[]> {
    const parts = [...new Set(this.inForce().flatMap(({ part }) => part ?? []))]
    const cells = await Promise.all(
      parts.map((part) => readTextTable(readFileSync(this.#at(`case/tables/${table}/${part}.parquet`)), name)),
    )
    return cells.flat().map((cell) => cell ?? null)
  }

  /** What statements say that questions see. */
  async says(): Promise<readonly (string | null)[]> {
    return await this.column('statements', 'says')
  }
}

/** Items as their tests name them. */
export function stateOf({ line: { name, state, accounting } }: { readonly line: ManifestLine }): string {
  return `${name.replace(/^logs\//, '')} ${state} ${accounting.kept}`
}
