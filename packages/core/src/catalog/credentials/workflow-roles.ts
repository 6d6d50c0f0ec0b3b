import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { passedRoles } from '../../domain/role-passing.ts'

/** Here every call names the role that it passes: without one, nothing runs with a role. */
const ALWAYS_NAMED: ReadonlySet<string> = new Set(['events.amazonaws.com', 'scheduler.amazonaws.com'])

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}

const row: CredentialRow = defineCredential({
  id: 'workflow-roles',
  title: 'Workflows, schedules and rules, which call services with a role',
  sources: ['states.amazonaws.com', 'scheduler.amazonaws.com', 'events.amazonaws.com', 'pipes.amazonaws.com'],
  names: [
    'CreateStateMachine',
    'UpdateStateMachine',
    'StartExecution',
    'StartSyncExecution',
    'RedriveExecution',
    'TestState',
    'CreateSchedule',
    'UpdateSchedule',
    'PutTargets',
    'PutRule',
    'CreateApiDestination',
    'CreatePipe',
    'UpdatePipe',
    'StartPipe',
  ],
  mints: (call) => passedRoles(call, ALWAYS_NAMED.has(call.source) ? { services: [] } : {}),
  cite: 'AWS Step Functions API reference: CreateStateMachine, StartExecution; Amazon EventBridge API references: PutTargets, CreateSchedule, CreatePipe',
  examples: [
    {
      name: 'a state machine is given a role, and its definition names another',
      record: {
        eventSource: 'states.amazonaws.com',
        eventName: 'CreateStateMachine',
        userIdentity: BY,
        requestParameters: {
          roleArn: 'arn:aws:iam::111122223333:role/flow',
          definition: '{"Credentials":{"RoleArn":"arn:aws:iam::111122223333:role/step"}}',
        },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/flow#services', kind: 'passed-role', link: 'possible' },
        { minted: 'arn:aws:iam::111122223333:role/step#services', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'a state machine that stands already is run',
      record: {
        eventSource: 'states.amazonaws.com',
        eventName: 'StartExecution',
        userIdentity: BY,
        requestParameters: { stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:m' },
      },
      mints: [
        { minted: 'arn:aws:iam::111122223333:role/*#states.amazonaws.com', kind: 'passed-role', link: 'possible' },
      ],
    },
    {
      name: 'a schedule calls its target with a role',
      record: {
        eventSource: 'scheduler.amazonaws.com',
        eventName: 'CreateSchedule',
        userIdentity: BY,
        requestParameters: {
          name: 's',
          target: { arn: 'arn:aws:scheduler:::aws-sdk:iam:createUser', roleArn: 'arn:aws:iam::111122223333:role/cron' },
        },
      },
      mints: [{ minted: 'arn:aws:iam::111122223333:role/cron#services', kind: 'passed-role', link: 'possible' }],
    },
    {
      name: 'a rule without a role runs with none',
      record: {
        eventSource: 'events.amazonaws.com',
        eventName: 'PutTargets',
        userIdentity: BY,
        requestParameters: {
          rule: 'r',
          targets: [{ id: '1', arn: 'arn:aws:lambda:us-east-1:111122223333:function:f' }],
        },
      },
      mints: [],
    },
  ],
})

export default row
