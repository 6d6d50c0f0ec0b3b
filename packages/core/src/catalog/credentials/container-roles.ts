import type { CallEvent } from '../../domain/call.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pick } from '../../domain/json.ts'
import { passedRoles } from '../../domain/role-passing.ts'

/** The services that take the sessions of the roles, where they are not the one that is called. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  'ecs.amazonaws.com': ['ecs-tasks.amazonaws.com'],
  'batch.amazonaws.com': ['ecs-tasks.amazonaws.com'],
  'apprunner.amazonaws.com': ['tasks.apprunner.amazonaws.com', 'build.apprunner.amazonaws.com'],
  'eks.amazonaws.com': ['pods.eks.amazonaws.com'],
}

function mintsOf(call: CallEvent): readonly MintDraft[] {
  // Where the answer lists the tasks that were started, they are the identities, and no more than a role put in their place is passed.
  const named = Array.isArray(pick(call.response, 'tasks'))
  const services = named ? [] : (SERVICES[call.source] ?? [call.source])
  return passedRoles(call, { services, names: ['jobRoleArn', 'taskRoleArn', 'executionRoleArn'] })
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'container-roles',
  title: 'Definitions of containers, which run code with a role',
  sources: [
    'ecs.amazonaws.com',
    'batch.amazonaws.com',
    'apprunner.amazonaws.com',
    'eks.amazonaws.com',
    'emr-containers.amazonaws.com',
  ],
  names: [
    'RegisterTaskDefinition',
    'RunTask',
    'StartTask',
    'CreateService',
    'UpdateService',
    'CreateTaskSet',
    'CreateExpressGatewayService',
    'UpdateExpressGatewayService',
    'RegisterJobDefinition',
    'SubmitJob',
    'CreateComputeEnvironment',
    'StartDeployment',
    'CreatePodIdentityAssociation',
    'UpdatePodIdentityAssociation',
    'StartJobRun',
    'CreateManagedEndpoint',
    'GetManagedEndpointSessionCredentials',
  ],
  mints: mintsOf,
  cite: 'Amazon ECS API reference: RegisterTaskDefinition; AWS Batch API reference: RegisterJobDefinition, SubmitJob; AWS App Runner API reference: CreateService',
  examples: [
    {
      name: 'a task definition names two roles',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RegisterTaskDefinition',
        userIdentity: BY,
        requestParameters: {
          family: 'f',
          taskRoleArn: 'arn:aws:iam::111122223333:role/task',
          executionRoleArn: 'arn:aws:iam::111122223333:role/exec',
        },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/task#services', kind: 'passed-role', link: 'possible' },
        { minted: 'arn:aws:iam::111122223333:role/exec#services', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'a batch job runs a definition that stands already',
      record: {
        eventSource: 'batch.amazonaws.com',
        eventName: 'SubmitJob',
        userIdentity: BY,
        requestParameters: { jobName: 'j', jobDefinition: 'd', jobQueue: 'q' },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/*#ecs-tasks.amazonaws.com', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'a web service is given a role',
      record: {
        eventSource: 'apprunner.amazonaws.com',
        eventName: 'CreateService',
        userIdentity: BY,
        requestParameters: {
          serviceName: 's',
          instanceConfiguration: { instanceRoleArn: 'arn:aws:iam::111122223333:role/web' },
        },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/web#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a task that is named is no other task’s role',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RunTask',
        userIdentity: BY,
        requestParameters: {
          taskDefinition: 'orders:7',
          overrides: { taskRoleArn: 'arn:aws:iam::111122223333:role/admin' },
        },
        responseElements: {
          tasks: [{ taskArn: 'arn:aws:ecs:us-east-1:111122223333:task/shop/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f' }],
        },
      },
      mints: [
        {
          minted: 'arn:aws:ecs:us-east-1:111122223333:task/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f',
          kind: 'compute',
          link: 'possible',
        },
        { minted: 'arn:aws:iam::111122223333:role/admin#services', kind: 'passed-role', link: 'possible' },
      ],
    },
  ],
})

export default row
