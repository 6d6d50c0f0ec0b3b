import { differenceRows, differenceView } from '../../render/difference-view.ts'
import { defineCommand } from '../define.ts'

export const scopeDiff = defineCommand({
  name: 'scope diff',
  summary: 'tell what changed between two stored assessments, and which evidence made it so',
  args: {
    from: { help: 'number of the earlier one, as in assessments/<n>', required: true, names: 'assessment' },
    to: { help: 'number of the later one (default: the newest)', required: false, names: 'assessment' },
  },
  flags: {},
  exits: { 0: 'done', 4: 'no case', 7: 'an assessment was altered' },
  examples: [{ does: 'what the last evidence changed', line: 'verascope -C CASE scope diff 1 2' }],
  async run({ args, session }) {
    const { differenceBetween } = await import('../diff-work.ts')
    const { difference, nameOf } = await differenceBetween(session, args.from[0] ?? '', args.to[0] ?? null)
    const stores = difference.stores.map((one) => ({ ...one, becauseOf: one.becauseOf.map(nameOf) }))
    const named = { ...difference, stores }
    return { data: named, view: (page) => differenceView(named, page), plain: () => differenceRows(named), exit: 0 }
  },
})
