import type { ServiceExample } from '../../../domain/service-row.ts'

const AOSS = { eventSource: 'aoss.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:aoss:us-east-1:123837392027:collection'
const COLLECTION = `${PLACE}/aab9texampletu45xh77`
const SET = `${PLACE}/*`
const POLICY = 'OpenSearch policy 123837392027:us-east-1:data:readers'
const NETWORK = 'OpenSearch policy 123837392027:us-east-1:network:open'

function access(eventName: string, principals: readonly string[] | null): object {
  const rules = [{ ResourceType: 'index', Resource: ['index/orders/*'], Permission: ['aoss:*'] }]
  const policy = principals === null ? {} : { policy: [{ Rules: rules, Principal: principals }] }
  return { ...AOSS, eventName, requestParameters: { type: 'data', name: 'readers', ...policy } }
}

function network(policy: unknown): object {
  return { ...AOSS, eventName: 'CreateSecurityPolicy', requestParameters: { type: 'network', name: 'open', policy } }
}

const POLICIES: readonly ServiceExample[] = [
  {
    name: 'a principal of another account may read collections by their name',
    record: access('CreateAccessPolicy', ['arn:aws:iam::503161813013:role/x', 'arn:aws:iam::123837392027:role/own']),
    touches: [
      { store: SET, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: SET, effect: 'shared', grantee: 'arn:aws:iam::503161813013:role/x', grant: 'open', object: 'orders' },
    ],
    changes: [
      { kind: 'exposure', subject: POLICY, does: 'close' },
      { kind: 'exposure', subject: POLICY, does: 'open' },
    ],
  },
  {
    name: 'users of a sign-in service may read, as the text of a policy says',
    record: {
      ...AOSS,
      eventName: 'UpdateAccessPolicy',
      requestParameters: {
        type: 'data',
        name: 'readers',
        policy: JSON.stringify([
          { Rules: [{ Resource: ['collection/orders'] }], Principal: ['saml/123/idp/group/all'] },
        ]),
      },
    },
    touches: [
      { store: SET, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: SET, effect: 'shared', grantee: 'saml/123/idp/group/all', grant: 'open' },
    ],
  },
  {
    name: 'a policy that the record leaves out may let anybody in',
    record: access('CreateAccessPolicy', null),
    touches: [],
    changes: [{ kind: 'exposure', subject: POLICY, does: 'open' }],
  },
  {
    name: 'a policy is deleted, whatever it was about',
    record: access('DeleteAccessPolicy', null),
    touches: [{ store: SET, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: POLICY, does: 'close' }],
  },
  {
    name: 'collections are opened to the internet',
    record: network(JSON.stringify([{ Rules: [{ Resource: ['collection/orders'] }], AllowFromPublic: true }])),
    touches: [],
    changes: [
      { kind: 'exposure', subject: NETWORK, does: 'close' },
      { kind: 'exposure', subject: NETWORK, does: 'open' },
    ],
  },
  {
    name: 'a network policy keeps them inside',
    record: network([{ Rules: [{ Resource: ['collection/orders'] }], AllowFromPublic: false }]),
    changes: [
      { kind: 'exposure', subject: NETWORK, does: 'close' },
      { kind: 'configuration', subject: NETWORK, does: 'open' },
    ],
  },
]

/** Records and what they did to collections: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...POLICIES,
  {
    name: 'a collection is searched in',
    record: {
      eventSource: 'aoss.amazonaws.com',
      eventVersion: '1.11',
      eventName: 'Search',
      requestParameters: { pathPrefix: '/_search' },
      readOnly: true,
      resources: [{ type: 'AWS::AOSS::Collection', ARN: COLLECTION }],
      managementEvent: false,
      eventCategory: 'Data',
    },
    touches: [{ store: COLLECTION, effect: 'read', bytes: null }],
    changes: [],
  },
  {
    name: 'a search whose collection the record leaves out may be in any',
    record: { eventSource: 'aoss.amazonaws.com', eventName: 'Search', managementEvent: false, eventCategory: 'Data' },
    touches: [{ store: SET, effect: 'read' }],
  },
  {
    name: 'a collection is made, and has an id in the answer alone',
    record: {
      ...AOSS,
      eventName: 'CreateCollection',
      requestParameters: { name: 'orders', type: 'SEARCH' },
      responseElements: { createCollectionDetail: { id: 'aab9texampletu45xh77', name: 'orders', arn: COLLECTION } },
    },
    touches: [{ store: COLLECTION, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `OpenSearch collection ${COLLECTION}`, does: 'open' },
      { kind: 'destruction', subject: `deleted OpenSearch collection ${COLLECTION}`, does: 'close' },
    ],
  },
  {
    name: 'a collection is deleted',
    record: { ...AOSS, eventName: 'DeleteCollection', requestParameters: { id: 'aab9texampletu45xh77' } },
    touches: [{ store: COLLECTION, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted OpenSearch collection ${COLLECTION}`, does: 'open' },
      { kind: 'configuration', subject: `OpenSearch collection ${COLLECTION}`, does: 'close' },
    ],
  },
  {
    name: 'users of another sign-in service are let in to dashboards',
    record: {
      ...AOSS,
      eventName: 'CreateSecurityConfig',
      requestParameters: { type: 'saml', name: 'idp', samlOptions: { metadata: '...' } },
      responseElements: { securityConfigDetail: { id: 'saml/123837392027/idp', type: 'saml' } },
    },
    touches: [],
    changes: [
      { kind: 'persistence', subject: 'sign-in service of collections saml/123837392027/idp', does: 'open' },
      { kind: 'destruction', subject: 'deleted sign-in service of collections saml/123837392027/idp', does: 'close' },
    ],
  },
]
