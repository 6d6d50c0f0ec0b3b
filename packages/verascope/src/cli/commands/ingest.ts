import type { Instant } from '@verascope/core/domain/instant'
import type { TakenAt } from '../../ingest/beside.ts'
import { ingestView } from '../../render/case-view.ts'
import { dryRunView } from '../../render/dry-run-view.ts'
import type { ReadingResult } from '../case-work.ts'
import { defineCommand } from '../define.ts'
import { usageFault } from '../faults.ts'

/** Nothing readable, or more that is not than was allowed: of all that was named, read now or before. */
function exitOf(result: ReadingResult, maxRejects: number | undefined): number {
  const { files, kept, duplicate, rejected, rejectedFiles, alreadyKnown, alreadyRejected } = result
  const nothing = files > 0 && kept + duplicate + alreadyKnown === 0
  const lost = rejected + rejectedFiles + alreadyRejected
  return nothing || (maxRejects !== undefined && lost > maxRejects) ? 3 : 0
}

async function requireKind(kind: string): Promise<void> {
  const { rows } = await import('@verascope/core/catalog/evidence/index.generated')
  const kinds = rows.map((row) => row.kind)
  if (!kinds.includes(kind)) throw usageFault(`'${kind}' is no kind of evidence; there are: ${kinds.join(', ')}`)
}

interface TakenFlags {
  readonly takenAt?: Instant | undefined
  readonly account?: string | undefined
  readonly region?: string | undefined
}

/** What was said of answers without a sidecar. An account or region alone would say of whom, and not when: that proves nothing. */
function takenOf({ takenAt, account, region }: TakenFlags): TakenAt | null {
  if (takenAt === undefined) {
    if (account === undefined && region === undefined) return null
    throw usageFault('--account and --region say whose answers these are, and need --taken-at to say when')
  }
  if (account !== undefined && !/^\d{12}$/.test(account))
    throw usageFault(`'${account}' is no account: it has twelve digits`)
  if (region !== undefined && !/^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region))
    throw usageFault(`'${region}' is no region, such as eu-west-1`)
  return { at: takenAt, account: account ?? null, region: region ?? null }
}

export const ingest = defineCommand({
  name: 'ingest',
  summary: 'read evidence into the case; files are referenced, never changed',
  args: {
    paths: { help: 'files and folders, any mix; kinds are told by content', required: true, many: true, names: 'file' },
  },
  flags: {
    collector: { type: 'text', value: 'NAME', help: 'who collected the evidence' },
    workers: { type: 'count', help: 'how many threads read (default: as the machine has cores)' },
    as: { type: 'text', value: 'KIND', help: 'take all of it for this kind of evidence, whatever it looks like' },
    takenAt: { type: 'instant', help: 'when answers of the provider without a sidecar <file>.meta.json were taken' },
    account: { type: 'text', value: 'ID', help: 'of which account they are; with --taken-at' },
    region: { type: 'text', value: 'REGION', help: 'of which region they are; with --taken-at' },
    dryRun: { type: 'boolean', help: 'say what would be read and what cannot be, and change nothing' },
    maxRejects: { type: 'count', help: 'exit with 3 when more files and records than this are not readable' },
  },
  exits: {
    0: 'done',
    3: 'nothing readable, or more rejected than --max-rejects',
    4: 'no case, or no space',
    130: 'interrupted; run it again to go on',
  },
  examples: [
    { does: 'a folder of CloudTrail files, plain or gzip, in any layout', line: 'verascope -C CASE ingest ./AWSLogs' },
    {
      does: 'with the name of the one who collected it',
      line: 'verascope -C CASE ingest ./AWSLogs --collector "A. Responder"',
    },
    {
      does: 'answers of the provider that were saved without a sidecar',
      line: 'verascope -C CASE ingest ./answers --taken-at 2026-03-25T09:00:00Z --account 111122223333 --region eu-west-1',
    },
    { does: 'what would be read, and what cannot be', line: 'verascope -C CASE ingest logs.zip --dry-run' },
  ],
  async run({ args, flags, session }) {
    const { readEvidence, listIndicators } = await import('../case-work.ts')
    const { collector = null, workers = null, as } = flags
    if (as !== undefined) await requireKind(as)
    const wish = { collector, workers, as: as ?? null, taken: takenOf(flags) }
    if (flags.dryRun) {
      const { dryRun } = await import('../dry-run.ts')
      const { result, lines, rejected } = await dryRun(session, args.paths, wish)
      const { alreadyKnown, alreadyRejected: _, ...accounting } = result
      return {
        data: { accounting, alreadyKnown, files: lines, rejected },
        view: (page) => dryRunView({ accounting, alreadyKnown, lines, rejected }, page),
        exit: exitOf(result, flags.maxRejects),
      }
    }
    const { alreadyKnown, alreadyRejected, ...accounting } = await readEvidence(session, args.paths, wish)
    const indicators = await listIndicators(session)
    return {
      data: { accounting },
      view: (page) =>
        ingestView(
          'Evidence of this run',
          accounting,
          indicators.some((one) => !one.ours),
          page,
        ),
      exit: exitOf({ ...accounting, alreadyKnown, alreadyRejected }, flags.maxRejects),
    }
  },
})
