import { expect, test } from 'vitest'
import { deactivateAccessKey, deleteAccessKey } from '../deeds/identity.ts'
import { DENIED } from '../emit/deed.ts'
import { textAt } from '../json.ts'
import { mint } from '../mint.ts'
import { defineStory } from '../story.ts'
import { HOUR } from '../time.ts'

/** Four users with a key each: one key goes on, one is switched off, one deleted, and of one the deletion is refused. */
const story = defineStory({
  slug: 'keys-that-end',
  title: 'Keys end in different ways',
  from: '2026-03-10T00:00:00Z',
  hours: 3,
  regions: ['us-east-1'],
  play(stage) {
    const account = stage.account('main')
    const [kept, off, gone, refused] = ['kept', 'off', 'gone', 'refused'].map((name) =>
      stage.key(stage.user(account, name)),
    )
    if (kept === undefined || off === undefined || gone === undefined || refused === undefined) return
    const admin = stage.owner(kept, { address: '198.51.100.1', agent: 'aws-cli/2.15.0' })
    const at = stage.settings.from + HOUR
    stage.call(at, admin, deactivateAccessKey(off))
    stage.call(at, admin, deactivateAccessKey(gone))
    stage.call(at, admin, deleteAccessKey(gone))
    stage.call(at, admin, deleteAccessKey(refused), DENIED)
  },
})

test('a credential report shows keys that are switched off as that, and none that is deleted', () => {
  const file = mint(story).files.find(({ path }) => path.endsWith('get-credential-report.json'))
  const report = Buffer.from(
    textAt(JSON.parse(Buffer.from(file?.bytes ?? []).toString()), 'Content'),
    'base64',
  ).toString()
  const [head = '', ...rows] = report.split('\n')
  const column = (name: string): number => head.split(',').indexOf(name)
  const keys = rows.map((row) => {
    const cells = row.split(',')
    const madeAt = cells[column('access_key_1_last_rotated')]
    return [cells[0], cells[column('access_key_1_active')], madeAt === 'N/A' ? 'none' : 'made']
  })
  expect(keys).toEqual([
    ['kept', 'true', 'made'],
    ['off', 'false', 'made'],
    ['gone', 'false', 'none'],
    ['refused', 'true', 'made'],
  ])
})
