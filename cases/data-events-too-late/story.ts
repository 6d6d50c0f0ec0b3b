import { putEventSelectors } from '@verascope/story/deeds/logging'
import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR } from '@verascope/story/time'
import { EVERYTHING, MANAGEMENT_ONLY } from '@verascope/story/world/trail'

/** Defenders switch data events on after the theft: every later answer shows them on, and proves nothing about before. */
const story: Story = defineStory({
  slug: 'data-events-too-late',
  title: 'Data events switched on four hours after the theft',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage, { selectors: MANAGEMENT_ONLY })
    stage.visit(stage.settings.from - HOUR)
    const next = lookAround(stage, rooms)
    download(stage, rooms.thief, rooms.payroll, next)
    stage.call(rooms.entry + 4 * HOUR, rooms.admin, putEventSelectors(rooms.trail, EVERYTHING))
  },
})

export default story
