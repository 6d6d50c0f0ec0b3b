import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { isObject, pickAll, pickText, pickTexts } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>

const NAME = /^[\w/+=.@!-]{1,512}$/
const SUFFIX = /-[A-Za-z0-9]{6}$/

/** What stands for the six random characters at the end of a secret's ARN while they are not known (IAM's wildcard for them). */
const UNKNOWN_SUFFIX = '-??????'

/**
 * The secret that a name or an ARN stands for. Services and people name a secret with or without the random end of its ARN; where
 * it is missing, the id says so, because a name may itself end in a hyphen and six characters.
 */
export function secretOf(value: string, call: CallEvent): Name | null {
  const arn = parseArn(value)
  if (arn !== null) {
    if (arn.service !== 'secretsmanager' || !arn.resource.startsWith('secret:')) return null
    const name = arn.resource.slice('secret:'.length)
    if (!NAME.test(name)) return null
    const isFull = SUFFIX.test(name)
    const id = isFull ? value : `${value}${UNKNOWN_SUFFIX}`
    return {
      id,
      account: arn.account || null,
      region: arn.region || null,
      name: isFull ? name.replace(SUFFIX, '') : name,
    }
  }
  if (!NAME.test(value)) return null
  const { account, region } = call
  const id = `arn:${partitionOf(region)}:secretsmanager:${region}:${account}:secret:${value}${UNKNOWN_SUFFIX}`
  return { id, account, region, name: value }
}

/** The spelling of a secret's id that leaves its random end open. */
export function shortSecretId(id: string): string | null {
  return SUFFIX.test(id) ? id.replace(SUFFIX, UNKNOWN_SUFFIX) : null
}

/** The filters of a call as text: `tag-key=StratusRedTeam`. */
export function filtersOf(call: CallEvent): readonly string[] {
  const filters = pickAll({ request: call.request }, 'request.filters[]').filter(isObject)
  const text = filters
    .map(
      (one) =>
        `${pickText(one, 'key') ?? 'any'}=${pickAll(one, 'values[]')
          .filter((value) => typeof value === 'string')
          .join(',')}`,
    )
    .join('&')
  return text === '' ? [] : [text]
}

/** The secrets that a filter chooses in one account and region. */
export function setOf(value: string, { account, region }: CallEvent): Name {
  const id = `arn:${partitionOf(region)}:secretsmanager:${region}:${account}:secret:*?${value}`
  return { id, account, region, name: `secrets with ${value}` }
}

/** Where a call names its secret; the answer has the full ARN, the request may have the name alone. */
export function secretsOf(call: CallEvent): readonly string[] {
  const root = { request: call.request, response: call.response, extra: call.extra }
  const paths = ['response.arn', 'response.aRN', 'request.secretId', 'extra.ARN', 'request.name']
  const [first] = paths.map((path) => pickTexts(root, path)).filter((found) => found.length > 0)
  return first ?? []
}

/** The secret of a call by its id. */
export function secretId(call: CallEvent): string | null {
  const [value] = secretsOf(call)
  return value === undefined ? null : (secretOf(value, call)?.id ?? null)
}

/** The secret of a call by its name. */
export function secretName(call: CallEvent): string {
  const [value] = secretsOf(call)
  return value === undefined ? 'unknown' : (secretOf(value, call)?.name ?? value)
}
