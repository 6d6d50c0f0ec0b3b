import { COMPUTE_CREDENTIALS, SERVICE_FORWARDED } from '../domain/principal.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { type Held, isStrict } from './held.ts'

const NOBODY = { callers: [], principals: [], addresses: [], sessionNames: [] }
const OPEN = { from: null, to: null }

function isOwn(use: CallerUse): boolean {
  return use.callerKind !== SERVICE_FORWARDED && use.callerKind !== 'service' && use.invokedBy === null
}

function infer(board: Board, use: CallerUse, parent: Held, because: string): void {
  board.add(
    { caller: use.caller, kind: use.callerKind, principal: use.principal, expires: null },
    {
      link: 'inferred',
      strict: false,
      parent: parent.caller,
      indicator: null,
      event: use.firstEvent,
      because,
      window: OPEN,
    },
  )
}

/** Sessions that a console log-in opens carry new key ids that no record states: they are told by principal and creation time. */
async function inferConsole(facts: Facts, board: Board): Promise<void> {
  const logins = board.sorted().filter((held) => held.kind === 'console-session' && held.principal !== null)
  if (logins.length === 0) return
  const uses = await facts.callers({ ...NOBODY, principals: logins.flatMap((held) => held.principal ?? []) })
  for (const login of logins) {
    const from = login.ties.map((tie) => tie.window.from)
    for (const use of uses) {
      const created = use.sessionCreated
      if (use.principal !== login.principal || !isOwn(use) || created === null || use.caller === login.caller) continue
      if (!from.some((start) => start === null || created >= start)) continue
      infer(board, use, login, 'a session of the principal, opened after the actor could log in as it')
    }
  }
}

/** Addresses the certain calls of held identities came from, less those the owner claims and those that name a service. */
export function actorAddresses(board: Board, uses: readonly CallerUse[]): readonly string[] {
  const { ours } = board.selection()
  const owned = new Set(ours.filter((match) => match.on === 'address').map((match) => match.value))
  const found = uses.flatMap((use) => {
    const held = board.get(use.caller)
    const usable =
      held !== undefined && isStrict(held) && isOwn(use) && use.address !== null && /[\d:]/.test(use.address)
    return usable && !owned.has(use.address) ? [use.address] : []
  })
  return [...new Set(found)].sort()
}

/** Principals that certain identities act as: further sessions of theirs may be the actor's, and are often the owner's. */
function ownPrincipals(board: Board, uses: readonly CallerUse[]): ReadonlySet<string> {
  const strict = board.sorted().filter(isStrict)
  return new Set(
    [...strict.map((held) => held.principal), ...uses.map((use) => use.principal)].filter((one) => one !== null),
  )
}

/** What a use from an address of the actor's suggests, in words; null where the address alone ties nothing. */
function suggestion(use: CallerUse, principals: ReadonlySet<string>): string | null {
  if (COMPUTE_CREDENTIALS.has(use.callerKind))
    return `credentials of compute, used from the actor's address ${use.address}`
  const isSession = use.sessionCreated !== null && use.principal !== null && principals.has(use.principal)
  return isSession ? `another session of ${use.principal}, used from the actor's address ${use.address}` : null
}

/** Credentials that were used from an address of the actor's: of compute, taken off the host, and of a principal it acts as. */
async function inferByAddress(facts: Facts, board: Board): Promise<void> {
  const strict = board.sorted().filter(isStrict)
  const uses = await facts.callers({ ...NOBODY, callers: strict.map((held) => held.caller) })
  const addresses = actorAddresses(board, uses)
  if (addresses.length === 0) return
  const principals = ownPrincipals(board, uses)
  const parents = new Map(
    [...uses].reverse().flatMap((use) => (use.address === null ? [] : [[use.address, board.get(use.caller)] as const])),
  )
  for (const use of await facts.callers({ ...NOBODY, addresses })) {
    const parent = use.address === null ? undefined : parents.get(use.address)
    const because = suggestion(use, principals)
    if (parent === undefined || because === null || parent.caller === use.caller || !isOwn(use)) continue
    infer(board, use, parent, because)
  }
}

/** Adds what no record states but the evidence suggests; such ties are never strict. */
export async function inferSessions(facts: Facts, board: Board): Promise<void> {
  await inferConsole(facts, board)
  await inferByAddress(facts, board)
}
