import type { ServiceExample } from '../../../domain/service-row.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com' }
const ARN = 'arn:aws:ec2:us-east-1:123837392027:instance/'
const started = (id: string): NonNullable<ServiceExample['changes']> => [
  { kind: 'persistence', subject: `instance ${ARN}${id}`, does: 'open' },
  { kind: 'destruction', subject: `deleted instance ${ARN}${id}`, does: 'close' },
]

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'instances are started, each a change of its own',
    record: {
      ...EC2,
      eventName: 'RunInstances',
      requestParameters: {
        instancesSet: { items: [{ imageId: 'ami-029eb80bc237bec6f', minCount: 2, maxCount: 2 }] },
        instanceType: 't3.micro',
        iamInstanceProfile: { name: 'stratus-red-team-ec2-steal-credentials-instance' },
      },
      responseElements: {
        instancesSet: { items: [{ instanceId: 'i-0dbc91f429e48eeed' }, { instanceId: 'i-05c30218156bcc246' }] },
      },
    },
    changes: [...started('i-0dbc91f429e48eeed'), ...started('i-05c30218156bcc246')],
  },
  {
    name: 'an instance is terminated, and what was open on it ends',
    record: {
      ...EC2,
      eventName: 'TerminateInstances',
      requestParameters: { instancesSet: { items: [{ instanceId: 'i-05c30218156bcc246' }] } },
    },
    changes: [
      { kind: 'destruction', subject: `deleted instance ${ARN}i-05c30218156bcc246`, does: 'open' },
      { kind: 'persistence', subject: `instance ${ARN}i-05c30218156bcc246`, does: 'close' },
      { kind: 'persistence', subject: `instance ${ARN}i-05c30218156bcc246 / stopped`, does: 'close' },
      { kind: 'persistence', subject: `instance ${ARN}i-05c30218156bcc246 / running`, does: 'close' },
      { kind: 'persistence', subject: `instance ${ARN}i-05c30218156bcc246 / instance profile`, does: 'close' },
      { kind: 'persistence', subject: `user data ${ARN}i-05c30218156bcc246`, does: 'close' },
      { kind: 'persistence', subject: `security groups ${ARN}i-05c30218156bcc246`, does: 'close' },
      { kind: 'persistence', subject: `metadata ${ARN}i-05c30218156bcc246`, does: 'close' },
      { kind: 'persistence', subject: `root disk ${ARN}i-05c30218156bcc246`, does: 'close' },
      { kind: 'persistence', subject: `protection against termination ${ARN}i-05c30218156bcc246`, does: 'close' },
      { kind: 'persistence', subject: `protection against stopping ${ARN}i-05c30218156bcc246`, does: 'close' },
    ],
  },
  {
    name: 'an instance is stopped',
    record: {
      ...EC2,
      eventName: 'StopInstances',
      requestParameters: { force: true, instancesSet: { items: [{ instanceId: 'i-05c30218156bcc246' }] } },
    },
    changes: [
      { kind: 'destruction', subject: `instance ${ARN}i-05c30218156bcc246 / stopped`, does: 'open' },
      { kind: 'configuration', subject: `instance ${ARN}i-05c30218156bcc246 / running`, does: 'close' },
    ],
  },
  {
    name: 'a key pair is made, and known by its id',
    record: {
      ...EC2,
      eventName: 'CreateKeyPair',
      requestParameters: { keyName: 'mykeypair' },
      responseElements: {
        keyName: 'mykeypair',
        keyPairId: 'key-0123456789abcdef0',
        keyMaterial: '<sensitiveDataRemoved>',
      },
    },
    changes: [
      { kind: 'persistence', subject: 'key pair key-0123456789abcdef0', does: 'open' },
      { kind: 'destruction', subject: 'deleted key pair key-0123456789abcdef0', does: 'close' },
    ],
  },
  {
    name: 'a key pair of an old record has its name alone',
    record: {
      ...EC2,
      eventName: 'CreateKeyPair',
      requestParameters: { keyName: 'mykeypair' },
      responseElements: { keyName: 'mykeypair' },
    },
    changes: [
      { kind: 'persistence', subject: 'key pair 123837392027:us-east-1:mykeypair', does: 'open' },
      { kind: 'destruction', subject: 'deleted key pair 123837392027:us-east-1:mykeypair', does: 'close' },
    ],
  },
  {
    name: 'the serial consoles of a region are opened',
    record: {
      ...EC2,
      eventName: 'EnableSerialConsoleAccess',
      requestParameters: { EnableSerialConsoleAccessRequest: '' },
      responseElements: { EnableSerialConsoleAccessResponse: { serialConsoleAccessEnabled: true } },
    },
    changes: [{ kind: 'persistence', subject: 'serial console 123837392027:us-east-1', does: 'open' }],
  },
  {
    name: 'an instance gets another role',
    record: {
      ...EC2,
      eventName: 'AssociateIamInstanceProfile',
      requestParameters: {
        AssociateIamInstanceProfileRequest: {
          InstanceId: 'i-05c30218156bcc246',
          IamInstanceProfile: { Name: 'admin' },
        },
      },
      responseElements: {
        AssociateIamInstanceProfileResponse: {
          iamInstanceProfileAssociation: {
            associationId: 'iip-assoc-0123456789abcdef0',
            instanceId: 'i-05c30218156bcc246',
          },
        },
      },
    },
    changes: [
      { kind: 'persistence', subject: `instance ${ARN}i-05c30218156bcc246 / instance profile`, does: 'close' },
      { kind: 'persistence', subject: `instance ${ARN}i-05c30218156bcc246 / instance profile`, does: 'open' },
    ],
  },
]
