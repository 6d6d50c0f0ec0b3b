import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { isObject, pickAll, pickText } from '../../domain/json.ts'
import { isAccessKeyId } from '../../domain/principal-arn.ts'
import { parseRecordedTime } from '../../domain/recorded-time.ts'

/** Whoever holds a certificate of the authority that a trust anchor names becomes a role, without any key of the account. */
function anchorOf(call: CallEvent): readonly MintDraft[] {
  const arn = pickText(call.response, 'trustAnchor.trustAnchorArn')
  return arn === null ? [] : [{ minted: arn, kind: 'trust-anchor', link: 'assumable' }]
}

/** The caller of a session is a certificate, which no log ties to anybody; the tie is the anchor that it goes through. */
function sessionsOf(call: CallEvent): readonly MintDraft[] {
  const through = pickText(call.request, 'trustAnchorArn')
  return pickAll({ response: call.response }, 'response.credentialSet[]')
    .filter(isObject)
    .flatMap((one): readonly MintDraft[] => {
      const minted = pickText(one, 'credentials.accessKeyId')
      if (minted === null || !isAccessKeyId(minted)) return []
      const expires = parseRecordedTime(pickText(one, 'credentials.expiration') ?? '')
      const principal = pickText(one, 'assumedRoleUser.arn')
      const tie = { link: 'minted', through, throughLink: through === null ? null : 'assumable' } as const
      return [{ minted, kind: 'temporary-credentials', ...tie, principal, expires }]
    })
}

const ANCHOR = 'arn:aws:rolesanywhere:us-east-1:123837392027:trust-anchor/0a1b2c3d-0000-1111-2222-333344445555'

const row: CredentialRow = defineCredential({
  id: 'roles-anywhere-session',
  title: 'Sessions of roles by a certificate',
  sources: ['rolesanywhere.amazonaws.com'],
  names: ['CreateTrustAnchor', 'CreateSession'],
  mints: (call) => (call.name === 'CreateTrustAnchor' ? anchorOf(call) : sessionsOf(call)),
  cite: 'AWS IAM Roles Anywhere user guide: CloudTrail entries, CreateSession; API reference, CreateTrustAnchor',
  examples: [
    {
      name: 'a trust anchor opens roles to whoever holds its certificates',
      record: {
        eventSource: 'rolesanywhere.amazonaws.com',
        eventName: 'CreateTrustAnchor',
        requestParameters: { name: 'malicious-rolesanywhere-trust-anchor', enabled: true },
        responseElements: { trustAnchor: { name: 'malicious-rolesanywhere-trust-anchor', trustAnchorArn: ANCHOR } },
      },
      mints: [{ minted: ANCHOR, kind: 'trust-anchor', link: 'assumable' }],
    },
    {
      name: 'a session goes through the anchor',
      record: {
        eventSource: 'rolesanywhere.amazonaws.com',
        eventName: 'CreateSession',
        userIdentity: { type: 'Unknown', principalId: '', arn: '', accountId: '123837392027' },
        requestParameters: { trustAnchorArn: ANCHOR, roleArn: 'arn:aws:iam::123837392027:role/app' },
        responseElements: {
          credentialSet: [
            {
              assumedRoleUser: { arn: 'arn:aws:sts::123837392027:assumed-role/app/00cafe' },
              credentials: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', expiration: '2026-03-24T09:00:00Z' },
            },
          ],
        },
      },
      mints: [{ minted: 'ASIAIOSFODNN7EXAMPLE', kind: 'temporary-credentials', link: 'minted', through: ANCHOR }],
    },
  ],
})

export default row
