import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { isAccessKeyId } from '../../domain/principal-arn.ts'
import { parseRecordedTime } from '../../domain/recorded-time.ts'

const FEDERATED: ReadonlySet<string> = new Set(['FederatedUser', 'SAMLUser', 'WebIdentityUser'])

const row: CredentialRow = defineCredential({
  id: 'federation-token',
  title: 'Sessions under a freely chosen name, got with the key of a user',
  sources: ['sts.amazonaws.com'],
  names: ['GetFederationToken'],
  mints: (call) => {
    const key = pickText(call.response, 'credentials.accessKeyId')
    if (key === null || !isAccessKeyId(key)) return []
    const principal = pickText(call.response, 'federatedUser.arn')
    const expires = parseRecordedTime(pickText(call.response, 'credentials.expiration') ?? '')
    return [{ minted: key, kind: 'federated-session', link: 'minted', principal, expires }]
  },
  callerKind: { rank: 60, of: ({ type }) => (FEDERATED.has(type) ? 'federated-session' : null) },
  cite: 'AWS STS API reference: GetFederationToken',
  examples: [
    {
      name: 'a stolen key becomes a federated session of twelve hours',
      record: {
        eventSource: 'sts.amazonaws.com',
        eventName: 'GetFederationToken',
        userIdentity: {
          accessKeyId: 'AKIA6V1GNZTT65XQH36M',
          accountId: '742491224508',
          arn: 'arn:aws:iam::742491224508:user/stratus-red-team-user-federation-user',
          type: 'IAMUser',
          userName: 'stratus-red-team-user-federation-user',
        },
        requestParameters: { name: 'stratus_red_team' },
        responseElements: {
          credentials: { accessKeyId: 'ASIASTJKC5GCM7ZE6LUP', expiration: 'Nov 30, 2024, 8:43:17 PM' },
          federatedUser: {
            arn: 'arn:aws:sts::742491224508:federated-user/stratus_red_team',
            federatedUserId: '742491224508:stratus_red_team',
          },
          packedPolicySize: 4,
        },
      },
      mints: [{ minted: 'ASIASTJKC5GCM7ZE6LUP', kind: 'federated-session', link: 'minted' }],
    },
  ],
})

export default row
