import { accountNumber } from '@verascope/story/chance/ids'
import { getObject, listObjects, putObject } from '@verascope/story/deeds/s3'
import { getSecretValue, listSecrets } from '@verascope/story/deeds/secrets'
import { download, lookAround, type Office, office } from '@verascope/story/play/office'
import type { Stage } from '@verascope/story/play/stage'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'
import type { Origin } from '@verascope/story/world/model'

/** A key that nobody had used for long lies in a secret; it works still, and is used from elsewhere. */
function oldKey(stage: Stage, { main, region, thief, entry }: Office): void {
  const secret = stage.store('secret', main, region, 'legacy/upload')
  const ledger = stage.bucket(main, region, 'ledger')
  const old = stage.key(stage.user(main, 'legacy'))
  stage.call(entry + 20 * MINUTE, thief, listSecrets(secret))
  stage.call(entry + 21 * MINUTE, thief, getSecretValue(secret))
  stage.steal(old, entry + 21 * MINUTE, 'lay in a secret that was read')
  download(stage, stage.actor(old, { address: '192.0.2.51', agent: 'Boto3/1.26.0' }), ledger, entry + 2 * HOUR)
}

/**
 * The build that leaked the known key leaked another one. Its owner goes on using it from hosted runners, whose
 * addresses change from run to run and are anybody's; the thief rents one as well.
 */
function secondKey(stage: Stage, { main, region, entry }: Office): void {
  const { chance } = stage
  const packages = stage.bucket(main, region, 'packages')
  const second = stage.key(stage.user(main, 'publisher'))
  const runner = (): Origin => ({ address: `192.0.2.${chance.whole(1, 250)}`, agent: 'aws-cli/2.15.0' })
  for (let at = stage.settings.from - 100 * MINUTE; at < stage.settings.to; at += 80 * MINUTE) {
    stage.call(at, stage.owner(second, runner()), putObject(chance, packages, chance.pick(packages.objects)))
  }
  stage.steal(second, entry, 'leaked by the same build')
  download(stage, stage.actor(second, runner()), packages, entry + 3 * HOUR)
}

/** A policy older than all evidence lets a foreign account in. */
function foreigner(stage: Stage, { main, region, entry }: Office): void {
  const shared = stage.bucket(main, region, 'shared')
  const caller = {
    kind: 'outsider',
    accountId: accountNumber(stage.chance),
    principalId: 'AIDAQ3EGIABCD5KTLMNOP',
  } as const
  const who = stage.actor(caller, { address: '192.0.2.99', agent: 'rclone/v1.65' })
  stage.call(entry + HOUR, who, listObjects(stage.chance, shared))
  const object = stage.chance.pick(shared.objects)
  stage.call(entry + HOUR + MINUTE, who, getObject(stage.chance, shared, object))
}

/** Credentials that were found, not made: no record tells of their becoming the actor's. */
const story: Story = defineStory({
  slug: 'old-key-in-a-secret',
  title: 'An old key from a secret, a second key from the same build, a foreign account through an old policy',
  from: '2026-03-10T00:00:00Z',
  hours: 10,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    lookAround(stage, rooms)
    oldKey(stage, rooms)
    secondKey(stage, rooms)
    foreigner(stage, rooms)
  },
})

export default story
