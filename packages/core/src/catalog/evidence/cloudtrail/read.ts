import type { EventCategory, Outcome } from '../../../domain/call.ts'
import type { EventDraft, ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { isObject, type Json, type JsonObject } from '../../../domain/json.ts'
import { isTooDeep, secretRemover } from '../../../domain/without-secrets.ts'
import { identityOf, textAt } from './identity.ts'

/** What AWS writes in the place of a secret, and the secrets that its requests carry in their headers. */
const withoutSecrets = secretRemover({
  keys: ['x-amz-security-token', 'x-amz-signature'],
  masks: ['HIDDEN_DUE_TO_SECURITY_REASONS', '<sensitiveDataRemoved>', 'Value hidden due to security reasons.'],
})

/** What the provider adds to a delivered record later. */
export const ENRICHMENTS: readonly string[] = ['eventContext', 'addendum']

/** A place that a record leaves out. The call still counts for its caller; its account or region proves nothing. */
const UNKNOWN = 'unknown'

const CATEGORIES: Readonly<Record<string, EventCategory>> = {
  Management: 'management',
  Data: 'data',
  NetworkActivity: 'network-activity',
  Insight: 'insight',
}

function isInsight(record: JsonObject): boolean {
  return textAt(record, 'eventType') === 'AwsCloudTrailInsight' && isObject(record['insightDetails'])
}

/**
 * Whether a record is CloudTrail's. INVARIANT: the event source is a host name. Event notifications of S3, DynamoDB and SQS use the
 * same field names and the same `Records`, but their source is written `aws:s3`.
 */
export function recognises(record: JsonObject): boolean {
  if (isInsight(record)) return true
  const source = textAt(record, 'eventSource')
  if (source === null || textAt(record, 'eventName') === null) return false
  if (!/^[\w-]+(?:\.[\w-]+)+$/.test(source)) return false
  const marks = ['eventVersion', 'eventID', 'eventTime', 'awsRegion', 'recipientAccountId']
  return isObject(record['userIdentity']) || marks.some((key) => textAt(record, key) !== null)
}

/** The time of the call. Some public copies went through a log shipper, which left only its own `@timestamp`. */
function timeOf(record: JsonObject): Instant | null {
  const key = record['eventTime'] === undefined ? '@timestamp' : 'eventTime'
  const text = textAt(record, key)
  return text === null ? null : parseInstant(text)
}

/** The event's class, only where the record is sure: the two fields that say it may be missing, and must not disagree. */
function categoryOf(record: JsonObject): EventCategory {
  const [text, management] = [textAt(record, 'eventCategory'), record['managementEvent']]
  const named = text !== null && Object.hasOwn(CATEGORIES, text) ? CATEGORIES[text] : undefined
  if (named === 'management' && management === false) return 'unknown'
  if (named === 'data' && management === true) return 'unknown'
  if (named !== undefined) return named
  if (text !== null) return 'unknown'
  if (isInsight(record)) return 'insight'
  if (textAt(record, 'eventType') === 'AwsVpceEvent') return 'network-activity'
  if (management === true) return 'management'
  return management === false ? 'data' : 'unknown'
}

/** Whether the call failed. Sign-in records say so in their answer and carry no error code. */
function outcomeOf(record: JsonObject, source: string): Outcome {
  if (textAt(record, 'errorCode') !== null || textAt(record, 'errorMessage') !== null) return 'failed'
  const answer = record['responseElements']
  const isSignIn = source === 'signin.amazonaws.com' || textAt(record, 'eventType') === 'AwsConsoleSignIn'
  return isSignIn && isObject(answer) && Object.values(answer).includes('Failure') ? 'failed' : 'ok'
}

/** The further data of a record; what a service says about its own act stands beside it. */
function extraOf(record: JsonObject): Json {
  const extra = withoutSecrets(record['additionalEventData'])
  const keys = ['serviceEventDetails', 'insightDetails'].filter(
    (key) => record[key] !== undefined && record[key] !== null,
  )
  const added = Object.fromEntries(keys.map((key) => [key, withoutSecrets(record[key])]))
  if (keys.length === 0) return extra
  if (isObject(extra)) return { ...extra, ...added }
  return extra === null ? added : { additionalEventData: extra, ...added }
}

function enrichmentOf(record: JsonObject): string | null {
  const present = ENRICHMENTS.filter((key) => record[key] !== undefined && record[key] !== null)
  return present.length === 0
    ? null
    : JSON.stringify(Object.fromEntries(present.map((key) => [key, withoutSecrets(record[key])])))
}

function accountIn(record: JsonObject): string {
  const user = record['userIdentity']
  const own = isObject(user) ? textAt(user, 'accountId') : null
  return textAt(record, 'recipientAccountId') ?? (own !== null && /^\d{12}$/.test(own) ? own : UNKNOWN)
}

function readOnlyOf(record: JsonObject): boolean | null {
  const value = record['readOnly']
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : null
}

/** Names what a record was of; an insight counts calls of an API and is none itself, so it goes by its own type. */
function nameOf(record: JsonObject): { readonly source: string | null; readonly name: string | null } {
  const details = record['insightDetails']
  if (!isInsight(record) || !isObject(details))
    return { source: textAt(record, 'eventSource'), name: textAt(record, 'eventName') }
  return { source: textAt(details, 'eventSource'), name: textAt(details, 'insightType') }
}

/** A struct as Athena shows it, `{type=IAMUser, ...}`: names and values are not quoted, so that nobody can tell them apart. */
function isStruct(value: Json | undefined): boolean {
  return typeof value === 'string' && /^\s*\{/.test(value)
}

function rejected(reason: string): ReadRecord {
  return { kind: 'rejected', reason }
}

interface Known {
  readonly eventId: string
  readonly at: Instant
  readonly source: string
  readonly name: string
}

/** Fills the columns. Written out field by field: spreading objects here costs half the time of reading a record. */
function eventOf(record: JsonObject, { eventId, at, source, name }: Known): EventDraft {
  const address = textAt(record, 'sourceIPAddress')
  const region = textAt(record, 'awsRegion') ?? UNKNOWN
  const who = identityOf(record, address, region)
  return {
    eventId,
    at,
    account: accountIn(record),
    region,
    caller: who.caller,
    address,
    agent: textAt(record, 'userAgent'),
    outcome: outcomeOf(record, source),
    source,
    name,
    category: categoryOf(record),
    readOnly: readOnlyOf(record),
    errorCode: textAt(record, 'errorCode'),
    principal: who.principal,
    principalId: who.principalId,
    principalAccount: who.principalAccount,
    issuer: who.issuer,
    sessionCreated: who.sessionCreated,
    invokedBy: who.invokedBy,
    vpcEndpoint: textAt(record, 'vpcEndpointId'),
    sharedEventId: textAt(record, 'sharedEventID'),
    request: withoutSecrets(record['requestParameters']),
    response: withoutSecrets(record['responseElements']),
    extra: extraOf(record),
    resources: withoutSecrets(record['resources']),
    enrichment: enrichmentOf(record),
    callerFacts: who.callerFacts,
  }
}

/** Reads one record. What it leaves out stays unknown; a record without its id, its time or its call is refused with the reason. */
export function read(record: JsonObject): ReadRecord {
  const { source, name } = nameOf(record)
  if (source === null || name === null)
    return rejected('eventSource or eventName is missing: nobody can tell which call this was')
  const eventId = textAt(record, 'eventID')
  if (eventId === null) return rejected('eventID is missing: copies of the record cannot be told from further calls')
  const at = timeOf(record)
  if (at === null) {
    const fault =
      record['eventTime'] === undefined ? 'eventTime is missing and @timestamp is none either' : 'eventTime is no time'
    return rejected(`${fault}: the call belongs to no known instant`)
  }
  if (isStruct(record['userIdentity']))
    return rejected(
      'userIdentity is a struct as a database writes it, which cannot be read back: select it with CAST(useridentity AS JSON)',
    )
  if (isTooDeep(record)) return rejected('the record nests deeper than any recorded call does')
  return { kind: 'event', event: eventOf(record, { eventId, at, source, name }) }
}
