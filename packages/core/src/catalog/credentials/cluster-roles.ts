import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'cluster-roles',
  title: 'Clusters for data, whose hosts run code with a role',
  sources: ['elasticmapreduce.amazonaws.com', 'datapipeline.amazonaws.com'],
  names: [
    'RunJobFlow',
    'AddJobFlowSteps',
    'AddInstanceFleet',
    'AddInstanceGroups',
    'PutAutoScalingPolicy',
    'CreateStudio',
    'StartNotebookExecution',
    'CreatePersistentAppUI',
    'GetClusterSessionCredentials',
    'PutPipelineDefinition',
    'ActivatePipeline',
  ],
  mints: (call) =>
    passedRoles(call, {
      services: [call.source, 'ec2.amazonaws.com'],
      names: ['jobFlowRole', 'serviceRole', 'autoScalingRole', 'executionRoleArn'],
    }),
  cite: 'Amazon EMR API reference: RunJobFlow, AddJobFlowSteps; AWS Data Pipeline API reference: PutPipelineDefinition',
  examples: [
    {
      name: 'a cluster is started with the names of its roles',
      record: {
        eventSource: 'elasticmapreduce.amazonaws.com',
        eventName: 'RunJobFlow',
        userIdentity: BY,
        requestParameters: { name: 'c', jobFlowRole: 'EMR_EC2_DefaultRole', serviceRole: 'EMR_DefaultRole' },
        responseElements: { jobFlowId: 'j-1ABC' },
      },
      mints: [
        {
          minted: 'arn:aws:iam::111122223333:role/EMR_EC2_DefaultRole#services',
          kind: 'passed-role',
          link: 'possible',
        },
        { minted: 'arn:aws:iam::111122223333:role/EMR_DefaultRole#services', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'a step is added to a cluster whose roles are not told',
      record: {
        eventSource: 'elasticmapreduce.amazonaws.com',
        eventName: 'AddJobFlowSteps',
        userIdentity: BY,
        requestParameters: { jobFlowId: 'j-1ABC', steps: [{ name: 's' }] },
      },
      mints: [
        {
          minted: 'arn:aws:iam::111122223333:role/*#elasticmapreduce.amazonaws.com',
          kind: 'passed-role',
          link: 'possible',
        },
        { minted: 'arn:aws:iam::111122223333:role/*#ec2.amazonaws.com', kind: 'passed-role', link: 'possible' },
      ],
    },
  ],
})

export default row
