import { indicatorRows, indicatorsView } from '../../render/case-view.ts'
import { defineCommand } from '../define.ts'

export const indicatorList = defineCommand({
  name: 'indicator list',
  summary: 'list the indicators of the case',
  args: {},
  flags: {},
  exits: { 0: 'done', 4: 'no case' },
  examples: [{ does: 'who is taken for the actor, and who for the owner', line: 'verascope -C CASE indicator list' }],
  async run({ session }) {
    const { listIndicators } = await import('../case-work.ts')
    const indicators = await listIndicators(session)
    return {
      data: indicators,
      view: (page) => indicatorsView(indicators, page),
      plain: () => indicatorRows(indicators),
      exit: 0,
    }
  },
})
