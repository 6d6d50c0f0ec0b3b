import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { asks, mentions, type Test } from '../../../domain/change-toggles.ts'
import type { Json } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, StoreAt } from '../../../domain/service-row.ts'
import { act, storeRef } from '../../../domain/store-forms.ts'
import { askedDomains, askingDomains, connectionId, domainOf, domainsOf } from './names.ts'

const DOMAIN: StoreAt = { kind: 'opensearch-domain', at: domainsOf }
const ASKED: StoreAt = { kind: 'opensearch-domain', at: askedDomains }

/** The access policy of a call. */
export function policyIn(call: CallEvent): Json | undefined {
  return valuesUnder(call.request, 'accessPolicies')[0]
}

/** Whether a call sets the access policy; a dry run sets nothing. */
export const setsPolicy: Test = (call) => mentions('accessPolicies')(call) && !asks('dryRun', true)(call)

const POLICED: Action = act('shared', DOMAIN, {
  when: setsPolicy,
  grants: (call) => policyGrants(policyIn(call), call, 'policy'),
})
const MADE: readonly Action[] = [act('written', DOMAIN), POLICED]
const DELETED: readonly Action[] = [
  act('destroyed', DOMAIN),
  act('shared', DOMAIN, { grants: () => closeAll('policy') }),
]

const asking = storeRef(askingDomains, domainOf).id

/** A connection that its record does not number is one of its own, that nothing ends. */
function key(call: CallEvent): string {
  return `connection ${connectionId(call) ?? `unnamed ${call.eventId}`}`
}

/** Users of one domain search in another one over a connection. */
const CONNECTED: Action = act('shared', ASKED, { grants: (call) => openTo([asking(call) ?? 'unknown'], key(call)) })
const PARTED: Action = act('shared', ASKED, { grants: (call) => closeAll(key(call)) })

const INDEX: Partial<Action> = { object: (call) => said('indexName')(call) }

/** What calls on domains do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  CreateDomain: MADE,
  CreateElasticsearchDomain: MADE,
  UpdateDomainConfig: POLICED,
  UpdateElasticsearchDomainConfig: POLICED,
  DeleteDomain: DELETED,
  DeleteElasticsearchDomain: DELETED,
  CreateIndex: act('written', DOMAIN, INDEX),
  UpdateIndex: act('written', DOMAIN, INDEX),
  DeleteIndex: act('destroyed', DOMAIN, INDEX),
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
}
