import { accountOf } from './arn.ts'
import type { CallEvent } from './call.ts'
import { isObject, type Json, pickText, pickTexts } from './json.ts'

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
  const { resources } = call
  if (inArn !== null || !Array.isArray(resources)) return inArn
  const listed: readonly Json[] = resources
  const entry = listed.find((one) => pickText(one, 'ARN') === arn || pickText(one, 'arn') === arn)
  return accountOf(pickText(entry, 'accountId') ?? '')
}

function collect(value: Json | undefined, wanted: string, found: Json[]): void {
  if (Array.isArray(value)) {
    for (const member of value) collect(member, wanted, found)
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const member = value[name]
      if (member === undefined) continue
      if (name.length === wanted.length && name.toLowerCase() === wanted) found.push(member)
      collect(member, wanted, found)
    }
  }
}

/**
 * Every value under a key, at any depth and in any spelling of its case, in the order of the record. For requests whose body
 * is recorded as it was sent, so that one API names a field in several ways.
 */
export function valuesUnder(value: Json | undefined, key: string): readonly Json[] {
  const found: Json[] = []
  collect(value, key.toLowerCase(), found)
  return found
}

/** Every non-empty text under a key, at any depth and in any spelling of its case. */
export function textsUnder(value: Json | undefined, key: string): readonly string[] {
  return valuesUnder(value, key)
    .flatMap((found): readonly Json[] => (Array.isArray(found) ? found : [found]))
    .filter((found): found is string => typeof found === 'string' && found !== '')
}
