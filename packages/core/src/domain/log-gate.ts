import { isObject, type Json, type JsonObject } from './json.ts'
import { readPolicy } from './policy-document.ts'

/** What a log's writer needs of the policy of a place or of a key. Names of actions and conditions stand in small letters. */
export interface Gateway {
  /** The service that writes, as policies name it. */
  readonly writer: string
  /** The action without which no file comes through. */
  readonly action: string
  /** All actions whose refusal may keep files out. */
  readonly denied: readonly string[]
  /** How much of what the writer puts through a resource of an allowing statement stands for. */
  readonly lets: (resource: string) => Let
  /** Conditions that every file of every log meets, by operator and key. */
  readonly isMet: (operator: string, key: string, values: readonly string[]) => boolean
  /** Keys of conditions that narrow a permission to some logs. */
  readonly narrowing: ReadonlySet<string>
}

/**
 * What is let through: `all`; every file of `some` logs, their signed statements with them; something that is `unclear`; or `none`.
 */
export type Let = 'all' | 'some' | 'unclear' | 'none'

const WORSE: readonly Let[] = ['all', 'some', 'unclear', 'none']

function worst(lets: readonly Let[]): Let {
  return WORSE[Math.max(...lets.map((one) => WORSE.indexOf(one)), 0)] ?? 'none'
}

/**
 * What several permissions let through together. THREAT: beside one for some logs, one that is unclear may let signed statements of
 * other logs through and not their files.
 */
function together(lets: readonly Let[]): Let {
  const order = ['all', 'unclear', 'some', 'none'] as const
  return order.find((one) => lets.includes(one)) ?? 'none'
}

/** The texts of a value that is one or a list; null for anything else, also where one member is none. */
function texts(value: Json | undefined): readonly string[] | null {
  const list: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value]
  const found = list.filter((one) => typeof one === 'string')
  return found.length === list.length && found.length > 0 ? found : null
}

/** Whether a pattern may stand for a name; what follows a wildcard is taken for whatever it may match. */
function mayMatch(pattern: string, name: string): boolean {
  const lower = pattern.toLowerCase()
  const wild = lower.search(/[*?$]/)
  return wild < 0 ? lower === name : name.startsWith(lower.slice(0, wild))
}

/** Whether a pattern stands for a name for certain: it is the name, or the beginning of it and one star. */
function surelyMatches(pattern: string, name: string): boolean {
  const lower = pattern.toLowerCase()
  if (lower === name) return true
  const begin = lower.slice(0, -1)
  return lower.endsWith('*') && !/[*?$]/.test(begin) && name.startsWith(begin)
}

/** Whether a denial may be about the writer: accounts and their principals are not it. */
function mayBeOfWriter({ Principal: principal }: JsonObject, writer: string): boolean {
  if (!isObject(principal)) return true
  return Object.entries(principal).some(([type, value]) => {
    const named = texts(value)
    const isOther = type === 'AWS' || type === 'CanonicalUser' || type === 'Federated'
    if (named === null) return true
    return named.some((one) => /[*?$]/.test(one) || !(isOther || (type === 'Service' && one.toLowerCase() !== writer)))
  })
}

/** A condition that only plain connections meet: a service comes over TLS. */
function isOnPlainConnections(condition: Json | undefined): boolean {
  const said = conditionsOf(condition)
  const [operator, key, values] = said?.[0] ?? []
  return said?.length === 1 && operator === 'bool' && key === 'aws:securetransport' && values?.join() === 'false'
}

function mayRefuse(statement: JsonObject, { writer, denied }: Gateway): boolean {
  const actions = texts(statement['Action'])
  const isOfAction =
    actions === null || actions.some((pattern) => denied.some((one) => mayMatch(pattern, one)) || pattern === '')
  return isOfAction && mayBeOfWriter(statement, writer) && !isOnPlainConnections(statement['Condition'])
}

type Said = readonly [operator: string, key: string, values: readonly string[]]

/** Every condition of a statement, names in small letters; null where one cannot be read. */
function conditionsOf(condition: Json | undefined): readonly Said[] | null {
  if (condition === undefined) return []
  if (!isObject(condition)) return null
  const all = Object.entries(condition).flatMap(([operator, keys]): readonly (Said | null)[] => {
    if (!isObject(keys)) return [null]
    return Object.entries(keys).map(([key, value]) => {
      const values = texts(typeof value === 'boolean' ? String(value) : value)
      return values === null ? null : [operator.toLowerCase(), key.toLowerCase(), values]
    })
  })
  const known = all.filter((one) => one !== null)
  return known.length === all.length ? known : null
}

/** Operators by which a condition names what it lets through (IAM user guide: condition operators). */
const NAMING = /^(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))(?:ifexists)?$/

function letOn(condition: Json | undefined, { isMet, narrowing }: Gateway): Let {
  const said = conditionsOf(condition)
  if (said === null) return 'unclear'
  return worst(
    said.map(([operator, key, values]): Let => {
      if (isMet(operator, key, values)) return 'all'
      return narrowing.has(key) && NAMING.test(operator) ? 'some' : 'unclear'
    }),
  )
}

function letTo({ Principal: principal }: JsonObject, writer: string): Let {
  if (principal === '*') return 'all'
  if (!isObject(principal)) return 'unclear'
  const [services, accounts] = [texts(principal['Service']) ?? [], texts(principal['AWS']) ?? []]
  return services.includes(writer) || accounts.includes('*') ? 'all' : 'none'
}

function letDo(statement: JsonObject, action: string): Let {
  const actions = texts(statement['Action'])
  if (actions === null) return 'unclear'
  if (actions.some((one) => surelyMatches(one, action))) return 'all'
  return actions.some((one) => mayMatch(one, action)) ? 'unclear' : 'none'
}

/** How much an allowing statement lets through. What it does not say in plain words lets nothing through for certain. */
function letBy(statement: JsonObject, gateway: Gateway): Let {
  const resources = texts(statement['Resource'])
  return worst([
    letTo(statement, gateway.writer),
    letDo(statement, gateway.action),
    resources === null ? 'unclear' : together(resources.map(gateway.lets)),
    letOn(statement['Condition'], gateway),
  ])
}

/**
 * What a policy lets a writer of logs put through; null where that cannot be told. A denial that may be about some of the files is
 * enough to doubt all of them, and so is a statement that cannot be read (IAM user guide: policy evaluation logic, policy elements).
 */
export function letThrough(document: Json | undefined, gateway: Gateway): Let | null {
  const policy = readPolicy(document)
  const said = policy?.['Statement']
  const list: readonly Json[] = Array.isArray(said) ? said : said === undefined ? [] : [said]
  const known = list.filter(isObject)
  const [allows, denies] = ['Allow', 'Deny'].map((effect) => known.filter((one) => one['Effect'] === effect))
  if (policy === null || allows === undefined || denies === undefined) return null
  if (allows.length + denies.length < list.length || denies.some((one) => mayRefuse(one, gateway))) return null
  return together(allows.map((one) => letBy(one, gateway)))
}
