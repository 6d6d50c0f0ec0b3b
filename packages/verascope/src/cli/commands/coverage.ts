import { coverageRows, storeCoverageRows } from '../../render/coverage-rows.ts'
import { coverageView } from '../../render/coverage-view.ts'
import { storeCoverageView } from '../../render/store-coverage-view.ts'
import { defineCommand, type Result } from '../define.ts'
import { unknownId } from '../faults.ts'
import type { Session } from '../session.ts'

interface Asked {
  readonly store: string
  readonly accessors: boolean
  readonly window: Parameters<typeof import('../assessing.ts').askCoverage>[1]
}

async function ofStore(session: Session, { store, accessors, window }: Asked): Promise<Result> {
  const { askCoverage } = await import('../assessing.ts')
  const { storeCoverage } = await import('@verascope/core/assess/store-coverage')
  const found = await askCoverage(session, window, (input) => storeCoverage(input, store))
  if (found.length === 0) throw unknownId(store, 'store', session.program)
  return {
    data: found,
    view: (page) => storeCoverageView(found, accessors, page),
    plain: () => storeCoverageRows(found),
    exit: 0,
  }
}

export const coverage = defineCommand({
  name: 'coverage',
  summary: 'show what the logs are known to have recorded, day by day, and why not more',
  args: {},
  flags: {
    store: {
      type: 'text',
      value: 'STORE',
      help: 'what the verdict on one store stands on, way by way',
      names: 'store',
    },
    accessors: { type: 'boolean', help: 'with --store: who else touched it, and how each is accounted for' },
    account: { type: 'text', value: 'ID', help: 'show only this AWS account', names: 'account' },
    from: { type: 'instant', help: 'start of the window (default: the entry, else the first evidence)' },
    to: { type: 'instant', help: 'end of the window (default: the last instant for which delivery is known)' },
    all: { type: 'boolean', help: 'list every log, reason and kind of events' },
  },
  exits: { 0: 'done', 4: 'no case, or no engine' },
  examples: [
    { does: 'which days are proven, and what is missing on others', line: 'verascope -C CASE coverage' },
    { does: 'what the verdict on one store stands on', line: 'verascope -C CASE coverage --store STORE --accessors' },
  ],
  async run({ flags, session }) {
    const window = { from: flags.from ?? null, to: flags.to ?? null }
    if (flags.store !== undefined)
      return await ofStore(session, { store: flags.store, accessors: flags.accessors, window })
    if (flags.accessors) session.warn('--accessors says who touched one store: name it with --store')
    const { askCoverage } = await import('../assessing.ts')
    const { coverageTable } = await import('@verascope/core/assess/coverage-table')
    const whole = await askCoverage(session, window, coverageTable)
    const { account } = flags
    if (account !== undefined && !whole.rows.some((row) => row.account === account))
      throw unknownId(account, 'account', session.program)
    const shown = { ...whole, rows: whole.rows.filter((row) => account === undefined || row.account === account) }
    const left = whole.rows.length - shown.rows.length
    if (left > 0) session.warn(`${left} of ${whole.rows.length} rows left out by --account`)
    return { data: shown, view: (page) => coverageView(shown, page), plain: () => coverageRows(shown), exit: 0 }
  },
})
