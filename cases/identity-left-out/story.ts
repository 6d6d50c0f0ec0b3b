import { getObject } from '@verascope/story/deeds/s3'
import { download, lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { MINUTE } from '@verascope/story/time'
import { advanced } from '@verascope/story/world/trail'

/** Somebody found the deployer too noisy: data events of that user were never recorded, the thief's included. */
const story: Story = defineStory({
  slug: 'identity-left-out',
  title: 'Selectors that leave out the very user whose key is stolen',
  from: '2026-03-10T00:00:00Z',
  hours: 8,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    const quiet = stage.account('quiet')
    const uploader = stage.key(stage.user(quiet, 'uploader'))
    const store = stage.bucket(quiet, rooms.region, 'uploads')
    stage.trail({
      name: 'quiet-trail',
      account: quiet,
      region: rooms.region,
      bucket: rooms.logs.name,
      selectors: advanced('AWS::S3::Object', [{ field: 'userIdentity.arn', notEquals: [uploader.user.arn] }]),
    })
    const keeper = stage.owner(stage.key(stage.user(quiet, 'keeper')), {
      address: '198.51.100.31',
      agent: 'Boto3/1.34.2',
    })
    routine(stage, keeper, 35 * MINUTE, () => getObject(stage.chance, store, stage.chance.pick(store.objects)))
    const next = download(stage, rooms.thief, rooms.payroll, lookAround(stage, rooms))
    stage.steal(uploader, next, 'found beside the first')
    stage.indicate(uploader.keyId, next)
    download(stage, stage.actor(uploader, rooms.thief.origin), store, next + 5 * MINUTE)
  },
})

export default story
