import { ingestView } from '../../render/case-view.ts'
import { defineCommand } from '../define.ts'

export const ingest = defineCommand({
  name: 'ingest',
  summary: 'read evidence into the case; files are referenced, never changed',
  args: { paths: { help: 'files and folders, any mix; kinds are told by content', required: true, many: true } },
  flags: {
    collector: { type: 'text', value: 'NAME', help: 'who collected the evidence' },
    workers: { type: 'count', help: 'how many threads read (default: as the machine has cores)' },
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
  ],
  async run({ args, flags, session }) {
    const { readEvidence, listIndicators } = await import('../case-work.ts')
    const { alreadyKnown, ...accounting } = await readEvidence(session, args.paths, {
      collector: flags.collector ?? null,
      workers: flags.workers ?? null,
    })
    const indicators = await listIndicators(session)
    const lost = accounting.rejected + accounting.rejectedFiles
    const nothing = accounting.files > 0 && accounting.kept + accounting.duplicate + alreadyKnown === 0
    const tooMany = flags.maxRejects !== undefined && lost > flags.maxRejects
    return {
      data: { accounting },
      view: (page) =>
        ingestView(
          'Evidence of this run',
          accounting,
          indicators.some((one) => !one.ours),
          page,
        ),
      exit: nothing || tooMany ? 3 : 0,
    }
  },
})
