import type { ServiceExample } from '../../../domain/service-row.ts'

const HERE = { account: '123837392027', region: 'us-east-1' }
const KEY = 'arn:aws:kms:us-east-1:123837392027:key/0e5d0ab6-097e-49d8-99ef-747ce3e5f8f4'
const RESOURCES = [{ accountId: '123837392027', type: 'AWS::KMS::Key', ARN: KEY }]

/** A call on a key, and whether logs are encrypted with it from then on. */
function example(name: string, eventName: string, open: boolean | null, record: object = {}): ServiceExample {
  return {
    name,
    record: { eventSource: 'kms.amazonaws.com', eventName, requestParameters: { keyId: KEY }, ...record },
    states: [{ topic: 'gate', says: { gate: 'key', id: KEY, ...HERE, act: 'changed', open } }],
  }
}

/** Calls on keys and what they state of the way of log files: the row's tests. */
export const GATE_EXAMPLES: readonly ServiceExample[] = [
  example('a key is disabled', 'DisableKey', false),
  example('a key is named by its id', 'DisableKey', false, {
    requestParameters: { keyId: '0e5d0ab6-097e-49d8-99ef-747ce3e5f8f4' },
  }),
  example('a key is named among the resources', 'RetireGrant', null, {
    requestParameters: { grantToken: 'AQpAM2RhZTk1MGMyNTk2ZmZm' },
    resources: RESOURCES,
  }),
  {
    name: 'a key of another account is changed where its owner is told of it',
    record: {
      ...{ eventSource: 'kms.amazonaws.com', eventName: 'EnableKey' },
      requestParameters: { keyId: 'arn:aws:kms:eu-west-1:999999999999:key/k' },
    },
    states: [{ topic: 'gate', says: { account: '999999999999', region: 'eu-west-1', open: null } }],
  },
  {
    name: 'an alias stays one',
    record: {
      ...{ eventSource: 'kms.amazonaws.com', eventName: 'EnableKey' },
      requestParameters: { keyId: 'alias/logs' },
    },
    states: [{ topic: 'gate', says: { id: 'arn:aws:kms:us-east-1:123837392027:alias/logs', ...HERE } }],
  },
  example('a key waits for its deletion', 'ScheduleKeyDeletion', false),
  example('a key that is kept stays disabled', 'CancelKeyDeletion', false),
  example('a key is deleted by the service', 'DeleteKey', false, { requestParameters: null, resources: RESOURCES }),
  example('another policy', 'PutKeyPolicy', null, { requestParameters: { keyId: KEY, policy: '{}' } }),
  example('a grant ends', 'RevokeGrant', null),
  example('what the key is made of is taken away', 'DeleteImportedKeyMaterial', false),
  example('what the key is made of expires', 'DeleteExpiredKeyMaterial', false, {
    requestParameters: null,
    resources: RESOURCES,
  }),
  example('what the key is made of is given again', 'ImportKeyMaterial', null),
]
