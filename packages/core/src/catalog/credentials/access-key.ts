import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type EndDraft, type MintDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { isAccessKeyId, principalArn } from '../../domain/principal-arn.ts'

/** The user the key is of. Without a name it is the caller; the caller's own ARN is kept where it is known, for its path. */
function ownerOf(call: CallEvent): string | null {
  const name = pickText(call.response, 'accessKey.userName') ?? pickText(call.request, 'userName')
  if (name === null || call.principal?.endsWith(`/${name}`) === true) return call.principal
  return principalArn('user', name, call)
}

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const key = pickText(call.response, 'accessKey.accessKeyId')
  if (call.name !== 'CreateAccessKey' || key === null || !isAccessKeyId(key)) return []
  return [{ minted: key, kind: 'access-key', link: 'minted', principal: ownerOf(call) }]
}

function endsOf(call: CallEvent): readonly EndDraft[] {
  const identity = pickText(call.request, 'accessKeyId')
  if (identity === null || call.name === 'CreateAccessKey') return []
  if (call.name === 'DeleteAccessKey') return [{ identity, state: 'deleted' }]
  const status = pickText(call.request, 'status')
  if (status === 'Inactive') return [{ identity, state: 'inactive' }]
  return status === 'Active' ? [{ identity, state: 'active' }] : []
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::123837392027:user/bert-jan',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
  userName: 'bert-jan',
}

const row: CredentialRow = defineCredential({
  id: 'access-key',
  title: 'Long-term access keys',
  sources: ['iam.amazonaws.com'],
  names: ['CreateAccessKey', 'DeleteAccessKey', 'UpdateAccessKey'],
  mints: mintsOf,
  ends: endsOf,
  callerKind: { rank: 70, of: ({ accessKeyId }) => (accessKeyId?.startsWith('AKIA') === true ? 'access-key' : null) },
  cite: 'AWS IAM API reference: CreateAccessKey, DeleteAccessKey, UpdateAccessKey',
  examples: [
    {
      name: 'a key for another user',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateAccessKey',
        userIdentity: BY,
        requestParameters: { userName: 'stratus-red-team-backdoor-u-user' },
        responseElements: {
          accessKey: {
            accessKeyId: 'AKIATFQR7NSC3ZO6PKAZ',
            status: 'Active',
            userName: 'stratus-red-team-backdoor-u-user',
          },
        },
      },
      mints: [{ minted: 'AKIATFQR7NSC3ZO6PKAZ', kind: 'access-key', link: 'minted' }],
    },
    {
      name: 'a key for oneself names no user',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateAccessKey',
        userIdentity: {
          type: 'Root',
          arn: 'arn:aws:iam::123456789012:root',
          accountId: '123456789012',
          accessKeyId: 'ASIA00000000000000A3',
        },
        requestParameters: null,
        responseElements: { accessKey: { accessKeyId: 'AKIA00000000000000A4', status: 'Active' } },
      },
      mints: [{ minted: 'AKIA00000000000000A4', kind: 'access-key', link: 'minted' }],
    },
    {
      name: 'a key is deleted',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteAccessKey',
        userIdentity: BY,
        requestParameters: { userName: 'malicious-iam-user', accessKeyId: 'AKIATFQR7NSCQLA2F4OD' },
        responseElements: null,
      },
      mints: [],
      ends: [{ identity: 'AKIATFQR7NSCQLA2F4OD', state: 'deleted' }],
    },
    {
      name: 'a deletion that was refused ends nothing',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteAccessKey',
        errorCode: 'AccessDenied',
        userIdentity: BY,
        requestParameters: { accessKeyId: 'AKIATFQR7NSCQLA2F4OD' },
      },
      ends: [],
    },
    {
      name: 'a key is switched off',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateAccessKey',
        userIdentity: BY,
        requestParameters: { userName: 'u', status: 'Inactive', accessKeyId: 'AKIATFQR7NSCQLA2F4OD' },
      },
      ends: [{ identity: 'AKIATFQR7NSCQLA2F4OD', state: 'inactive' }],
    },
    {
      name: 'a key is switched on again',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateAccessKey',
        userIdentity: BY,
        requestParameters: { userName: 'u', status: 'Active', accessKeyId: 'AKIATFQR7NSCQLA2F4OD' },
      },
      ends: [{ identity: 'AKIATFQR7NSCQLA2F4OD', state: 'active' }],
    },
  ],
})

export default row
