import { partitionOf } from './arn.ts'
import type { CallEvent } from './call.ts'
import type { MintDraft } from './credential-row.ts'
import { isObject, type Json } from './json.ts'
import { textsUnder } from './named-in-call.ts'
import { PASSED_ROLE, roleInServices } from './passed-role.ts'
import { arnOfPrincipal, type Place, principalArn } from './principal-arn.ts'

const ROLE = /arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+/g

/** A service's name without its region: some services are named with it in one place and without it in another. */
function withoutRegion(service: string): string {
  return service
    .split('.')
    .filter((label) => !/^[a-z]{2,}(?:-[a-z]+)+-\d$/.test(label))
    .join('.')
}

/** Every role of an account that one service runs with: for calls that have it run something and do not say with which role. */
export function anyRoleOf(service: string, { account, region }: Place): string {
  return `${arnOfPrincipal(partitionOf(region), account, 'role/*')}#${withoutRegion(service)}`
}

function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((member: Json) => textsIn(member))
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}

/** Texts of an answer under keys that speak of a role; others may name whoever made the thing. */
function roleTextsIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((member: Json) => roleTextsIn(member))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, member]) => (/role/i.test(key) ? textsIn(member) : roleTextsIn(member)))
}

/** What a call that has a service run something says of it, besides the call itself. */
export interface Passing {
  /** The services that will take the role's sessions, where they are not the one that was called. */
  readonly services?: readonly string[]
  /** Keys of the request that may hold the bare name of a role. */
  readonly names?: readonly string[]
}

/**
 * What a caller gains who has a service run something of theirs: the roles that the call names, else any role that the service runs
 * with in the account. INVARIANT: `possible`, and from then on only: the service runs the owner's work with the same roles.
 */
export function passedRoles(call: CallEvent, { services = [call.source], names = [] }: Passing): readonly MintDraft[] {
  const arns = [...textsIn(call.request), ...roleTextsIn(call.response)].flatMap((text) => text.match(ROLE) ?? [])
  const bare = names
    .flatMap((key) => textsUnder(call.request, key))
    .flatMap((name) => principalArn('role', name, call) ?? [])
  const roles = [...arns, ...bare].flatMap((role) => {
    const minted = roleInServices(role)
    return minted === null ? [] : [[minted, role] as const]
  })
  const tie = { kind: PASSED_ROLE, link: 'possible' } as const
  if (roles.length > 0) return [...new Map(roles)].map(([minted, principal]) => ({ ...tie, minted, principal }))
  return services.map((service) => ({ ...tie, minted: anyRoleOf(service, call) }))
}
