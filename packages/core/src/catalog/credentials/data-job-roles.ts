import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

/** The services that take the sessions of the roles, where they are not only the one that is called. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  'airflow.amazonaws.com': ['airflow.amazonaws.com', 'airflow-env.amazonaws.com'],
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'data-job-roles',
  title: 'Jobs over data, which run code with a role',
  sources: [
    'glue.amazonaws.com',
    'emr-serverless.amazonaws.com',
    'kinesisanalytics.amazonaws.com',
    'airflow.amazonaws.com',
    'athena.amazonaws.com',
    'databrew.amazonaws.com',
  ],
  names: [
    'CreateJob',
    'UpdateJob',
    'StartJobRun',
    'CreateDevEndpoint',
    'UpdateDevEndpoint',
    'CreateSession',
    'RunStatement',
    'CreateTrigger',
    'UpdateTrigger',
    'StartTrigger',
    'StartWorkflowRun',
    'CreateCrawler',
    'UpdateCrawler',
    'StartCrawler',
    'CreateMLTransform',
    'CreateApplication',
    'UpdateApplication',
    'StartApplication',
    'CreateEnvironment',
    'UpdateEnvironment',
    'CreateCliToken',
    'CreateWebLoginToken',
    'CreateWorkGroup',
    'UpdateWorkGroup',
    'StartSession',
    'StartCalculationExecution',
    'CreateRecipeJob',
    'CreateProfileJob',
    'StartProjectSession',
  ],
  mints: (call) => passedRoles(call, { services: SERVICES[call.source] ?? [call.source], names: ['role', 'roleName'] }),
  cite: 'AWS Glue API reference: CreateJob, CreateSession, CreateDevEndpoint; Amazon EMR Serverless API reference: StartJobRun; Amazon Athena API reference: StartSession',
  examples: [
    {
      name: 'a job is given a role by its bare name',
      record: {
        eventSource: 'glue.amazonaws.com',
        eventName: 'CreateJob',
        userIdentity: BY,
        requestParameters: { name: 'etl', role: 'glue-etl', command: { name: 'glueetl' } },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/glue-etl#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a development endpoint is given a role',
      record: {
        eventSource: 'glue.amazonaws.com',
        eventName: 'CreateDevEndpoint',
        userIdentity: BY,
        requestParameters: { endpointName: 'e', roleArn: 'arn:aws:iam::111122223333:role/glue' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/glue#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a job that stands already is run, and its role is not told',
      record: {
        eventSource: 'glue.amazonaws.com',
        eventName: 'StartJobRun',
        userIdentity: BY,
        requestParameters: { jobName: 'etl' },
        responseElements: { jobRunId: 'jr_0123' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/*#glue.amazonaws.com', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a job without a server',
      record: {
        eventSource: 'emr-serverless.amazonaws.com',
        eventName: 'StartJobRun',
        userIdentity: BY,
        requestParameters: { applicationId: '00f1', executionRoleArn: 'arn:aws:iam::111122223333:role/emr' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/emr#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'an environment that stands already is opened',
      record: {
        eventSource: 'airflow.amazonaws.com',
        eventName: 'CreateWebLoginToken',
        userIdentity: BY,
        requestParameters: { Name: 'e' },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/*#airflow.amazonaws.com', kind: 'passed-role', link: 'possible' },
        { minted: 'arn:aws:iam::111122223333:role/*#airflow-env.amazonaws.com', kind: 'passed-role', link: 'possible' },
      ],
    },
  ],
})

export default row
