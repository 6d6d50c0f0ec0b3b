import type { CredentialExample } from '../../../domain/credential-row.ts'

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::123837392027:user/bert-jan',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
}
const HOST = 'arn:aws:ec2:us-east-1:123837392027:instance/'

/** Hosts that are started, changed or given a key for a log-in. */
export const HOST_EXAMPLES: readonly CredentialExample[] = [
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
  {
    name: 'the password of a host is read',
    record: {
      eventSource: 'ec2.amazonaws.com',
      eventName: 'GetPasswordData',
      userIdentity: BY,
      requestParameters: { instanceId: 'i-0dbc91f429e48eeed' },
      responseElements: null,
    },
    mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
  },
  {
    name: 'the disk that a host starts from is replaced',
    record: {
      eventSource: 'ec2.amazonaws.com',
      eventName: 'CreateReplaceRootVolumeTask',
      userIdentity: BY,
      requestParameters: { CreateReplaceRootVolumeTaskRequest: { InstanceId: 'i-0dbc91f429e48eeed' } },
    },
    mints: [{ minted: `${HOST}i-0dbc91f429e48eeed`, kind: 'compute', link: 'possible' }],
  },
]
