import { partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { isObject, type Json, parseJson, pickAll } from '../../../domain/json.ts'
import { resourceArns, valuesUnder } from '../../../domain/named-in-call.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { firstOf } from '../../../domain/store-forms.ts'

/** The collection that an id or an ARN stands for. Its name is no part of either. */
export const collectionOf: StoreKind['name'] = namedAs({
  service: 'aoss',
  head: 'collection/',
  name: /^[a-z0-9]{3,40}$/,
})

/** The collections of one account and region, where a policy is about some by their names; records of content tell ids alone. */
export const anyCollection: StoreKind['name'] = (_value, { account, region }) => ({
  id: `arn:${partitionOf(region)}:aoss:${region}:${account}:collection/*`,
  account,
  region,
  name: 'collections that a record does not name by their ids',
})

const listed: TextsOf = (call) => resourceArns(call).filter((arn) => arn.includes(':collection/'))
const OWN_ID = /^(?:Delete|Update)Collection$|Index$/

/** The collections of a call: as the record lists them, as the answer describes them, or by their ids. */
export const collectionsOf: TextsOf = firstOf(
  listed,
  (call) =>
    valuesUnder(call.response, 'createCollectionDetail').flatMap((one) => (isObject(one) ? texts(one['arn']) : [])),
  (call) => (OWN_ID.test(call.name) ? everySaid('id')({ ...call, response: null }) : []),
  (call) => (call.name === 'BatchGetCollection' ? everySaid('ids')(call) : []),
  everySaid('resourceArn'),
)

function texts(value: Json | undefined): readonly string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [value ?? null]
  return list.filter((one): one is string => typeof one === 'string' && one !== '')
}

/** The rules of a policy: recorded as JSON or as the text of it; null when it cannot be read. */
export function rulesIn(call: CallEvent): readonly Json[] | null {
  const [policy] = valuesUnder(call.request, 'policy')
  const read = typeof policy === 'string' ? parseJson(policy) : policy
  if (isObject(read)) return [read]
  return Array.isArray(read) ? pickAll({ read }, 'read[]') : null
}

function values(call: CallEvent, key: string): readonly string[] {
  return (rulesIn(call) ?? []).flatMap((rule) => (isObject(rule) ? texts(rule[key]) : []))
}

/** Whom a data access policy lets in. */
export const principalsOf = (call: CallEvent): readonly string[] => [...new Set(values(call, 'Principal'))].sort()

/** The names, or patterns of names, of the collections that a policy is about. */
export const patternsOf: TextsOf = (call) => {
  const resources = valuesUnder([...(rulesIn(call) ?? [])], 'Resource').flatMap(texts)
  const names = resources.flatMap((one) => /^(?:collection|index)\/([^/]{1,64})/.exec(one)?.[1] ?? [])
  return [...new Set(names)].sort()
}

/** A policy by its type and name, which together are its own in an account and region. */
export const policyName: FromCall = (call) => {
  const [type, name] = [said('type')(call), said('name')(call)]
  return name === null ? null : `${call.account}:${call.region}:${type ?? 'unknown'}:${name}`
}
