import { accountOf, parseArn } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Grant } from '../../../domain/service-row.ts'

/** Who a grant on a key lets use it, if that is a principal of another account; services get grants all the time. */
export function outsideGrantee(call: CallEvent): string | null {
  const grantee = pickText(call.request, 'granteePrincipal')
  if (grantee === null || parseArn(grantee) === null) return null
  return accountOf(grantee) === call.account ? null : grantee
}

/** Each grant has an id of its own, by which it is ended. */
function keyOfGrant(call: CallEvent): string {
  return `grant ${pickText(call.response, 'grantId') ?? pickText(call.request, 'grantId') ?? 'unknown'}`
}

/** The grant that a call makes to somebody outside. */
export function granted(call: CallEvent): readonly Grant[] {
  const outside = outsideGrantee(call)
  return outside === null ? [] : openTo([outside], keyOfGrant(call))
}

/** The grant that a call ends. */
export function ended(call: CallEvent): readonly Grant[] {
  return closeAll(keyOfGrant(call))
}
