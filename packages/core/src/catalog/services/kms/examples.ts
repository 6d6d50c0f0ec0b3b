import type { ServiceExample } from '../../../domain/service-row.ts'

const KMS = { eventSource: 'kms.amazonaws.com', managementEvent: true }
const KEY = 'arn:aws:kms:us-east-1:123837392027:key/0e5d0ab6-097e-49d8-99ef-747ce3e5f8f4'
const OTHER = 'arn:aws:kms:us-east-1:123837392027:key/dad21b23-9915-42bd-981b-2a9f3c8f20c8'
const RESOURCES = [{ accountId: '123837392027', type: 'AWS::KMS::Key', ARN: KEY }]
const PARAMETER = 'arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-11'
const SECRET = 'arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-10-agquim'
const ROLE = 'arn:aws:iam::999999999999:role/reader'

function decrypt(encryptionContext: object): object {
  return {
    ...KMS,
    eventName: 'Decrypt',
    requestParameters: { encryptionAlgorithm: 'SYMMETRIC_DEFAULT', encryptionContext },
    resources: RESOURCES,
  }
}

/** Records and what they did to keys, and with them: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a parameter is decrypted',
    record: decrypt({ PARAMETER_ARN: PARAMETER }),
    touches: [
      { store: KEY, effect: 'key-used' },
      { store: PARAMETER, effect: 'key-used' },
    ],
    changes: [],
  },
  {
    name: 'a secret is decrypted',
    record: decrypt({ SecretARN: SECRET, SecretVersionId: '46957FE8-C122-4EB0-9423-70CB7592B7FF' }),
    touches: [
      { store: KEY, effect: 'key-used' },
      { store: SECRET, effect: 'key-used' },
    ],
  },
  {
    name: 'an object is decrypted',
    record: decrypt({ 'aws:s3:arn': 'arn:aws:s3:::payroll/2026/a.csv' }),
    touches: [
      { store: KEY, effect: 'key-used', object: null },
      { store: 'arn:aws:s3:::payroll', effect: 'key-used', object: '2026/a.csv' },
    ],
  },
  {
    name: 'some object of a bucket with a bucket key is decrypted',
    record: decrypt({ 'aws:s3:arn': 'arn:aws:s3:::payroll' }),
    touches: [
      { store: KEY, effect: 'key-used' },
      { store: 'arn:aws:s3:::payroll', effect: 'key-used', object: null },
    ],
  },
  {
    name: 'the environment of a function is decrypted',
    record: decrypt({ 'aws:lambda:FunctionArn': 'arn:aws:lambda:us-west-2:123456789012:function:test-function' }),
    touches: [
      { store: KEY, effect: 'key-used' },
      { store: 'arn:aws:lambda:us-west-2:123456789012:function:test-function', effect: 'key-used' },
    ],
  },
  {
    name: 'a table is decrypted',
    record: decrypt({ 'aws:dynamodb:tableName': 'Music', 'aws:dynamodb:subscriberId': '123837392027' }),
    touches: [
      { store: KEY, effect: 'key-used' },
      { store: 'arn:aws:dynamodb:us-east-1:123837392027:table/Music', effect: 'key-used' },
    ],
  },
  {
    name: 'content is moved from one key to another; the first is used on it',
    record: {
      ...KMS,
      eventName: 'ReEncrypt',
      requestParameters: {
        sourceEncryptionContext: { SecretARN: SECRET },
        destinationKeyId: OTHER,
        destinationEncryptionContext: { Level: '3A' },
      },
      resources: [...RESOURCES, { accountId: '123837392027', type: 'AWS::KMS::Key', ARN: OTHER }],
    },
    touches: [
      { store: KEY, effect: 'key-used' },
      { store: SECRET, effect: 'key-used' },
      { store: OTHER, effect: 'named' },
    ],
  },
  {
    name: 'encrypting opens nothing; an alias is no key, but the resources name it',
    record: {
      ...KMS,
      eventName: 'Encrypt',
      requestParameters: { encryptionContext: { PARAMETER_ARN: PARAMETER }, keyId: 'alias/aws/ssm' },
      resources: RESOURCES,
    },
    touches: [
      { store: KEY, effect: 'named' },
      { store: PARAMETER, effect: 'named' },
    ],
  },
  {
    name: 'an alias alone names no key',
    record: { ...KMS, eventName: 'DescribeKey', requestParameters: { keyId: 'alias/aws/ssm' } },
    touches: [],
  },
  {
    name: 'a key policy lets in everyone',
    record: {
      ...KMS,
      eventName: 'PutKeyPolicy',
      requestParameters: {
        keyId: '0e5d0ab6-097e-49d8-99ef-747ce3e5f8f4',
        policyName: 'default',
        policy: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }],
        },
      },
    },
    touches: [
      { store: KEY, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: KEY, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${KEY}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${KEY}`, does: 'open' },
    ],
  },
  {
    name: 'a grant lets a role of another account use a key',
    record: {
      ...KMS,
      eventName: 'CreateGrant',
      requestParameters: { keyId: KEY, granteePrincipal: ROLE, operations: ['Decrypt'] },
      responseElements: { grantId: '6caf442b' },
      resources: RESOURCES,
    },
    touches: [{ store: KEY, effect: 'shared', grantee: ROLE, grant: 'open' }],
    changes: [{ kind: 'exposure', subject: 'grant 6caf442b', does: 'open' }],
  },
  {
    name: 'a grant to a service is everyday business',
    record: {
      ...KMS,
      eventName: 'CreateGrant',
      requestParameters: {
        keyId: KEY,
        granteePrincipal: '123837392027:aws:ec2-infrastructure:i-81e2f56c',
        constraints: { encryptionContextSubset: { 'aws:ebs:id': 'vol-f67bafb2' } },
      },
      responseElements: { grantId: '6caf442c' },
      resources: RESOURCES,
    },
    touches: [{ store: KEY, effect: 'named', grant: null }],
    changes: [],
  },
  {
    name: 'a grant is revoked',
    record: {
      ...KMS,
      eventName: 'RevokeGrant',
      requestParameters: { keyId: KEY, grantId: '6caf442b' },
      resources: RESOURCES,
    },
    touches: [{ store: KEY, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: 'grant 6caf442b', does: 'close' }],
  },
  {
    name: 'a key is made',
    record: {
      ...KMS,
      eventName: 'CreateKey',
      requestParameters: { keyUsage: 'ENCRYPT_DECRYPT', origin: 'AWS_KMS' },
      responseElements: { keyMetadata: { keyId: '0e5d0ab6-097e-49d8-99ef-747ce3e5f8f4', arn: KEY } },
      resources: RESOURCES,
    },
    touches: [{ store: KEY, effect: 'named' }],
    changes: [
      { kind: 'configuration', subject: `key ${KEY}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${KEY}`, does: 'close' },
    ],
  },
  {
    name: 'a key is to be deleted',
    record: {
      ...KMS,
      eventName: 'ScheduleKeyDeletion',
      requestParameters: { keyId: '0e5d0ab6-097e-49d8-99ef-747ce3e5f8f4', pendingWindowInDays: 30 },
      responseElements: { keyId: KEY, deletionDate: 'Jan 1, 2027 12:00:00 AM' },
    },
    touches: [{ store: KEY, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${KEY}`, does: 'open' },
      { kind: 'configuration', subject: `key ${KEY}`, does: 'close' },
    ],
  },
  {
    name: 'a key is disabled',
    record: { ...KMS, eventName: 'DisableKey', requestParameters: { keyId: KEY }, resources: RESOURCES },
    touches: [{ store: KEY, effect: 'named' }],
    changes: [{ kind: 'destruction', subject: `disabled ${KEY}`, does: 'open' }],
  },
  {
    name: 'foreign material is put into a key',
    record: { ...KMS, eventName: 'ImportKeyMaterial', requestParameters: { keyId: KEY }, resources: RESOURCES },
    touches: [{ store: KEY, effect: 'written' }],
  },
]
