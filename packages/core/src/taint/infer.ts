import type { Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { inferByAddress } from './by-address.ts'
import { inferHalfEdges } from './by-principal.ts'
import { inferPassedRoles } from './by-role.ts'
import { inferConsole, inferSameSession } from './by-session.ts'
import { inferSwitches } from './by-switch.ts'
import { followServices } from './forwarded.ts'

/** Adds what no record states but the evidence suggests; such ties are never strict. */
export async function inferSessions(facts: Facts, board: Board): Promise<void> {
  await inferSwitches(facts, board)
  await inferConsole(facts, board)
  await inferSameSession(facts, board)
  await followServices(facts, board)
  await inferByAddress(facts, board)
  await inferHalfEdges(facts, board)
  await inferPassedRoles(facts, board)
}
