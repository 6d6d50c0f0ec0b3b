import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'build-roles',
  title: 'Builds, pipelines and deployments, which run with a role',
  sources: [
    'codebuild.amazonaws.com',
    'codepipeline.amazonaws.com',
    'codedeploy.amazonaws.com',
    'amplify.amazonaws.com',
  ],
  names: [
    'CreateProject',
    'UpdateProject',
    'StartBuild',
    'StartBuildBatch',
    'RetryBuild',
    'RetryBuildBatch',
    'CreateWebhook',
    'UpdateWebhook',
    'StartSandbox',
    'StartSandboxConnection',
    'StartCommandExecution',
    'CreateFleet',
    'UpdateFleet',
    'CreatePipeline',
    'UpdatePipeline',
    'StartPipelineExecution',
    'RetryStageExecution',
    'CreateDeploymentGroup',
    'UpdateDeploymentGroup',
    'CreateDeployment',
    'CreateApp',
    'UpdateApp',
    'CreateBranch',
    'UpdateBranch',
    'StartJob',
    'StartDeployment',
  ],
  mints: (call) => passedRoles(call, { names: ['serviceRole'] }),
  cite: 'AWS CodeBuild API reference: StartBuild, CreateProject; AWS CodePipeline API reference: CreatePipeline; AWS CodeDeploy API reference: CreateDeploymentGroup',
  examples: [
    {
      name: 'a build with a script of one’s own; the answer names the role',
      record: {
        eventSource: 'codebuild.amazonaws.com',
        eventName: 'StartBuild',
        userIdentity: BY,
        requestParameters: { projectName: 'shop', buildspecOverride: 'version: 0.2' },
        responseElements: {
          build: {
            arn: 'arn:aws:codebuild:us-east-1:111122223333:build/shop:1a2b3c4d-5e6f-7a8b-9c0d-112233445566',
            serviceRole: 'arn:aws:iam::111122223333:role/service-role/codebuild-shop',
            initiator: 'arn:aws:iam::111122223333:role/somebody',
          },
        },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/codebuild-shop#services', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'a project is given a role',
      record: {
        eventSource: 'codebuild.amazonaws.com',
        eventName: 'UpdateProject',
        userIdentity: BY,
        requestParameters: { name: 'shop', serviceRole: 'arn:aws:iam::111122223333:role/admin' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/admin#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a build whose answer is left out may run with any role of the service',
      record: {
        eventSource: 'codebuild.amazonaws.com',
        eventName: 'StartBuild',
        userIdentity: BY,
        requestParameters: { projectName: 'shop' },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/*#codebuild.amazonaws.com', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'a pipeline names the roles of its actions as well',
      record: {
        eventSource: 'codepipeline.amazonaws.com',
        eventName: 'CreatePipeline',
        userIdentity: BY,
        requestParameters: {
          pipeline: {
            roleArn: 'arn:aws:iam::111122223333:role/pipe',
            stages: [{ actions: [{ roleArn: 'arn:aws:iam::111122223333:role/act' }] }],
          },
        },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/pipe#services', kind: 'passed-role', link: 'possible' },
        { minted: 'arn:aws:iam::111122223333:role/act#services', kind: 'passed-role', link: 'possible' },
      ],
    },
  ],
})

export default row
