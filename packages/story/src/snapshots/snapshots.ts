import type { Damaged } from '../deliver/damage.ts'
import type { StoryFile } from '../deliver/written.ts'
import type { Played } from '../play/played.ts'
import { accountSnapshots } from './accounts.ts'
import { logBuckets, logKeys, publicKeys } from './log-bucket.ts'
import { trailSnapshots } from './trails.ts'

/** What a responder asks for at an instant, after the fact. */
export function snapshots(played: Played, { kept, regionsWithoutKeys }: Damaged, at: number): readonly StoryFile[] {
  const { stage, delivered } = played
  const withKeys = stage.settings.regions.filter((region) => !regionsWithoutKeys.includes(region))
  return [
    ...trailSnapshots(stage, { at, delivered }),
    ...accountSnapshots(stage, at),
    ...publicKeys(stage, withKeys, at),
    ...logBuckets(stage, kept, at),
    ...logKeys(stage, at),
  ]
}
