import { formatArn, parseArn } from './arn.ts'
import { arnOfPrincipal } from './principal-arn.ts'

/** The longest life of any temporary credential, in milliseconds: 36 hours (AWS STS API reference, GetFederationToken). */
export const LONGEST_SESSION: number = 36 * 3_600_000

/** The kind of a role that a user asked a portal for: the portal takes one session of it at about that time, and nothing else ties the two. */
export const ASKED_ROLE = 'asked-role'

/** The kind of hosts that a call acts on and does not name: every host whose credentials are valid then, or are handed out later. */
export const UNNAMED_COMPUTE = 'unnamed-compute'

/** The kinds of identity whose credentials are handed to a host, a container or a function. */
export const COMPUTE_CREDENTIALS: ReadonlySet<string> = new Set([
  'instance-credentials',
  'container-credentials',
  'function-credentials',
])

/** The kind of a caller that a service acts for; its calls are consequences, not a credential that anybody held. */
export const SERVICE_FORWARDED = 'service-forwarded'

/** Kinds of callers that are one session, or one user from one address, of which no record says when it began. */
export const UNDATED_SESSIONS: ReadonlySet<string> = new Set(['mail-session', 'mail-user'])

/** The kind of a caller that called without any credential. */
export const ANONYMOUS = 'anonymous'

/** The ARN without the path between the resource type and its last name: `user/a/b/x` is `user/x`. */
function withoutPath(text: string): string {
  const arn = parseArn(text)
  if (arn === null) return text
  const parts = arn.resource.split('/')
  const [type = '', last = ''] = [parts[0], parts.at(-1)]
  return parts.length > 2 ? formatArn({ ...arn, resource: `${type}/${last}` }) : text
}

/**
 * The names under which a principal's end may be recorded: its own ARN and, for a role session, its role's
 * (`arn:aws:sts::1:assumed-role/R/s` is a session of `arn:aws:iam::1:role/R`), each without path.
 */
export function principalNames(principal: string): readonly string[] {
  const arn = parseArn(principal)
  const [type, role] = arn?.resource.split('/') ?? []
  if (arn === null || type !== 'assumed-role' || role === undefined)
    return [...new Set([principal, withoutPath(principal)])]
  return [principal, arnOfPrincipal(arn.partition, arn.account, `role/${role}`)]
}
