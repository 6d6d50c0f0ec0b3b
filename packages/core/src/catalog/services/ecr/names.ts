import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { resourceArns } from '../../../domain/named-in-call.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>

/** The account whose registry a call is on: stated where it is not the caller's own. */
export function registryOf(call: CallEvent): string {
  const stated = pickText(call.request, 'registryId') ?? pickText(call.response, 'registryId')
  return stated !== null && /^\d{12}$/.test(stated) ? stated : call.account
}

/** The repository that an ARN or a name stands for. */
export function repositoryOf(value: string, call: CallEvent): Name | null {
  const arn = parseArn(value)
  if (arn !== null) {
    if (arn.service !== 'ecr' || !arn.resource.startsWith('repository/')) return null
    return {
      id: value,
      account: arn.account || null,
      region: arn.region || null,
      name: arn.resource.slice('repository/'.length),
    }
  }
  if (!/^[a-z0-9][a-z0-9._/-]{1,255}$/.test(value)) return null
  const [region, account] = [call.region, registryOf(call)]
  return { id: `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${value}`, account, region, name: value }
}

/** All repositories of an account in a region, for calls that set something on all of them. */
export function allOf(account: string, { region }: CallEvent): Name | null {
  if (!/^\d{12}$/.test(account)) return null
  const id = `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/*`
  return { id, account, region, name: `all repositories of ${account} in ${region}` }
}

/** The repository of a call: as the record lists its resources, else as the request names it. */
export function repositoriesOf(call: CallEvent): readonly string[] {
  const listed = resourceArns(call).filter((arn) => parseArn(arn)?.resource.startsWith('repository/'))
  if (listed.length > 0) return listed
  const named = pickText(call.request, 'repositoryName') ?? pickText(call.response, 'repository.repositoryArn')
  return named === null ? [] : [named]
}

/** The repository of a call by its id. */
export function repositoryId(call: CallEvent): string | null {
  const [value] = repositoriesOf(call)
  return value === undefined ? null : (repositoryOf(value, call)?.id ?? null)
}

/** The repository of a call by its name. */
export function repositoryName(call: CallEvent): string {
  const [value] = repositoriesOf(call)
  return value === undefined ? 'unknown' : (repositoryOf(value, call)?.name ?? value)
}
