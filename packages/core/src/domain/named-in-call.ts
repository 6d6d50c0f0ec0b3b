import { accountOf } from './arn.ts'
import type { CallEvent } from './call.ts'
import { isObject, type Json, pickAll, pickText, pickTexts } from './json.ts'

/** The ARNs of the resources that a record lists, in its order; log shippers write the key in small letters. */
export function resourceArns(call: CallEvent): readonly string[] {
  if (call.resources === null) return []
  const root = { resources: call.resources }
  const arns = pickTexts(root, 'resources[].ARN')
  return arns.length > 0 ? arns : pickTexts(root, 'resources[].arn')
}

/** The account that holds a resource: as the ARN says, else as the record's list of resources says, else null. */
export function holderOf(arn: string, call: CallEvent): string | null {
  const inArn = accountOf(arn)
  if (inArn !== null || call.resources === null) return inArn
  const entry = pickAll({ resources: call.resources }, 'resources[]').find(
    (one) => pickText(one, 'ARN') === arn || pickText(one, 'arn') === arn,
  )
  return accountOf(pickText(entry, 'accountId') ?? '')
}

/**
 * Every value under a key, at any depth and in any spelling of its case, in the order of the record. For requests whose body
 * is recorded as it was sent, so that one API names a field in several ways.
 */
export function valuesUnder(value: Json | undefined, key: string): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap((member: Json) => valuesUnder(member, key))
  if (!isObject(value)) return []
  const wanted = key.toLowerCase()
  return Object.entries(value).flatMap(([name, member]) => [
    ...(name.toLowerCase() === wanted ? [member] : []),
    ...valuesUnder(member, key),
  ])
}

/** Every non-empty text under a key, at any depth and in any spelling of its case. */
export function textsUnder(value: Json | undefined, key: string): readonly string[] {
  return valuesUnder(value, key)
    .flatMap((found): readonly Json[] => (Array.isArray(found) ? found : [found]))
    .filter((found): found is string => typeof found === 'string' && found !== '')
}
