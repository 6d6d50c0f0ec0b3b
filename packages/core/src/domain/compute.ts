import { formatArn, parseArn, partitionOf } from './arn.ts'
import type { Place } from './principal-arn.ts'

/** The ARN of a host by its id: a server (`i-`) or one that Systems Manager manages from elsewhere (`mi-`); null for any other text. */
export function hostArn(id: string, { region, account }: Place): string | null {
  const partition = partitionOf(region)
  if (/^i-[0-9a-f]{6,17}$/i.test(id)) return `arn:${partition}:ec2:${region}:${account}:instance/${id}`
  return /^mi-[0-9a-f]{6,17}$/i.test(id) ? `arn:${partition}:ssm:${region}:${account}:managed-instance/${id}` : null
}

/**
 * The ARN of a function, without version or alias, from any way to name one: name, `name:alias`, `account:function:name` or ARN
 * (Lambda API reference, FunctionName). Null when the text is none of them.
 */
export function functionArn(text: string, place: Place): string | null {
  const arn = parseArn(text)
  const parts = (arn?.resource ?? text).split(':')
  const at = parts.indexOf('function')
  const name = parts[at + 1] ?? ''
  if (!/^[\w-]{1,140}$/.test(name)) return null
  if (arn !== null) return arn.service === 'lambda' ? formatArn({ ...arn, resource: `function:${name}` }) : null
  const account = at === 1 ? (parts[0] ?? place.account) : place.account
  return `arn:${partitionOf(place.region)}:lambda:${place.region}:${account}:function:${name}`
}

/**
 * The ARN of a container task by its id or by either form of its ARN, in the form without a cluster: a session of a task is
 * named by the task's id alone, and both must meet under one name. Null when the text names no task.
 */
export function taskArn(text: string, place: Place): string | null {
  const arn = parseArn(text)
  const id = text.slice(text.lastIndexOf('/') + 1)
  if (!/^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(id)) return null
  if (arn !== null) return formatArn({ ...arn, resource: `task/${id}` })
  return `arn:${partitionOf(place.region)}:ecs:${place.region}:${place.account}:task/${id}`
}
