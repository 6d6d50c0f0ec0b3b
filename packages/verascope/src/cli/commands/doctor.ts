import { doctorRows, doctorView } from '../../render/doctor-view.ts'
import { defineCommand } from '../define.ts'

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'check this machine and, where there is one, the case: what works and what does not',
  args: {},
  flags: {},
  exits: { 0: 'everything works', 4: 'something does not' },
  examples: [{ does: 'before the first real case, or when a command fails with code 4', line: 'verascope doctor' }],
  async run({ session }) {
    const { examine } = await import('../doctor-work.ts')
    const checks = await examine(session)
    return {
      data: { checks },
      view: (page) => doctorView(checks, page),
      plain: () => doctorRows(checks),
      exit: checks.every((one) => one.works) ? 0 : 4,
    }
  },
})
