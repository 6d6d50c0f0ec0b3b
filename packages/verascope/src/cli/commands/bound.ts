import { claimedAmount } from '@verascope/core/assess/claimed-amount'
import { volumeBounds } from '@verascope/core/assess/volume-bounds'
import { type ClaimForm, testVolumeClaim } from '@verascope/core/assess/volume-claim'
import { type BoundPage, boundRows, boundView, type TestedClaim } from '../../render/bound-view.ts'
import { defineCommand } from '../define.ts'
import { formWithoutClaim, noAmount, unknownId } from '../faults.ts'

const FORMS = ['raw', 'compressed', 'unknown'] as const satisfies readonly ClaimForm[]

export const bound = defineCommand({
  name: 'bound',
  summary: 'tell how much left at least and at most, and test what somebody claims was taken',
  args: {},
  flags: {
    store: { type: 'text', value: 'STORE', help: 'only this data store, by its id or name', names: 'store' },
    claim: { type: 'text', value: 'AMOUNT', help: 'what is claimed to have been taken: 350GB, 1.5TiB' },
    form: { type: FORMS, help: 'what the claim is of: content, archives of it, or not known (default: unknown)' },
    all: { type: 'boolean', help: 'list stores with no recorded amount, too' },
  },
  exits: { 0: 'done', 4: 'no case, or no engine' },
  examples: [
    { does: 'every amount as a pair of bounds, with what would settle it', line: 'verascope -C CASE bound' },
    { does: 'does the evidence bear out what the actor says?', line: 'verascope -C CASE bound --claim 350GB' },
    {
      does: 'one bucket, and the claim is of archives',
      line: 'verascope -C CASE bound --store my-bucket --claim 1.5TB --form compressed',
    },
  ],
  async run({ flags, session }) {
    const amount = flags.claim === undefined ? undefined : claimedAmount(flags.claim)
    if (amount === null) throw noAmount(flags.claim ?? '', session.program)
    if (amount === undefined && flags.form !== undefined) throw formWithoutClaim(flags.form, session.program)
    const { assessmentOf } = await import('../assessing.ts')
    const bounds = volumeBounds(await assessmentOf(session), flags.store ?? null)
    if (flags.store !== undefined && bounds.stores.length === 0)
      throw unknownId(flags.store, 'data store', session.program)
    const claim = amount === undefined ? null : { ...amount, form: flags.form ?? 'unknown' }
    const tested: TestedClaim | null =
      claim === null ? null : { text: flags.claim ?? '', ...claim, ...testVolumeClaim(claim, bounds) }
    const data: BoundPage = { ...bounds, claim: tested }
    return { data, view: (page) => boundView(data, page), plain: () => boundRows(data), exit: 0 }
  },
})
