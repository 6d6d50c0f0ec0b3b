import type { CallerId } from '../domain/brand.ts'
import { isWithin, plus } from '../domain/instant.ts'
import { type Link, type Mint, STRICT_LINKS } from '../domain/mint.ts'
import { PASSED_ROLE } from '../domain/passed-role.ts'
import { ASKED_ROLE, UNNAMED_COMPUTE } from '../domain/principal.ts'
import { type Standing, standingOf } from '../facts/selection.ts'
import type { Board } from './board.ts'
import { isStrict, type Tie } from './held.ts'

const OPEN = { from: null, to: null }

/** How long before and after the call an identity that was there already counts, in milliseconds; null is for ever. */
interface Around {
  readonly before: number
  readonly after: number | null
}

const FROM_THEN_ON: Around = { before: 0, after: null }

/** A portal takes the session at about the time of the asking: the two are recorded by different services. */
const ABOUT_THEN: Around = { before: 5 * 60_000, after: 5 * 60_000 }

/** A host still has what it was handed within the six hours before, which is the longest that such credentials last. */
const STILL_VALID: Around = { before: 6 * 3_600_000, after: null }

/** Kinds of identities that were there before the call that gave them to the actor. */
const KNOWN_BEFORE: ReadonlyMap<string, Around> = new Map([
  ['console-session', FROM_THEN_ON],
  [PASSED_ROLE, FROM_THEN_ON],
  [ASKED_ROLE, ABOUT_THEN],
  [UNNAMED_COMPUTE, STILL_VALID],
])

/** A password that the actor set and a role that it opened hold from then on; a key or session is new and has no earlier calls. */
function windowOf(mint: Mint): Tie['window'] {
  const around = KNOWN_BEFORE.get(mint.kind) ?? (mint.link === 'assumable' ? FROM_THEN_ON : null)
  if (around === null) return OPEN
  return { from: plus(mint.at, -around.before), to: around.after === null ? null : plus(mint.at, around.after) }
}

/** How one mint passes the actor's hold on. */
interface Step {
  readonly parent: CallerId
  readonly link: Link
  /** Whether the parent's hold is certain; the step is strict where its link is as well. */
  readonly certain: boolean
  readonly because: string
}

function add(board: Board, mint: Mint, { parent, link, certain, because }: Step): void {
  const { minted, kind, principal, expires } = mint
  const event = { eventId: mint.eventId, ref: mint.ref }
  const strict = certain && STRICT_LINKS.has(link)
  board.add(
    { caller: minted, expires },
    { link, strict, parent, indicator: null, event, because, kind, principal, madeAt: mint.at, window: windowOf(mint) },
  )
}

/** A call that both sides claim ties only possibly. */
function linkOf(mint: Mint, standing: Standing): Link {
  return standing === 'either' ? 'possible' : mint.link
}

function followCaller(board: Board, mint: Mint): void {
  const standing = standingOf(board.selectionFor(mint.caller), mint)
  if (standing === null) return
  const because = 'the record of its making names it'
  add(board, mint, { parent: mint.caller, link: linkOf(mint, standing), certain: standing === 'strict', because })
}

function becauseOf(throughLink: Link, tie: Tie): string {
  if (throughLink === 'assumable') return 'taken from outside after the actor opened the way to it'
  switch (tie.kind) {
    case PASSED_ROLE:
      return 'taken by a service after the actor had it run with the role'
    case ASKED_ROLE:
      return 'taken by a portal at about the time when the actor asked it for the role'
    default:
      return 'handed to compute that the actor could drive'
  }
}

function followThrough(board: Board, mint: Mint): void {
  const holder = mint.through === null ? undefined : board.get(mint.through)
  if (holder === undefined || mint.throughLink === null) return
  const tie = holder.ties.find(({ window }) => isWithin(mint.at, window))
  if (tie === undefined) return
  const because = becauseOf(mint.throughLink, tie)
  add(board, mint, { parent: holder.caller, link: mint.throughLink, certain: isStrict(holder), because })
}

function byHolder(mints: readonly Mint[]): ReadonlyMap<CallerId, readonly Mint[]> {
  const map = new Map<CallerId, Mint[]>()
  for (const mint of mints) {
    for (const holder of new Set(mint.through === null ? [mint.caller] : [mint.caller, mint.through])) {
      const list = map.get(holder)
      if (list === undefined) map.set(holder, [mint])
      else list.push(mint)
    }
  }
  return map
}

/**
 * Applies the mints to the board until nothing is added. Every mint is looked at once, and again whenever one of its holders
 * gains a tie; the board only grows, so cycles end and order does not matter.
 */
export function follow(board: Board, mints: readonly Mint[]): void {
  const following = byHolder(mints)
  const queue: Mint[] = [...mints]
  for (let mint = queue.pop(); mint !== undefined; mint = queue.pop()) {
    const before = board.changes
    followCaller(board, mint)
    followThrough(board, mint)
    if (board.changes !== before) queue.push(...(following.get(mint.minted) ?? []))
  }
}
