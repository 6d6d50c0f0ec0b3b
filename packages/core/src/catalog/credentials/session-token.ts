import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { isAccessKeyId } from '../../domain/principal-arn.ts'
import { parseRecordedTime } from '../../domain/recorded-time.ts'

const row: CredentialRow = defineCredential({
  id: 'session-token',
  title: 'Temporary credentials of a user or the root, got with its own key',
  sources: ['sts.amazonaws.com'],
  names: ['GetSessionToken'],
  mints: (call) => {
    const key = pickText(call.response, 'credentials.accessKeyId')
    if (key === null || !isAccessKeyId(key)) return []
    const expires = parseRecordedTime(pickText(call.response, 'credentials.expiration') ?? '')
    return [{ minted: key, kind: 'temporary-credentials', link: 'minted', principal: call.principal, expires }]
  },
  cite: 'AWS STS API reference: GetSessionToken',
  examples: [
    {
      name: 'a key gets a session that outlives its deletion',
      record: {
        eventSource: 'sts.amazonaws.com',
        eventName: 'GetSessionToken',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::123456789012:user/example-user',
          accountId: '123456789012',
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        },
        requestParameters: { durationSeconds: 129600 },
        responseElements: {
          credentials: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', expiration: 'Mar 26, 2026, 9:00:00 AM' },
        },
      },
      mints: [{ minted: 'ASIAIOSFODNN7EXAMPLE', kind: 'temporary-credentials', link: 'minted' }],
    },
    {
      name: 'an answer that is left out names nothing',
      record: {
        eventSource: 'sts.amazonaws.com',
        eventName: 'GetSessionToken',
        userIdentity: {
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          accountId: '123456789012',
          type: 'IAMUser',
          userName: 'example-user',
        },
      },
      mints: [],
    },
  ],
})

export default row
