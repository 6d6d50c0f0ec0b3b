import { getCallerIdentity } from '@verascope/story/deeds/identity'
import { getObject, listBuckets, listObjects, putObject } from '@verascope/story/deeds/s3'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'
import { EVERYTHING } from '@verascope/story/world/trail'

/** Data events are on for everything and whole: what was not touched can be shown to be untouched. */
const story: Story = defineStory({
  slug: 'data-events-whole',
  title: 'A stolen key reads one bucket of three; every record of all three is there',
  from: '2026-03-10T00:00:00Z',
  hours: 12,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const { chance } = stage
    const { from } = stage.settings
    const main = stage.account('main')
    const logs = stage.bucket(main, 'eu-west-1', 'logs', 0)
    stage.trail({
      name: 'main-trail',
      account: main,
      region: 'eu-west-1',
      bucket: logs.name,
      selectors: EVERYTHING,
    })

    const payroll = stage.bucket(main, 'eu-west-1', 'payroll')
    const invoices = stage.bucket(main, 'eu-west-1', 'invoices')
    const archive = stage.bucket(main, 'us-east-1', 'archive')

    const clerk = stage.owner(stage.key(stage.user(main, 'clerk')), { address: '198.51.100.7', agent: 'Boto3/1.34.2' })
    routine(stage, clerk, 40 * MINUTE, () => getObject(chance, invoices, chance.pick(invoices.objects)))
    routine(stage, clerk, 2 * HOUR, () => putObject(chance, archive, chance.pick(archive.objects)))

    const stolen = stage.key(stage.user(main, 'deployer'))
    const deployer = stage.owner(stolen, { address: '198.51.100.8', agent: 'aws-cli/2.15.0' })
    routine(stage, deployer, 90 * MINUTE, () => putObject(chance, payroll, chance.pick(payroll.objects)))

    const entry = from + 3 * HOUR
    const thief = stage.actor(stolen, { address: '203.0.113.66', agent: 'aws-sdk-go-v2/1.24' })
    stage.steal(stolen, entry, 'leaked by a build')
    stage.indicate(stolen.keyId, entry)
    stage.call(entry + MINUTE, thief, getCallerIdentity(main, 'us-east-1'))
    stage.call(entry + 2 * MINUTE, thief, listBuckets(chance, main))
    stage.call(entry + 3 * MINUTE, thief, listObjects(chance, payroll))
    payroll.objects.forEach((object, at) => {
      stage.call(entry + (4 + at) * MINUTE, thief, getObject(chance, payroll, object))
    })
  },
})

export default story
