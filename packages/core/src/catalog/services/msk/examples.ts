import type { ServiceExample } from '../../../domain/service-row.ts'

const KAFKA = { eventSource: 'kafka.amazonaws.com' }
const ID = 'arn:aws:kafka:us-east-1:123837392027:cluster/demo/11111111-2222-3333-4444-555555555555-1'
const TARGET = 'arn:aws:kafka:eu-west-1:999999999999:cluster/copy/66666666-7777-8888-9999-000000000000-1'
const SECRET = 'arn:aws:secretsmanager:us-east-1:123837392027:secret:AmazonMSK_user-AbCdEf'
const REPLICATOR = 'arn:aws:kafka:us-east-1:123837392027:replicator/r/aaaaaaaa'

/** Records and what they did to Kafka clusters: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a policy lets another account connect',
    record: {
      ...KAFKA,
      eventName: 'PutClusterPolicy',
      requestParameters: {
        clusterArn: ID,
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"kafka:CreateVpcConnection","Resource":"*"}]}',
      },
    },
    touches: [
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ID, effect: 'shared', grantee: '999999999999', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${ID}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID}`, does: 'open' },
    ],
  },
  {
    name: 'the policy is deleted; the ARN is recorded as it stood in the address',
    record: {
      ...KAFKA,
      eventName: 'DeleteClusterPolicy',
      requestParameters: { clusterArn: ID.replaceAll(':', '%3A').replaceAll('/', '%2F') },
    },
    touches: [{ store: ID, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${ID}`, does: 'close' }],
  },
  {
    name: 'topics are copied to a cluster of another account',
    record: {
      ...KAFKA,
      eventName: 'CreateReplicator',
      requestParameters: {
        replicatorName: 'r',
        kafkaClusters: [{ amazonMskCluster: { mskClusterArn: ID } }, { amazonMskCluster: { mskClusterArn: TARGET } }],
        replicationInfoList: [{ sourceKafkaClusterArn: ID, targetKafkaClusterArn: TARGET }],
      },
      responseElements: { replicatorArn: REPLICATOR },
    },
    touches: [{ store: ID, effect: 'redirected', grantee: TARGET, grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: `replicator of topics ${REPLICATOR}`, does: 'open' },
      { kind: 'destruction', subject: `deleted replicator of topics ${REPLICATOR}`, does: 'close' },
    ],
  },
  {
    name: 'a cluster is opened to the internet',
    record: {
      ...KAFKA,
      eventName: 'UpdateConnectivity',
      requestParameters: {
        clusterArn: ID,
        connectivityInfo: { publicAccess: { type: 'SERVICE_PROVIDED_EIPS' } },
      },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `Kafka cluster ${ID} / public access`, does: 'close' },
      { kind: 'exposure', subject: `Kafka cluster ${ID} / public access`, does: 'open' },
    ],
  },
  {
    name: 'it is closed again',
    record: {
      ...KAFKA,
      eventName: 'UpdateConnectivity',
      requestParameters: { clusterArn: ID, connectivityInfo: { publicAccess: { type: 'DISABLED' } } },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [{ kind: 'exposure', subject: `Kafka cluster ${ID} / public access`, does: 'close' }],
  },
  {
    name: 'a secret lets its holder sign in',
    record: {
      ...KAFKA,
      eventName: 'BatchAssociateScramSecret',
      requestParameters: { clusterArn: ID, secretArnList: [SECRET] },
    },
    touches: [
      { store: ID, effect: 'named' },
      { store: SECRET, effect: 'named' },
    ],
    changes: [
      { kind: 'persistence', subject: `Kafka cluster ${ID} / secret ${SECRET}`, does: 'open' },
      { kind: 'destruction', subject: `deleted Kafka cluster ${ID}, secret ${SECRET}`, does: 'close' },
    ],
  },
  {
    name: 'a cluster is deleted',
    record: { ...KAFKA, eventName: 'DeleteCluster', requestParameters: { clusterArn: ID } },
    touches: [
      { store: ID, effect: 'destroyed', grant: null },
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'open' },
      { kind: 'configuration', subject: `Kafka cluster ${ID}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID}`, does: 'close' },
    ],
  },
]
