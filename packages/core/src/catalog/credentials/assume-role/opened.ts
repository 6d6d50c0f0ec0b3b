import { principalNames } from '../../../domain/principal.ts'
import type { Way } from './hold.ts'

/** A role by both names under which it may have been opened to the outside: a change of its trust names it without its path. */
export function openedNames(role: string | null): readonly Way[] {
  return role === null ? [] : [...new Set([role, ...principalNames(role)])].map((name) => [name, 'assumable'])
}
