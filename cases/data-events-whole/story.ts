import { getObject, listObjects } from '@verascope/story/deeds/s3'
import { download, lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { MINUTE } from '@verascope/story/time'

/** Data events are on for everything and whole: what was not touched can be shown to be untouched. */
const story: Story = defineStory({
  slug: 'data-events-whole',
  title: 'A stolen key reads one bucket of four; every record of all four is there',
  from: '2026-03-10T00:00:00Z',
  hours: 12,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const { chance } = stage
    const rooms = office(stage)
    const abroad = stage.bucket(rooms.main, 'us-east-1', 'abroad')
    routine(stage, rooms.clerk, 50 * MINUTE, () => getObject(chance, abroad, chance.pick(abroad.objects)))
    const next = lookAround(stage, rooms)
    stage.call(next, rooms.thief, listObjects(chance, rooms.payroll))
    download(stage, rooms.thief, rooms.payroll, next + MINUTE)
  },
})

export default story
