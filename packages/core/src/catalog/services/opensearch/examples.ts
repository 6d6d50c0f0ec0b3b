import type { ServiceExample } from '../../../domain/service-row.ts'

const ES = { eventSource: 'es.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:es:us-east-1:123837392027:domain'
const DOMAIN = `${PLACE}/orders`
const SUBJECT = `OpenSearch domain ${DOMAIN}`
const THEIRS = 'arn:aws:es:us-east-1:999999999999:domain/searching'

function policy(principal: unknown): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'es:*' }],
  })
}

function update(request: object): object {
  return { ...ES, eventName: 'UpdateDomainConfig', requestParameters: { domainName: 'orders', ...request } }
}

function ends(asking: string, asked: string): object {
  const info = (ownerId: string, domainName: string): object => ({
    aWSDomainInformation: { ownerId, domainName, region: 'us-east-1' },
  })
  return { [asking]: info('999999999999', 'searching'), [asked]: info('123837392027', 'orders') }
}

const DOMAINS: readonly ServiceExample[] = [
  {
    name: 'a domain is made that anybody may search',
    record: {
      ...ES,
      eventName: 'CreateDomain',
      requestParameters: { domainName: 'orders', accessPolicies: policy('*') },
      responseElements: { domainStatus: { aRN: DOMAIN, domainName: 'orders', created: true } },
    },
    touches: [
      { store: DOMAIN, effect: 'written' },
      { store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: DOMAIN, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'configuration', subject: SUBJECT, does: 'open' },
      { kind: 'destruction', subject: `deleted ${SUBJECT}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${DOMAIN}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${DOMAIN}`, does: 'open' },
    ],
  },
  {
    name: 'a domain is opened to another account',
    record: update({ accessPolicies: policy({ AWS: ['arn:aws:iam::503161813013:root'] }) }),
    touches: [
      { store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: DOMAIN, effect: 'shared', grantee: 'arn:aws:iam::503161813013:root', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${DOMAIN}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${DOMAIN}`, does: 'open' },
    ],
  },
  {
    name: 'a policy that cannot be read may let anybody in, and ends nothing',
    record: update({ accessPolicies: '{' }),
    touches: [{ store: DOMAIN, effect: 'named', grant: null }],
    changes: [{ kind: 'exposure', subject: `policy ${DOMAIN}`, does: 'open' }],
  },
  {
    name: 'a dry run changes nothing',
    record: update({ accessPolicies: policy('*'), dryRun: true, advancedSecurityOptions: { enabled: false } }),
    touches: [{ store: DOMAIN, effect: 'named', grant: null }],
    changes: [],
  },
  {
    name: 'a domain gets a new master user, and its audit log ends',
    record: update({
      advancedSecurityOptions: {
        internalUserDatabaseEnabled: true,
        masterUserOptions: { masterUserName: 'x', masterUserPassword: '****' },
      },
      logPublishingOptions: { AUDIT_LOGS: { enabled: false }, ES_APPLICATION_LOGS: { enabled: true } },
    }),
    changes: [
      { kind: 'exposure', subject: `${SUBJECT} / users with passwords of its own`, does: 'open' },
      { kind: 'persistence', subject: `${SUBJECT} / master user`, does: 'close' },
      { kind: 'persistence', subject: `${SUBJECT} / master user`, does: 'open' },
      { kind: 'logging', subject: `${SUBJECT} / log AUDIT_LOGS`, does: 'open' },
      { kind: 'logging', subject: `${SUBJECT} / log ES_APPLICATION_LOGS`, does: 'close' },
    ],
  },
  {
    name: 'a domain is deleted by the older API',
    record: { ...ES, eventName: 'DeleteElasticsearchDomain', requestParameters: { domainName: 'orders' } },
    touches: [
      { store: DOMAIN, effect: 'destroyed' },
      { store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${SUBJECT}`, does: 'open' },
      { kind: 'configuration', subject: SUBJECT, does: 'close' },
      { kind: 'exposure', subject: `policy ${DOMAIN}`, does: 'close' },
    ],
  },
  {
    name: 'an index is deleted',
    record: { ...ES, eventName: 'DeleteIndex', requestParameters: { domainName: 'orders', indexName: 'customers' } },
    touches: [{ store: DOMAIN, effect: 'destroyed', object: 'customers' }],
    changes: [{ kind: 'destruction', subject: `${SUBJECT} / deleted index customers`, does: 'open' }],
  },
]

/** Records and what they did to domains: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...DOMAINS,
  {
    name: 'a domain of another account is let in to search',
    record: {
      ...ES,
      eventName: 'AcceptInboundConnection',
      requestParameters: { connectionId: 'c-1' },
      responseElements: { connection: { connectionId: 'c-1', ...ends('localDomainInfo', 'remoteDomainInfo') } },
    },
    touches: [
      { store: DOMAIN, effect: 'shared', grantee: THEIRS, grant: 'open' },
      { store: THEIRS, effect: 'named' },
    ],
    changes: [
      { kind: 'exposure', subject: 'OpenSearch connection c-1', does: 'open' },
      { kind: 'destruction', subject: 'deleted OpenSearch connection c-1', does: 'close' },
    ],
  },
  {
    name: 'it is shut out, by the older API',
    record: {
      ...ES,
      eventName: 'DeleteInboundCrossClusterSearchConnection',
      requestParameters: { crossClusterSearchConnectionId: 'c-1' },
      responseElements: { crossClusterSearchConnection: ends('sourceDomainInfo', 'destinationDomainInfo') },
    },
    touches: [
      { store: DOMAIN, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: THEIRS, effect: 'named' },
    ],
    changes: [
      { kind: 'destruction', subject: 'deleted OpenSearch connection c-1', does: 'open' },
      { kind: 'exposure', subject: 'OpenSearch connection c-1', does: 'close' },
    ],
  },
  {
    name: 'another account may make endpoints to a domain',
    record: {
      ...ES,
      eventName: 'AuthorizeVpcEndpointAccess',
      requestParameters: { domainName: 'orders', account: '503161813013' },
    },
    touches: [{ store: DOMAIN, effect: 'named' }],
    changes: [{ kind: 'exposure', subject: `${SUBJECT} / endpoints of 503161813013`, does: 'open' }],
  },
  {
    name: 'domains are described together',
    record: { ...ES, eventName: 'DescribeDomains', requestParameters: { domainNames: ['orders', 'invoices'] } },
    touches: [
      { store: DOMAIN, effect: 'named' },
      { store: `${PLACE}/invoices`, effect: 'named' },
    ],
  },
]
