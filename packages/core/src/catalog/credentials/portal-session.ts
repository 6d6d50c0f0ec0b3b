import { partitionOf } from '../../domain/arn.ts'
import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { isObject, pick, pickText } from '../../domain/json.ts'
import { ASKED_ROLE } from '../../domain/principal.ts'
import { arnOfPrincipal } from '../../domain/principal-arn.ts'

/** Calls by which a user becomes signed in, or a program gets a token of the user's. */
const SIGN_INS: ReadonlySet<string> = new Set([
  'Authenticate',
  'UserAuthentication',
  'CreateToken',
  'CreateTokenWithIAM',
])

/** A service event says in its details whether it failed; it has no error code. */
function failed(call: CallEvent): boolean {
  const details = pick(call.extra, 'serviceEventDetails')
  return isObject(details) && Object.values(details).includes('Failure')
}

/** The user of the directory. The token of an application is recorded as the application's own call, with the user beside it. */
function userOf(call: CallEvent): string | null {
  const beside = pickText(call.extra, 'identitystore:UserId')
  if (call.name === 'CreateTokenWithIAM' || beside !== null) return beside
  return call.caller === 'unknown' ? null : call.caller
}

/** The role as the portal is asked for it: its account and its permission set. The role that is taken has a longer name. */
function askedFor(call: CallEvent): string | null {
  const of = (field: string, inRequest: string): string | null =>
    pickText(call.extra, `serviceEventDetails.${field}`) ?? pickText(call.request, inRequest)
  const [account, name] = [of('account_id', 'accountId'), of('role_name', 'roleName')]
  if (account === null || name === null || !/^\d{12}$/.test(account)) return null
  return arnOfPrincipal(partitionOf(call.region), account, `role/AWSReservedSSO_${name}`)
}

/**
 * INVARIANT: `inferred`, never `minted`: nothing but account, permission set and time ties the session in the account to the asking,
 * and the owner signs in as the same user.
 */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  if (failed(call)) return []
  const isSignIn = SIGN_INS.has(call.name)
  const minted = isSignIn ? userOf(call) : askedFor(call)
  return minted === null ? [] : [{ minted, kind: isSignIn ? 'console-session' : ASKED_ROLE, link: 'inferred' }]
}

const USER = '97671000cc-11111111-3b89-4b98-88db-2ea3bbc1f3fa'
const AS_USER = {
  type: 'IdentityCenterUser',
  accountId: '607481581596',
  onBehalfOf: { userId: USER, identityStoreArn: 'arn:aws:identitystore::607481581596:identitystore/d-97671000cc' },
}
const ASKED = {
  minted: 'arn:aws:iam::950363612855:role/AWSReservedSSO_Admin',
  kind: 'asked-role',
  link: 'inferred',
} as const

const row: CredentialRow = defineCredential({
  id: 'portal-session',
  title: 'Sign-ins of users of IAM Identity Center, and the roles that they ask its portal for',
  sources: ['sso.amazonaws.com', 'sso-oauth.amazonaws.com', 'signin.amazonaws.com'],
  names: [...SIGN_INS, 'GetRoleCredentials', 'Federate'],
  mints: mintsOf,
  cite: 'AWS IAM Identity Center user guide: CloudTrail events of sign-in, the access portal and OIDC',
  examples: [
    {
      name: 'a user asks for the credentials of a role in an account',
      record: {
        eventSource: 'sso.amazonaws.com',
        eventName: 'GetRoleCredentials',
        eventType: 'AwsServiceEvent',
        userIdentity: AS_USER,
        serviceEventDetails: { role_name: 'Admin', account_id: '950363612855' },
      },
      mints: [ASKED],
    },
    {
      name: 'a user opens the console of an account',
      record: {
        eventSource: 'sso.amazonaws.com',
        eventName: 'Federate',
        eventType: 'AwsServiceEvent',
        userIdentity: { type: 'Unknown', accountId: '607481581596', principalId: USER, userName: 'ana' },
        serviceEventDetails: { role_name: 'Admin', account_id: '950363612855' },
      },
      mints: [ASKED],
    },
    {
      name: 'a program gets a token by the code of a device',
      record: {
        eventSource: 'sso.amazonaws.com',
        eventName: 'CreateToken',
        userIdentity: { type: 'Unknown', accountId: '607481581596', principalId: USER, userName: 'ana' },
        requestParameters: { clientId: 'c', grantType: 'urn:ietf:params:oauth:grant-type:device_code' },
        responseElements: { accessToken: 'HIDDEN_DUE_TO_SECURITY_REASONS', tokenType: 'Bearer' },
      },
      mints: [{ minted: USER, kind: 'console-session', link: 'inferred' }],
    },
    {
      name: 'an application gets a token for a user',
      record: {
        eventSource: 'sso-oauth.amazonaws.com',
        eventName: 'CreateTokenWithIAM',
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::607481581596:assumed-role/app/x',
          accountId: '607481581596',
          accessKeyId: 'ASIA00000000000000E1',
        },
        additionalEventData: { 'identitystore:UserId': USER },
      },
      mints: [{ minted: USER, kind: 'console-session', link: 'inferred' }],
    },
    {
      name: 'a sign-in that failed',
      record: {
        eventSource: 'signin.amazonaws.com',
        eventName: 'UserAuthentication',
        eventType: 'AwsServiceEvent',
        userIdentity: AS_USER,
        serviceEventDetails: { UserAuthentication: 'Failure' },
      },
      mints: [],
    },
    {
      name: 'an event that names nobody',
      record: {
        eventSource: 'sso.amazonaws.com',
        eventName: 'Authenticate',
        eventType: 'AwsServiceEvent',
        userIdentity: {},
      },
      mints: [],
    },
  ],
})

export default row
