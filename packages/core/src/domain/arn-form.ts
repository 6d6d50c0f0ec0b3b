import { parseArn, partitionOf } from './arn.ts'
import type { CallEvent } from './call.ts'
import { everySaid, type Words } from './change-forms.ts'
import type { FromCall } from './change-spec.ts'
import { resourceArns } from './named-in-call.ts'
import { mayBeBeside, type StoreName } from './touch.ts'

/** How one kind of thing is written in ARNs. */
export interface ArnForm {
  readonly service: string
  /** What stands before the name: `stream/`. */
  readonly head: string
  readonly name: RegExp
  /** The thing's own part of a longer name: an ARN may go on to a part of it. */
  readonly own?: (name: string) => string
}

/** A full name, made of a text in a call; null when the text names no such thing. */
export type NameOf = (value: string, call: CallEvent) => Omit<StoreName, 'kind'> | null

/** Texts of a call. */
export type TextsOf = (call: CallEvent) => readonly string[]

/** Names things from their ARN, or from a bare name, which is one of the account and region of the call. */
export function namedAs({ service, head, name: pattern, own }: ArnForm): NameOf {
  return (value, call) => {
    const arn = parseArn(value)
    if (arn !== null && (arn.service !== service || !arn.resource.startsWith(head))) return null
    const whole = arn === null ? value : arn.resource.slice(head.length)
    const name = own?.(whole) ?? whole
    if (!pattern.test(name)) return null
    const { region, account } = arn ?? call
    const id = `arn:${arn?.partition ?? partitionOf(region)}:${service}:${region}:${account}:${head}${name}`
    return { id, account: account || null, region: region || null, name }
  }
}

/** The set of all such things in one account and region, named by the account: what a call may mean that names none of them. */
export function everyOne({ service, head }: ArnForm, title: string): NameOf {
  return (account, { region }) => {
    if (!/^\d{12}$/.test(account)) return null
    const id = `arn:${partitionOf(region)}:${service}:${region}:${account}:${head}*`
    return { id, account, region, name: `${title} of ${account} in ${region}` }
  }
}

/** Whether a store is of a kind and may be of the account and region of a set. */
export function anyBeside(kind: string): (set: StoreName, member: StoreName) => boolean {
  return (set, member) => member.kind === kind && mayBeBeside(set, member)
}

/** The account of a call, which names the set of all its things of a kind. */
export const EVERYWHERE: TextsOf = (call) => [call.account]

/** Where a call names things: in its list of resources, else in the first of the fields that names any. */
export function namesIn(of: NameOf, ...fields: readonly string[]): TextsOf {
  const places = fields.map((field) => everySaid(field))
  return (call) => {
    const listed = resourceArns(call).filter((arn) => parseArn(arn) !== null && of(arn, call) !== null)
    if (listed.length > 0) return listed
    const isNamed = (found: readonly string[]): boolean => found.some((value) => of(value, call) !== null)
    return places.map((place) => place(call)).find(isNamed) ?? []
  }
}

/** The id of the first thing that a call names; null when it names none. */
export function idIn(of: NameOf, at: TextsOf): FromCall {
  return (call) => at(call).flatMap((value) => of(value, call)?.id ?? [])[0] ?? null
}

/** The name of the first thing that a call names, in words. */
export function nameIn(of: NameOf, at: TextsOf): Words {
  return (call) => at(call).flatMap((value) => of(value, call)?.name ?? [])[0] ?? 'unknown'
}

/** The same, for commands: null when the call names none. */
export function bareIn(of: NameOf, at: TextsOf): FromCall {
  return (call) => at(call).flatMap((value) => of(value, call)?.name ?? [])[0] ?? null
}

/** A text of a call as a list: empty when the call does not say it. */
export function listed(text: FromCall): TextsOf {
  return (call) => {
    const found = text(call)
    return found === null ? [] : [found]
  }
}

/**
 * An id that stands for its own call where the record does not name the thing: the call is shown, and nothing else can seem to
 * end what it opened.
 */
export function orUnnamed(id: FromCall): FromCall {
  return (call) => id(call) ?? `unnamed ${call.eventId}`
}
