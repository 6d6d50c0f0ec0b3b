import { type CredentialRow, defineCredential } from '../../../domain/credential-row.ts'
import { COMMAND_EXAMPLES } from './command-examples.ts'
import { HOST_EXAMPLES } from './host-examples.ts'
import { mintsOf } from './mint.ts'

const row: CredentialRow = defineCredential({
  id: 'host-control',
  title: 'Ways to act on a host, whose credentials can then be taken from it',
  sources: ['ssm.amazonaws.com', 'ec2.amazonaws.com', 'ec2-instance-connect.amazonaws.com'],
  names: [
    'SendCommand',
    'CreateAssociation',
    'UpdateAssociation',
    'StartSession',
    'RunInstances',
    'AssociateIamInstanceProfile',
    'ReplaceIamInstanceProfileAssociation',
    'ModifyInstanceAttribute',
    'CreateReplaceRootVolumeTask',
    'GetPasswordData',
    'SendSSHPublicKey',
    'SendSerialConsoleSSHPublicKey',
  ],
  mints: mintsOf,
  cite: 'AWS Systems Manager, Amazon EC2 and EC2 Instance Connect API references',
  examples: [...COMMAND_EXAMPLES, ...HOST_EXAMPLES],
})

export default row
