import type { Assessment, StoreResult } from '@verascope/core/assess/assessment'
import type { VerdictWord } from '@verascope/core/assess/said'
import { ASSESSMENT_SCHEMA } from '@verascope/core/assess/schema'
import { headOf } from '../../case/assessment-head.ts'
import { countVerdicts } from '../../render/order.ts'
import { ownerRows, ownersView } from '../../render/owners-view.ts'
import { VERDICTS } from '../../render/page.ts'
import { scopeRows } from '../../render/plain.ts'
import { scopeView } from '../../render/scope-view.ts'
import { defineCommand, type Result } from '../define.ts'
import { unknownId, usageFault } from '../faults.ts'
import { noOwners } from '../owner-faults.ts'
import type { Session } from '../session.ts'

const FAIL_WORDS = ['accessed', 'undetermined', 'untouched', 'unreachable'] as const satisfies readonly VerdictWord[]

interface Choice {
  readonly verdict: VerdictWord | undefined
  readonly account: string | undefined
}

function chosen(stores: readonly StoreResult[], { verdict, account }: Choice): readonly StoreResult[] {
  return stores.filter(
    (store) =>
      (verdict === undefined || store.verdict === verdict) && (account === undefined || store.account === account),
  )
}

function narrowed(whole: Assessment, choice: Choice): Assessment {
  const accounts = whole.accounts.filter((one) => choice.account === undefined || one.id === choice.account)
  return { ...whole, accounts, stores: chosen(whole.stores, choice) }
}

/** An account that is mistyped would have no store, and an empty page would look like an all-clear. */
function hasAccount({ accounts, stores }: Assessment, id: string): boolean {
  return [...accounts.map((one) => one.id), ...stores.map((one) => one.account)].includes(id)
}

/** `--fail-on` takes the weight of a word as "this or worse", so that a pipeline that fails on doubt also fails on access. */
function meets(stores: readonly StoreResult[], word: VerdictWord): boolean {
  const counts = countVerdicts(stores)
  return VERDICTS.slice(0, VERDICTS.indexOf(word) + 1).some((verdict) => counts[verdict] > 0)
}

function schemaResult(): Result {
  return { data: ASSESSMENT_SCHEMA, view: () => `${JSON.stringify(ASSESSMENT_SCHEMA, null, 2)}\n`, exit: 0 }
}

/** The same assessment, by owner. */
function byOwner(whole: Assessment, { verdict, account }: Choice, exit: number, session: Session): Result {
  if (whole.ownersMap === null) throw noOwners(session.program)
  if (account !== undefined) throw usageFault('--account is of stores, and owners may have some in several')
  const { scopeVersion, window, ownersMap, owners, unmapped } = whole
  const shown = owners.filter((one) => verdict === undefined || one.verdict === verdict)
  const left = owners.length - shown.length
  if (left > 0) session.warn(`${left} of ${owners.length} owners left out by --verdict`)
  const data = { scopeVersion, window, ownersMap, owners: shown, unmapped }
  return { data, view: (page) => ownersView(data, page), plain: () => ownerRows(data), exit }
}

export const scope = defineCommand({
  name: 'scope',
  summary: 'give every account and data store a verdict, with its proof',
  args: {},
  flags: {
    from: { type: 'instant', help: 'start of the exposure window (default: the entry, else the first evidence)' },
    to: { type: 'instant', help: 'end of the exposure window (default: the last evidence)' },
    summary: { type: 'boolean', help: 'with --json: counts instead of the rows of stores' },
    verdict: { type: FAIL_WORDS, help: 'show only stores with this verdict' },
    account: { type: 'text', value: 'ID', help: 'show only this AWS account and its stores', names: 'account' },
    failOn: { type: FAIL_WORDS, help: 'exit with 6 when a store has this verdict or a worse one' },
    by: { type: ['owner'], help: 'whose data it is: verdicts and amounts by owner, and what is nobody’s' },
    all: { type: 'boolean', help: 'list every row; long runs of alike ones are counted otherwise' },
    schema: { type: 'boolean', help: 'print the JSON Schema of the assessment; needs no case' },
  },
  exits: { 0: 'done', 4: 'no case, or no engine', 6: '--fail-on met' },
  examples: [
    { does: 'the whole picture, as a table', line: 'verascope -C CASE scope' },
    { does: 'the whole assessment, for machines', line: 'verascope -C CASE scope --json > assessment.json' },
    {
      does: 'fail a pipeline while anything is accessed or in doubt',
      line: 'verascope -C CASE scope --summary --json --fail-on undetermined',
    },
    { does: 'whose data was touched', line: 'verascope -C CASE scope --by owner' },
    { does: 'every row on one line', line: 'verascope -C CASE scope --plain | grep ^store' },
  ],
  async run({ flags, session }) {
    if (flags.schema) return schemaResult()
    const { assessNow } = await import('../assessing.ts')
    const { assessed, isNew } = await assessNow(session, { from: flags.from ?? null, to: flags.to ?? null })
    const whole = assessed.assessment
    if (flags.account !== undefined && !hasAccount(whole, flags.account))
      throw unknownId(flags.account, 'account', session.program)
    session.say(
      isNew ? `stored as assessments/${whole.scopeVersion}` : `unchanged since assessments/${whole.scopeVersion}`,
    )
    const exit = flags.failOn !== undefined && meets(whole.stores, flags.failOn) ? 6 : 0
    if (flags.by === 'owner') return byOwner(whole, flags, exit, session)
    const shown = narrowed(whole, flags)
    const left = whole.stores.length - shown.stores.length
    // A shortened list must not pass for the whole.
    if (left > 0) session.warn(`${left} of ${whole.stores.length} stores left out by --verdict or --account`)
    return {
      data: flags.summary ? headOf(shown) : shown,
      view: (page) => scopeView(whole, shown, page),
      plain: () => scopeRows(shown),
      exit,
    }
  },
})
