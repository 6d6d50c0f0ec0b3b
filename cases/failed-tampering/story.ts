import {
  deleteTrail,
  leaveOrganization,
  putEventSelectors,
  stopLogging,
  unknownTrail,
} from '@verascope/story/deeds/logging'
import { DENIED } from '@verascope/story/emit/deed'
import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { MINUTE } from '@verascope/story/time'
import { MANAGEMENT_ONLY } from '@verascope/story/world/trail'

/** Everything that was tried against the trail fails, or hits another trail: nobody is blinded. */
const story: Story = defineStory({
  slug: 'failed-tampering',
  title: 'Failed stops and a stopped side trail blind nobody',
  from: '2026-03-10T00:00:00Z',
  hours: 8,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    const { main, logs, trail, thief, region } = rooms
    const side = stage.trail({
      name: 'side-trail',
      account: main,
      region,
      bucket: logs.name,
      prefix: 'side',
      isMultiRegion: false,
    })
    const next = lookAround(stage, rooms)
    stage.call(next, thief, stopLogging(trail), DENIED)
    stage.call(next + MINUTE, thief, deleteTrail(trail), DENIED)
    stage.call(next + 2 * MINUTE, thief, putEventSelectors(trail, MANAGEMENT_ONLY), DENIED)
    stage.call(next + 3 * MINUTE, thief, leaveOrganization(main), DENIED)
    stage.call(next + 4 * MINUTE, thief, stopLogging(trail), unknownTrail(`${trail.arn}-2`, main))
    stage.call(next + 5 * MINUTE, thief, stopLogging(side))
    stage.call(next + 6 * MINUTE, thief, deleteTrail(side))
    download(stage, thief, rooms.payroll, next + 7 * MINUTE)
  },
})

export default story
