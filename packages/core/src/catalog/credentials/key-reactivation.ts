import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { isAccessKeyId, principalArn } from '../../domain/principal-arn.ts'

/**
 * The key that was switched on again. Whoever does that means to use it, and may have found its secret; the record does not show
 * that they had it, so the hold is possible only.
 */
function mintsOf(call: CallEvent): readonly MintDraft[] {
  const key = pickText(call.request, 'accessKeyId')
  const isOn = pickText(call.request, 'status') === 'Active'
  if (!isOn || key === null || !isAccessKeyId(key) || key === call.caller) return []
  const principal = principalArn('user', pickText(call.request, 'userName'), call) ?? call.principal
  return [{ minted: key, kind: 'access-key', link: 'possible', principal }]
}

const RECORD = {
  eventSource: 'iam.amazonaws.com',
  eventName: 'UpdateAccessKey',
  userIdentity: {
    type: 'IAMUser',
    arn: 'arn:aws:iam::123837392027:user/bert-jan',
    accountId: '123837392027',
    accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
    userName: 'bert-jan',
  },
  responseElements: null,
}

const row: CredentialRow = defineCredential({
  id: 'key-reactivation',
  title: 'Access keys that are switched on again',
  sources: ['iam.amazonaws.com'],
  names: ['UpdateAccessKey'],
  mints: mintsOf,
  cite: 'AWS IAM API reference: UpdateAccessKey',
  examples: [
    {
      name: 'an old key of another user',
      record: {
        ...RECORD,
        requestParameters: { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Active' },
      },
      mints: [{ minted: 'AKIAIOSFODNN7EXAMPLE', kind: 'access-key', link: 'possible' }],
    },
    {
      name: 'a key that is switched off is nobody’s gain',
      record: {
        ...RECORD,
        requestParameters: { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Inactive' },
      },
      mints: [],
    },
  ],
})

export default row
