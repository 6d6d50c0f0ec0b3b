import { isObject, type Json, type JsonObject, pickText } from './json.ts'
import { principalsOf, readPolicy } from './policy-document.ts'

const WRITES = 's3:putobject'

function texts(value: Json | undefined): readonly string[] | null {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const found = list.filter((one: Json): one is string => typeof one === 'string')
  return found.length === list.length ? found : null
}

/** Whether a pattern of actions may stand for writing an object; wildcards are taken for whatever they may match. */
function mayMatch(pattern: string): boolean {
  const lower = pattern.toLowerCase()
  const star = lower.search(/[*?]/)
  return star < 0 ? lower === WRITES : WRITES.startsWith(lower.slice(0, star))
}

function mayDenyWriting(statement: JsonObject): boolean {
  if (statement['NotAction'] !== undefined) return true
  const actions = texts(statement['Action'])
  return actions === null || actions.some(mayMatch)
}

/** Whether a statement may be about the service that writes logs: principals of accounts are not it. */
function mayBeOfWriter(statement: JsonObject, writer: string): boolean {
  if (statement['NotPrincipal'] !== undefined) return true
  const named = principalsOf(statement)
  return named.length === 0 || named.some((one) => one === '*' || one === `service:${writer}`)
}

/** A condition that only plain connections meet: the service uses TLS. */
function isOnPlainConnections(condition: Json | undefined): boolean {
  if (!isObject(condition)) return false
  const [[operator, keys] = [], ...others] = Object.entries(condition)
  if (others.length > 0 || operator?.toLowerCase() !== 'bool' || !isObject(keys)) return false
  const [[key, value] = [], ...more] = Object.entries(keys)
  return more.length === 0 && key?.toLowerCase() === 'aws:securetransport' && String(value) === 'false'
}

function mayRefuse(statement: JsonObject, writer: string): boolean {
  if (statement['Effect'] !== 'Deny') return false
  return mayBeOfWriter(statement, writer) && mayDenyWriting(statement) && !isOnPlainConnections(statement['Condition'])
}

/** Whether a statement lets the service write, and not the files of some regions or kinds alone. */
function letsWrite(statement: JsonObject, writer: string): boolean {
  const actions = texts(statement['Action'])
  const isOfWriter = principalsOf(statement).some((one) => one === '*' || one === `service:${writer}`)
  const isLet = statement['Effect'] === 'Allow' && isOfWriter && actions?.some(mayMatch) === true
  return isLet && (texts(statement['Resource']) ?? []).some((one) => /\*$/.test(one) && !/CloudTrail/.test(one))
}

/**
 * Whether the policy of a place lets a service (its principal, `writer`) write every log file into it; null where that cannot be told. A denial that may be
 * about some of the files is enough to doubt all of them (CloudTrail user guide: bucket policy for CloudTrail).
 */
export function letsLogsIn(document: Json | undefined, writer: string): boolean | null {
  const policy = readPolicy(document)
  const said = policy?.['Statement']
  const statements = Array.isArray(said) ? said : said === undefined ? [] : [said]
  const known = statements.filter((one: Json): one is JsonObject => isObject(one) && pickText(one, 'Effect') !== null)
  if (policy === null || known.length < statements.length) return null
  if (!known.some((one) => letsWrite(one, writer))) return false
  return known.some((one) => mayRefuse(one, writer)) ? null : true
}
