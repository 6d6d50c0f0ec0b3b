import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pick, pickText } from '../../domain/json.ts'
import { outsideGrantees, readPolicy } from '../../domain/policy-document.ts'
import { principalArn } from '../../domain/principal-arn.ts'

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const field = call.name === 'CreateRole' ? 'assumeRolePolicyDocument' : 'policyDocument'
  const policy = readPolicy(pick(call.request, field))
  const role = pickText(call.response, 'role.arn') ?? principalArn('role', pickText(call.request, 'roleName'), call)
  if (policy === null || role === null || outsideGrantees(policy, call.account).length === 0) return []
  return [{ minted: role, kind: 'role', link: 'assumable', principal: role }]
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::751203476945:user/christophe',
  accountId: '751203476945',
  accessKeyId: 'AKIAMUV7B57OZM0RV05D',
}

const row: CredentialRow = defineCredential({
  id: 'role-trust',
  title: 'Roles opened to principals outside the account',
  sources: ['iam.amazonaws.com'],
  names: ['CreateRole', 'UpdateAssumeRolePolicy'],
  mints: mintsOf,
  cite: 'AWS IAM user guide: role trust policies',
  examples: [
    {
      name: 'another account is let in beside a service',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateAssumeRolePolicy',
        userIdentity: BY,
        requestParameters: {
          policyDocument:
            '{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }, { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::193672423079:root" }, "Action": "sts:AssumeRole" } ] }',
          roleName: 'stratus-red-team-backdoor-r-role',
        },
      },
      mints: [
        { minted: 'arn:aws:iam::751203476945:role/stratus-red-team-backdoor-r-role', kind: 'role', link: 'assumable' },
      ],
    },
    {
      name: 'a service alone is not outside',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateAssumeRolePolicy',
        userIdentity: BY,
        requestParameters: {
          policyDocument:
            '{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Sid":""}],"Version":"2012-10-17"}',
          roleName: 'stratus-red-team-backdoor-r-role',
        },
      },
      mints: [],
    },
    {
      name: 'a new role for another account',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateRole',
        userIdentity: { ...BY, accountId: '609418236337' },
        requestParameters: {
          assumeRolePolicyDocument:
            '{ "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::193672423079:root" }, "Action": "sts:AssumeRole" } ] }',
          roleName: 'stratus-red-team-malicious-iam-role',
        },
        responseElements: { role: { arn: 'arn:aws:iam::609418236337:role/stratus-red-team-malicious-iam-role' } },
      },
      mints: [
        {
          minted: 'arn:aws:iam::609418236337:role/stratus-red-team-malicious-iam-role',
          kind: 'role',
          link: 'assumable',
        },
      ],
    },
    {
      name: 'a new role for the own account',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateRole',
        userIdentity: { ...BY, accountId: '123837392027' },
        requestParameters: {
          roleName: 'stratus-red-team-ec2-get-password-data-role',
          assumeRolePolicyDocument:
            '{"Statement":[{"Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Effect":"Allow","Principal":{"AWS":"123837392027"},"Sid":""}]}',
        },
      },
      mints: [],
    },
    {
      name: 'a trust that cannot be read opens nothing that could be named',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateAssumeRolePolicy',
        userIdentity: BY,
        requestParameters: { roleName: 'r', policyDocument: '{"Statement":' },
      },
      mints: [],
    },
  ],
})

export default row
