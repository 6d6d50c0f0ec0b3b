import { command, inPlace, type Lasting, pair, part, plain, REGION, said, shown } from '../../domain/change-forms.ts'
import type { FromCall } from '../../domain/change-spec.ts'
import { settings } from '../../domain/change-switches.ts'
import { pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const CLUSTER: FromCall = (call) => said('clusterName')(call) ?? pickText(call.request, 'name')
const CLUSTERED = plain({
  kind: 'configuration',
  noun: 'Kubernetes cluster',
  id: inPlace(CLUSTER),
  name: CLUSTER,
  remove: ['eks delete-cluster', 'name'],
})
const WHO = said('principalArn')
const onEntry = { 'cluster-name': CLUSTER, 'principal-arn': WHO, region: REGION }

/** Who may enter a cluster, and with which rights. */
const ENTRY: Lasting = {
  kind: 'persistence',
  subject: part(CLUSTERED.subject, 'access entry', WHO),
  words: (call) => `access of \`${shown(WHO)(call)}\` to ${CLUSTERED.words(call)}`,
  remove: command('eks delete-access-entry', onEntry),
}
const POLICY = said('policyArn')
const RIGHTS: Lasting = {
  kind: 'persistence',
  subject: part(ENTRY.subject, 'policy', POLICY),
  words: (call) => `policy \`${shown(POLICY)(call)}\` of the ${ENTRY.words(call)}`,
  remove: command('eks disassociate-access-policy', { ...onEntry, 'policy-arn': POLICY }),
  sentences: [
    (call) => `gave \`${shown(WHO)(call)}\` policy \`${shown(POLICY)(call)}\` in ${CLUSTERED.words(call)}`,
    (call) => `took policy \`${shown(POLICY)(call)}\` in ${CLUSTERED.words(call)} from \`${shown(WHO)(call)}\``,
  ],
}

const row: ServiceRow = defineService({
  service: 'eks',
  sources: ['eks.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(CLUSTERED, 'CreateCluster', 'DeleteCluster'),
    ...pair(ENTRY, 'CreateAccessEntry', 'DeleteAccessEntry'),
    ...pair(RIGHTS, 'AssociateAccessPolicy', 'DisassociateAccessPolicy'),
    UpdateClusterConfig: settings({
      kind: 'exposure',
      subject: CLUSTERED.subject,
      words: CLUSTERED.words,
      keys: ['resourcesVpcConfig', 'logging', 'accessConfig'],
      restore: command('eks update-cluster-config', { name: CLUSTER, region: REGION }),
    }),
  },
  cite: 'Amazon EKS API reference',
  examples: [
    {
      name: 'a principal gets rights in a cluster',
      record: {
        eventSource: 'eks.amazonaws.com',
        eventName: 'AssociateAccessPolicy',
        requestParameters: {
          name: 'shop',
          principalArn: 'arn:aws:iam::123837392027:user/backup',
          policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
        },
      },
      changes: [
        {
          kind: 'persistence',
          subject:
            'Kubernetes cluster 123837392027:us-east-1:shop / access entry arn:aws:iam::123837392027:user/backup / policy arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject:
            'deleted Kubernetes cluster 123837392027:us-east-1:shop, access entry arn:aws:iam::123837392027:user/backup, policy arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
          does: 'close',
        },
      ],
    },
  ],
})

export default row
