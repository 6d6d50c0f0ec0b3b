import type { Deed, Failure } from '../emit/deed.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Account, KmsKey } from '../world/model.ts'
import type { Selectors, Trail, TrailState } from '../world/trail.ts'
import { globalService, reading, type Service, serviceAt, writing } from './management.ts'

const VERSION = '1.11'
const home = (trail: Trail): Service => serviceAt('cloudtrail', trail.account, trail.homeRegion, VERSION)

function alter(trail: Trail, name: string, state: Partial<TrailState>): Deed {
  return {
    ...writing(home(trail), name, { request: { name: trail.arn } }),
    alters: { kind: 'trail', trail: trail.arn, state },
  }
}

export const stopLogging = (trail: Trail): Deed => alter(trail, 'StopLogging', { isLogging: false })
export const startLogging = (trail: Trail): Deed => alter(trail, 'StartLogging', { isLogging: true })
export const deleteTrail = (trail: Trail): Deed => alter(trail, 'DeleteTrail', { exists: false, isLogging: false })

/** The answer states the whole trail, the request only what was to change. */
export function updateTrail(
  trail: Trail,
  before: TrailState,
  change: Partial<Pick<TrailState, 'isMultiRegion' | 'validates' | 'isOrganization'>>,
): Deed {
  const after = { ...before, ...change }
  const request: JsonObject = {
    name: trail.arn,
    ...(change.isMultiRegion === undefined ? {} : { isMultiRegionTrail: change.isMultiRegion }),
    ...(change.validates === undefined ? {} : { enableLogFileValidation: change.validates }),
    ...(change.isOrganization === undefined ? {} : { isOrganizationTrail: change.isOrganization }),
  }
  const response: JsonObject = {
    name: trail.name,
    s3BucketName: trail.bucket,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: after.isMultiRegion,
    trailARN: trail.arn,
    logFileValidationEnabled: after.validates,
    isOrganizationTrail: after.isOrganization,
  }
  return {
    ...writing(home(trail), 'UpdateTrail', { request, response }),
    alters: { kind: 'trail', trail: trail.arn, state: change },
  }
}

/** Selectors as records write them: names begin in lower case. */
function recordedSelectors(selectors: Selectors): JsonObject {
  if (selectors.kind === 'basic') {
    return {
      eventSelectors: selectors.basic.map(
        (one): Json => ({
          readWriteType: one.readWriteType,
          includeManagementEvents: one.includeManagementEvents,
          dataResources: one.dataResources.map(({ type, values }) => ({ type, values })),
          excludeManagementEventSources: one.excludeManagementEventSources,
        }),
      ),
    }
  }
  return {
    advancedEventSelectors: selectors.advanced.map(
      ({ name, fieldSelectors }): Json => ({
        name,
        fieldSelectors: fieldSelectors.map(({ field, ...tests }): Json => ({ field, ...tests })),
      }),
    ),
  }
}

/** Says the new selectors in full, never the old ones. */
export function putEventSelectors(trail: Trail, selectors: Selectors): Deed {
  const said = recordedSelectors(selectors)
  const request = { trailName: trail.arn, ...said }
  const response = { trailARN: trail.arn, ...said }
  return {
    ...writing(home(trail), 'PutEventSelectors', { request, response }),
    alters: { kind: 'trail', trail: trail.arn, state: { selectors } },
  }
}

export const describeTrails = (account: Account, region: string): Deed =>
  reading(serviceAt('cloudtrail', account, region, VERSION), 'DescribeTrails', {
    request: { trailNameList: [], includeShadowTrails: true },
  })

export const getTrailStatus = (trail: Trail): Deed =>
  reading(home(trail), 'GetTrailStatus', { request: { name: trail.arn } })

export function unknownTrail(trail: string, account: Account): Failure {
  return { code: 'TrailNotFoundException', message: `Unknown trail: ${trail} for the user: ${account.id}` }
}

function keyCall(key: KmsKey, name: string, isUsable: boolean): Deed {
  return {
    ...writing(serviceAt('kms', key.account, key.region, '1.08'), name, {
      request: { keyId: key.arn },
      response: { keyId: key.arn },
    }),
    resources: [{ accountId: key.account.id, type: 'AWS::KMS::Key', ARN: key.arn }],
    alters: { kind: 'kms-key', key: key.arn, isUsable },
  }
}

export const disableKey = (key: KmsKey): Deed => keyCall(key, 'DisableKey', false)
export const enableKey = (key: KmsKey): Deed => keyCall(key, 'EnableKey', true)

export const leaveOrganization = (account: Account): Deed =>
  writing(globalService('organizations', account, '1.09'), 'LeaveOrganization')

export const listAccounts = (account: Account): Deed =>
  reading(globalService('organizations', account, '1.09'), 'ListAccounts')
