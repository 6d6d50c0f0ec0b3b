import type { CallerId } from '../domain/brand.ts'
import { SERVICE_FORWARDED } from '../domain/principal.ts'
import type { CallerUse } from '../facts/port.ts'
import type { Board } from './board.ts'
import { isStrictThrough } from './held.ts'

const OPEN = { from: null, to: null }

/** Whether somebody signed the calls with a credential of their own; what a service does for a caller is a consequence of its calls. */
export function isOwn(use: CallerUse): boolean {
  return use.callerKind !== SERVICE_FORWARDED && use.callerKind !== 'service' && use.invokedBy === null
}

/** Adds what a use suggests: such a tie is never strict, and says nothing of an identity that is certain at all times already. */
export function suggest(board: Board, use: CallerUse, parent: CallerId, because: string): void {
  const { caller, callerKind: kind, principal, firstEvent: event } = use
  if (caller === parent || isStrictThrough(board.get(caller), OPEN)) return
  const tie = {
    link: 'inferred',
    strict: false,
    parent,
    indicator: null,
    event,
    because,
    kind,
    principal,
    madeAt: null,
  } as const
  board.add({ caller, expires: null }, { ...tie, window: OPEN })
}
