import type { Damaged } from '../deliver/damage.ts'
import type { StoryFile } from '../deliver/written.ts'
import type { Played } from '../play/played.ts'
import { MINUTE } from '../time.ts'
import { accountSnapshots } from './accounts.ts'
import { logKeys, logListings, logPolicies, publicKeys } from './log-bucket.ts'
import { trailSnapshots } from './trails.ts'

/**
 * What a responder asks for after the fact: the state of things as the window ends, and the log buckets once more when
 * the last file has come. An answer of the very end would speak for hours whose records nobody has yet.
 */
export function snapshots(played: Played, { kept, regionsWithoutKeys }: Damaged): readonly StoryFile[] {
  const { stage, delivered, span } = played
  const at = stage.settings.to + 2 * MINUTE
  const withKeys = stage.settings.regions.filter((region) => !regionsWithoutKeys.includes(region))
  const asked = [...stage.visits, at]
  return [
    ...asked.flatMap((then) => trailSnapshots(stage, { at: then, delivered })),
    ...accountSnapshots(stage, at),
    ...publicKeys(stage, withKeys, at),
    ...asked.flatMap((then) => [...logPolicies(stage, then), ...logKeys(stage, then)]),
    ...logListings(stage, kept, span.to),
  ]
}
