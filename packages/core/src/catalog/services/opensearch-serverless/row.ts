import { accountOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import {
  type Action,
  type Channel,
  defineService,
  type Grant,
  type ServiceRow,
  type StoreAt,
} from '../../../domain/service-row.ts'
import { act } from '../../../domain/store-forms.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { anyCollection, collectionOf, collectionsOf, patternsOf, policyName, principalsOf, rulesIn } from './names.ts'

const GRANTED: Channel = {
  kind: 'continuing-grant',
  way: 'a data access policy that lets others search, together with a network policy that lets them reach it',
  recordedBy: 'data-events',
  settledBy:
    '`aws opensearchserverless list-access-policies --type data --region {region}` and `aws opensearchserverless list-security-policies --type network --region {region}`, each with its content',
}

const COLLECTION: readonly Channel[] = [
  {
    kind: 'data-call',
    way: 'searching in it by its own API',
    recordedBy: 'data-events',
    settledBy:
      'the data events of the collection (AWS::AOSS::Collection), and `aws cloudtrail get-event-selectors --trail-name {trail} --region {region}` to show that they were recorded',
  },
  {
    kind: 'log-in',
    way: 'dashboards, with SAML or Identity Center',
    recordedBy: 'nothing',
    settledBy:
      '`aws opensearchserverless list-security-configs --type saml --region {region}` and the log of that sign-in service',
  },
  GRANTED,
  {
    kind: 'neighbour',
    way: 'the pipeline, stream or bucket that feeds it, which holds its content as well',
    recordedBy: 'nothing',
    settledBy: 'a list of what writes to the collection, as its data access policies name it',
  },
]

const AT: StoreAt = { kind: 'opensearch-collection', at: collectionsOf }
/** A policy is about collections by patterns of their names, and its deletion names the policy alone. */
const ANY: StoreAt = { kind: 'opensearch-collection-set', at: () => ['*'] }

const UNNAMED: StoreAt = {
  kind: 'opensearch-collection-set',
  at: (call) => (collectionsOf(call).length === 0 ? ['*'] : []),
}

const SEARCH: Action = { ...act('read', AT, { payload: 'object' }), logged: 'data' }

const key = (call: CallEvent): string => `policy ${policyName(call) ?? `unnamed ${call.eventId}`}`

/** Principals of other accounts, and those of sign-in services, whose users are nobody that IAM knows. */
function outsiders(call: CallEvent): readonly string[] {
  return principalsOf(call).filter((who) => accountOf(who) !== call.account || !who.startsWith('arn:'))
}

/** A policy replaces the former one of its name, so all that was granted by it ends, and what it lets in opens. */
function granted(call: CallEvent): readonly Grant[] {
  return rulesIn(call) === null ? [] : [...closeAll(key(call)), ...openTo(outsiders(call), key(call))]
}

const POLICY: Action = act('shared', ANY, {
  names: 'set',
  object: (call) => patternsOf(call).join(', ') || null,
  grants: granted,
})
const INDEX: Partial<Action> = { object: (call) => said('indexName')(call) }

const row: ServiceRow = defineService({
  service: 'opensearch-serverless',
  sources: ['aoss.amazonaws.com'],
  stores: {
    'opensearch-collection': { title: 'OpenSearch collection', name: collectionOf, channels: COLLECTION },
    'opensearch-collection-set': {
      title: 'set of OpenSearch collections',
      name: anyCollection,
      channels: [GRANTED],
      // Policies name collections, records of them tell ids: any collection of the place may bear the name.
      holds: (set, member) => member.kind === 'opensearch-collection' && mayBeBeside(set, member),
    },
  },
  mentions: [AT],
  actions: {
    Search: [SEARCH, { ...SEARCH, on: UNNAMED, names: 'set' }],
    CreateCollection: act('written', AT),
    DeleteCollection: act('destroyed', AT),
    CreateIndex: act('written', AT, INDEX),
    UpdateIndex: act('written', AT, INDEX),
    DeleteIndex: act('destroyed', AT, INDEX),
    CreateAccessPolicy: POLICY,
    UpdateAccessPolicy: POLICY,
    DeleteAccessPolicy: act('shared', ANY, {
      names: 'set',
      grants: (call) => (everySaid('name')(call).length === 0 ? [] : closeAll(key(call))),
    }),
  },
  changes: CHANGES,
  cite: 'Amazon OpenSearch Serverless API reference; Amazon OpenSearch Service developer guide: logging OpenSearch Serverless calls with CloudTrail (data events), data access control, network access',
  examples: EXAMPLES,
})

export default row
