import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'

const row: CredentialRow = defineCredential({
  id: 'service',
  title: 'A service that acts for itself',
  sources: [],
  names: [],
  mints: () => [],
  callerKind: {
    rank: 95,
    of: ({ type, invokedBy, accessKeyId, principal }) => {
      const unnamed = invokedBy !== null && accessKeyId === null && principal === null
      return type === 'AWSService' || unnamed ? 'service' : null
    },
  },
  cite: 'AWS CloudTrail user guide: userIdentity element, type AWSService',
  examples: [
    {
      name: 'CloudTrail looks at its bucket',
      record: {
        eventSource: 's3.amazonaws.com',
        eventName: 'GetBucketAcl',
        sourceIPAddress: 'cloudtrail.amazonaws.com',
        userIdentity: { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' },
      },
      callerKind: 'service',
    },
    {
      name: 'an act of a service that names no type',
      record: {
        eventType: 'AwsServiceEvent',
        eventSource: 'ec2.amazonaws.com',
        eventName: 'SharedSnapshotVolumeCreated',
        sourceIPAddress: 'ec2.amazonaws.com',
        userIdentity: { accountId: '123837392027', invokedBy: 'ec2.amazonaws.com' },
      },
      callerKind: 'service',
    },
  ],
})

export default row
