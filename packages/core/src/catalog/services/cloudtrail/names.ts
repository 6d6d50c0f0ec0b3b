import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'

function arnOf(kind: string, value: string | null, { account, region }: CallEvent): string | null {
  if (value === null) return null
  if (parseArn(value) !== null) return value
  return `arn:${partitionOf(region)}:cloudtrail:${region}:${account}:${kind}/${value}`
}

/** The trail of a call by its ARN; a bare name means one of the call's own account and region. */
export const trail: FromCall = (call) =>
  pickText(call.response, 'trailARN') ??
  arnOf('trail', pickText(call.request, 'name') ?? pickText(call.request, 'trailName'), call)

/** The event data store of a call by its ARN; a bare id means one of the call's own account and region. */
export const dataStore: FromCall = (call) =>
  arnOf('eventdatastore', said('eventDataStoreArn', 'eventDataStore')(call), call)

/** The channel of a call by its ARN. */
export const channel: FromCall = (call) => arnOf('channel', said('channelArn', 'channel')(call), call)

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** A trail in words, by its name. */
export const trailWords: Words = (call) => {
  const arn = trail(call)
  return `trail \`${arn === null ? 'unknown' : lastPart(arn)}\``
}

/** An event data store in words, by the name that people know where the record says it. */
export const dataStoreWords: Words = (call) => {
  const arn = dataStore(call)
  const known = pickText(call.response, 'name') ?? pickText(call.request, 'name')
  return `event data store \`${known ?? (arn === null ? 'unknown' : lastPart(arn))}\``
}
