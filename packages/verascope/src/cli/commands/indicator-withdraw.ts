import { indicatorLine } from '../../render/case-view.ts'
import { defineCommand } from '../define.ts'

export const indicatorWithdraw = defineCommand({
  name: 'indicator withdraw',
  summary: 'take an indicator back; the journal keeps that it was there',
  args: { id: { help: 'the id that `indicator list` shows, or the value', required: true, names: 'indicator' } },
  flags: { by: { type: 'text', value: 'NAME', help: 'who takes it back' } },
  exits: { 0: 'done', 4: 'no case' },
  examples: [{ does: 'a wrong key was typed', line: 'verascope -C CASE indicator withdraw AKIA...' }],
  async run({ args, flags, session }) {
    const { withdraw } = await import('../case-work.ts')
    const indicator = await withdraw(session, args.id[0] ?? '', flags.by ?? null)
    session.say('withdrawn; the journal keeps that it was there')
    return {
      data: indicator,
      view: (page) => `${indicatorLine(indicator, page)}\n\nNext:\n  ${page.program} scope\n`,
      exit: 0,
    }
  },
})
