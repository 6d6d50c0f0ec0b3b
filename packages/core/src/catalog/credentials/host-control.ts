import type { CallEvent } from '../../domain/call.ts'
import { hostArn } from '../../domain/compute.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickAll, pickText, pickTexts } from '../../domain/json.ts'
import { textsUnder } from '../../domain/named-in-call.ts'

/** Hosts that a command names by id. Targets by tag name no host; the answer lists the hosts it knew at once. */
function commanded(call: CallEvent): readonly string[] {
  const targets = pickAll(call.request, 'targets[]').filter(
    (target) => pickText(target, 'key')?.toLowerCase() === 'instanceids',
  )
  return [
    ...pickTexts(call.request, 'instanceIds[]'),
    ...targets.flatMap((target) => pickTexts(target, 'values[]')),
    ...pickTexts(call.response, 'command.instanceIds[]'),
  ]
}

function hostsOf(call: CallEvent): readonly string[] {
  switch (call.name) {
    case 'SendCommand':
      return commanded(call)
    case 'CreateAssociation':
      return [...commanded(call), ...pickTexts(call.request, 'instanceId')]
    case 'StartSession':
      return pickTexts(call.request, 'target')
    case 'RunInstances':
      return pickTexts(call.response, 'instancesSet.items[].instanceId')
    case 'ModifyInstanceAttribute':
      // What a host runs at its start is changed; other attributes do not let anybody in.
      return pickAll(call.request, 'userData').length === 0 ? [] : pickTexts(call.request, 'instanceId')
    case 'AssociateIamInstanceProfile':
    case 'ReplaceIamInstanceProfileAssociation':
      // The actor chose the role; a replacement names the association alone, and the host stands in the answer.
      return [...textsUnder(call.request, 'instanceId'), ...textsUnder(call.response, 'instanceId')]
    default:
      return pickTexts(call.request, 'instanceId')
  }
}

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const hosts = hostsOf(call).flatMap((id) => hostArn(id, call) ?? [])
  return [...new Set(hosts)].map((minted) => ({ minted, kind: 'compute', link: 'possible' }))
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::123837392027:user/bert-jan',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
}
const HOST = 'arn:aws:ec2:us-east-1:123837392027:instance/'

const row: CredentialRow = defineCredential({
  id: 'host-control',
  title: 'Ways to act on a host, whose credentials can then be taken from it',
  sources: ['ssm.amazonaws.com', 'ec2.amazonaws.com', 'ec2-instance-connect.amazonaws.com'],
  names: [
    'SendCommand',
    'CreateAssociation',
    'StartSession',
    'RunInstances',
    'AssociateIamInstanceProfile',
    'ReplaceIamInstanceProfileAssociation',
    'ModifyInstanceAttribute',
    'GetPasswordData',
    'SendSSHPublicKey',
    'SendSerialConsoleSSHPublicKey',
  ],
  mints: mintsOf,
  cite: 'AWS Systems Manager, Amazon EC2 and EC2 Instance Connect API references',
  examples: [
    {
      name: 'a command is run on a host',
      record: {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'SendCommand',
        userIdentity: BY,
        requestParameters: {
          instanceIds: ['i-0dbc91f429e48eeed'],
          documentName: 'AWS-RunShellScript',
          parameters: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        },
        responseElements: { command: { instanceIds: ['i-0dbc91f429e48eeed'], targets: [] } },
      },
      mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
    },
    {
      name: 'targets name hosts by id or by tag',
      record: {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'SendCommand',
        userIdentity: BY,
        requestParameters: {
          targets: [
            { key: 'InstanceIds', values: ['i-006e4c07b5fba8ad2', 'mi-01bf673280e708b0d'] },
            { key: 'tag:Role', values: ['i-00000000000000000'] },
            null,
          ],
        },
      },
      mints: [
        { minted: `${HOST}i-006e4c07b5fba8ad2`, kind: 'compute', link: 'possible' },
        {
          minted: 'arn:aws:ssm:us-east-1:123837392027:managed-instance/mi-01bf673280e708b0d',
          kind: 'compute',
          link: 'possible',
        },
      ],
    },
    {
      name: 'a document is set to run on a host again and again',
      record: {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'CreateAssociation',
        userIdentity: BY,
        requestParameters: {
          name: 'AWS-RunShellScript',
          targets: [{ key: 'InstanceIds', values: ['i-0dbc91f429e48eeed'] }],
          scheduleExpression: 'rate(30 minutes)',
        },
      },
      mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
    },
    {
      name: 'the role of a host is replaced; only the answer names the host',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ReplaceIamInstanceProfileAssociation',
        userIdentity: BY,
        requestParameters: {
          ReplaceIamInstanceProfileAssociationRequest: {
            AssociationId: 'iip-assoc-0123456789abcdef0',
            IamInstanceProfile: { Name: 'admin' },
          },
        },
        responseElements: {
          ReplaceIamInstanceProfileAssociationResponse: {
            iamInstanceProfileAssociation: {
              associationId: 'iip-assoc-0fedcba9876543210',
              instanceId: 'i-0dbc91f429e48eeed',
            },
          },
        },
      },
      mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
    },
    {
      name: 'a host is given a role',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'AssociateIamInstanceProfile',
        userIdentity: BY,
        requestParameters: {
          AssociateIamInstanceProfileRequest: {
            InstanceId: 'i-0dbc91f429e48eeed',
            IamInstanceProfile: { Name: 'admin' },
          },
        },
        responseElements: null,
      },
      mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
    },
    {
      name: 'a session is opened on a host',
      record: {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'StartSession',
        awsRegion: 'me-northwest-3r',
        userIdentity: { ...BY, accountId: '294599468799' },
        requestParameters: { target: 'i-eA1d1296c1dE3Aa1f' },
        responseElements: {
          sessionId: 'christophe-wzleysigzmbd6fmkefjqvt5w4u',
          tokenValue: 'Value hidden due to security reasons.',
        },
      },
      mints: [
        {
          minted: 'arn:aws:ec2:me-northwest-3r:294599468799:instance/i-eA1d1296c1dE3Aa1f',
          kind: 'compute',
          link: 'possible',
        },
      ],
    },
    {
      name: 'a host is started',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'RunInstances',
        userIdentity: BY,
        requestParameters: { iamInstanceProfile: { name: 'stratus-red-team-ec2-steal-credentials-instance' } },
        responseElements: { instancesSet: { items: [{ instanceId: 'i-0dbc91f429e48eeed' }] } },
      },
      mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
    },
    {
      name: 'what a host runs at its start is replaced',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyInstanceAttribute',
        userIdentity: BY,
        requestParameters: { instanceId: 'i-0dbc91f429e48eeed', userData: '<sensitiveDataRemoved>' },
        responseElements: { _return: true },
      },
      mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
    },
    {
      name: 'another attribute lets nobody in',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyInstanceAttribute',
        userIdentity: BY,
        requestParameters: { instanceId: 'i-0dbc91f429e48eeed', disableApiTermination: { value: false } },
        responseElements: { _return: true },
      },
      mints: [],
    },
    {
      name: 'a key for the secure shell is pushed',
      record: {
        eventSource: 'ec2-instance-connect.amazonaws.com',
        eventName: 'SendSSHPublicKey',
        userIdentity: BY,
        requestParameters: { instanceId: 'i-abcdef01234567890', instanceOSUser: 'ec2-user' },
        responseElements: { success: true },
      },
      mints: [{ minted: `${HOST}i-abcdef01234567890`, kind: 'compute', link: 'possible' }],
    },
    {
      name: 'a key for the serial console is pushed',
      record: {
        eventSource: 'ec2-instance-connect.amazonaws.com',
        eventName: 'SendSerialConsoleSSHPublicKey',
        userIdentity: BY,
        requestParameters: { instanceId: 'i-EFCb4e480CAbc4CF9', serialPort: 0 },
        responseElements: { success: true },
      },
      mints: [{ minted: `${HOST}i-EFCb4e480CAbc4CF9`, kind: 'compute', link: 'possible' }],
    },
  ],
})

export default row
