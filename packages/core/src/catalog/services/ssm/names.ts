import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pick, pickText } from '../../../domain/json.ts'
import { resourceArns } from '../../../domain/named-in-call.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>

const PREFIX = 'parameter/'

/** Reading a parameter below this path reads a secret of Secrets Manager (Systems Manager user guide). */
const SECRET_PATH = '/aws/reference/secretsmanager/'

/** Parameters that AWS itself publishes for everybody; they are nobody's data. */
function isPublic(path: string): boolean {
  return path.startsWith('/aws/service/')
}

/** The path of a parameter as people write it: with a leading slash only where it has levels. */
function pathOf(resource: string): string {
  const path = resource.slice(PREFIX.length)
  return path.includes('/') ? `/${path}` : path
}

/** A name without the version or label that may follow it; a parameter's own name holds no colon. */
function plain(name: string): string {
  return name.split(':')[0] ?? name
}

/** The parameter that a name or an ARN stands for; null for secrets behind a parameter and for what AWS publishes. */
export function parameterOf(value: string, call: CallEvent): Name | null {
  const arn = parseArn(value)
  if (arn !== null) {
    if (arn.service !== 'ssm' || !arn.resource.startsWith(PREFIX) || arn.account === '') return null
    const resource = plain(arn.resource)
    const name = pathOf(resource)
    if (isPublic(name) || name.startsWith(SECRET_PATH)) return null
    return { id: formatArn({ ...arn, resource }), account: arn.account, region: arn.region || null, name }
  }
  const name = plain(value)
  if (!/^[\w./-]{1,2048}$/.test(name) || isPublic(name) || name.startsWith(SECRET_PATH)) return null
  const { account, region } = call
  const id = `arn:${partitionOf(region)}:ssm:${region}:${account}:${PREFIX}${name.replace(/^\//, '')}`
  return { id, account, region, name }
}

/** The parameters below a path in one account and region. */
export function belowPath(value: string, { account, region }: CallEvent): Name | null {
  if (isPublic(`${value}/`)) return null
  const path = value.replace(/^\/|\/$/g, '')
  const id = `arn:${partitionOf(region)}:ssm:${region}:${account}:${PREFIX}${path === '' ? '*' : `${path}/*`}`
  return { id, account, region, name: `parameters below ${value}` }
}

function requested(call: CallEvent): readonly string[] {
  const [name, names] = [pickText(call.request, 'name'), pick(call.request, 'names')]
  if (name !== null) return [name]
  return Array.isArray(names) ? names.filter((one): one is string => typeof one === 'string') : []
}

/** The parameters of a call that concerns parameters: as the record lists its resources, else as the request names them. */
export function parametersOf(call: CallEvent): readonly string[] {
  const listed = resourceArns(call).filter((arn) => parseArn(arn)?.resource.startsWith(PREFIX))
  return listed.length > 0 ? listed : requested(call)
}

/** The secrets that a call reads by way of parameters, by name. */
export function secretsBehind(call: CallEvent): readonly string[] {
  return requested(call)
    .filter((name) => name.startsWith(SECRET_PATH))
    .map((name) => plain(name.slice(SECRET_PATH.length)))
}

/** A parameter that another call names; `name` alone would not do, because documents and windows have names, too. */
export function mentionedParameters(call: CallEvent): readonly string[] {
  const listed = resourceArns(call).filter((arn) => parseArn(arn)?.resource.startsWith(PREFIX))
  if (listed.length > 0) return listed
  const id = pickText(call.request, 'resourceId')
  return id !== null && pickText(call.request, 'resourceType') === 'Parameter' ? [id] : []
}

/** The parameters of a call by their ids. */
export function parameterIds(call: CallEvent): readonly string[] {
  return parametersOf(call).flatMap((value) => parameterOf(value, call)?.id ?? [])
}

/** The parameters of a call by the names people know. */
export function parameterNames(call: CallEvent): readonly string[] {
  return parametersOf(call).map((value) => parameterOf(value, call)?.name ?? value)
}
