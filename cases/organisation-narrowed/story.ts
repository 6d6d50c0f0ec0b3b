import { assumeRole } from '@verascope/story/deeds/identity'
import { putEventSelectors } from '@verascope/story/deeds/logging'
import { getObject } from '@verascope/story/deeds/s3'
import { download, lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'
import { MANAGEMENT_ONLY } from '@verascope/story/world/trail'

/** The trail of the organisation is narrowed where it lives; the member whose bucket is read has no record of that. */
const story: Story = defineStory({
  slug: 'organisation-narrowed',
  title: 'Selectors of the organisation trail are narrowed in the management account',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage, { isOrganization: true, trailName: 'organisation-trail' })
    const { region, thief, entry, trail } = rooms
    const { chance } = stage
    const member = stage.account('member')
    const store = stage.bucket(member, region, 'member-data')
    const keeper = stage.owner(stage.key(stage.user(member, 'keeper')), {
      address: '198.51.100.30',
      agent: 'Boto3/1.34.2',
    })
    routine(stage, keeper, 35 * MINUTE, () => getObject(chance, store, chance.pick(store.objects)))
    stage.visit(stage.settings.from - HOUR)
    lookAround(stage, rooms)
    const narrowed = entry + HOUR
    stage.call(narrowed, thief, putEventSelectors(trail, MANAGEMENT_ONLY))
    const role = stage.role(member, 'audit')
    const { deed, session } = assumeRole(chance, { role, name: 'review', at: narrowed + 5 * MINUTE, region })
    stage.call(narrowed + 5 * MINUTE, thief, deed)
    download(stage, stage.actor(session, thief.origin), store, narrowed + 8 * MINUTE)
  },
})

export default story
