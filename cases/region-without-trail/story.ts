import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { MINUTE } from '@verascope/story/time'

/** The trail looks at its home region alone; a bucket lies in another one, and is read there. */
const story: Story = defineStory({
  slug: 'region-without-trail',
  title: 'A region that no trail looks at',
  from: '2026-03-10T00:00:00Z',
  hours: 8,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage, { isMultiRegion: false })
    const abroad = stage.bucket(rooms.main, 'us-east-1', 'abroad')
    const next = download(stage, rooms.thief, rooms.payroll, lookAround(stage, rooms))
    download(stage, rooms.thief, abroad, next + 5 * MINUTE)
  },
})

export default story
