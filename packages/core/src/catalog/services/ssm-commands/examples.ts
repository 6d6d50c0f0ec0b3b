import type { ServiceExample } from '../../../domain/service-row.ts'

const SSM = { eventSource: 'ssm.amazonaws.com' }
const HOST = 'instance arn:aws:ec2:us-east-1:123837392027:instance/'

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a command is run on a host',
    record: {
      ...SSM,
      eventName: 'SendCommand',
      requestParameters: {
        instanceIds: ['i-0dbc91f429e48eeed'],
        documentName: 'AWS-RunShellScript',
        parameters: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        interactive: false,
      },
      responseElements: {
        command: {
          commandId: 'bbf52fc0-1a25-4020-b1b4-1872ff8edd12',
          documentName: 'AWS-RunShellScript',
          instanceIds: ['i-0dbc91f429e48eeed'],
          targets: [],
        },
      },
    },
    changes: [
      {
        kind: 'persistence',
        subject: `${HOST}i-0dbc91f429e48eeed / command bbf52fc0-1a25-4020-b1b4-1872ff8edd12`,
        does: 'open',
      },
    ],
  },
  {
    name: 'a command to hosts that tags choose stands under its own record',
    record: {
      ...SSM,
      eventName: 'SendCommand',
      requestParameters: { documentName: 'AWS-RunShellScript', targets: [{ key: 'tag:Role', values: ['web'] }] },
      responseElements: { command: { commandId: 'bbf52fc0-1a25-4020-b1b4-1872ff8edd12', instanceIds: [] } },
    },
    changes: [{ kind: 'persistence', subject: 'unnamed e-1', does: 'open' }],
  },
  {
    name: 'a session is opened on a host: its end undoes nothing that was done in it',
    record: {
      ...SSM,
      eventName: 'StartSession',
      requestParameters: { target: 'i-0dbc91f429e48eeed' },
      responseElements: { sessionId: 'christophe-wzleysigzmbd6fmkefjqvt5w4u' },
    },
    changes: [
      {
        kind: 'persistence',
        subject: `${HOST}i-0dbc91f429e48eeed / session christophe-wzleysigzmbd6fmkefjqvt5w4u`,
        does: 'open',
      },
    ],
  },
  {
    name: 'a session in a container',
    record: {
      ...SSM,
      eventName: 'StartSession',
      requestParameters: { target: 'ecs:shop_5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f_5f0b0c3f-0527074092' },
      responseElements: { sessionId: 's-1' },
    },
    changes: [
      {
        kind: 'persistence',
        subject: 'instance ecs:shop_5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f_5f0b0c3f-0527074092 / session s-1',
        does: 'open',
      },
    ],
  },
  {
    name: 'a document is made public, and no longer shared with an account',
    record: {
      ...SSM,
      eventName: 'ModifyDocumentPermission',
      requestParameters: {
        name: 'run-book',
        permissionType: 'Share',
        accountIdsToAdd: ['all'],
        accountIdsToRemove: ['111122223333'],
      },
    },
    changes: [
      { kind: 'exposure', subject: 'document 123837392027:us-east-1:run-book / shared with all', does: 'open' },
      {
        kind: 'exposure',
        subject: 'document 123837392027:us-east-1:run-book / shared with 111122223333',
        does: 'close',
      },
    ],
  },
  {
    name: 'hosts from elsewhere may register',
    record: {
      ...SSM,
      eventName: 'CreateActivation',
      requestParameters: { iamRole: 'SSMServiceRole', registrationLimit: 10 },
      responseElements: { activationId: 'a673c2b6-2e1d-4f1a-8a54-3f1f5f5b2c11' },
    },
    changes: [
      { kind: 'persistence', subject: 'activation of hosts a673c2b6-2e1d-4f1a-8a54-3f1f5f5b2c11', does: 'open' },
      {
        kind: 'destruction',
        subject: 'deleted activation of hosts a673c2b6-2e1d-4f1a-8a54-3f1f5f5b2c11',
        does: 'close',
      },
    ],
  },
]
