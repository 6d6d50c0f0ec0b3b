import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'

/** The kind of credential by the type of the resource it was issued to. */
const ISSUED_TO: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'instance-credentials',
  'AWS::ECS::Task': 'container-credentials',
  'AWS::Lambda::Function': 'function-credentials',
}

const row: CredentialRow = defineCredential({
  id: 'compute-credentials',
  title: 'Credentials handed to a host, a container or a function',
  sources: [],
  names: [],
  mints: () => [],
  callerKind: {
    rank: 80,
    of: ({ type, issuedTo, deliveredToCompute }) => {
      if (type !== 'AssumedRole') return null
      if (issuedTo !== null && Object.hasOwn(ISSUED_TO, issuedTo)) return ISSUED_TO[issuedTo] ?? null
      return deliveredToCompute ? 'instance-credentials' : null
    },
  },
  cite: 'AWS CloudTrail user guide: userIdentity element, ec2RoleDelivery and inScopeOf',
  examples: [
    {
      name: 'the credentials of a host, used from somewhere else',
      record: {
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        sourceIPAddress: '1.2.3.4',
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::123456789123:assumed-role/MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0/i-0317f6c6b66ae9c78',
          accountId: '123456789123',
          accessKeyId: 'ASIA5FLZVX4OPVKKVBMX',
          sessionContext: { ec2RoleDelivery: '1.0' },
        },
      },
      callerKind: 'instance-credentials',
    },
    {
      name: 'the session’s name tells it where the record does not',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'DescribeInstances',
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::123456789012:assumed-role/MyAppRole/i-0123456789abcdef0',
          accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        },
      },
      callerKind: 'instance-credentials',
    },
    {
      name: 'the credentials of a function',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'DescribeInstances',
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::111122223333:assumed-role/worker/worker',
          accessKeyId: 'ASIA00000000000000E1',
          inScopeOf: {
            issuerType: 'AWS::Lambda::Function',
            credentialsIssuedTo: 'arn:aws:lambda:eu-central-1:111122223333:function:worker',
          },
        },
      },
      callerKind: 'function-credentials',
    },
  ],
})

export default row
