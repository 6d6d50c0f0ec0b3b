import { accountNumber } from '@verascope/story/chance/ids'
import { getObject, putObject } from '@verascope/story/deeds/s3'
import { getBucketReplication, putBucketReplication, shareBucket } from '@verascope/story/deeds/s3-settings'
import { lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'

/** A grant goes on when the key is dead: new objects are copied abroad, and a foreign account reads through a policy. */
const story: Story = defineStory({
  slug: 'replication-abroad',
  title: 'Replication to a foreign bucket, and a policy for a foreign account',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const { chance } = stage
    const rooms = office(stage)
    const { main, thief, clerk, payroll, archive, entry } = rooms
    const next = lookAround(stage, rooms)
    const role = stage.role(main, 'replication')
    stage.call(next, thief, getBucketReplication(chance, payroll))
    stage.call(
      next + MINUTE,
      thief,
      putBucketReplication(chance, payroll, { bucket: 'far-away-backup', role: role.arn }),
    )
    const newPayrolls = stage.owner(clerk.caller, clerk.origin)
    routine(stage, newPayrolls, 3 * HOUR, () => putObject(chance, payroll, chance.pick(payroll.objects)))
    const accountId = accountNumber(chance)
    stage.call(next + 5 * MINUTE, thief, shareBucket(chance, archive, { AWS: `arn:aws:iam::${accountId}:root` }))
    const stranger = { kind: 'outsider', accountId, principalId: 'AIDAQ3EGIWXYZ5KTLMNOP' } as const
    const abroad = stage.actor(stranger, { address: '192.0.2.99', agent: 'rclone/v1.65' })
    archive.objects.forEach((object, at) => {
      stage.call(entry + HOUR + at * MINUTE, abroad, getObject(chance, archive, object))
    })
  },
})

export default story
