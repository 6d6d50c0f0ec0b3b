import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { isAccessKeyId } from '../../domain/principal-arn.ts'
import { parseRecordedTime } from '../../domain/recorded-time.ts'

/**
 * Whoever gets the credentials or a token of an identity of a pool can go on as that identity: with the token, a role is taken from
 * STS. Where the pool lets guests in, nobody is named as the caller; the credentials are the caller's all the same.
 */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  const identity = pickText(call.response, 'identityId') ?? pickText(call.request, 'identityId')
  const key = pickText(call.response, 'credentials.accessKeyId')
  const expires = parseRecordedTime(pickText(call.response, 'credentials.expiration') ?? '')
  const tie = { through: identity, throughLink: identity === null ? null : 'possible' } as const
  const session: readonly MintDraft[] =
    key === null || !isAccessKeyId(key)
      ? []
      : [{ minted: key, kind: 'federated-session', link: 'minted', ...tie, expires }]
  return identity === null ? session : [...session, { minted: identity, kind: 'pool-identity', link: 'inferred' }]
}

const IDENTITY = 'us-east-1:1cf667a2-49a6-454b-9e45-231990000001'

const row: CredentialRow = defineCredential({
  id: 'pool-identity',
  title: 'Identities of Cognito pools, of guests as well',
  sources: ['cognito-identity.amazonaws.com'],
  names: ['GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity'],
  mints: mintsOf,
  cite: 'Amazon Cognito developer guide: CloudTrail events of identity pools',
  examples: [
    {
      name: 'somebody unnamed gets credentials',
      record: {
        eventSource: 'cognito-identity.amazonaws.com',
        eventName: 'GetCredentialsForIdentity',
        recipientAccountId: '111122223333',
        userIdentity: { type: 'Unknown' },
        requestParameters: { identityId: IDENTITY },
        responseElements: {
          credentials: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', expiration: 'Jan 19, 2023 5:55:08 PM' },
          identityId: IDENTITY,
        },
      },
      mints: [
        { minted: 'ASIAIOSFODNN7EXAMPLE', kind: 'federated-session', link: 'minted', through: IDENTITY },
        { minted: IDENTITY, kind: 'pool-identity', link: 'inferred' },
      ],
    },
    {
      name: 'a token, with which a role can be taken',
      record: {
        eventSource: 'cognito-identity.amazonaws.com',
        eventName: 'GetOpenIdToken',
        recipientAccountId: '111122223333',
        userIdentity: { type: 'Unknown' },
        requestParameters: { identityId: IDENTITY },
        responseElements: { identityId: IDENTITY },
      },
      mints: [{ minted: IDENTITY, kind: 'pool-identity', link: 'inferred' }],
    },
  ],
})

export default row
