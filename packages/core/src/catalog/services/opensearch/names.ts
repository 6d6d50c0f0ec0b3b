import { formatArn, partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { isObject, type Json, pickText } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { firstOf } from '../../../domain/store-forms.ts'

/** The domain that a name or an ARN stands for; parts of it, such as indexes, are not told apart. */
export const domainOf: StoreKind['name'] = namedAs({
  service: 'es',
  head: 'domain/',
  name: /^[a-z][a-z0-9-]{2,27}$/,
})

/** The words that the two generations of the API have for the two ends of a connection: who asks, and who is asked. */
const ASKING = ['localDomainInfo', 'sourceDomainInfo']
const ASKED = ['remoteDomainInfo', 'destinationDomainInfo']

function domainIn(value: Json, { account, region }: CallEvent): readonly string[] {
  const told = valuesUnder([value], 'aWSDomainInformation').find(isObject) ?? (isObject(value) ? value : null)
  const name = told === null ? null : pickText(told, 'domainName')
  if (told === null || name === null) return []
  const [owner, place] = [pickText(told, 'ownerId') ?? account, pickText(told, 'region') ?? region]
  return [
    formatArn({
      partition: partitionOf(place),
      service: 'es',
      region: place,
      account: owner,
      resource: `domain/${name}`,
    }),
  ]
}

function end(keys: readonly string[]): TextsOf {
  return (call) => {
    const values = keys.flatMap((key) => [...valuesUnder(call.request, key), ...valuesUnder(call.response, key)])
    return values.flatMap((value) => domainIn(value, call)).slice(0, 1)
  }
}

/** The domain whose users search in the other one, once that one agrees. */
export const askingDomains: TextsOf = end(ASKING)
/** The domain that is searched in. */
export const askedDomains: TextsOf = end(ASKED)

/** The number of a connection between domains. */
export const connectionId: FromCall = said('connectionId', 'crossClusterSearchConnectionId')

const named = firstOf(everySaid('domainName'), everySaid('domainNames'), everySaid('domainArn', 'aRN'))

/** The domains of a call that is on domains themselves, not on connections of them. */
export const domainsOf: TextsOf = (call) => (/Connection/.test(call.name) ? [] : named(call))
