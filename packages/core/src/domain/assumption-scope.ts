import { isAddress, isPrivateAddress } from './address.ts'
import { parseArn } from './arn.ts'
import type { AnswerName, Assumed, AssumptionKind, LogName } from './assumption.ts'
import { formatInstant, parseInstant, type Window } from './instant.ts'

/** Why something typed is no assumption, in a clause for people. */
export interface Refusal {
  readonly kind: 'refused'
  readonly because: string
}

/** How the scope of each kind is written. LOG is the ARN of a log, or its home region and name with a slash between them. */
export const SCOPE_FORMS: Readonly<Record<AssumptionKind, string>> = {
  delivery: 'LOG [account=ID] [region=REGION]',
  entry: 'case, or nothing',
  accessor: 'ARN|anonymous address=IP... [endpoint=ID...] [agent=TEXT...]',
  channel: 'STORE by=log-in|WAY',
  'snapshot-time': 'FILE at=TIME',
  'config-constant': 'LOG',
}

function refused(because: string): Refusal {
  return { kind: 'refused', because }
}

/** A scope taken apart: what it is about, and what each key says; a value goes on to the next key. */
interface Parts {
  readonly subject: string
  readonly values: ReadonlyMap<string, readonly string[]>
}

function partsOf(text: string, keys: readonly string[]): Parts {
  const [subject = '', ...rest] = ` ${text.trim()}`.split(new RegExp(`\\s(${keys.join('|')})=`))
  const values = new Map<string, string[]>()
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [key, value] = [rest[at] ?? '', (rest[at + 1] ?? '').trim()]
    values.set(key, [...(values.get(key) ?? []), value])
  }
  return { subject: subject.trim(), values }
}

/** The one value of a key: null where there is none, a refusal where there are several or where it does not fit. */
function single({ values }: Parts, key: string, form: RegExp, what: string): string | null | Refusal {
  const [value, ...more] = values.get(key) ?? []
  if (value === undefined) return null
  if (more.length > 0) return refused(`${key}= stands in it twice`)
  return form.test(value) ? value : refused(`\`${value}\` is no ${what}`)
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused'
}

// Regions that nobody knows are taken as well: logs that were made anonymous have some.
const REGION = /^[a-z]+(?:-[a-z0-9]+)+$/
const ACCOUNT = /^\d{12}$/
const NAME = /^[\w.-]+$/

function logName(text: string): LogName | Refusal {
  if (text === '') return refused('it names no log')
  if (text.startsWith('arn:')) {
    const arn = parseArn(text)
    const name = arn?.resource.slice(arn.resource.lastIndexOf('/') + 1) ?? ''
    if (arn === null || !REGION.test(arn.region) || !ACCOUNT.test(arn.account) || !NAME.test(name))
      return refused(`\`${text}\` is not the whole ARN of a log`)
    return { arn: text, home: arn.region, name }
  }
  const [home = '', name = '', ...more] = text.split('/')
  if (!REGION.test(home) || !NAME.test(name) || more.length > 0)
    return refused(`\`${text}\` is neither the ARN of a log nor its home region and name with a slash between them`)
  return { arn: null, home, name }
}

function delivery(text: string): Assumed | Refusal {
  const parts = partsOf(text, ['account', 'region'])
  const log = logName(parts.subject)
  const account = single(parts, 'account', ACCOUNT, 'account: it has twelve digits')
  const region = single(parts, 'region', REGION, 'region')
  if (isRefusal(log)) return log
  if (isRefusal(account)) return account
  return isRefusal(region) ? region : { kind: 'delivery', scope: { log, account, region } }
}

function entry(text: string): Assumed | Refusal {
  const subject = text.trim()
  if (subject !== '' && subject !== 'case') return refused('it is about the whole case and has no other scope')
  return { kind: 'entry', scope: { of: 'case' } }
}

/** THREAT: a private address is anybody's in a network of their own; without the endpoint it vouches for whoever has it. */
function addressRefusal(addresses: readonly string[], endpoints: readonly string[]): Refusal | null {
  const bad = addresses.find((one) => !isAddress(one))
  if (bad !== undefined) return refused(`\`${bad}\` is no address; ranges are not taken, name them one by one`)
  const lone = endpoints.length > 0 ? undefined : addresses.find(isPrivateAddress)
  if (lone !== undefined) return refused(`${lone} is private: endpoint= must say whose network it is in`)
  return addresses.length > 0 ? null : refused('it names no address=: a user agent alone can be anybody’s')
}

function accessor(text: string): Assumed | Refusal {
  const { subject: principal, values } = partsOf(text, ['address', 'endpoint', 'agent'])
  const listed = (key: string): readonly string[] => [...new Set(values.get(key))].sort()
  const [addresses, endpoints, agents] = [listed('address'), listed('endpoint'), listed('agent')]
  if (principal !== 'anonymous' && (parseArn(principal) === null || /[\s*?]/.test(principal)))
    return refused(`\`${principal}\` is not the ARN of one principal`)
  const bad = addressRefusal(addresses, endpoints)
  if (bad !== null) return bad
  if ([endpoints, agents].some((list) => list.includes(''))) return refused('a key in it has no value')
  return { kind: 'accessor', scope: { principal, addresses, endpoints, agents } }
}

/** Ways in that records of calls show: what they leave open is a gap in a record, and no word of a person closes it here. */
const RECORDED: readonly string[] = ['data-call', 'management-call', 'continuing-grant', 'other-service', 'neighbour']

function channel(text: string): Assumed | Refusal {
  const parts = partsOf(text, ['by'])
  const by = single(parts, 'by', /./, 'way in')
  if (isRefusal(by)) return by
  if (parts.subject === '') return refused('it names no store')
  if (by === null) return refused('it does not say which way in it is about')
  if (RECORDED.includes(by))
    return refused(`${by} is a way in that a record of calls shows, and only logging in is not`)
  return { kind: 'channel', scope: { store: parts.subject, by } }
}

function answerName(text: string): AnswerName {
  if (/^[0-9a-f]{64}$/i.test(text)) return { kind: 'sha256', sha256: text.toLowerCase() }
  return { kind: 'path', path: text }
}

function snapshotTime(text: string): Assumed | Refusal {
  const parts = partsOf(text, ['at'])
  const written = single(parts, 'at', /./, 'time')
  if (isRefusal(written)) return written
  if (parts.subject === '') return refused('it names no answer')
  const at = parseInstant(written ?? '')
  if (at === null) return refused(`it needs at=TIME, such as at=2026-03-10T12:02:00Z`)
  return { kind: 'snapshot-time', scope: { answer: answerName(parts.subject), at } }
}

function configConstant(text: string): Assumed | Refusal {
  const log = logName(text.trim())
  return isRefusal(log) ? log : { kind: 'config-constant', scope: { log } }
}

const PARSERS: Readonly<Record<AssumptionKind, (text: string) => Assumed | Refusal>> = {
  delivery,
  entry,
  accessor,
  channel,
  'snapshot-time': snapshotTime,
  'config-constant': configConstant,
}

/** Reads the scope of an assumption as {@link SCOPE_FORMS} says it is written; what cannot be understood is refused, never guessed. */
export function parseAssumption(kind: AssumptionKind, scope: string): Assumed | Refusal {
  return PARSERS[kind](scope)
}

/** Why an assumption of a kind cannot have a window; null where it can. */
export function windowRefusal(kind: AssumptionKind, { from, to }: Window): string | null {
  if (from !== null && to !== null && from > to)
    return `it ends (${formatInstant(to)}) before it begins (${formatInstant(from)})`
  if (kind === 'entry' && (to === null || from !== null))
    return 'it says that the actor was not in before a time: --to is that time, and there is no --from'
  if (kind === 'snapshot-time' && (from !== null || to !== null))
    return 'the time of an answer stands in its scope, as at=TIME: there is no --from and no --to'
  return null
}

function keyed(key: string, values: readonly (string | null)[]): string {
  return values.map((value) => (value === null ? '' : ` ${key}=${value}`)).join('')
}

function logText({ arn, home, name }: LogName): string {
  return arn ?? `${home}/${name}`
}

/** Writes a scope in the one form that it is kept in; reading it again gives the same. */
export function scopeText({ kind, scope }: Assumed): string {
  switch (kind) {
    case 'delivery':
      return `${logText(scope.log)}${keyed('account', [scope.account])}${keyed('region', [scope.region])}`
    case 'entry':
      return scope.of
    case 'accessor': {
      const { principal, addresses, endpoints, agents } = scope
      return `${principal}${keyed('address', addresses)}${keyed('endpoint', endpoints)}${keyed('agent', agents)}`
    }
    case 'channel':
      return `${scope.store}${keyed('by', [scope.by])}`
    case 'snapshot-time': {
      const { answer, at } = scope
      return `${answer.kind === 'path' ? answer.path : answer.sha256} at=${formatInstant(at)}`
    }
    case 'config-constant':
      return logText(scope.log)
  }
}
