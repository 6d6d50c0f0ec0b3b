import { getObject } from '@verascope/story/deeds/s3'
import { refuseLogs } from '@verascope/story/deeds/s3-settings'
import { download, lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'

/** The policy of the log bucket denies the prefix of one region: that region falls silent, and its digests do not. */
const story: Story = defineStory({
  slug: 'bucket-denies-region',
  title: 'A log bucket that lets the files of one region in no more',
  from: '2026-03-10T00:00:00Z',
  hours: 12,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    const { main, logs, thief, clerk, entry } = rooms
    const abroad = stage.bucket(main, 'us-east-1', 'abroad')
    routine(stage, clerk, 25 * MINUTE, () => getObject(stage.chance, abroad, stage.chance.pick(abroad.objects)))
    download(stage, thief, rooms.payroll, lookAround(stage, rooms))
    stage.call(entry + HOUR, thief, refuseLogs(stage.chance, logs, ['us-east-1']))
    download(stage, thief, abroad, entry + HOUR + 20 * MINUTE)
  },
})

export default story
