import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type EndDraft } from '../../domain/credential-row.ts'
import { isObject, type Json, type JsonObject, pick, pickAll, pickText } from '../../domain/json.ts'
import { readPolicy } from '../../domain/policy-document.ts'
import { principalArn } from '../../domain/principal-arn.ts'

/** The name under which the console and AWS's runbooks revoke the sessions of a role. */
const POLICY = 'AWSRevokeOlderSessions'

function isAll(value: Json | undefined): boolean {
  return value === '*' || (Array.isArray(value) && value.includes('*'))
}

function revokes(statement: Json): boolean {
  if (!isObject(statement) || statement['Effect'] !== 'Deny') return false
  if (!isAll(statement['Action']) || !isAll(statement['Resource'])) return false
  const condition = statement['Condition']
  if (!isObject(condition) || Object.keys(condition).length !== 1) return false
  const before = condition['DateLessThan']
  return isObject(before) && Object.keys(before).join() === 'aws:TokenIssueTime'
}

/** Whether the policy denies everything to older sessions: its name alone denies nothing. */
function deniesOlderSessions(policy: JsonObject): boolean {
  return [...pickAll(policy, 'Statement'), ...pickAll(policy, 'Statement[]')].some(revokes)
}

function endsOf(call: CallEvent): readonly EndDraft[] {
  const identity = principalArn('role', pickText(call.request, 'roleName'), call)
  if (identity === null || pickText(call.request, 'policyName') !== POLICY) return []
  if (call.name === 'DeleteRolePolicy') return [{ identity, state: 'active' }]
  const policy = readPolicy(pick(call.request, 'policyDocument'))
  return policy !== null && deniesOlderSessions(policy) ? [{ identity, state: 'revoked' }] : []
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/responder',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000B1',
}

const row: CredentialRow = defineCredential({
  id: 'role-sessions-revoked',
  title: 'The revocation of all older sessions of a role',
  sources: ['iam.amazonaws.com'],
  names: ['PutRolePolicy', 'DeleteRolePolicy'],
  mints: () => [],
  ends: endsOf,
  cite: 'AWS IAM user guide: revoke IAM role temporary security credentials',
  examples: [
    {
      name: 'the console revokes the sessions of a role',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'PutRolePolicy',
        userIdentity: BY,
        requestParameters: {
          roleName: 'web',
          policyName: 'AWSRevokeOlderSessions',
          policyDocument:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-24T09:00:00.000Z"}}}]}',
        },
      },
      ends: [{ identity: 'arn:aws:iam::111122223333:role/web', state: 'revoked' }],
    },
    {
      name: 'a policy of that name that allows revokes nothing',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'PutRolePolicy',
        userIdentity: BY,
        requestParameters: {
          roleName: 'web',
          policyName: 'AWSRevokeOlderSessions',
          policyDocument: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
        },
      },
      ends: [],
    },
    {
      name: 'a further condition narrows the denial, and that is no revocation',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'PutRolePolicy',
        userIdentity: BY,
        requestParameters: {
          roleName: 'web',
          policyName: 'AWSRevokeOlderSessions',
          policyDocument:
            '{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-24T09:00:00Z"},"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}}]}',
        },
      },
      ends: [],
    },
    {
      name: 'another inline policy revokes nothing',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'PutRolePolicy',
        userIdentity: BY,
        requestParameters: {
          roleName: 'stratus-red-team-ec2-get-password-data-role',
          policyName: 'inline-policy',
          policyDocument:
            '{"Statement":[{"Action":["ec2:Describe*"],"Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"}',
        },
      },
      ends: [],
    },
    {
      name: 'the revocation is taken back',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'DeleteRolePolicy',
        userIdentity: BY,
        requestParameters: { roleName: 'web', policyName: 'AWSRevokeOlderSessions' },
      },
      ends: [{ identity: 'arn:aws:iam::111122223333:role/web', state: 'active' }],
    },
  ],
})

export default row
