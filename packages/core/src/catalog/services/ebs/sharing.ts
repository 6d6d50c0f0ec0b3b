import type { CallEvent } from '../../../domain/call.ts'
import { isObject, type Json } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { Grant } from '../../../domain/service-row.ts'
import { textsNamed } from './names.ts'

/** The key of everything that a permission of a snapshot or an image grants. */
export const PERMISSION = 'permission'

const USERS = ['userId', 'userIds']
const GROUPS = ['group', 'groups', 'userGroup', 'userGroups', 'groupName', 'groupNames']
const ORGANISATIONS = ['organizationArn', 'organizationArns', 'organizationalUnitArn', 'organizationalUnitArns']

function under(value: Json, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => textsNamed(value, key))
}

/** Accounts and organisations by their ids; the group of all is everyone. The account itself needs no permission. */
function granteesIn(values: readonly Json[], call: CallEvent): readonly string[] {
  const found = values.flatMap((value) => [
    ...under(value, USERS).filter((user) => user !== call.account),
    ...under(value, GROUPS).flatMap((group) => (group === 'all' ? ['*'] : [])),
    ...under(value, ORGANISATIONS),
  ])
  return [...new Set(found)]
}

/** The other way to write a permission: one word for what is to be done, and flat lists of whom. */
function flat(call: CallEvent, operation: 'add' | 'remove'): readonly Json[] {
  return textsNamed(call.request, 'operationType').includes(operation) ? [call.request] : []
}

/** Whom a call lets use a snapshot or an image. */
export function added(call: CallEvent): readonly string[] {
  return granteesIn([...valuesUnder(call.request, 'add'), ...flat(call, 'add')], call)
}

/** Whom a call no longer lets use a snapshot or an image. */
export function removed(call: CallEvent): readonly string[] {
  return granteesIn([...valuesUnder(call.request, 'remove'), ...flat(call, 'remove')], call)
}

/** Whether a call is, or may be, about a permission, but the record does not hold whom it lets in or out. */
export function isUnreadable(call: CallEvent): boolean {
  const says = (keys: readonly string[]): boolean => keys.some((key) => valuesUnder(call.request, key).length > 0)
  if (says(['add', 'remove', 'operationType'])) return false
  const attributes = textsNamed(call.request, 'attributeType')
  const isPermission = attributes.some((type) => /permission/i.test(type))
  return isPermission || says(['createVolumePermission', 'launchPermission']) || !isObject(call.request)
}

/** What changing a permission grants and ends. */
export function permissionGrants(call: CallEvent): readonly Grant[] {
  return [
    ...added(call).map((grantee): Grant => ({ grantee, grant: 'open', key: PERMISSION })),
    ...removed(call).map((grantee): Grant => ({ grantee, grant: 'close', key: PERMISSION })),
  ]
}
