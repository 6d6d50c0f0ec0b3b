import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'host-roles',
  title: 'Fleets of hosts, and the roles that hosts are given',
  sources: [
    'ec2.amazonaws.com',
    'autoscaling.amazonaws.com',
    'iam.amazonaws.com',
    'elasticbeanstalk.amazonaws.com',
    'imagebuilder.amazonaws.com',
  ],
  names: [
    'CreateLaunchConfiguration',
    'CreateAutoScalingGroup',
    'UpdateAutoScalingGroup',
    'StartInstanceRefresh',
    'CreateLaunchTemplate',
    'CreateLaunchTemplateVersion',
    'ModifyLaunchTemplate',
    'RequestSpotInstances',
    'RequestSpotFleet',
    'CreateFleet',
    'ModifyFleet',
    'AddRoleToInstanceProfile',
    'CreateApplicationVersion',
    'CreateEnvironment',
    'UpdateEnvironment',
    'CreateInfrastructureConfiguration',
    'StartImagePipelineExecution',
  ],
  mints: (call) =>
    passedRoles(call, {
      services: ['ec2.amazonaws.com'],
      names: call.source === 'iam.amazonaws.com' ? ['roleName'] : [],
    }),
  cite: 'Amazon EC2 API reference: CreateLaunchTemplateVersion, RequestSpotFleet; Amazon EC2 Auto Scaling API reference; AWS IAM API reference: AddRoleToInstanceProfile',
  examples: [
    {
      name: 'a role is put into the profile of hosts',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'AddRoleToInstanceProfile',
        userIdentity: BY,
        requestParameters: { instanceProfileName: 'web', roleName: 'admin' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/admin#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'what new hosts run at their start is changed',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateLaunchTemplateVersion',
        userIdentity: BY,
        requestParameters: {
          CreateLaunchTemplateVersionRequest: {
            LaunchTemplateName: 't',
            LaunchTemplateData: { UserData: '<sensitiveDataRemoved>' },
          },
        },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/*#ec2.amazonaws.com', kind: 'passed-role', link: 'possible' }],
    },
  ],
})

export default row
