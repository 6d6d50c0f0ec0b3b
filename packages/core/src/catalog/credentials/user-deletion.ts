import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type EndDraft } from '../../domain/credential-row.ts'
import { pickText } from '../../domain/json.ts'
import { principalArn } from '../../domain/principal-arn.ts'

function endsOf(call: CallEvent): readonly EndDraft[] {
  const type = call.name === 'DeleteRole' ? 'role' : 'user'
  const identity = principalArn(type, pickText(call.request, `${type}Name`), call)
  return identity === null ? [] : [{ identity, state: 'deleted' }]
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::123837392027:user/bert-jan',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
}

const row: CredentialRow = defineCredential({
  id: 'user-deletion',
  title: 'The end of a user or a role, and of every credential of it',
  sources: ['iam.amazonaws.com'],
  names: ['DeleteUser', 'DeleteRole'],
  mints: () => [],
  ends: endsOf,
  cite: 'AWS IAM API reference: DeleteUser, DeleteRole',
  examples: [
    {
      name: 'a user is deleted',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteUser',
        userIdentity: BY,
        requestParameters: { userName: 'stratus-red-team-nmfalu-gfjyeaypjt' },
      },
      ends: [{ identity: 'arn:aws:iam::123837392027:user/stratus-red-team-nmfalu-gfjyeaypjt', state: 'deleted' }],
    },
    {
      name: 'a role is deleted',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteRole',
        userIdentity: BY,
        requestParameters: { roleName: 'support' },
      },
      ends: [{ identity: 'arn:aws:iam::123837392027:role/support', state: 'deleted' }],
    },
    {
      name: 'a user whose name is missing is nobody',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteUser',
        userIdentity: BY,
        requestParameters: { userName: null },
      },
      ends: [],
    },
  ],
})

export default row
