import { type CallerId, callerId } from '../domain/brand.ts'
import { SERVICE_FORWARDED } from '../domain/principal.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { EventMatch } from '../facts/selection.ts'
import { Board } from './board.ts'
import type { Indicator } from './indicator.ts'

/** Which callers an indicator names: itself, and for a principal, session or host every credential it called with. */
interface Named {
  readonly indicator: Indicator
  readonly uses: readonly CallerUse[]
}

async function namedBy(facts: Facts, indicator: Indicator): Promise<Named> {
  const { kind, value } = indicator
  if (kind === 'principal' || kind === 'session') {
    return { indicator, uses: await facts.callers({ ...NOBODY, principals: [value] }) }
  }
  if (kind === 'instance') return { indicator, uses: await facts.callers({ ...NOBODY, sessionNames: [value] }) }
  return { indicator, uses: [] }
}

function matchesOf({ indicator, uses }: Named): readonly EventMatch[] {
  const { kind, value, window } = indicator
  if (kind === 'address' || kind === 'user-agent') return [{ on: kind, value, window }]
  const callers = new Set([value, ...ownUses(uses).map((use) => use.caller)])
  return [...callers].map((caller) => ({ on: 'caller', value: caller, window }))
}

/** A service that acts for a principal is a consequence of its calls, not a credential that anybody held. */
function ownUses(uses: readonly CallerUse[]): readonly CallerUse[] {
  return uses.filter((use) => use.callerKind !== SERVICE_FORWARDED && use.callerKind !== 'service')
}

function seedKind(indicator: Indicator): string {
  if (indicator.kind !== 'access-key') return indicator.kind
  return indicator.value.startsWith('AKIA') ? 'access-key' : 'temporary-credentials'
}

function addSeed(board: Board, { indicator, uses }: Named): void {
  const { kind, value, window } = indicator
  if (kind === 'address' || kind === 'user-agent') return
  const seed = callerId(value)
  // The ARN of a session is that of a principal; a session that has an id only is told by its calls whose it is.
  const principal = kind === 'principal' || (kind === 'session' && value.startsWith('arn:')) ? value : null
  const named = { strict: true, indicator, window, madeAt: null } as const
  board.add(
    { caller: seed, expires: null },
    {
      ...named,
      link: 'seed',
      parent: null,
      event: null,
      because: "named as the actor's",
      kind: seedKind(indicator),
      principal,
    },
  )
  for (const use of ownUses(uses)) {
    if (use.caller === seed) continue
    const own = { kind: use.callerKind, principal: use.principal, event: use.firstEvent, because: `acts as ${value}` }
    board.add({ caller: use.caller, expires: null }, { ...named, ...own, link: 'same-session', parent: seed })
  }
}

/**
 * Starts the closure: identities that indicators name are seeds; an address or a user agent makes its calls the actor's and
 * holds no credential. The owner's indicators cover calls and never seed anything.
 */
export async function sow(facts: Facts, indicators: readonly Indicator[]): Promise<Board> {
  const named = await Promise.all(indicators.map((indicator) => namedBy(facts, indicator)))
  const actor = named.filter(({ indicator }) => !indicator.ours)
  const owner = named.filter(({ indicator }) => indicator.ours)
  const events = actor.filter(({ indicator }) => indicator.kind === 'address' || indicator.kind === 'user-agent')
  const board = new Board(events.flatMap(matchesOf), owner.flatMap(matchesOf))
  for (const one of actor) addSeed(board, one)
  return board
}

/** Callers whose calls an event indicator names: what they mint is the actor's although they are not held. */
export async function callersNamed(facts: Facts, board: Board): Promise<readonly CallerId[]> {
  const { matches, ours } = board.selection()
  if (matches.length === 0) return []
  const groups = await facts.calls({ holdings: [], matches, ours })
  return [...new Set(groups.map((group) => group.caller))]
}
