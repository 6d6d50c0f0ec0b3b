import { type Channel, defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { askedDomains, askingDomains, domainOf, domainsOf } from './names.ts'

const DESCRIBED = '`aws opensearch describe-domain --domain-name {name} --region {region}`'

const DOMAIN: readonly Channel[] = [
  {
    kind: 'data-call',
    way: 'its own API or its dashboards (es:ESHttp*), which CloudTrail does not record: searches, exports, snapshots to a bucket',
    recordedBy: 'nothing',
    settledBy: `the audit logs of the domain, where ${DESCRIBED} shows AUDIT_LOGS on, and its access policy for who needs no sign-in at all`,
  },
  {
    kind: 'log-in',
    way: 'users with passwords, SAML or Cognito of its own, outside of IAM',
    recordedBy: 'nothing',
    settledBy: `the audit logs of the domain, and ${DESCRIBED} for how users sign in`,
  },
  {
    kind: 'management-call',
    way: 'a new access policy or master user, or a deletion',
    recordedBy: 'management-events',
    settledBy: 'the CloudTrail log files of {account} in {region} with their digest files',
  },
  {
    kind: 'continuing-grant',
    way: 'an access policy, a connection from another domain, or an endpoint of another account',
    recordedBy: 'nothing',
    settledBy: `${DESCRIBED}, \`aws opensearch describe-inbound-connections --region {region}\` and \`aws opensearch list-vpc-endpoint-access --domain-name {name} --region {region}\``,
  },
  {
    kind: 'neighbour',
    way: 'a snapshot in a bucket, or the log group or stream that feeds it, which hold its content',
    recordedBy: 'nothing',
    settledBy: 'the snapshot repositories of the domain (`GET _snapshot`) and their buckets',
  },
]

const row: ServiceRow = defineService({
  service: 'opensearch',
  sources: ['es.amazonaws.com'],
  stores: { 'opensearch-domain': { title: 'OpenSearch domain', name: domainOf, channels: DOMAIN } },
  mentions: [
    { kind: 'opensearch-domain', at: domainsOf },
    { kind: 'opensearch-domain', at: askingDomains },
    { kind: 'opensearch-domain', at: askedDomains },
  ],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon OpenSearch Service API reference and developer guide: monitoring API calls with CloudTrail (data calls are not recorded), fine-grained access control, cross-cluster search, VPC endpoints',
  examples: EXAMPLES,
})

export default row
