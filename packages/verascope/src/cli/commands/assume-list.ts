import { assumptionResult } from '@verascope/core/assess/assumption-results'
import { assumptionRows, assumptionsView } from '../../render/assumption-view.ts'
import { defineCommand } from '../define.ts'

export const assumeList = defineCommand({
  name: 'assume list',
  summary: 'list the assumptions of the case: who signed them, and what broke them',
  args: {},
  flags: {},
  exits: { 0: 'done', 4: 'no case' },
  examples: [{ does: 'what verdicts may lean on beside evidence', line: 'verascope -C CASE assume list' }],
  async run({ session }) {
    const { listAssumptions } = await import('../assumption-work.ts')
    const assumptions = (await listAssumptions(session)).map(assumptionResult)
    return {
      data: assumptions,
      view: (page) => assumptionsView(assumptions, page),
      plain: () => assumptionRows(assumptions),
      exit: 0,
    }
  },
})
