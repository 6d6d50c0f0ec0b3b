import { getObject } from '@verascope/story/deeds/s3'
import type { DigestFile, LogFile } from '@verascope/story/deliver/delivered'
import { download, lookAround, type Office, office } from '@verascope/story/play/office'
import type { Stage } from '@verascope/story/play/stage'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'

/** One bucket in every region, which the clerk reads and the thief does not. */
function branches(stage: Stage, { main, clerk }: Office): void {
  for (const region of stage.settings.regions.slice(1)) {
    const branch = stage.bucket(main, region, `branch-${region}`)
    routine(stage, clerk, 30 * MINUTE, () => getObject(stage.chance, branch, stage.chance.pick(branch.objects)))
  }
}

/** One defect for each region but the last, each five hours after the window begins or soon after. */
function defects(stage: Stage): void {
  const after = stage.settings.from + 5 * HOUR
  const log = (region: string) => (file: LogFile) => file.region === region && file.oldest >= after
  const digest = (region: string) => (file: DigestFile) =>
    file.region === region && file.from >= after && !file.isBackfill
  stage.harm({ kind: 'log-removed', of: log('eu-central-1') })
  stage.harm({ kind: 'log-changed', of: log('us-east-1') })
  stage.harm({ kind: 'digest-removed', of: digest('us-west-2') })
  stage.harm({ kind: 'log-forged', of: log('ap-southeast-2') })
  stage.harm({ kind: 'log-truncated', of: log('ap-northeast-1') })
}

/** A chain with a file gone, one with a file changed, one with a digest gone, one forged to fit, one file cut short. */
const story: Story = defineStory({
  slug: 'digest-defects',
  title: 'One defect a region; two regions are whole',
  from: '2026-03-10T00:00:00Z',
  hours: 12,
  regions: ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2', 'ap-southeast-2', 'ap-northeast-1', 'sa-east-1'],
  // A file that no digest lists could be changed unseen: here every harm shall be seen.
  weather: { late: 0.03, duplicates: 0.02, backfills: 0, joins: 0 },
  play(stage) {
    const rooms = office(stage)
    branches(stage, rooms)
    download(stage, rooms.thief, rooms.payroll, lookAround(stage, rooms))
    defects(stage)
  },
})

export default story
