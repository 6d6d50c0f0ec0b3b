import { addressIn } from '../../../domain/address.ts'
import { callerId } from '../../../domain/brand.ts'
import type { CallerFacts } from '../../../domain/credential-row.ts'
import type { EventDraft, ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { isObject, type Json, type JsonObject, parseJson, pickAll, pickText } from '../../../domain/json.ts'
import { isTooDeep, secretRemover } from '../../../domain/without-secrets.ts'

const withoutSecrets = secretRemover()

/** The directory under the name that the unified audit log gives it, so that a call is one kind of call in both. */
const SOURCE = 'AzureActiveDirectory'

const UNKNOWN = 'unknown'

/** A document of the record: exports of log stores hold it as text. */
function documentAt(record: JsonObject, key: string): Json {
  const value = record[key] ?? null
  return typeof value === 'string' ? (parseJson(value) ?? value) : value
}

/** Whether a record is one of the directory's audit log (Azure Monitor reference, AuditLogs; Microsoft Graph, directoryAudit). */
export function recognises(record: JsonObject): boolean {
  const isNamed = pickText(record, 'OperationName') !== null && pickText(record, 'Category') !== null
  return isNamed && record['InitiatedBy'] !== undefined && record['TargetResources'] !== undefined
}

/** A change of one property, as the unified audit log names the two values. */
function modified(target: Json | undefined): JsonObject {
  const list = pickAll(target, 'modifiedProperties[]').filter(isObject)
  const pairs = list.flatMap((one): readonly (readonly [string, Json])[] => {
    const name = pickText(one, 'displayName')
    const values = { OldValue: one['oldValue'] ?? null, NewValue: one['newValue'] ?? null }
    return name === null ? [] : [[name, values]]
  })
  return Object.fromEntries(pairs)
}

/** What was acted on, in the form of the unified audit log: its request is read by the same rows. */
function requestOf(record: JsonObject): Json {
  const targets = documentAt(record, 'TargetResources')
  const list = Array.isArray(targets) ? targets.filter((one: Json) => isObject(one)) : []
  const [first] = list
  const ids = list.flatMap((one) => ['userPrincipalName', 'displayName', 'id'].map((key) => pickText(one, key)))
  const Target = ids.flatMap((ID) => (ID === null ? [] : [{ ID }]))
  const ObjectId = pickText(first, 'userPrincipalName') ?? pickText(first, 'id')
  return withoutSecrets({ ObjectId, Target, ModifiedProperties: modified(first) })
}

interface Who {
  readonly principal: string | null
  readonly address: string | null
  readonly isApplication: boolean
}

function whoOf(record: JsonObject): Who {
  const by = documentAt(record, 'InitiatedBy')
  const user = pickText(by, 'user.userPrincipalName')?.toLowerCase() ?? pickText(by, 'user.id')
  const app = pickText(by, 'app.appId') ?? pickText(by, 'app.servicePrincipalId')
  const address = pickText(by, 'user.ipAddress') ?? pickText(by, 'app.ipAddress')
  const principal = user ?? (app === null ? null : `application ${app.toLowerCase()}`)
  return {
    principal,
    address: address === null ? null : addressIn(address),
    isApplication: user === null && app !== null,
  }
}

function agentOf(record: JsonObject): string | null {
  const details = documentAt(record, 'AdditionalDetails')
  const found = Array.isArray(details) ? details.find((one: Json) => pickText(one, 'key') === 'User-Agent') : undefined
  return pickText(found, 'value')
}

function factsOf({ principal, isApplication }: Who): CallerFacts {
  return {
    ...{ type: isApplication ? 'Microsoft365Application' : 'Microsoft365User', accessKeyId: null, principal },
    ...{ issuer: null, sessionName: null, deliveredToCompute: false, fromConsole: false, issuedTo: null },
    ...{ isAnonymous: false, invokedBy: null },
  }
}

function eventOf(record: JsonObject, eventId: string, at: Instant): EventDraft {
  const who = whoOf(record)
  const { principal, address } = who
  const tenant = pickText(record, 'AADTenantId') ?? pickText(record, 'tenantId')
  const account = tenant !== null && /^[\w-]{1,64}$/.test(tenant) ? tenant.toLowerCase() : UNKNOWN
  const failed = /^fail/i.test(pickText(record, 'Result') ?? '')
  const isPlain = principal === null || address === null || who.isApplication
  const caller = isPlain ? (principal ?? UNKNOWN) : `${principal} from ${address}`
  return {
    ...{ eventId, at, account, region: 'global', caller: callerId(caller), address, agent: agentOf(record) },
    ...{ outcome: failed ? 'failed' : 'ok', source: SOURCE, category: 'management', readOnly: null },
    name: (pickText(record, 'OperationName') ?? '').trim().replace(/\s*\.$/, ''),
    errorCode: failed ? (pickText(record, 'ResultReason') ?? pickText(record, 'Result')) : null,
    ...{ principal, principalId: null, principalAccount: account, issuer: null, sessionCreated: null, invokedBy: null },
    ...{ vpcEndpoint: null, sharedEventId: null, request: requestOf(record), response: null, extra: null },
    ...{ resources: null, enrichment: null, callerFacts: factsOf(who) },
  }
}

/** Reads one record; one without its id or its time is refused with the reason. */
export function read(record: JsonObject): ReadRecord {
  if (isTooDeep(record)) return { kind: 'rejected', reason: 'the record nests deeper than any recorded call does' }
  const eventId = pickText(record, 'Id')
  if (eventId === null)
    return { kind: 'rejected', reason: 'Id is missing: copies of the record cannot be told from further ones' }
  const time = pickText(record, 'ActivityDateTime') ?? pickText(record, 'TimeGenerated')
  const at = time === null ? null : parseInstant(time)
  if (at === null)
    return { kind: 'rejected', reason: 'it has no time that can be read: the act belongs to no known instant' }
  return { kind: 'event', event: eventOf(record, eventId, at) }
}
