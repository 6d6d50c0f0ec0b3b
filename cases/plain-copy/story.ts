import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR } from '@verascope/story/time'

/**
 * The log bucket was copied without the metadata of its objects. Each digest repeats the signature of the one before it,
 * so that only the newest of each chain cannot be checked, and only the last hour leans on that one: selectors are known
 * from an answer of the evening before.
 */
const story: Story = defineStory({
  slug: 'plain-copy',
  title: 'A copy of the log bucket without signatures',
  from: '2026-03-10T00:00:00Z',
  hours: 8,
  regions: ['eu-west-1', 'us-east-1'],
  // Backfill digests would be a chain of their own, with a newest one that may lie anywhere.
  weather: { late: 0.03, duplicates: 0.02, backfills: 0, joins: 0.5 },
  play(stage) {
    const rooms = office(stage)
    stage.visit(stage.settings.from - HOUR)
    download(stage, rooms.thief, rooms.payroll, lookAround(stage, rooms))
    stage.harm({ kind: 'signatures-lost' })
  },
})

export default story
