import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { type Json, pick } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import { type Action, type Channel, defineService, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { clusterOf, clustersOf, secretsOf, sourcesOf, targetsOf } from './names.ts'

const CHANNELS: readonly Channel[] = [
  {
    kind: 'log-in',
    way: "reading its topics by Kafka's own protocol, with a role, a password or a certificate, or with none",
    recordedBy: 'nothing',
    settledBy:
      'the broker logs, where they were delivered, and `aws kafka describe-cluster-v2 --cluster-arn {id} --region {region}` for who may sign in and from where',
  },
  {
    kind: 'continuing-grant',
    way: 'a policy or a private connection that lets others in, or a replicator, connector or delivery stream that copies it',
    recordedBy: 'management-events',
    settledBy:
      '`aws kafka get-cluster-policy --cluster-arn {id} --region {region}`, `aws kafka list-client-vpc-connections --cluster-arn {id} --region {region}` and `aws kafka list-replicators --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'the clusters and buckets that its topics are copied to',
    recordedBy: 'nothing',
    settledBy:
      '`aws kafka list-replicators --region {region}` and `aws kafkaconnect list-connectors --region {region}`',
  },
]

const CLUSTER: StoreAt = { kind: 'msk-cluster', at: clustersOf }
const SHARE: Action = { logged: 'management', on: CLUSTER, effect: 'shared', names: 'one' }
const policyIn = (call: CallEvent): Json | undefined => pick(call.request, 'policy')

/** A replicator is ended by its own ARN; its end does not name the clusters again. */
const replicator = (call: CallEvent): string =>
  `replicator ${said('replicatorArn', 'replicatorName')(call) ?? 'unknown'}`

const row: ServiceRow = defineService({
  service: 'msk',
  sources: ['kafka.amazonaws.com'],
  stores: { 'msk-cluster': { title: 'Kafka cluster', name: clusterOf, channels: CHANNELS } },
  mentions: [CLUSTER, { kind: 'secret', at: secretsOf }],
  actions: {
    PutClusterPolicy: { ...SHARE, grants: (call) => policyGrants(policyIn(call), call, 'policy') },
    DeleteClusterPolicy: { ...SHARE, grants: () => closeAll('policy') },
    CreateReplicator: {
      ...SHARE,
      on: { kind: 'msk-cluster', at: sourcesOf },
      effect: 'redirected',
      names: 'list',
      grants: (call) => openTo(targetsOf(call), replicator(call)),
    },
    DeleteCluster: [
      { ...SHARE, effect: 'destroyed' },
      { ...SHARE, grants: () => closeAll('policy') },
    ],
    DeleteTopic: { ...SHARE, effect: 'destroyed', object: ['request.topicName'] },
  },
  changes: CHANGES,
  cite: 'Amazon MSK developer guide: logging with CloudTrail, cluster policies, public access, replicator; API reference',
  examples: EXAMPLES,
})

export default row
