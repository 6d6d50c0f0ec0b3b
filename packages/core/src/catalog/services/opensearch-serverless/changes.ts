import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  type Lasting,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall, granteeWords } from '../../../domain/change-spec.ts'
import { isObject } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { storeRef } from '../../../domain/store-forms.ts'
import { collectionOf, collectionsOf, policyName, principalsOf, rulesIn } from './names.ts'

const REF = storeRef(collectionsOf, collectionOf)
const COLLECTION: Lasting = {
  kind: 'configuration',
  subject: about('OpenSearch collection', REF.id),
  words: (call) => `OpenSearch collection \`${said('name')(call) ?? shown(REF.name)(call)}\``,
  remove: command('opensearchserverless delete-collection', { id: REF.name, region: REGION }),
  remake: () => 'make it again and fill it from its source; nothing brings back the deleted collection',
}

const POLICY: FromCall = about('OpenSearch policy', orUnnamed(policyName))
const named: Words = (call) => `policy \`${shown(said('name'))(call)}\` of collections`

function remove(verb: string): Words {
  return command(`opensearchserverless ${verb}`, { type: said('type'), name: said('name'), region: REGION })
}

/** Any principal that a data access policy names may read: such a policy grants without any other. */
const letIn: Words = (call) => {
  if (rulesIn(call) === null) return `set ${named(call)}; the record does not show whom it lets in`
  return `set ${named(call)}, which lets in ${granteeWords(principalsOf(call)) || 'nobody'}`
}

const ACCESS: readonly ChangeSpec[] = [
  // INVARIANT: what cannot be read is not known to have replaced anything.
  { ...closing('exposure', POLICY, letIn), when: (call) => rulesIn(call) !== null },
  opening('exposure', POLICY, letIn, remove('delete-access-policy')),
]

function isPublic(call: CallEvent): boolean {
  return valuesUnder([...(rulesIn(call) ?? [])], 'AllowFromPublic').includes(true)
}

/** A network policy may open collections to the internet; what cannot be read may as well. */
const NETWORK: readonly ChangeSpec[] = [
  { ...closing('exposure', POLICY, (call) => `replaced ${named(call)}`), when: (call) => rulesIn(call) !== null },
  {
    ...opening(
      'exposure',
      POLICY,
      (call) =>
        isPublic(call)
          ? `opened collections to the internet by ${named(call)}`
          : `set ${named(call)}; the record does not show what it opens`,
      remove('delete-security-policy'),
    ),
    when: (call) => isPublic(call) || rulesIn(call) === null,
  },
  {
    ...opening(
      'configuration',
      POLICY,
      (call) => `set ${named(call)}, of their network or their encryption`,
      remove('delete-security-policy'),
    ),
    when: (call) => !isPublic(call) && rulesIn(call) !== null,
  },
]

const SIGN_IN = plain({
  kind: 'persistence',
  noun: 'sign-in service of collections',
  id: (call) => {
    const [detail] = valuesUnder(call.response, 'securityConfigDetail')
    return isObject(detail) && typeof detail['id'] === 'string' ? detail['id'] : said('id')(call)
  },
  remove: ['opensearchserverless delete-security-config', 'id'],
})

const ENDPOINT = plain({
  kind: 'exposure',
  noun: 'endpoint of collections',
  id: said('id'),
  name: said('name', 'id'),
  remove: ['opensearchserverless delete-vpc-endpoint', 'id'],
})

const LIFECYCLE = opening(
  'destruction',
  POLICY,
  (call) => `set ${named(call)}, after which old content is deleted`,
  remove('delete-lifecycle-policy'),
)

const gone = (call: CallEvent): string => `deleted ${named(call)}`

/** What calls on collections and their policies change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...pair(COLLECTION, 'CreateCollection', 'DeleteCollection'),
  CreateAccessPolicy: ACCESS,
  UpdateAccessPolicy: ACCESS,
  DeleteAccessPolicy: closing('exposure', about('OpenSearch policy', policyName), gone),
  CreateSecurityPolicy: NETWORK,
  UpdateSecurityPolicy: NETWORK,
  DeleteSecurityPolicy: closing('exposure', about('OpenSearch policy', policyName), gone),
  CreateLifecyclePolicy: LIFECYCLE,
  UpdateLifecyclePolicy: LIFECYCLE,
  DeleteLifecyclePolicy: closing('destruction', about('OpenSearch policy', policyName), gone),
  ...pair(SIGN_IN, 'CreateSecurityConfig', 'DeleteSecurityConfig'),
  UpdateSecurityConfig: replacing(
    'persistence',
    part(SIGN_IN.subject, 'content'),
    (call) => `changed ${SIGN_IN.words(call)}`,
    SIGN_IN.remove,
  ),
  ...pair(ENDPOINT, 'CreateVpcEndpoint', 'DeleteVpcEndpoint'),
  DeleteIndex: opening(
    'destruction',
    part(about('OpenSearch collection', orUnnamed(REF.id)), 'deleted index', said('indexName')),
    (call) => `deleted index \`${shown(said('indexName'))(call)}\` of ${COLLECTION.words(call)}`,
    () => 'fill the index again from its source; nothing brings it back',
  ),
}
