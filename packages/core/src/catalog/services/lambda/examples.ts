import type { ServiceExample } from '../../../domain/service-row.ts'
import { LAYER_EXAMPLES } from './layer-examples.ts'

const LAMBDA = { eventSource: 'lambda.amazonaws.com', managementEvent: true }
const BACKDOOR = 'arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-backdoor-f-func'
const OLC = 'arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc'
const API = 'arn:aws:lambda:us-east-1:123837392027:function:production-api'

/** Records and what they did to functions and layers: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'the code of a function is fetched',
    record: {
      ...LAMBDA,
      eventName: 'GetFunction20150331v2',
      requestParameters: { functionName: 'stratus-red-team-olc-func-xhfgzaowxc' },
    },
    touches: [{ store: OLC, effect: 'read', bytes: null }],
    changes: [],
  },
  {
    name: 'the environment of one version of a function is fetched, by a partial ARN',
    record: {
      ...LAMBDA,
      eventName: 'GetFunctionConfiguration20150331v2',
      requestParameters: { functionName: '444455556666:function:shared:live', qualifier: '7' },
    },
    touches: [{ store: 'arn:aws:lambda:us-east-1:444455556666:function:shared', effect: 'read', object: '7' }],
  },
  {
    name: 'a list of functions shows the environment of all',
    record: { ...LAMBDA, eventName: 'ListFunctions20150331', requestParameters: { maxItems: 50 } },
    touches: [{ store: 'arn:aws:lambda:us-east-1:123837392027:function:*', effect: 'read' }],
  },
  {
    name: 'a function is run: what it does it does with its own role',
    record: {
      ...LAMBDA,
      managementEvent: false,
      eventName: 'Invoke',
      requestParameters: { functionName: API, invocationType: 'RequestResponse' },
    },
    touches: [{ store: API, effect: 'named' }],
  },
  {
    name: 'the settings for signed code show that a function exists',
    record: {
      ...LAMBDA,
      eventName: 'GetFunctionCodeSigningConfig',
      requestParameters: { functionName: 'production-api' },
    },
    touches: [{ store: API, effect: 'named' }],
  },
  {
    name: 'a function is made',
    record: {
      ...LAMBDA,
      eventName: 'CreateFunction20150331',
      requestParameters: {
        functionName: 'stratus-red-team-backdoor-f-func',
        role: 'arn:aws:iam::123837392027:role/stratus-red-team-backdoor-f-lambda',
      },
      responseElements: { functionArn: BACKDOOR },
    },
    touches: [{ store: BACKDOOR, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `function ${BACKDOOR}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${BACKDOOR}`, does: 'close' },
    ],
  },
  {
    name: 'the code of a function is replaced; the answer holds its environment',
    record: {
      ...LAMBDA,
      eventName: 'UpdateFunctionCode20150331v2',
      requestParameters: { functionName: OLC, publish: true, dryRun: false },
      responseElements: { functionArn: `${OLC}:1`, version: '1', environment: {} },
    },
    touches: [
      { store: OLC, effect: 'read' },
      { store: OLC, effect: 'written' },
    ],
    changes: [
      { kind: 'persistence', subject: `code ${OLC}`, does: 'close' },
      { kind: 'persistence', subject: `code ${OLC}`, does: 'open' },
    ],
  },
  {
    name: 'a layer is put under a function',
    record: {
      ...LAMBDA,
      eventName: 'UpdateFunctionConfiguration20150331v2',
      requestParameters: { functionName: 'production-api' },
      responseElements: {
        functionName: 'production-api',
        layers: [{ arn: 'arn:aws:lambda:us-west-2:123456789012:layer:malicious-layer:1' }],
      },
    },
    touches: [
      { store: API, effect: 'read' },
      { store: API, effect: 'written' },
    ],
    changes: [
      { kind: 'persistence', subject: `configuration ${API}`, does: 'close' },
      { kind: 'persistence', subject: `configuration ${API}`, does: 'open' },
    ],
  },
  {
    name: 'everyone may run a function',
    record: {
      ...LAMBDA,
      eventName: 'AddPermission20150331v2',
      requestParameters: {
        functionName: 'stratus-red-team-backdoor-f-func',
        statementId: 'backdoor',
        action: 'lambda:InvokeFunction',
        principal: '*',
      },
    },
    touches: [{ store: BACKDOOR, effect: 'shared', grantee: '*', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `statement ${BACKDOOR} backdoor`, does: 'open' }],
  },
  {
    name: 'a service of the same account may run a function',
    record: {
      ...LAMBDA,
      eventName: 'AddPermission20150331v2',
      requestParameters: {
        functionName: 'production-api',
        statementId: 'rule',
        action: 'lambda:InvokeFunction',
        principal: 'events.amazonaws.com',
        sourceAccount: '123837392027',
      },
    },
    touches: [{ store: API, effect: 'named', grant: null }],
    changes: [{ kind: 'configuration', subject: `statement ${API} rule`, does: 'open' }],
  },
  {
    name: 'a statement is taken away',
    record: {
      ...LAMBDA,
      eventName: 'RemovePermission20150331v2',
      requestParameters: { functionName: 'stratus-red-team-backdoor-f-func', statementId: 'backdoor' },
    },
    touches: [{ store: BACKDOOR, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `statement ${BACKDOOR} backdoor`, does: 'close' }],
  },
  {
    name: 'a function gets an address that needs no sign-in',
    record: {
      ...LAMBDA,
      eventName: 'CreateFunctionUrlConfig',
      requestParameters: { functionName: 'production-api', authType: 'NONE' },
      responseElements: {
        functionUrl: 'https://abc123.lambda-url.us-east-1.on.aws/',
        functionArn: API,
        authType: 'NONE',
      },
    },
    touches: [
      { store: API, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: API, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `address ${API}`, does: 'close' },
      { kind: 'exposure', subject: `address ${API}`, does: 'open' },
    ],
  },
  {
    name: 'a function is made to run on what comes in elsewhere',
    record: {
      ...LAMBDA,
      eventName: 'CreateEventSourceMapping20150331',
      requestParameters: { functionName: 'production-api', eventSourceArn: 'arn:aws:sqs:us-east-1:123837392027:in' },
      responseElements: { uUID: '14e0db71', functionArn: API },
    },
    touches: [{ store: API, effect: 'named' }],
    changes: [{ kind: 'persistence', subject: 'event source 14e0db71', does: 'open' }],
  },
  {
    name: 'a function is deleted, and with it what was changed in it',
    record: {
      ...LAMBDA,
      eventName: 'DeleteFunction20150331',
      requestParameters: { functionName: 'stratus-red-team-olc-func-xhfgzaowxc' },
    },
    touches: [{ store: OLC, effect: 'destroyed', object: null }],
    changes: [
      { kind: 'destruction', subject: `deleted ${OLC}`, does: 'open' },
      { kind: 'configuration', subject: `function ${OLC}`, does: 'close' },
      { kind: 'persistence', subject: `code ${OLC}`, does: 'close' },
      { kind: 'persistence', subject: `configuration ${OLC}`, does: 'close' },
      { kind: 'exposure', subject: `address ${OLC}`, does: 'close' },
    ],
  },
  {
    name: 'a failed creation names what was wanted and changes nothing',
    record: {
      ...LAMBDA,
      eventName: 'CreateFunction20150331',
      errorCode: 'InvalidParameterValueException',
      requestParameters: { functionName: 'stratus-red-team-olc-func-xhfgzaowxc' },
    },
    touches: [{ store: OLC, effect: 'written' }],
    changes: [],
  },
  ...LAYER_EXAMPLES,
]
