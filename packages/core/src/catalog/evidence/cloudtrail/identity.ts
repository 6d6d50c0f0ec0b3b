import { parseArn } from '../../../domain/arn.ts'
import { type CallerId, callerId } from '../../../domain/brand.ts'
import type { CallerFacts } from '../../../domain/credential-row.ts'
import type { EventDraft } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { isObject, type Json, type JsonObject } from '../../../domain/json.ts'
import { principalArn } from '../../../domain/principal-arn.ts'

const ANONYMOUS = /^(?:anonymous|ANONYMOUS_PRINCIPAL)$/i
const SERVICE = /^(?:AWS Internal|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?)$/
const INSTANCE = /^i-[0-9a-f]{8,17}$/

/** A non-empty string under a key, or null: a number or a list where a name belongs names nothing. */
export function textAt(object: JsonObject, key: string): string | null {
  const value = object[key]
  return typeof value === 'string' && value !== '' ? value : null
}

const NOTHING: JsonObject = {}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isObject(value) ? value : NOTHING
}

/** Whether a recorded address is one of the network, and not a service's name. Odd digits such as `075.1.2.3` are kept. */
function isNetworkAddress(address: string): boolean {
  return address.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)
}

function isAnonymous(user: JsonObject): boolean {
  return [textAt(user, 'accountId'), textAt(user, 'principalId')].some((text) => text !== null && ANONYMOUS.test(text))
}

/** The ARN as recorded; sign-in records of IAM users lack it and hold what it is made of. */
function principalOf(user: JsonObject, region: string): string | null {
  const [arn, account] = [textAt(user, 'arn'), textAt(user, 'accountId')]
  if (arn !== null || account === null || textAt(user, 'type') !== 'IAMUser') return arn
  return principalArn('user', textAt(user, 'userName'), { account, region })
}

function invokerOf(user: JsonObject, address: string | null): string | null {
  const named = textAt(user, 'invokedBy')
  if (named !== null) return named
  return address !== null && SERVICE.test(address) ? address : null
}

function callerOf(user: JsonObject, principal: string | null, invokedBy: string | null): CallerId {
  const key = textAt(user, 'accessKeyId')
  if (key !== null) return callerId(key)
  if (isAnonymous(user)) return callerId('anonymous')
  const service = textAt(user, 'type') === 'AWSService' ? invokedBy : null
  const named =
    service ?? principal ?? textAt(user, 'principalId') ?? textAt(objectAt(user, 'onBehalfOf'), 'userId') ?? invokedBy
  return callerId(named ?? 'unknown')
}

/** The session's name: what follows the role in its ARN, or after the role's id where the record has no ARN. */
function sessionNameOf(user: JsonObject, principal: string | null): string | null {
  const resource = principal === null ? '' : (parseArn(principal)?.resource ?? '')
  if (resource.startsWith('assumed-role/')) return resource.slice(resource.lastIndexOf('/') + 1) || null
  const id = textAt(user, 'principalId') ?? ''
  return principal === null && /^AROA\w+:./.test(id) ? id.slice(id.indexOf(':') + 1) : null
}

interface Told {
  readonly principal: string | null
  readonly issuer: string | null
  readonly invokedBy: string | null
  readonly address: string | null
  readonly fromConsole: Json | undefined
}

function factsOf(user: JsonObject, told: Told): CallerFacts {
  const sessionName = sessionNameOf(user, told.principal)
  const delivery = objectAt(user, 'sessionContext')['ec2RoleDelivery']
  const forwarded = told.address === null || !isNetworkAddress(told.address)
  return {
    type: textAt(user, 'type') ?? '',
    accessKeyId: textAt(user, 'accessKeyId'),
    principal: told.principal,
    issuer: told.issuer,
    sessionName,
    deliveredToCompute:
      (delivery !== undefined && delivery !== null) || (sessionName !== null && INSTANCE.test(sessionName)),
    issuedTo: textAt(objectAt(user, 'inScopeOf'), 'issuerType'),
    fromConsole: told.fromConsole === true || told.fromConsole === 'true',
    isAnonymous: textAt(user, 'accessKeyId') === null && isAnonymous(user),
    // The console names its own sign-in service beside the person's address: that is the person's call, not a consequence of it.
    invokedBy: forwarded ? told.invokedBy : null,
  }
}

function createdOf(user: JsonObject): Instant | null {
  const created = textAt(objectAt(objectAt(user, 'sessionContext'), 'attributes'), 'creationDate')
  return created === null ? null : parseInstant(created)
}

/** Everything that `userIdentity` says of the caller. */
export type Identity = Pick<
  EventDraft,
  | 'caller'
  | 'principal'
  | 'principalId'
  | 'principalAccount'
  | 'issuer'
  | 'sessionCreated'
  | 'invokedBy'
  | 'callerFacts'
>

/** Reads the caller of a record. A record that names nobody has the caller `unknown`: it happened all the same. */
export function identityOf(record: JsonObject, address: string | null, region: string): Identity {
  const user = objectAt(record, 'userIdentity')
  const principal = principalOf(user, region)
  const issuer = textAt(objectAt(objectAt(user, 'sessionContext'), 'sessionIssuer'), 'arn')
  const invokedBy = invokerOf(user, address)
  const account = textAt(user, 'accountId')
  return {
    caller: callerOf(user, principal, invokedBy),
    principal,
    principalId: textAt(user, 'principalId'),
    principalAccount: account !== null && ANONYMOUS.test(account) ? null : account,
    issuer,
    sessionCreated: createdOf(user),
    invokedBy,
    callerFacts: factsOf(user, {
      principal,
      issuer,
      invokedBy,
      address,
      fromConsole: record['sessionCredentialFromConsole'],
    }),
  }
}
