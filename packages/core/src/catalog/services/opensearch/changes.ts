import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  said,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, policyPut } from '../../../domain/change-spec.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { storeRef } from '../../../domain/store-forms.ts'
import { policyIn, setsPolicy } from './actions.ts'
import { askedDomains, askingDomains, connectionId, domainOf } from './names.ts'
import { born, modified } from './setting-changes.ts'
import { DOMAIN, DOMAIN_REF, DOMAIN_SUBJECT, updateDomain } from './things.ts'

const words = DOMAIN.words

/** The policy of a domain says who may search in it with IAM; an open one lets everybody search who reaches it. */
const POLICY: readonly ChangeSpec[] = policyPut({
  noun: 'OpenSearch domain',
  id: orUnnamed(DOMAIN_REF.id),
  name: shown(DOMAIN_REF.name),
  document: policyIn,
  undo: updateDomain('--access-policies FORMER_POLICY'),
}).map((spec) => ({ ...spec, when: (call: CallEvent) => setsPolicy(call) && (spec.when?.(call) ?? true) }))

const MADE: readonly ChangeSpec[] = [...made(DOMAIN), ...POLICY, ...born]
const DELETED: readonly ChangeSpec[] = [
  ...unmade(DOMAIN),
  closing('exposure', about('policy', DOMAIN_REF.id), (call) => `deleted ${words(call)}`),
]
const MODIFIED = (call: CallEvent): readonly ChangeSpec[] => [...POLICY, ...modified(call)]

const [asking, asked] = [storeRef(askingDomains, domainOf), storeRef(askedDomains, domainOf)]
const CONNECTION: Lasting = {
  kind: 'exposure',
  subject: about('OpenSearch connection', connectionId),
  words: (call) =>
    `the connection by which users of domain \`${shown(asking.id)(call)}\` search in domain \`${shown(asked.id)(call)}\``,
  remove: command('opensearch delete-outbound-connection', { 'connection-id': connectionId, region: REGION }),
  sentences: [
    (call) => `asked for or accepted ${CONNECTION.words(call)}`,
    (call) => `refused or deleted ${CONNECTION.words(call)}`,
  ],
}
const [CONNECTED, PARTED] = [made(CONNECTION), unmade(CONNECTION)]

const ENDPOINT = plain({
  kind: 'exposure',
  noun: 'endpoint of an OpenSearch domain',
  id: said('vpcEndpointId'),
  remove: ['opensearch delete-vpc-endpoint', 'vpc-endpoint-id'],
})

/** Another account, or a service, may make endpoints of its own. */
const WHO = said('account', 'service')
const ENDPOINTS = part(DOMAIN_SUBJECT, 'endpoints of', WHO)

const SOURCE_NAME = said('name')
const SOURCE: Lasting = {
  kind: 'exposure',
  subject: part(DOMAIN_SUBJECT, 'data source', SOURCE_NAME),
  words: (call) =>
    `data source \`${shown(SOURCE_NAME)(call)}\` of ${words(call)}, by which its users query files with role \`${shown(said('roleArn'))(call)}\``,
  remove: command('opensearch delete-data-source', {
    'domain-name': DOMAIN_REF.name,
    name: SOURCE_NAME,
    region: REGION,
  }),
}
const DIRECT = plain({
  kind: 'exposure',
  noun: 'direct query source of OpenSearch',
  id: inPlace(said('dataSourceName')),
  name: said('dataSourceName'),
  remove: ['opensearch delete-direct-query-data-source', 'data-source-name'],
})
const APPLICATION = plain({
  kind: 'exposure',
  noun: 'OpenSearch application',
  id: inPlace(said('id')),
  name: said('id'),
  remove: ['opensearch delete-application', 'id'],
})

/** What calls on domains change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateDomain: MADE,
  CreateElasticsearchDomain: MADE,
  UpdateDomainConfig: MODIFIED,
  UpdateElasticsearchDomainConfig: MODIFIED,
  DeleteDomain: DELETED,
  DeleteElasticsearchDomain: DELETED,
  DeleteIndex: opening(
    'destruction',
    part(DOMAIN_SUBJECT, 'deleted index', said('indexName')),
    (call) => `deleted index \`${shown(said('indexName'))(call)}\` of ${words(call)}`,
    () => 'restore the index from a snapshot, by the API of the domain',
  ),
  CreateOutboundConnection: CONNECTED,
  AcceptInboundConnection: CONNECTED,
  DeleteOutboundConnection: PARTED,
  DeleteInboundConnection: PARTED,
  RejectInboundConnection: PARTED,
  CreateOutboundCrossClusterSearchConnection: CONNECTED,
  AcceptInboundCrossClusterSearchConnection: CONNECTED,
  DeleteOutboundCrossClusterSearchConnection: PARTED,
  DeleteInboundCrossClusterSearchConnection: PARTED,
  RejectInboundCrossClusterSearchConnection: PARTED,
  ...pair(ENDPOINT, 'CreateVpcEndpoint', 'DeleteVpcEndpoint'),
  AuthorizeVpcEndpointAccess: opening(
    'exposure',
    ENDPOINTS,
    (call) => `let \`${shown(WHO)(call)}\` make endpoints by which ${words(call)} is reached`,
    command('opensearch revoke-vpc-endpoint-access', { 'domain-name': DOMAIN_REF.name, account: WHO, region: REGION }),
  ),
  RevokeVpcEndpointAccess: closing('exposure', ENDPOINTS, (call) => `shut out endpoints of ${words(call)}`),
  ...pair(SOURCE, 'AddDataSource', 'DeleteDataSource'),
  ...pair(DIRECT, 'AddDirectQueryDataSource', 'DeleteDirectQueryDataSource'),
  ...pair(APPLICATION, 'CreateApplication', 'DeleteApplication'),
}
