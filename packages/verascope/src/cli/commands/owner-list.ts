import { noOwnersView, ownerMapRows, ownerMapView } from '../../render/owner-map-view.ts'
import { defineCommand } from '../define.ts'

export const ownerList = defineCommand({
  name: 'owner list',
  summary: 'list the owners of the case, with what is theirs and whom to write to',
  args: {},
  flags: {},
  exits: { 0: 'done', 4: 'no case' },
  examples: [{ does: 'who is named, and by which lines', line: 'verascope -C CASE owner list' }],
  async run({ session }) {
    const { listOwners } = await import('../owner-work.ts')
    const owners = await listOwners(session)
    return {
      data: owners,
      view: (page) => (owners === null ? noOwnersView(page) : ownerMapView(owners, page)),
      plain: () => (owners === null ? [] : ownerMapRows(owners)),
      exit: 0,
    }
  },
})
