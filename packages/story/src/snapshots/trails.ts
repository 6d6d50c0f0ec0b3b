import type { StoryFile } from '../deliver/written.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Stage } from '../play/stage.ts'
import type { Trail, TrailState } from '../world/trail.ts'
import { snapshot } from './snapshot.ts'
import { type Seen, statusSnapshots } from './status.ts'

function description(trail: Trail, state: TrailState): JsonObject {
  const isPlain =
    state.selectors.kind === 'basic' && state.selectors.basic.every((one) => one.dataResources.length === 0)
  return {
    Name: trail.name,
    S3BucketName: trail.bucket,
    ...(trail.prefix === null ? {} : { S3KeyPrefix: trail.prefix }),
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: state.isMultiRegion,
    HomeRegion: trail.homeRegion,
    TrailARN: trail.arn,
    LogFileValidationEnabled: state.validates,
    ...(state.kmsKey === null ? {} : { KmsKeyId: state.kmsKey }),
    HasCustomEventSelectors: !isPlain,
    HasInsightSelectors: false,
    IsOrganizationTrail: state.isOrganization,
  }
}

/** Selectors as the command line prints them: names begin in upper case. */
function selectorsOutput(trail: Trail, { selectors }: TrailState): Json {
  if (selectors.kind === 'basic') {
    return {
      TrailARN: trail.arn,
      EventSelectors: selectors.basic.map(
        (one): Json => ({
          ReadWriteType: one.readWriteType,
          IncludeManagementEvents: one.includeManagementEvents,
          DataResources: one.dataResources.map(({ type, values }): Json => ({ Type: type, Values: values })),
          ExcludeManagementEventSources: one.excludeManagementEventSources,
        }),
      ),
    }
  }
  const capital = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return {
    TrailARN: trail.arn,
    AdvancedEventSelectors: selectors.advanced.map(
      ({ name, fieldSelectors }): Json => ({
        Name: name,
        FieldSelectors: fieldSelectors.map(
          (one): Json =>
            Object.fromEntries(Object.entries(one).map(([field, value]): [string, Json] => [capital(field), value])),
        ),
      }),
    ),
  }
}

/** describe-trails of every account, and selectors and status of every trail that still exists. */
export function trailSnapshots(stage: Stage, seen: Seen): readonly StoryFile[] {
  const { at } = seen
  const living = stage.trails.filter((trail) => stage.history.trailAt(trail, at).exists)
  const lists = stage.accounts.flatMap((account) => {
    const region = stage.settings.regions[0]
    const trailList = living
      .map((trail) => ({ trail, state: stage.history.trailAt(trail, at) }))
      .filter(({ trail, state }) => trail.account.id === account.id || state.isOrganization)
      .map(({ trail, state }) => description(trail, state))
    const command = 'cloudtrail describe-trails --include-shadow-trails'
    return snapshot({ account: account.id, region, at, command, name: 'describe-trails', output: { trailList } })
  })
  const details = living.flatMap((trail) => [
    ...snapshot({
      account: trail.account.id,
      region: trail.homeRegion,
      at,
      command: `cloudtrail get-event-selectors --trail-name ${trail.arn}`,
      name: `get-event-selectors-${trail.name}`,
      output: selectorsOutput(trail, stage.history.trailAt(trail, at)),
    }),
    ...statusSnapshots(stage, trail, seen),
  ])
  return [...lists, ...details]
}
