import { pick } from '../../../domain/json.ts'
import { policyGrants } from '../../../domain/policy-grants.ts'
import { type Action, defineService, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { GATE_EXAMPLES } from './gate-examples.ts'
import { GATE_STATES } from './gate-states.ts'
import { ended, granted } from './grants.ts'
import { decryptingKey, inContext, keyOf, keysOf, objectInContext, tableInContext } from './names.ts'

const AT: StoreAt = { kind: 'kms-key', at: keysOf }
const OF_KEY: Action = { logged: 'management', on: AT, effect: 'key-used', names: 'one' }

/** The stores whose content an encryption context names; what it names is content of theirs, whoever decrypts it. */
const CONTEXTS: readonly StoreAt[] = [
  { kind: 's3-bucket', at: inContext('aws:s3:arn') },
  { kind: 'secret', at: inContext('SecretARN') },
  { kind: 'parameter', at: inContext('PARAMETER_ARN') },
  { kind: 'lambda-function', at: inContext('aws:lambda:FunctionArn') },
  { kind: 'dynamodb-table', at: tableInContext },
]

/** The key opened content: the key was used, and so was it on the store that the content is of. */
const OPENED: readonly Action[] = [
  { ...OF_KEY, on: { kind: 'kms-key', at: decryptingKey } },
  ...CONTEXTS.map(
    (on): Action => (on.kind === 's3-bucket' ? { ...OF_KEY, on, object: objectInContext } : { ...OF_KEY, on }),
  ),
]

const row: ServiceRow = defineService({
  service: 'kms',
  sources: ['kms.amazonaws.com'],
  governs: ['key'],
  states: GATE_STATES,
  stores: {
    'kms-key': {
      title: 'KMS key',
      name: keyOf,
      channels: [
        {
          kind: 'management-call',
          way: 'using it: decrypting, re-encrypting, signing',
          recordedBy: 'management-events',
          settledBy:
            'the CloudTrail log files of {account} in {region} with their digest files, from a trail that does not leave out events of KMS',
        },
        {
          kind: 'continuing-grant',
          way: 'its policy or a grant that lets others use it',
          recordedBy: 'management-events',
          settledBy:
            '`aws kms get-key-policy --key-id {id} --policy-name default --region {region}` and `aws kms list-grants --key-id {id} --region {region}`',
        },
        {
          kind: 'neighbour',
          way: 'data keys that were decrypted once and are kept by whoever asked',
          recordedBy: 'nothing',
          settledBy: 'nothing in the log: what a data key opened after it was handed out is not recorded',
        },
      ],
    },
  },
  // Encrypting and making data keys is writing: it shows that key and store exist, and opens nothing.
  mentions: [AT, ...CONTEXTS],
  actions: {
    Decrypt: OPENED,
    ReEncrypt: OPENED,
    DeriveSharedSecret: OF_KEY,
    // A signature or a code made with the key passes for the owner's.
    Sign: OF_KEY,
    GenerateMac: OF_KEY,
    CreateGrant: { ...OF_KEY, effect: 'shared', grants: granted },
    RevokeGrant: { ...OF_KEY, effect: 'shared', grants: ended },
    RetireGrant: { ...OF_KEY, effect: 'shared', grants: ended },
    PutKeyPolicy: {
      ...OF_KEY,
      effect: 'shared',
      grants: (call) => policyGrants(pick(call.request, 'policy'), call, 'policy'),
    },
    ImportKeyMaterial: { ...OF_KEY, effect: 'written' },
    ScheduleKeyDeletion: { ...OF_KEY, effect: 'destroyed' },
    DeleteImportedKeyMaterial: { ...OF_KEY, effect: 'destroyed' },
  },
  changes: CHANGES,
  cite: 'AWS KMS developer guide: logging with CloudTrail, encryption context, grants; AWS documentation on the encryption contexts of S3, Secrets Manager, Systems Manager, Lambda and DynamoDB',
  examples: [...EXAMPLES, ...GATE_EXAMPLES],
})

export default row
