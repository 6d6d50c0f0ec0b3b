import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { isAccessKeyId } from '../../domain/principal-arn.ts'
import { parseRecordedTime } from '../../domain/recorded-time.ts'

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const principal = pickText(call.response, 'assumedPrincipal')
  const minted = pickText(call.response, 'credentials.accessKeyId')
  if (minted === null || !isAccessKeyId(minted)) return []
  const expires = parseRecordedTime(pickText(call.response, 'credentials.expiration') ?? '')
  return [{ minted, kind: 'temporary-credentials', link: 'minted', principal, expires }]
}

const row: CredentialRow = defineCredential({
  id: 'delegated-token',
  title: 'Credentials of a principal that delegated its rights for a while',
  sources: ['sts.amazonaws.com'],
  names: ['GetDelegatedAccessToken'],
  mints: mintsOf,
  cite: 'AWS STS API reference: GetDelegatedAccessToken',
  examples: [
    {
      name: 'a token is traded in',
      record: {
        eventSource: 'sts.amazonaws.com',
        eventName: 'GetDelegatedAccessToken',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::111122223333:user/partner',
          accountId: '111122223333',
          accessKeyId: 'AKIA00000000000000D1',
        },
        responseElements: {
          credentials: { accessKeyId: 'ASIA00000000000000D2', expiration: 'Mar 24, 2026, 9:00:00 AM' },
          assumedPrincipal: 'arn:aws:iam::444455556666:user/customer',
        },
      },
      mints: [{ minted: 'ASIA00000000000000D2', kind: 'temporary-credentials', link: 'minted' }],
    },
  ],
})

export default row
