import { parseArn } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { arnOfPrincipal } from '../../../domain/principal-arn.ts'
import { type Hold, heldBy } from './hold.ts'
import { openedNames } from './opened.ts'

/** Roles that IAM Identity Center keeps for its permission sets; sixteen digits of its own follow the name of the set. */
const PERMISSION_SET =
  /^role\/aws-reserved\/sso\.amazonaws\.com\/(?:[\w-]+\/)?(AWSReservedSSO_[\w+=,.@-]+)_[0-9a-f]{16}$/

/** The role that a portal was asked for: the account and the permission set, which is all that the asking names. */
function askedFor(role: string): string | null {
  const arn = parseArn(role)
  const name = arn === null ? undefined : PERMISSION_SET.exec(arn.resource)?.[1]
  return arn === null || name === undefined ? null : arnOfPrincipal(arn.partition, arn.account, `role/${name}`)
}

/** The identity provider that vouched for the caller. A SAML call names it; for OpenID it is the first part of the caller's id. */
function providerOf(call: CallEvent): string | null {
  const saml = pickText(call.request, 'principalArn')
  if (saml !== null) return saml
  return /^arn:[\w-]+:iam::\d{12}:oidc-provider\/[^:]+/.exec(call.principalId ?? '')?.[0] ?? null
}

/** The identity of a Cognito pool; its region is a part of its id. */
function poolIdentityOf(call: CallEvent): string | null {
  const parts = (call.principalId ?? '').split(':')
  return parts[0] === 'cognito-identity.amazonaws.com' ? parts.slice(-2).join(':') : null
}

/** Who besides the caller may have taken a session by what a provider of identities said of them; the caller is their subject. */
export function federatedHolds(call: CallEvent, role: string | null): readonly Hold[] {
  return heldBy({ kind: 'federated-session', link: 'minted' }, [
    ...openedNames(role),
    [providerOf(call), 'assumable'],
    [role === null ? null : askedFor(role), 'inferred'],
    [poolIdentityOf(call), 'possible'],
  ])
}
