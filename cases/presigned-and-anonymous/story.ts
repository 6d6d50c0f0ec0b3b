import { getObject, listObjects } from '@verascope/story/deeds/s3'
import { lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'

/**
 * Links signed with the stolen key are used from anywhere; links that the clerk signed are used by customers; a public
 * bucket is read by everybody, and by the thief without a credential.
 */
const story: Story = defineStory({
  slug: 'presigned-and-anonymous',
  title: 'Signed links and a public bucket: who reads is not who signed',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const { chance } = stage
    const rooms = office(stage)
    const { main, region, stolen, clerk, thief, entry, payroll, archive } = rooms
    const website = stage.bucket(main, region, 'website')
    const next = lookAround(stage, rooms)
    stage.call(next, thief, listObjects(chance, website))
    const receiver = stage.actor(stolen, { address: '192.0.2.77', agent: 'curl/8.4.0' })
    payroll.objects.forEach((object, at) => {
      stage.call(next + (10 + at) * MINUTE, receiver, getObject(chance, payroll, object, 'QueryString'))
    })
    const nobody = { kind: 'anonymous' } as const
    const object = chance.pick(website.objects)
    stage.call(next + 30_000, stage.actor(nobody, thief.origin), getObject(chance, website, object, 'none'))
    const visitor = stage.owner(nobody, { address: '192.0.2.140', agent: 'Mozilla/5.0' })
    routine(stage, visitor, 50 * MINUTE, () => getObject(chance, website, chance.pick(website.objects), 'none'))
    const customer = stage.owner(clerk.caller, { address: '192.0.2.200', agent: 'Mozilla/5.0' })
    stage.call(entry + 2 * HOUR, customer, getObject(chance, archive, chance.pick(archive.objects), 'QueryString'))
  },
})

export default story
