import { ownerMapRows, ownerMapView } from '../../render/owner-map-view.ts'
import { defineCommand } from '../define.ts'

export const ownerImport = defineCommand({
  name: 'owner import',
  noun: 'say whose data stands where: owners, controllers, processors',
  summary: 'take an owners map, CSV or YAML, which takes the place of the one before',
  args: { file: { help: 'the map; how it is written: `help owners`', required: true, names: 'file' } },
  flags: {
    by: { type: 'text', value: 'NAME', help: 'who says whose data this is; needed' },
    maxRejects: { type: 'count', help: 'import although up to this many rows cannot be taken (default: 0)' },
  },
  exits: { 0: 'done', 3: 'rows cannot be taken; nothing was imported', 4: 'no case' },
  examples: [
    {
      does: 'a table with a line for each store or prefix',
      line: 'verascope -C CASE owner import owners.csv --by "A. Responder"',
    },
  ],
  async run({ args, flags, session }) {
    const { importOwners } = await import('../owner-work.ts')
    const { by = '', maxRejects = 0 } = flags
    const { owners, isNew, rejected } = await importOwners(session, { path: args.file[0] ?? '', by, maxRejects })
    for (const { line, reason } of rejected) session.warn(`left out, line ${line}: ${reason}`)
    session.say(isNew ? 'imported' : 'it was imported already; nothing changed')
    return {
      data: { ...owners, rejected },
      view: (page) => ownerMapView(owners, page),
      plain: () => ownerMapRows(owners),
      exit: 0,
    }
  },
})
