import type { ServiceExample } from '../../../domain/service-row.ts'

const SM = { eventSource: 'secretsmanager.amazonaws.com', managementEvent: true }
const ARN = 'arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-0-xehWok'
const BARE = 'arn:aws:secretsmanager:us-east-1:123837392027:secret:prod/db-apikey-??????'
const ROLE = 'arn:aws:iam::999999999999:role/reader'

/** Records and what they did to secrets: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a secret is fetched by its full name',
    record: {
      ...SM,
      eventName: 'GetSecretValue',
      requestParameters: { secretId: ARN, versionId: 'DC8C88D2-85A2-468D-A615-7AE3B7688D7F' },
    },
    touches: [{ store: ARN, effect: 'read', object: 'DC8C88D2-85A2-468D-A615-7AE3B7688D7F' }],
    changes: [],
  },
  {
    name: 'a secret is fetched by its bare name, whose random end is not known; its own last letters are no such end',
    record: { ...SM, eventName: 'GetSecretValue', requestParameters: { secretId: 'prod/db-apikey' } },
    touches: [{ store: BARE, effect: 'read' }],
  },
  {
    name: 'listed secrets are fetched',
    record: { ...SM, eventName: 'BatchGetSecretValue', requestParameters: { secretIdList: [ARN, 'prod/db-apikey'] } },
    touches: [
      { store: ARN, effect: 'read' },
      { store: BARE, effect: 'read' },
    ],
  },
  {
    name: 'whatever a filter chooses is fetched',
    record: {
      ...SM,
      eventName: 'BatchGetSecretValue',
      recipientAccountId: '165109126369',
      requestParameters: { filters: [{ key: 'tag-key', values: ['StratusRedTeam'] }] },
    },
    touches: [
      { store: 'arn:aws:secretsmanager:us-east-1:165109126369:secret:*?tag-key=StratusRedTeam', effect: 'read' },
    ],
  },
  {
    name: 'a description shows that a secret exists',
    record: { ...SM, eventName: 'DescribeSecret', requestParameters: { secretId: ARN } },
    touches: [{ store: ARN, effect: 'named' }],
  },
  {
    name: 'the service deletes a version by itself',
    record: {
      ...SM,
      eventName: 'EndSecretVersionDelete',
      requestParameters: null,
      additionalEventData: { ARN, Name: 'stratus-red-team-retrieve-secret-0' },
    },
    touches: [{ store: ARN, effect: 'named' }],
  },
  {
    name: 'a list of secrets names none',
    record: {
      ...SM,
      eventName: 'ListSecrets',
      requestParameters: { maxResults: 100, filters: [{ key: 'tag-key', values: ['StratusRedTeam'] }] },
    },
    touches: [],
  },
  {
    name: 'a secret is made; the answer holds its full name',
    record: {
      ...SM,
      eventName: 'CreateSecret',
      requestParameters: { name: 'stratus-red-team-retrieve-secret-0' },
      responseElements: { arn: ARN },
    },
    touches: [{ store: ARN, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `secret ${ARN}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ARN}`, does: 'close' },
    ],
  },
  {
    name: 'a value is stored',
    record: {
      ...SM,
      eventName: 'PutSecretValue',
      requestParameters: { secretId: ARN, clientRequestToken: 'DC8C88D2' },
      responseElements: { arn: ARN },
    },
    touches: [{ store: ARN, effect: 'written' }],
  },
  {
    name: 'a secret is deleted at once',
    record: {
      ...SM,
      eventName: 'DeleteSecret',
      requestParameters: { secretId: ARN, forceDeleteWithoutRecovery: true },
      responseElements: { aRN: ARN, name: 'stratus-red-team-retrieve-secret-0' },
    },
    touches: [{ store: ARN, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${ARN}`, does: 'open' },
      { kind: 'configuration', subject: `secret ${ARN}`, does: 'close' },
    ],
  },
  {
    name: 'a deleted secret is brought back',
    record: { ...SM, eventName: 'RestoreSecret', requestParameters: { secretId: ARN }, responseElements: { aRN: ARN } },
    touches: [{ store: ARN, effect: 'named' }],
    changes: [{ kind: 'destruction', subject: `deleted ${ARN}`, does: 'close' }],
  },
  {
    name: 'a policy lets in a role of another account, and does not count its own',
    record: {
      ...SM,
      eventName: 'PutResourcePolicy',
      requestParameters: {
        secretId: ARN,
        blockPublicPolicy: true,
        resourcePolicy: `{"Statement":[{"Effect":"Allow","Principal":{"AWS":["${ROLE}","arn:aws:iam::123837392027:role/own"]},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}`,
      },
      responseElements: { arn: ARN },
    },
    touches: [
      { store: ARN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ARN, effect: 'shared', grantee: ROLE, grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${ARN}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ARN}`, does: 'open' },
    ],
  },
  {
    name: 'a policy is deleted',
    record: { ...SM, eventName: 'DeleteResourcePolicy', requestParameters: { secretId: ARN } },
    touches: [{ store: ARN, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${ARN}`, does: 'close' }],
  },
  {
    name: 'a secret is copied to another region',
    record: {
      ...SM,
      eventName: 'ReplicateSecretToRegions',
      requestParameters: { secretId: ARN, addReplicaRegions: [{ region: 'us-west-2' }] },
    },
    touches: [{ store: ARN, effect: 'redirected', grantee: ARN.replace('us-east-1', 'us-west-2'), grant: 'open' }],
    changes: [{ kind: 'configuration', subject: `replicas ${ARN}`, does: 'open' }],
  },
  {
    name: 'the copy is removed',
    record: {
      ...SM,
      eventName: 'RemoveRegionsFromReplication',
      requestParameters: { secretId: ARN, removeReplicaRegions: ['us-west-2'] },
    },
    touches: [{ store: ARN, effect: 'named', grantee: ARN.replace('us-east-1', 'us-west-2'), grant: 'close' }],
    changes: [{ kind: 'configuration', subject: `replicas ${ARN}`, does: 'close' }],
  },
]
