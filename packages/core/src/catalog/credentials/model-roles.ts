import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

/** The service that takes the role's sessions, where its name is not the name under which it is called. */
const SERVICE: Readonly<Record<string, string>> = {
  'bedrock-agent.amazonaws.com': 'bedrock.amazonaws.com',
  'bedrock-agentcore-control.amazonaws.com': 'bedrock-agentcore.amazonaws.com',
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'model-roles',
  title: 'Notebooks, training jobs and agents, which run code with a role',
  sources: [
    'sagemaker.amazonaws.com',
    'bedrock.amazonaws.com',
    'bedrock-agent.amazonaws.com',
    'bedrock-agentcore.amazonaws.com',
    'bedrock-agentcore-control.amazonaws.com',
  ],
  names: [
    'CreateNotebookInstance',
    'UpdateNotebookInstance',
    'StartNotebookInstance',
    'CreatePresignedNotebookInstanceUrl',
    'CreateNotebookInstanceLifecycleConfig',
    'UpdateNotebookInstanceLifecycleConfig',
    'CreateTrainingJob',
    'CreateProcessingJob',
    'CreateHyperParameterTuningJob',
    'CreateAutoMLJob',
    'CreateAutoMLJobV2',
    'CreateTransformJob',
    'CreateModel',
    'CreateEndpoint',
    'CreateDomain',
    'UpdateDomain',
    'CreateUserProfile',
    'UpdateUserProfile',
    'CreateSpace',
    'UpdateSpace',
    'CreateApp',
    'CreatePresignedDomainUrl',
    'CreateStudioLifecycleConfig',
    'CreatePipeline',
    'UpdatePipeline',
    'StartPipelineExecution',
    'CreateLabelingJob',
    'CreateCluster',
    'StartSession',
    'CreateAgent',
    'UpdateAgent',
    'CreateKnowledgeBase',
    'UpdateKnowledgeBase',
    'StartIngestionJob',
    'CreateFlow',
    'UpdateFlow',
    'CreateModelCustomizationJob',
    'CreateModelImportJob',
    'CreateModelInvocationJob',
    'CreateEvaluationJob',
    'CreateAgentRuntime',
    'UpdateAgentRuntime',
    'InvokeAgentRuntime',
    'InvokeAgentRuntimeCommand',
    'CreateCodeInterpreter',
    'StartCodeInterpreterSession',
    'InvokeCodeInterpreter',
    'CreateBrowser',
    'StartBrowserSession',
    'CreateGateway',
    'UpdateGateway',
  ],
  mints: (call) => passedRoles(call, { services: [SERVICE[call.source] ?? call.source] }),
  cite: 'Amazon SageMaker API reference: CreateNotebookInstance, CreatePresignedNotebookInstanceUrl, CreateTrainingJob; Amazon Bedrock AgentCore API references',
  examples: [
    {
      name: 'a notebook is given a role',
      record: {
        eventSource: 'sagemaker.amazonaws.com',
        eventName: 'CreateNotebookInstance',
        userIdentity: BY,
        requestParameters: { notebookInstanceName: 'n', roleArn: 'arn:aws:iam::111122223333:role/service-role/lab' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/lab#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a notebook that stands already is opened',
      record: {
        eventSource: 'sagemaker.amazonaws.com',
        eventName: 'CreatePresignedNotebookInstanceUrl',
        userIdentity: BY,
        requestParameters: { notebookInstanceName: 'n' },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/*#sagemaker.amazonaws.com', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'an interpreter runs code with a role',
      record: {
        eventSource: 'bedrock-agentcore.amazonaws.com',
        eventName: 'CreateCodeInterpreter',
        userIdentity: BY,
        requestParameters: { name: 'c', executionRoleArn: 'arn:aws:iam::111122223333:role/agent' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/agent#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'code is run in an interpreter that stands already',
      record: {
        eventSource: 'bedrock-agentcore.amazonaws.com',
        eventName: 'InvokeCodeInterpreter',
        userIdentity: BY,
        requestParameters: { codeInterpreterIdentifier: 'c' },
      },
      mints: [
        {
          minted: 'arn:aws:iam::111122223333:role/*#bedrock-agentcore.amazonaws.com',
          kind: 'passed-role',
          link: 'possible',
        },
      ],
    },
  ],
})

export default row
