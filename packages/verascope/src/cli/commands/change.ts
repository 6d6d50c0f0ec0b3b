import { changeView } from '../../render/change-view.ts'
import { sortedChanges } from '../../render/order.ts'
import { changeRows } from '../../render/plain.ts'
import { defineCommand } from '../define.ts'

export const change = defineCommand({
  name: 'change',
  summary: 'list what the actor changed and what still stands of it, with what undoes it',
  args: {},
  flags: { all: { type: 'boolean', help: 'list what was reverted or cleaned up, too' } },
  exits: { 0: 'done', 4: 'no case, or no engine' },
  examples: [
    { does: 'what to undo, in the order of urgency', line: 'verascope -C CASE change' },
    { does: 'the same for a ticket system', line: 'verascope -C CASE change --json -o changes.json' },
  ],
  async run({ session }) {
    const { assessmentOf } = await import('../assessing.ts')
    const { assessment } = await assessmentOf(session)
    return {
      data: { scopeVersion: assessment.scopeVersion, changes: sortedChanges(assessment.changes) },
      view: (page) => changeView(assessment, page),
      plain: () => changeRows(assessment),
      exit: 0,
    }
  },
})
