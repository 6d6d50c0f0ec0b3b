import { principalNames } from './principal.ts'

/** The kind of a role as services run with it: whoever has a service run with a role may act as it, by way of that service. */
export const PASSED_ROLE = 'passed-role'

/** A role that a service keeps for itself: nobody can pass it, and no work of a caller's runs with it. */
const SERVICE_LINKED = ':role/aws-service-role/'

/**
 * The role as services run with it: an identity apart from the role itself, which people and other accounts may take as well. The
 * role's path is left out, because half of the calls name a role without it; null for a role that a service keeps for itself.
 */
export function roleInServices(role: string): string | null {
  return role.includes(SERVICE_LINKED) ? null : `${principalNames(role).at(-1) ?? role}#services`
}

/** The names under which the sessions of a role may state it: as it was passed, without its path, and in the path of the console. */
export function issuerNames(role: string): readonly string[] {
  const bare = principalNames(role).at(-1) ?? role
  return [...new Set([role, bare, bare.replace(':role/', ':role/service-role/')])]
}
