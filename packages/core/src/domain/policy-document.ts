import { accountOf } from './arn.ts'
import { isObject, type Json, type JsonObject, parseJson } from './json.ts'

/** A policy document as object, whether it was recorded as JSON, as text or URL-encoded; null when it is none. */
export function readPolicy(value: Json | undefined): JsonObject | null {
  if (isObject(value)) return value
  if (typeof value !== 'string') return null
  const direct = parseJson(value)
  if (isObject(direct)) return direct
  try {
    const decoded = parseJson(decodeURIComponent(value))
    return isObject(decoded) ? decoded : null
  } catch {
    return null
  }
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}

function texts(value: Json | undefined): readonly string[] {
  return listOf(value).filter((member): member is string => typeof member === 'string')
}

/** The allow statements of a policy document. */
export function allowStatements(policy: JsonObject): readonly JsonObject[] {
  return listOf(policy['Statement']).filter((s): s is JsonObject => isObject(s) && s['Effect'] === 'Allow')
}

/** Everyone a statement names: `*`, account ids, ARNs, `service:name` and `federated:name`. A NotPrincipal reads as `*`. */
export function principalsOf(statement: JsonObject): readonly string[] {
  if (statement['NotPrincipal'] !== undefined) return ['*']
  const principal = statement['Principal']
  if (typeof principal === 'string') return [principal]
  if (!isObject(principal)) return []
  return [
    ...texts(principal['AWS']),
    ...texts(principal['CanonicalUser']).map((id) => `canonical-user:${id}`),
    ...texts(principal['Federated']).map((id) => `federated:${id}`),
    ...texts(principal['Service']).map((id) => `service:${id}`),
  ]
}

/**
 * The principals outside an account that a policy document allows something: other accounts, everyone (`*`), federated
 * identities. Services are left out. Conditions are not weighed: what they narrow is not known here, so they never hide a grantee.
 */
export function outsideGrantees(policy: JsonObject, ownAccount: string): readonly string[] {
  const named = allowStatements(policy).flatMap(principalsOf)
  const outside = named.filter((who) => !who.startsWith('service:') && accountOf(who) !== ownAccount)
  return [...new Set(outside)].sort()
}
