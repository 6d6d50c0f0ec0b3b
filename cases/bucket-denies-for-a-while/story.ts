import { getObject } from '@verascope/story/deeds/s3'
import { refuseLogs } from '@verascope/story/deeds/s3-settings'
import { download, lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'

/** One region is refused for ninety minutes; as the window ends, policy and status say that all is well. */
const story: Story = defineStory({
  slug: 'bucket-denies-for-a-while',
  title: 'A log bucket that refused the files of one region, and was mended',
  from: '2026-03-10T00:00:00Z',
  hours: 12,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    const { main, logs, thief, clerk, entry } = rooms
    const { chance } = stage
    const quiet = stage.bucket(main, 'us-east-1', 'quiet')
    routine(stage, clerk, 4 * HOUR, () => getObject(chance, quiet, chance.pick(quiet.objects)))
    download(stage, thief, rooms.payroll, lookAround(stage, rooms))
    const refused = entry + 2 * HOUR
    stage.call(refused, thief, refuseLogs(chance, logs, ['us-east-1']))
    stage.call(refused + 90 * MINUTE, rooms.admin, refuseLogs(chance, logs, []))
  },
})

export default story
