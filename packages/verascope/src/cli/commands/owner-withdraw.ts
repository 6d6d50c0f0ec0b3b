import { ownerMapRows, ownerMapView } from '../../render/owner-map-view.ts'
import { defineCommand } from '../define.ts'

export const ownerWithdraw = defineCommand({
  name: 'owner withdraw',
  summary: 'take the owners map back; nothing is said of owners then',
  args: {},
  flags: {
    by: { type: 'text', value: 'NAME', help: 'who takes it back; needed' },
    because: { type: 'text', value: 'TEXT', help: 'why' },
  },
  exits: { 0: 'done', 4: 'no case' },
  examples: [{ does: 'it was of another year', line: 'verascope -C CASE owner withdraw --by "A. Responder"' }],
  async run({ flags, session }) {
    const { withdrawOwners } = await import('../owner-work.ts')
    const { by = '', because = null } = flags
    const owners = await withdrawOwners(session, by, because)
    session.say('withdrawn; the journal keeps that it was there')
    return { data: owners, view: (page) => ownerMapView(owners, page), plain: () => ownerMapRows(owners), exit: 0 }
  },
})
