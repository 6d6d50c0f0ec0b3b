import type { CallerId } from '../domain/brand.ts'
import { groupBy } from '../facts/group.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import { actorAddresses } from './by-address.ts'
import { follow } from './follow.ts'
import type { Closure } from './held.ts'
import type { Indicator } from './indicator.ts'
import { inferSessions } from './infer.ts'
import { callersNamed, sow } from './seeds.ts'

function usesByCaller(uses: readonly CallerUse[]): ReadonlyMap<CallerId, readonly CallerUse[]> {
  return new Map(groupBy(uses, (use) => [use.caller]).map((group) => [group[0].caller, group]))
}

/**
 * Finds every identity that was, may have been or could have become the actor's: the least fix-point over the ties.
 * INVARIANT: more evidence or more indicators of the actor only ever add identities and ties; nothing depends on their order.
 */
export async function trace(facts: Facts, indicators: readonly Indicator[]): Promise<Closure> {
  const board = await sow(facts, indicators)
  const named = await callersNamed(facts, board)
  let before = -1
  while (before !== board.changes) {
    before = board.changes
    const holders = [...new Set([...board.sorted().map((held) => held.caller), ...named])]
    follow(board, await facts.mintsFrom(holders))
    await inferSessions(facts, board)
  }
  const held = board.sorted()
  const uses = await facts.callers({ ...NOBODY, callers: held.map((one) => one.caller) })
  return {
    held: new Map(held.map((one) => [one.caller, one])),
    selection: board.selection(),
    beside: board.beside(),
    uses: usesByCaller(uses),
    events: indicators.filter((one) => !one.ours && (one.kind === 'address' || one.kind === 'user-agent')),
    addresses: actorAddresses(board, uses),
  }
}
