import type { Outcome } from '../../../domain/call.ts'
import type { EventDraft, ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { type Json, type JsonObject, pickText } from '../../../domain/json.ts'
import { isTooDeep, secretRemover } from '../../../domain/without-secrets.ts'
import { respelled, wordAt } from './fields.ts'
import { addressesOf, applicationOf, identityOf, plainCase, sessionOf, tenantIn } from './identity.ts'

const withoutSecrets = secretRemover()

const UNKNOWN = 'unknown'

/** A tenant is one place: its log belongs to no region. */
const EVERYWHERE = 'global'

/** Fields that only the envelope of the log has; a record that lacks some of them is one all the same. */
const MARKS = ['RecordType', 'Workload', 'UserKey', 'UserType', 'OrganizationId', 'OfficeWorkload', 'OrganizationName']

/** Whether a record is one of the unified audit log, under the names of the log or those of Sentinel. */
export function recognises(record: JsonObject): boolean {
  if (wordAt(record, 'Operation') === null) return false
  return MARKS.filter((key) => record[key] !== undefined && record[key] !== null).length >= 2
}

/** Workloads by type of record (Office 365 Management Activity API schema, AuditLogRecordType), where the record does not name one. */
const WORKLOADS: Readonly<Record<string, string>> = {
  ...{ '1': 'Exchange', '2': 'Exchange', '3': 'Exchange', '50': 'Exchange' },
  ...{ '8': 'AzureActiveDirectory', '9': 'AzureActiveDirectory', '15': 'AzureActiveDirectory' },
  ...{ '18': 'SecurityComplianceCenter', '24': 'SecurityComplianceCenter' },
}

function sourceOf(record: JsonObject): string {
  const type = wordAt(record, 'RecordType') ?? ''
  return wordAt(record, 'Workload') ?? (Object.hasOwn(WORKLOADS, type) ? WORKLOADS[type] : undefined) ?? UNKNOWN
}

/** The operation without the full stop that some records end it with. */
function nameOf(record: JsonObject): string {
  return (wordAt(record, 'Operation') ?? '').replace(/\s*\.$/, '')
}

const FAILED = /^(?:fail(?:ed|ure)?|false|error)$/i

function outcomeOf(record: JsonObject, name: string): Outcome {
  // A sign-in that failed is a record of its own kind; its status says that the record was written.
  if (name === 'UserLoginFailed') return 'failed'
  // Partly done is done: what of it was not cannot be told.
  return FAILED.test(wordAt(record, 'ResultStatus') ?? '') ? 'failed' : 'ok'
}

function errorOf(record: JsonObject, outcome: Outcome): string | null {
  if (outcome === 'ok') return null
  return wordAt(record, 'LogonError') ?? wordAt(record, 'ErrorNumber') ?? wordAt(record, 'ResultStatus')
}

function agentOf(record: JsonObject): string | null {
  return (
    wordAt(record, 'ClientInfoString') ??
    wordAt(record, 'UserAgent') ??
    pickText(record, 'ExtendedProperties.UserAgent')
  )
}

/** What every record has; the rest is what the operation says of itself. */
const ENVELOPE: ReadonlySet<string> = new Set([
  ...['Id', 'OfficeId', 'SourceRecordId', 'CreationTime', 'TimeGenerated', 'Operation', 'OrganizationId', 'UserType'],
  ...['UserKey', 'Workload', 'ClientIP', 'ClientIPAddress', 'ActorIpAddress', 'UserAgent', 'ClientInfoString'],
  ...['Version', 'Type', 'SourceSystem', 'ElevationTime', 'Start_Time', 'OrganizationId_', 'UserId_', 'OfficeTenantId'],
  ...['OfficeTenantId_', 'TenantId'],
])

function requestOf(record: JsonObject): Json {
  const own = Object.entries(record).filter(([key]) => !ENVELOPE.has(key))
  return own.length === 0 ? null : withoutSecrets(Object.fromEntries(own))
}

function extraOf(record: JsonObject): JsonObject {
  const [, other] = addressesOf(record)
  const pairs: readonly (readonly [string, Json])[] = [
    ['sessionId', sessionOf(record)],
    ['applicationId', applicationOf(record)],
    ['logonType', wordAt(record, 'LogonType')],
    ['otherAddress', other ?? null],
  ]
  return Object.fromEntries(pairs.filter(([, value]) => value !== null))
}

interface Known {
  readonly eventId: string
  readonly at: Instant
}

function eventOf(record: JsonObject, { eventId, at }: Known): EventDraft {
  const [source, name] = [sourceOf(record), nameOf(record)]
  const tenant = tenantIn(wordAt(record, 'OrganizationId')) ?? UNKNOWN
  const outcome = outcomeOf(record, name)
  return {
    ...identityOf(record, name, tenant),
    ...{ eventId, at, account: tenant, region: EVERYWHERE, agent: agentOf(record), outcome, source, name },
    // Acts on items of a mailbox name the log-on by which they were made; commands and the directory do not.
    category: record['LogonType'] === undefined && record['MailboxGuid'] === undefined ? 'management' : 'data',
    ...{ readOnly: null, errorCode: errorOf(record, outcome), issuer: null, sessionCreated: null, invokedBy: null },
    ...{ vpcEndpoint: null, sharedEventId: null },
    ...{ request: requestOf(record), response: null, extra: extraOf(record), resources: null, enrichment: null },
  }
}

function rejected(reason: string): ReadRecord {
  return { kind: 'rejected', reason }
}

/** Reads one record. What it leaves out stays unknown; one without its operation, its id or its time is refused with the reason. */
export function read(found: JsonObject): ReadRecord {
  if (isTooDeep(found)) return rejected('the record nests deeper than any recorded call does')
  const record = respelled(found)
  if (wordAt(record, 'Operation') === null) return rejected('Operation is missing: nobody can tell what was done')
  const eventId = wordAt(record, 'Id')
  if (eventId === null) return rejected('Id is missing: copies of the record cannot be told from further ones')
  const time = wordAt(record, 'CreationTime')
  if (time === null) return rejected('CreationTime is missing: the act belongs to no known instant')
  const at = parseInstant(time)
  if (at === null) return rejected('CreationTime is no time: the act belongs to no known instant')
  return { kind: 'event', event: eventOf(record, { eventId: plainCase(eventId), at }) }
}
