import { verifyRows, verifyView } from '../../render/verify-view.ts'
import { defineCommand } from '../define.ts'

export const verify = defineCommand({
  name: 'verify',
  summary: 'hash evidence, tables and journal again and compare them with what was recorded',
  args: {},
  flags: {},
  exits: { 0: 'everything is as recorded', 4: 'no case', 7: 'something was altered or is gone' },
  examples: [
    { does: 'before the case is handed over, or after it came back', line: 'verascope -C CASE verify' },
    { does: 'what is not as it was', line: 'verascope -C CASE verify --plain | grep -v as-recorded' },
  ],
  async run({ session }) {
    const { verified } = await import('../verify-work.ts')
    const findings = await verified(session)
    return {
      data: { findings },
      view: (page) => verifyView(findings, page),
      plain: () => verifyRows(findings),
      exit: findings.some((one) => one.state === 'altered' || one.state === 'gone') ? 7 : 0,
    }
  },
})
