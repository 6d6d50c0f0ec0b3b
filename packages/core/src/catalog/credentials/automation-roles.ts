import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

/** Without a role these run with the caller's own rights, or with a role that the service keeps for itself. */
const OWN_RIGHTS: ReadonlySet<string> = new Set([
  ...['CreateStack', 'CreateAssociation', 'UpdateAssociation'],
  ...['RegisterTaskWithMaintenanceWindow', 'UpdateMaintenanceWindowTask'],
])

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'automation-roles',
  title: 'Runbooks and templates, which act on an account with a role',
  sources: ['ssm.amazonaws.com', 'cloudformation.amazonaws.com', 'servicecatalog.amazonaws.com'],
  names: [
    'CreateActivation',
    'UpdateManagedInstanceRole',
    'StartAutomationExecution',
    'StartChangeRequestExecution',
    'CreateAssociation',
    'UpdateAssociation',
    'RegisterTaskWithMaintenanceWindow',
    'UpdateMaintenanceWindowTask',
    'CreateStack',
    'UpdateStack',
    'CreateChangeSet',
    'ExecuteChangeSet',
    'CreateStackSet',
    'UpdateStackSet',
    'CreateStackInstances',
    'DeleteStack',
    'RollbackStack',
    'ContinueUpdateRollback',
    'ProvisionProduct',
    'UpdateProvisionedProduct',
    'CreateServiceAction',
  ],
  mints: (call) => passedRoles(call, { services: OWN_RIGHTS.has(call.name) ? [] : [call.source], names: ['iamRole'] }),
  cite: 'AWS Systems Manager API reference: StartAutomationExecution; AWS CloudFormation API reference: CreateStack, ExecuteChangeSet',
  examples: [
    {
      name: 'a runbook is run with a role',
      record: {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'StartAutomationExecution',
        userIdentity: BY,
        requestParameters: {
          documentName: 'AWS-RunShellScript',
          parameters: { AutomationAssumeRole: ['arn:aws:iam::111122223333:role/auto'] },
        },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/auto#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a stack is made with a role',
      record: {
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'CreateStack',
        userIdentity: BY,
        requestParameters: { stackName: 's', roleARN: 'arn:aws:iam::111122223333:role/cfn' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/cfn#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a stack keeps the role of its last change',
      record: {
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'UpdateStack',
        userIdentity: BY,
        requestParameters: { stackName: 's' },
      },
      mints: [
        {
          minted: 'arn:aws:iam::111122223333:role/*#cloudformation.amazonaws.com',
          kind: 'passed-role',
          link: 'possible',
        },
      ],
    },
    {
      name: 'a new stack without a role is made with the rights of its caller',
      record: {
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'CreateStack',
        userIdentity: BY,
        requestParameters: { stackName: 's', roleARN: null },
      },
      mints: [],
    },
    {
      name: 'a machine from elsewhere may register, and is handed a role',
      record: {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'CreateActivation',
        userIdentity: BY,
        requestParameters: { iamRole: 'hybrid', registrationLimit: 1 },
        responseElements: { activationId: 'a' },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/hybrid#services', kind: 'passed-role', link: 'possible' }],
    },
  ],
})

export default row
