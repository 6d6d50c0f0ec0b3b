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

/** Operators by which every listed value must be met as it stands; `IfExists` and the set operators let others through. */
const EXACT = /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/i

/** Condition keys that say who calls (IAM user guide, global condition keys; KMS and S3 keys of the same meaning). */
const WHO: ReadonlySet<string> = new Set([
  ...['aws:principalaccount', 'aws:principalarn', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:sourceaccount'],
  ...['aws:sourcearn', 'aws:sourceowner', 'aws:sourceorgid', 'kms:calleraccount', 's3:dataaccesspointaccount'],
])

/** The values of the first condition that says exactly who may call; null where none does. */
function narrowedTo(statement: JsonObject): readonly string[] | null {
  const condition = statement['Condition']
  if (!isObject(condition)) return null
  const found = Object.entries(condition)
    .filter(([operator]) => EXACT.test(operator))
    .flatMap(([, keys]) => (isObject(keys) ? Object.entries(keys) : []))
    .filter(([key]) => WHO.has(key.toLowerCase()))
    .map(([, values]) => texts(values))
  // A wildcard may stand for anybody, and a variable for anything.
  return found.find((values) => values.length > 0 && values.every((value) => !/[*?$]/.test(value))) ?? null
}

/** Everyone a statement lets in: those it names or, where it names everyone, those that a condition narrows that to. */
function letIn(statement: JsonObject): readonly string[] {
  const named = principalsOf(statement)
  return named.includes('*') ? (narrowedTo(statement) ?? named) : named
}

/**
 * The principals outside an account that a policy document allows something: other accounts, organisations, everyone (`*`),
 * federated identities. Services are left out. Of conditions only those count that say exactly who may call; others never hide a
 * grantee, because what they narrow is not known here.
 */
export function outsideGrantees(policy: JsonObject, ownAccount: string): readonly string[] {
  const named = allowStatements(policy).flatMap(letIn)
  const outside = named.filter((who) => !who.startsWith('service:') && accountOf(who) !== ownAccount)
  return [...new Set(outside)].sort()
}
