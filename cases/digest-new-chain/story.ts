import { updateTrail } from '@verascope/story/deeds/logging'
import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR } from '@verascope/story/time'

/** Validation is switched off for two hours: the records of them are there, and nothing says that they are all. */
const story: Story = defineStory({
  slug: 'digest-new-chain',
  title: 'A new chain of digests begins, and what lies before it is a gap',
  from: '2026-03-10T00:00:00Z',
  hours: 12,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    const { trail, thief, entry } = rooms
    const next = lookAround(stage, rooms)
    const off = entry + HOUR
    stage.call(off, thief, updateTrail(trail, trail.initial, { validates: false }))
    download(stage, thief, rooms.payroll, next)
    stage.call(off + 2 * HOUR, rooms.admin, updateTrail(trail, trail.initial, { validates: true }))
  },
})

export default story
