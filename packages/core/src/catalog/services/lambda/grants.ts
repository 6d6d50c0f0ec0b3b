import { accountOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Grant } from '../../../domain/service-row.ts'
import { layerVersion } from './names.ts'

/** Whether a principal is a service of AWS; what it may do for whom stands in the statement's source. */
function isService(principal: string): boolean {
  return /^[\w.-]+\.(?:amazonaws\.com(?:\.cn)?|aws\.internal)$/.test(principal)
}

/** Whom a statement lets in from outside the account. A service may act for an account that the statement names. */
export function outsider(call: CallEvent): string | null {
  const principal = pickText(call.request, 'principal')
  if (principal === null) return null
  const acting = isService(principal) ? pickText(call.request, 'sourceAccount') : principal
  if (acting === null) return null
  if (acting === '*') return pickText(call.request, 'organizationId') ?? pickText(call.request, 'principalOrgID') ?? '*'
  return accountOf(acting) === call.account ? null : acting
}

/** Each statement of a function's policy has an id of its own, by which it is taken away. */
function statement(call: CallEvent): string {
  return `statement ${pickText(call.request, 'statementId') ?? 'unknown'}`
}

/** A statement of a layer belongs to one version. */
function layerStatement(call: CallEvent): string {
  return `version ${layerVersion(call) ?? 'unknown'} ${statement(call)}`
}

function openedBy(key: (call: CallEvent) => string): (call: CallEvent) => readonly Grant[] {
  return (call) => {
    const who = outsider(call)
    return who === null ? [] : openTo([who], key(call))
  }
}

/** What adding a statement to a function's policy grants. */
export const permitted: (call: CallEvent) => readonly Grant[] = openedBy(statement)
/** What adding a statement to a layer's policy grants. */
export const layerPermitted: (call: CallEvent) => readonly Grant[] = openedBy(layerStatement)

/** The statement that a call takes away from a function. */
export function withdrawn(call: CallEvent): readonly Grant[] {
  return closeAll(statement(call))
}

/** The statement that a call takes away from a layer. */
export function layerWithdrawn(call: CallEvent): readonly Grant[] {
  return closeAll(layerStatement(call))
}

/** Whether an address of a function is asked for without any sign-in. */
export function isOpenAddress(call: CallEvent): boolean {
  return pickText(call.request, 'authType') === 'NONE'
}

/** Whether a call says how an address is signed in to. */
export function statesSignIn(call: CallEvent): boolean {
  return pickText(call.request, 'authType') !== null
}

/** What an address grants: everyone, when nobody has to sign in. */
export function addressed(call: CallEvent): readonly Grant[] {
  if (!statesSignIn(call)) return []
  return [...closeAll('address'), ...(isOpenAddress(call) ? openTo(['*'], 'address') : [])]
}
