import { putObject } from '@verascope/story/deeds/s3'
import { office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR } from '@verascope/story/time'

/** A key is reported as leaked, and nobody ever uses it but its owner, from the same place as ever; the owner says so. */
const story: Story = defineStory({
  slug: 'benign-only',
  title: 'A leaked key that only its owner used',
  from: '2026-03-10T00:00:00Z',
  hours: 8,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const { deployer, payroll } = office(stage)
    stage.indicateOurs(deployer.origin.address)
    routine(stage, deployer, 2 * HOUR, () => putObject(stage.chance, payroll, stage.chance.pick(payroll.objects)))
  },
})

export default story
