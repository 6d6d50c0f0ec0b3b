import { parseArn } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { part, said, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import { principalArn } from '../../../domain/principal-arn.ts'

/** How the record of a device names the root user (CloudTrail user guide, examples of IAM). */
const ROOT = 'AWS ROOT USER'

function rootArn({ account, region }: CallEvent): string | null {
  return principalArn('user', 'root', { account, region })?.replace('user/root', 'root') ?? null
}

/** The caller's own user, as IAM takes it where a call names none: the user itself, or the root. */
function caller(call: CallEvent): string | null {
  const arn = call.principal === null ? null : parseArn(call.principal)
  if (arn?.resource === 'root') return rootArn(call)
  if (arn?.service !== 'iam' || !arn.resource.startsWith('user/')) return null
  return principalArn('user', arn.resource.slice(arn.resource.lastIndexOf('/') + 1), call)
}

function byName(call: CallEvent, name: string): string | null {
  return name === ROOT ? rootArn(call) : principalArn('user', name, call)
}

/** The user that a call names, without its path; null when it names none. */
const namedUser: FromCall = (call) => {
  const name = pickText(call.request, 'userName')
  return name === null ? null : byName(call, name)
}

/** The user of a call that means the caller itself where it names nobody. */
const ownOrNamedUser: FromCall = (call) => {
  const name = pickText(call.request, 'userName') ?? pickText(call.response, 'accessKey.userName')
  return name === null ? caller(call) : byName(call, name)
}

/** The role that a call names, without its path. */
const role: FromCall = (call) =>
  principalArn('role', pickText(call.request, 'roleName') ?? pickText(call.response, 'role.roleName'), call)

/** The name at the end of an ARN; of the root it is `root`. */
export function lastName(id: FromCall): FromCall {
  return (call) => id(call)?.replace(/^.*[/:]/, '') ?? null
}

/** The kind of identity that rights are given to: its word, the option that names it, and how its id stands in a call. */
export interface Holder {
  readonly noun: 'user' | 'role' | 'group'
  readonly option: string
  readonly id: FromCall
  readonly name: FromCall
}

const group: FromCall = (call) => {
  const name = said('groupName')(call)
  return name === null ? null : `${call.account}:${name}`
}

/** A user whom the call has to name. */
export const USER: Holder = { noun: 'user', option: 'user-name', id: namedUser, name: lastName(namedUser) }
/** A user who may be the caller. */
export const SELF: Holder = { noun: 'user', option: 'user-name', id: ownOrNamedUser, name: lastName(ownOrNamedUser) }
/** A role. */
export const ROLE: Holder = { noun: 'role', option: 'role-name', id: role, name: lastName(role) }
/** A group of users. */
export const GROUP: Holder = { noun: 'group', option: 'group-name', id: group, name: said('groupName') }

/** The subject of a holder: `user arn`. */
export function subjectOf({ noun, id }: Holder): FromCall {
  return (call) => (id(call) === null ? null : `${noun} ${id(call)}`)
}

/** The subject of a part of a holder: `user arn / login profile`. */
export function of(holder: Holder, topic: string, id?: FromCall): FromCall {
  return part(subjectOf(holder), topic, id)
}

/** A holder in words. */
export function wordsOf({ noun, name }: Holder): Words {
  return (call) => `${noun} \`${name(call) ?? 'unknown'}\``
}
