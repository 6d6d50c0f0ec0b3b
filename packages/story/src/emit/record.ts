import type { Json, JsonObject } from '../json.ts'
import { textAt } from '../json.ts'
import { iso } from '../time.ts'
import type { EventFacts } from '../world/selects.ts'
import type { Call } from './call.ts'
import { userIdentity } from './identity.ts'

/** One record as CloudTrail delivers it to one account, and what selectors see of it. */
export interface Emitted {
  readonly at: number
  readonly account: string
  readonly region: string
  readonly eventId: string
  readonly facts: EventFacts
  readonly record: JsonObject
}

/** Without the members that are undefined: JSON has no such thing. */
function defined(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

function tls(call: Call): JsonObject | undefined {
  const { host } = call.deed
  if (host === undefined) return undefined
  return { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256', clientProvidedHostHeader: host }
}

const isFromConsole = (call: Call): boolean => call.who.caller.kind === 'user-session' && call.who.caller.isConsole

/** Services appear under their name in place of address and agent. */
function whence(call: Call): JsonObject {
  const { caller, origin } = call.who
  if (caller.kind === 'service') return { sourceIPAddress: caller.service, userAgent: caller.service }
  if (caller.kind === 'forwarded') return { sourceIPAddress: 'AWS Internal', userAgent: 'AWS Internal' }
  const agent = call.deed.source === 's3.amazonaws.com' ? `[${origin.agent}]` : origin.agent
  return { sourceIPAddress: origin.address, userAgent: agent }
}

function recordFor(call: Call, account: string, eventId: string): JsonObject {
  const { deed, failure } = call
  const isData = deed.category === 'Data'
  return defined({
    eventVersion: deed.version,
    userIdentity: userIdentity(call.who.caller, account),
    eventTime: iso(call.at),
    eventSource: deed.source,
    eventName: deed.name,
    awsRegion: deed.region,
    ...whence(call),
    errorCode: failure?.code,
    errorMessage: failure?.message,
    requestParameters: deed.request,
    responseElements: failure === null ? deed.response : null,
    additionalEventData: deed.extra,
    // Sign-ins and what services do by themselves answer no request.
    requestID: (deed.eventType ?? 'AwsApiCall') === 'AwsApiCall' ? call.requestId : undefined,
    eventID: eventId,
    readOnly: deed.isReadOnly,
    resources: deed.resources,
    eventType: deed.eventType ?? 'AwsApiCall',
    managementEvent: !isData,
    recipientAccountId: account,
    sharedEventID: call.sharedId ?? undefined,
    serviceEventDetails: deed.serviceDetails,
    vpcEndpointId: call.who.origin.endpoint,
    eventCategory: deed.category,
    tlsDetails: tls(call),
    sessionCredentialFromConsole: isFromConsole(call) ? 'true' : undefined,
  })
}

/** Every record of a call, one for each account that gets one. */
export function recordsOf(call: Call): readonly Emitted[] {
  const { deed } = call
  return call.copies.map(({ account, eventId }) => {
    const record = recordFor(call, account, eventId)
    const facts: EventFacts = {
      category: deed.category,
      isReadOnly: deed.isReadOnly,
      source: deed.source,
      name: deed.name,
      eventType: deed.eventType ?? 'AwsApiCall',
      userArn: textAt(record, 'userIdentity', 'arn'),
      fromConsole: isFromConsole(call),
      resource: deed.selectable ?? null,
    }
    return { at: call.at, account, region: deed.region, eventId, facts, record }
  })
}
