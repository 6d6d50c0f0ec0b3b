import { formatArn, parseArn, partitionOf } from './arn.ts'

/** Where a name is to be understood: the account and region of the call that holds it. */
export interface Place {
  readonly account: string
  readonly region: string
}

// IAM user guide, names: up to 64 of these. Anything else in a name's place (a mask, an ARN) is none.
const NAME = /^[\w+=,.@-]{1,64}$/

/** The ARN of a user or role by its name; null when the text is no name. Its path is unknown and left out. */
export function principalArn(type: 'user' | 'role', name: string | null, place: Place): string | null {
  if (name === null || !NAME.test(name) || name === 'HIDDEN_DUE_TO_SECURITY_REASONS') return null
  return arnOfPrincipal(partitionOf(place.region), place.account, `${type}/${name}`)
}

/** The ARN of a user or role by its parts (IAM user guide, IAM identifiers): the resource is `user/NAME` or `role/NAME`. */
export function arnOfPrincipal(partition: string, account: string, resource: string): string {
  return `arn:${partition}:iam::${account}:${resource}`
}

/** The ARN of a role's session, made as STS makes it: the role's name without its path, then the session's name. */
export function sessionArn(role: string | null, session: string | null): string | null {
  const arn = role === null ? null : parseArn(role)
  if (arn === null || session === null || !arn.resource.startsWith('role/')) return null
  const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1)
  return formatArn({ ...arn, service: 'sts', region: '', resource: `assumed-role/${name}/${session}` })
}

/** Whether a text can be an access key id (IAM API reference: 16 to 128 of these); masks and cut copies are none. */
export function isAccessKeyId(text: string): boolean {
  return /^[A-Z0-9]{16,128}$/.test(text)
}
