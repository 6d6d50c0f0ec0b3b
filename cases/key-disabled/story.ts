import { disableKey, enableKey } from '@verascope/story/deeds/logging'
import { download, lookAround, office } from '@verascope/story/play/office'
import { defineStory, type Story } from '@verascope/story/story'
import { HOUR, MINUTE } from '@verascope/story/time'

/**
 * Log files are encrypted with a key of our own, and the key is off for good: signed, empty digests go on as if nothing
 * had happened at all.
 */
const story: Story = defineStory({
  slug: 'key-disabled',
  title: 'The key of the log files is disabled; empty digests prove that nothing came, not that nothing happened',
  from: '2026-03-10T00:00:00Z',
  hours: 12,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const rooms = office(stage)
    const { main, region, logs, thief, entry } = rooms
    const key = stage.kmsKey(main, region)
    const locked = stage.account('locked')
    const vault = stage.bucket(locked, region, 'vault')
    stage.trail({
      name: 'locked-trail',
      account: locked,
      region,
      bucket: logs.name,
      kmsKey: key.arn,
      selectors: rooms.trail.initial.selectors,
    })
    download(stage, thief, rooms.payroll, lookAround(stage, rooms))
    stage.call(entry + HOUR, thief, disableKey(key))
    const inside = stage.key(stage.user(locked, 'keeper'))
    stage.steal(inside, entry + HOUR, 'found beside the first')
    download(stage, stage.actor(inside, thief.origin), vault, entry + HOUR + 10 * MINUTE)
    // Too late for the window: what was kept back comes after its end.
    stage.call(stage.settings.to + 30 * MINUTE, rooms.admin, enableKey(key))
  },
})

export default story
