import { putEventSelectors, startLogging, stopLogging } from '@verascope/story/deeds/logging'
import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'
import { EVERYTHING, MANAGEMENT_ONLY, type Selectors } from '@verascope/story/world/trail'

const READS_ONLY: Selectors = {
  kind: 'basic',
  basic: [
    { readWriteType: 'ReadOnly', includeManagementEvents: true, dataResources: [], excludeManagementEventSources: [] },
  ],
}

/**
 * Data events are switched on while the trail is off and the only other trail records no changes: nothing says
 * when: the answers before show them off and those after show them on, with no change between them.
 */
const story: Story = defineStory({
  slug: 'unseen-change',
  title: 'A change of selectors that no trail records',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  // The stop is short, and no digest tells of it.
  weather: { late: 0.03, duplicates: 0.02, backfills: 0, joins: 1 },
  play(stage) {
    const rooms = office(stage, { selectors: MANAGEMENT_ONLY })
    stage.visit(stage.settings.from - HOUR)
    const { main, region, logs, trail, thief, entry } = rooms
    const other = stage.trail({ name: 'other-trail', account: main, region, bucket: logs.name, prefix: 'other' })
    download(stage, thief, rooms.payroll, lookAround(stage, rooms))
    const stop = entry + 2 * HOUR
    stage.call(stop - 10 * MINUTE, thief, putEventSelectors(other, READS_ONLY))
    stage.call(stop, thief, stopLogging(trail))
    stage.call(stop + 5 * MINUTE, thief, putEventSelectors(trail, EVERYTHING))
    stage.call(stop + 10 * MINUTE, thief, startLogging(trail))
    stage.call(stop + 20 * MINUTE, thief, putEventSelectors(other, MANAGEMENT_ONLY))
  },
})

export default story
