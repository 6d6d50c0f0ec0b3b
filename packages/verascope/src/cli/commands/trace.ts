import { branchOf, lineage } from '../../render/lineage.ts'
import { traceRows } from '../../render/plain.ts'
import { traceView } from '../../render/trace-view.ts'
import { defineCommand } from '../define.ts'
import { unknownId } from '../faults.ts'

export const trace = defineCommand({
  name: 'trace',
  summary: 'show how one credential became many: who the actor was, and which credentials may still work',
  args: {
    id: { help: 'only this identity, what it came from and what came of it', required: false, names: 'identity' },
  },
  flags: {},
  exits: { 0: 'done', 4: 'no case, or no engine' },
  examples: [
    { does: 'every identity, as trees from what you named', line: 'verascope -C CASE trace' },
    { does: 'one credential and what came of it', line: 'verascope -C CASE trace ASIA...' },
  ],
  async run({ args, session }) {
    const { assessmentOf } = await import('../assessing.ts')
    const { assessment } = await assessmentOf(session)
    const [id] = args.id
    const all = lineage(assessment.identities)
    const branches = id === undefined ? all : branchOf(all, id)
    if (id !== undefined && branches.length === 0) throw unknownId(id, 'identity', session.program)
    const identities = branches.map((twig) => twig.identity)
    return {
      data: { scopeVersion: assessment.scopeVersion, identities, related: assessment.related },
      view: (page) => traceView(assessment, branches, page),
      plain: () => traceRows(assessment, identities),
      exit: 0,
    }
  },
})
