import type { CallEvent } from './call.ts'
import type { Json } from './json.ts'
import { outsideGrantees, readPolicy } from './policy-document.ts'
import { ALL_GRANTEES, type Grant } from './service-row.ts'

/** Whom a policy document lets in from outside the account that recorded the call; null when the record holds no readable policy. */
export function outsidersIn(document: Json | undefined, call: CallEvent): readonly string[] | null {
  const policy = readPolicy(document)
  return policy === null ? null : outsideGrantees(policy, call.account)
}

/** The grant of a key to each of the grantees. */
export function openTo(grantees: readonly string[], key: string): readonly Grant[] {
  return grantees.map((grantee) => ({ grantee, grant: 'open', key }))
}

/** The end of every grant with a key. */
export function closeAll(key: string): readonly Grant[] {
  return [{ grantee: ALL_GRANTEES, grant: 'close', key }]
}

/**
 * What putting a policy document grants: it replaces the former one, so all that was granted ends, and what it lets in opens.
 * A document that cannot be read neither ends nor opens anything that could be named.
 */
export function policyGrants(document: Json | undefined, call: CallEvent, key: string): readonly Grant[] {
  const outsiders = outsidersIn(document, call)
  return outsiders === null ? [] : [...closeAll(key), ...openTo(outsiders, key)]
}
