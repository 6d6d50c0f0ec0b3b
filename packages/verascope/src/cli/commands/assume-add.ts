import { assumptionResult } from '@verascope/core/assess/assumption-results'
import { ASSUMPTION_KINDS } from '@verascope/core/domain/assumption'
import { assumptionView, pinNote } from '../../render/assumption-view.ts'
import { defineCommand } from '../define.ts'
import { usageFault } from '../faults.ts'

export const assumeAdd = defineCommand({
  name: 'assume add',
  noun: 'what people vouch for where evidence cannot say: add, list, withdraw',
  summary: 'sign an assumption; every verdict that leans on it names it and whoever signed it',
  args: {},
  flags: {
    kind: { type: ASSUMPTION_KINDS, help: 'what is assumed; needed' },
    scope: { type: 'text', value: 'SCOPE', help: 'of what; how each kind is written: `help assumptions`' },
    from: { type: 'instant', help: 'since when it holds' },
    to: { type: 'instant', help: 'until when; of an entry, before when the actor was not in' },
    because: { type: 'text', value: 'TEXT', help: 'why it may be taken for true; needed' },
    by: { type: 'text', value: 'NAME', help: 'who vouches for it; needed' },
  },
  exits: { 0: 'done', 4: 'no case' },
  examples: [
    {
      does: 'there are no signed statements of delivery, but nobody could have removed a file',
      line: 'verascope -C CASE assume add --kind delivery --scope eu-west-1/main --from 2026-03-01 --to 2026-03-12 --because "the bucket is under object lock" --by "A. Responder"',
    },
    {
      does: 'a database that nobody could log in to',
      line: 'verascope -C CASE assume add --kind channel --scope "arn:... by=log-in" --because "the port was shut" --by "A. Responder"',
    },
  ],
  async run({ flags, session }) {
    const { kind, scope = '', because = '', by = '' } = flags
    if (kind === undefined) throw usageFault('--kind is missing: it says what is assumed')
    const { acceptAssumption } = await import('../assumption-work.ts')
    const window = { from: flags.from ?? null, to: flags.to ?? null }
    const { assumption, isNew, files } = await acceptAssumption(session, { kind, scope, window, because, by })
    const row = assumptionResult(assumption)
    session.say(isNew ? 'signed' : 'it was signed already; nothing changed')
    return {
      data: row,
      view: (page) => assumptionView(row, files === null ? [] : [pinNote(files)], page),
      exit: 0,
    }
  },
})
