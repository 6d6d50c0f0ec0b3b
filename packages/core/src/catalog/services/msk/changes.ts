import { idIn, orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  forEach,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  unmade,
} from '../../../domain/change-forms.ts'
import {
  about,
  closing,
  creation,
  deletion,
  policyDeleted,
  policyPut,
  type Thing,
} from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import { textsUnder, valuesUnder } from '../../../domain/named-in-call.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { CLUSTER_ID, clusterName, clusterOf, clustersOf, secretsOf } from './names.ts'

const CLUSTER: Thing = { noun: 'Kafka cluster', id: CLUSTER_ID, name: clusterName }
const ON_CLUSTER = { 'cluster-arn': idIn(clusterOf, clustersOf), region: REGION }
const SUBJECT = about('Kafka cluster', CLUSTER_ID)
const cluster = (call: CallEvent): string => `Kafka cluster \`${clusterName(call)}\``

const PUBLIC = part(SUBJECT, 'public access')
const SIGN_IN = part(SUBJECT, 'sign-in')

const isClosed = (call: CallEvent): boolean => {
  const access = valuesUnder(call.request, 'publicAccess').flatMap((one) => textsUnder(one, 'type'))
  return access.length > 0 && access.every((type) => type === 'DISABLED')
}

const restore =
  (verb: string): ((call: CallEvent) => string) =>
  (call) =>
    `${command(`kafka ${verb}`, ON_CLUSTER)(call)} --current-version VERSION FORMER_SETTINGS`

const CONNECTIVITY: readonly ChangeSpec[] = [
  { ...closing('exposure', PUBLIC, (call) => `took ${cluster(call)} from the internet`), when: isClosed },
  ...replacing(
    'exposure',
    PUBLIC,
    (call) => `changed from where ${cluster(call)} can be reached; it may be from the internet`,
    restore('update-connectivity'),
  ).map((spec): ChangeSpec => ({ ...spec, when: (call) => !isClosed(call) })),
]

function secret(id: (call: CallEvent) => string | null): Lasting {
  return {
    kind: 'persistence',
    subject: part(SUBJECT, 'secret', orUnnamed(id)),
    words: (call) => `secret \`${id(call) ?? 'unknown'}\` for signing in to ${cluster(call)}`,
    remove: command('kafka batch-disassociate-scram-secret', { ...ON_CLUSTER, 'secret-arn-list': id }),
    sentences: [
      (call) => `let whoever has secret \`${id(call) ?? 'unknown'}\` sign in to ${cluster(call)}`,
      (call) => `took secret \`${id(call) ?? 'unknown'}\` from ${cluster(call)}`,
    ],
  }
}

const REPLICATOR = plain({
  kind: 'exposure',
  noun: 'replicator of topics',
  id: said('replicatorArn'),
  remove: ['kafka delete-replicator', 'replicator-arn'],
})

const CONNECTION = plain({
  kind: 'exposure',
  noun: 'private connection to a Kafka cluster',
  id: (call) => pickText(call.response, 'vpcConnectionArn') ?? said('arn', 'vpcConnectionArn')(call),
  remove: ['kafka delete-vpc-connection', 'arn'],
})

/** What calls on Kafka clusters change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateCluster: creation(CLUSTER, command('kafka delete-cluster', ON_CLUSTER)),
  CreateClusterV2: creation(CLUSTER, command('kafka delete-cluster', ON_CLUSTER)),
  DeleteCluster: [
    ...deletion(CLUSTER, () => 'make the cluster again from its source; its topics are lost'),
    ...policyDeleted(CLUSTER),
  ],
  DeleteTopic: opening(
    'destruction',
    (call) => `deleted topic ${CLUSTER_ID(call)} ${pickText(call.request, 'topicName') ?? call.eventId}`,
    (call) => `deleted topic \`${pickText(call.request, 'topicName') ?? 'unknown'}\` of ${cluster(call)}`,
    () => 'make the topic again from its source; its records are lost',
  ),
  PutClusterPolicy: policyPut({
    ...CLUSTER,
    document: (call) => pick(call.request, 'policy'),
    undo: command('kafka delete-cluster-policy', ON_CLUSTER),
  }),
  DeleteClusterPolicy: policyDeleted(CLUSTER),
  UpdateConnectivity: CONNECTIVITY,
  UpdateSecurity: replacing(
    'exposure',
    SIGN_IN,
    (call) => `changed how clients sign in to ${cluster(call)}, or the encryption of its traffic`,
    restore('update-security'),
  ),
  BatchAssociateScramSecret: forEach(secretsOf, (id) => made(secret(id))),
  BatchDisassociateScramSecret: forEach(secretsOf, (id) => unmade(secret(id))),
  ...pair(REPLICATOR, 'CreateReplicator', 'DeleteReplicator'),
  ...pair(CONNECTION, 'CreateVpcConnection', 'DeleteVpcConnection'),
}
