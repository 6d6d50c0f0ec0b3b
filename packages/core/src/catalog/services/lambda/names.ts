import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { functionArn } from '../../../domain/compute.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>

/** The function that a name, a partial or a full ARN stands for, without its version or alias. */
export function functionOf(value: string, call: CallEvent): Name | null {
  const id = functionArn(value, call)
  const arn = id === null ? null : parseArn(id)
  if (id === null || arn === null) return null
  return { id, account: arn.account || null, region: arn.region || null, name: arn.resource.slice('function:'.length) }
}

/** All functions of an account in a region: a list of functions shows the environment of each. */
export function allOf(account: string, { region }: CallEvent): Name | null {
  if (!/^\d{12}$/.test(account)) return null
  const id = `arn:${partitionOf(region)}:lambda:${region}:${account}:function:*`
  return { id, account, region, name: `all functions of ${account} in ${region}` }
}

/** The layer that a name or an ARN stands for; its versions are objects in it. */
export function layerOf(value: string, { account, region }: CallEvent): Name | null {
  const arn = parseArn(value)
  if (arn !== null) {
    const [head, name = ''] = arn.resource.split(':')
    if (arn.service !== 'lambda' || head !== 'layer' || name === '') return null
    return {
      id: formatArn({ ...arn, resource: `layer:${name}` }),
      account: arn.account || null,
      region: arn.region || null,
      name,
    }
  }
  if (!/^[\w-]{1,140}$/.test(value)) return null
  return { id: `arn:${partitionOf(region)}:lambda:${region}:${account}:layer:${value}`, account, region, name: value }
}

/** The function of a call; the answer has the full ARN, which tells whose function a bare name meant. */
export function functionsOf(call: CallEvent): readonly string[] {
  const named = pickText(call.response, 'functionArn') ?? pickText(call.request, 'functionName')
  return named === null ? [] : [named]
}

/** The layer of a call. A layer is fetched by its name and version, or by the ARN of the version. */
export function layersOf(call: CallEvent): readonly string[] {
  const named = pickText(call.request, 'layerName') ?? pickText(call.request, 'arn') ?? pickText(call.request, 'find')
  return named === null ? [] : [named]
}

/** The version of the layer of a call, as text. */
export function layerVersion(call: CallEvent): string | null {
  const stated = pick(call.request, 'versionNumber') ?? pick(call.response, 'version')
  if (typeof stated === 'number' || (typeof stated === 'string' && stated !== '')) return String(stated)
  const arn = parseArn(layersOf(call)[0] ?? '')
  return arn?.resource.split(':')[2] ?? null
}

/** The function of a call by its id. */
export function functionId(call: CallEvent): string | null {
  const [value] = functionsOf(call)
  return value === undefined ? null : (functionOf(value, call)?.id ?? null)
}

/** The function of a call by its name. */
export function functionName(call: CallEvent): string {
  const [value] = functionsOf(call)
  return value === undefined ? 'unknown' : (functionOf(value, call)?.name ?? value)
}

/** The layer of a call by its id. */
export function layerId(call: CallEvent): string | null {
  const [value] = layersOf(call)
  return value === undefined ? null : (layerOf(value, call)?.id ?? null)
}
