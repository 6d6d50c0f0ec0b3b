import { startLogging, stopLogging } from '@verascope/story/deeds/logging'
import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'

/** The trail is stopped for half an hour and started again; the archive is read in between, and no record says so. */
const story: Story = defineStory({
  slug: 'logging-stopped',
  title: 'What happened while the trail was off is unknown, before and after it is not',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    const next = lookAround(stage, rooms)
    download(stage, rooms.thief, rooms.payroll, next)
    const stop = rooms.entry + 2 * HOUR
    stage.call(stop, rooms.thief, stopLogging(rooms.trail))
    download(stage, rooms.thief, rooms.archive, stop + 4 * MINUTE)
    stage.call(stop + 30 * MINUTE, rooms.thief, startLogging(rooms.trail))
  },
})

export default story
