import type { CallerId } from '../domain/brand.ts'
import type { Instant } from '../domain/instant.ts'
import { issuerNames, PASSED_ROLE } from '../domain/passed-role.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { isStrictThrough } from './held.ts'

/** One role that the actor had a service run with, from a moment on. */
interface Passed {
  readonly by: CallerId
  readonly from: Instant
  /** Every name that the role's sessions may state. */
  readonly names: ReadonlySet<string>
}

function passedOn(board: Board): readonly Passed[] {
  return board.sorted().flatMap(({ caller, ties }) =>
    ties.flatMap(({ kind, principal, madeAt }): readonly Passed[] => {
      if (kind !== PASSED_ROLE || principal === null || madeAt === null) return []
      return [{ by: caller, from: madeAt, names: new Set(issuerNames(principal)) }]
    }),
  )
}

/**
 * Whether a session's calls may be what the actor had a service do: it began later, or the service itself calls with it later.
 * Services keep a session of a role for a while and use it for all that is to be done with the role.
 */
function isSince({ sessionCreated, invokedBy, last }: CallerUse, from: Instant): boolean {
  return sessionCreated === null || invokedBy !== null ? last >= from : sessionCreated >= from
}

/**
 * Sessions of a role that began after the actor had a service run with it, whether or not a record says who took them: that record
 * may be missing, or masked, or name another key than the one that is used. Calls that the service makes itself count as well,
 * because it does what the actor told it.
 */
export async function inferPassedRoles(facts: Facts, board: Board): Promise<void> {
  const passed = passedOn(board)
  if (passed.length === 0) return
  const uses = await facts.callers({ ...NOBODY, principals: [...new Set(passed.flatMap(({ names }) => [...names]))] })
  const because = 'a session of the role, from after the actor had a service run with it'
  for (const { by, from, names } of passed) {
    for (const use of uses) {
      const window = { from, to: null }
      if (use.issuer === null || !names.has(use.issuer) || isStrictThrough(board.get(use.caller), window)) continue
      if (!isSince(use, from)) continue
      const { caller, callerKind: kind, principal, firstEvent: event } = use
      const tie = {
        link: 'possible',
        strict: false,
        parent: by,
        indicator: null,
        event,
        because,
        kind,
        principal,
      } as const
      board.add({ caller, expires: null }, { ...tie, madeAt: null, window })
    }
  }
}
