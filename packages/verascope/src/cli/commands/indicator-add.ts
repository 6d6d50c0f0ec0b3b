import type { IndicatorKind } from '@verascope/core/taint/indicator'
import { indicatorLine } from '../../render/case-view.ts'
import { defineCommand } from '../define.ts'

const KINDS = [
  'access-key',
  'principal',
  'session',
  'address',
  'user-agent',
  'instance',
] as const satisfies readonly IndicatorKind[]

export const indicatorAdd = defineCommand({
  name: 'indicator add',
  noun: 'what tells the actor (or, with --ours, the owner): add, list, withdraw',
  summary: 'name something by which the actor is told, or with --ours the owner',
  args: {
    value: {
      help: 'an access key id, ARN, session, mail address of a user, IP address, instance id, or part of a user agent',
      required: true,
    },
  },
  flags: {
    from: { type: 'instant', help: 'since when it points at its side (an actor’s earliest is the entry)' },
    to: { type: 'instant', help: 'until when' },
    ours: { type: 'boolean', help: 'it tells the owner: calls it covers are not the actor’s' },
    by: { type: 'text', value: 'NAME', help: 'who vouches for it' },
    kind: { type: KINDS, help: 'what it is, where its form does not tell' },
  },
  exits: { 0: 'done', 4: 'no case' },
  examples: [
    { does: 'the stolen key', line: 'verascope -C CASE indicator add AKIA... --by "A. Responder"' },
    {
      does: 'the office: its calls with the stolen key are the owner’s',
      line: 'verascope -C CASE indicator add --ours 203.0.113.7',
    },
    {
      does: 'an address, for the hours it was the actor’s',
      line: 'verascope -C CASE indicator add 198.51.100.9 --from 2023-07-10T11:00Z --to 2023-07-10T13:00Z',
    },
  ],
  async run({ args, flags, session }) {
    const { nameIndicator } = await import('../case-work.ts')
    const { indicator, isNew } = await nameIndicator(session, {
      value: args.value[0] ?? '',
      kind: flags.kind ?? null,
      window: { from: flags.from ?? null, to: flags.to ?? null },
      ours: flags.ours,
      by: flags.by ?? null,
    })
    session.say(isNew ? 'added' : 'it was there already; nothing changed')
    return {
      data: indicator,
      view: (page) => `${indicatorLine(indicator, page)}\n\nNext:\n  ${page.program} scope\n`,
      exit: 0,
    }
  },
})
