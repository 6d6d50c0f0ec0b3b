import type { ServiceExample } from '../../../domain/service-row.ts'

const SSM = { eventSource: 'ssm.amazonaws.com', managementEvent: true }
const NAME = '/credentials/stratus-red-team/credentials-2'
const ARN = 'arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-2'
const RESOURCES = [{ accountId: '123837392027', ARN }]

/** Records and what they did to parameters: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a parameter is read and decrypted',
    record: {
      ...SSM,
      eventName: 'GetParameter',
      requestParameters: { name: NAME, withDecryption: true },
      resources: RESOURCES,
    },
    touches: [{ store: ARN, effect: 'read' }],
    changes: [],
  },
  {
    name: 'one version of a parameter, by name alone',
    record: { ...SSM, eventName: 'GetParameter', requestParameters: { name: 'db-password:3' } },
    touches: [{ store: 'arn:aws:ssm:us-east-1:123837392027:parameter/db-password', effect: 'read' }],
  },
  {
    name: 'a secret is read by way of a parameter',
    record: {
      ...SSM,
      eventName: 'GetParameter',
      requestParameters: { name: '/aws/reference/secretsmanager/prod/db', withDecryption: true },
    },
    touches: [{ store: 'arn:aws:secretsmanager:us-east-1:123837392027:secret:prod/db-??????', effect: 'read' }],
  },
  {
    name: 'what AWS publishes for everybody is no store of anybody',
    record: {
      ...SSM,
      eventName: 'GetParameter',
      requestParameters: { name: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' },
    },
    touches: [],
  },
  {
    name: 'listed parameters are read; the list of resources may be written in small letters',
    record: {
      ...SSM,
      eventName: 'GetParameters',
      awsRegion: 'us-west-2',
      recipientAccountId: '111122223333',
      requestParameters: { names: ['/credentials/a', '/credentials/b'], withDecryption: true },
      resources: [
        { accountId: '111122223333', arn: 'arn:aws:ssm:us-west-2:111122223333:parameter/credentials/a' },
        { accountId: '111122223333', arn: 'arn:aws:ssm:us-west-2:111122223333:parameter/credentials/b' },
      ],
    },
    touches: [
      { store: 'arn:aws:ssm:us-west-2:111122223333:parameter/credentials/a', effect: 'read' },
      { store: 'arn:aws:ssm:us-west-2:111122223333:parameter/credentials/b', effect: 'read' },
    ],
  },
  {
    name: 'all parameters below a path are read',
    record: {
      ...SSM,
      eventName: 'GetParametersByPath',
      requestParameters: { path: '/credentials/', recursive: true, withDecryption: true },
    },
    touches: [{ store: 'arn:aws:ssm:us-east-1:123837392027:parameter/credentials/*', effect: 'read' }],
  },
  {
    name: 'the former values of a parameter are read',
    record: { ...SSM, eventName: 'GetParameterHistory', requestParameters: { name: NAME, withDecryption: true } },
    touches: [{ store: ARN, effect: 'read' }],
  },
  {
    name: 'a parameter is made',
    record: {
      ...SSM,
      eventName: 'PutParameter',
      requestParameters: {
        name: NAME,
        value: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        type: 'SecureString',
        overwrite: false,
      },
      responseElements: { version: 1, tier: 'Standard' },
      resources: RESOURCES,
    },
    touches: [{ store: ARN, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `parameter ${ARN}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ARN}`, does: 'close' },
    ],
  },
  {
    name: 'a parameter gets a new value',
    record: {
      ...SSM,
      eventName: 'PutParameter',
      requestParameters: { name: NAME, overwrite: true },
      responseElements: { version: 2 },
    },
    touches: [{ store: ARN, effect: 'written' }],
    changes: [],
  },
  {
    name: 'a parameter is deleted',
    record: { ...SSM, eventName: 'DeleteParameter', requestParameters: { name: NAME }, resources: RESOURCES },
    touches: [{ store: ARN, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${ARN}`, does: 'open' },
      { kind: 'configuration', subject: `parameter ${ARN}`, does: 'close' },
    ],
  },
  {
    name: 'a deletion that was throttled names no parameter and deleted none',
    record: { ...SSM, eventName: 'DeleteParameter', errorCode: 'ThrottlingException', requestParameters: null },
    touches: [],
    changes: [],
  },
  {
    name: 'several parameters are deleted',
    record: { ...SSM, eventName: 'DeleteParameters', requestParameters: { names: [NAME, 'b'] } },
    touches: [
      { store: ARN, effect: 'destroyed' },
      { store: 'arn:aws:ssm:us-east-1:123837392027:parameter/b', effect: 'destroyed' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${ARN} arn:aws:ssm:us-east-1:123837392027:parameter/b`, does: 'open' },
    ],
  },
  {
    name: 'a parameter is shared with an account',
    record: {
      ...SSM,
      eventName: 'PutResourcePolicy',
      requestParameters: {
        resourceArn: ARN,
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"ssm:GetParameter","Resource":"*"}]}',
      },
      responseElements: { policyId: 'p-1', policyHash: 'h' },
    },
    touches: [
      { store: ARN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ARN, effect: 'shared', grantee: '999999999999', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${ARN}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ARN}`, does: 'open' },
    ],
  },
  {
    name: 'tags show that a parameter exists',
    record: {
      ...SSM,
      eventName: 'ListTagsForResource',
      requestParameters: { resourceType: 'Parameter', resourceId: NAME },
    },
    touches: [{ store: ARN, effect: 'named' }],
  },
  {
    name: 'the name of a document is no name of a parameter',
    record: { ...SSM, eventName: 'GetDocument', requestParameters: { name: 'AWS-RunShellScript' } },
    touches: [],
  },
]
