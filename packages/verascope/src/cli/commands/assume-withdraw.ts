import { assumptionResult } from '@verascope/core/assess/assumption-results'
import { assumptionView } from '../../render/assumption-view.ts'
import { defineCommand } from '../define.ts'

export const assumeWithdraw = defineCommand({
  name: 'assume withdraw',
  summary: 'take an assumption back; every verdict that leaned on it weakens',
  args: { id: { help: 'the id that `assume list` shows, or the scope', required: true, names: 'assumption' } },
  flags: {
    by: { type: 'text', value: 'NAME', help: 'who takes it back; needed' },
    because: { type: 'text', value: 'TEXT', help: 'why' },
  },
  exits: { 0: 'done', 4: 'no case' },
  examples: [
    { does: 'the bucket was not locked', line: 'verascope -C CASE assume withdraw A-... --by "A. Responder"' },
  ],
  async run({ args, flags, session }) {
    const { withdrawAssumption } = await import('../assumption-work.ts')
    const { by = '', because = null } = flags
    const row = assumptionResult(await withdrawAssumption(session, args.id[0] ?? '', by, because))
    session.say('withdrawn; the journal keeps that it was there')
    return { data: row, view: (page) => assumptionView(row, [], page), exit: 0 }
  },
})
