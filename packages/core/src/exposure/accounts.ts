import type { GapBook, GapsAt } from '../coverage/gap.ts'
import { accountOf } from '../domain/arn.ts'
import type { Window } from '../domain/instant.ts'
import { by } from '../facts/order.ts'
import type { CallGroup, Place, Span, TouchGroup } from '../facts/port.ts'

/** Calls of one caller that show or suggest that an account was entered. */
export type AccountCalls = Span & Pick<CallGroup, 'caller'>

/** Whether the actor acted in one account, as far as its record shows. */
export interface AccountExposure {
  readonly id: string
  readonly entered: 'yes' | 'undetermined'
  /** Calls that show or suggest it: certain successes, else failures and calls that may be the actor's. */
  readonly calls: readonly AccountCalls[]
  readonly regions: readonly string[]
  readonly because: string
  readonly gaps: readonly string[]
}

/** What the accounts are judged from. */
export interface AccountsInput {
  readonly places: readonly Place[]
  /** The actor's calls in the window. */
  readonly calls: readonly CallGroup[]
  /** Accesses to stores: their accounts were entered also where only another account's log records it. */
  readonly accesses: readonly TouchGroup[]
  /** Principals of held identities: their accounts are judged too, also without a record. */
  readonly principals: readonly string[]
  readonly window: Window
  readonly gaps: GapBook
  readonly everywhere: readonly string[]
  /** Gaps that concern one account. */
  readonly here: GapsAt
}

function gapOf(account: string, input: AccountsInput, recorded: boolean): string {
  return input.gaps.note({
    kind: recorded ? 'unverified' : 'not-logged',
    source: 'management events',
    subject: `account ${account}`,
    from: input.window.from,
    to: input.window.to,
    because: recorded
      ? `nothing in evidence proves that the record of account ${account} is whole, in every region`
      : `the evidence holds no record of account ${account}`,
    settledBy: `logging configuration, digest files and all log files of account ${account}, every region`,
  })
}

function sentence(shown: readonly CallGroup[], likely: readonly CallGroup[]): string {
  if (shown.length > 0) {
    const events = shown.reduce((sum, group) => sum + group.events, 0)
    return `${events} successful call${events === 1 ? '' : 's'} of the actor recorded in it`
  }
  if (likely.length === 0) return 'no call of the actor is recorded in it, and nothing proves that its record is whole'
  if (likely.every((group) => group.standing === 'strict')) return 'every call of the actor recorded in it failed'
  return 'calls recorded in it may be those of the actor'
}

function reachedWords(reached: readonly TouchGroup[]): string {
  const stores = new Set(reached.map((group) => group.store.id)).size
  return `calls of the actor that another account's log records acted on ${stores} data store${stores === 1 ? '' : 's'} of it`
}

function judge(account: string, input: AccountsInput): AccountExposure {
  const calls = input.calls.filter((group) => group.account === account)
  const shown = calls.filter((group) => group.standing === 'strict' && group.outcome === 'ok')
  const reached = shown.length > 0 ? [] : input.accesses.filter((group) => group.store.account === account)
  const recorded = input.places.some((place) => place.account === account)
  const entered = [...shown, ...reached]
  const regions = [...calls.map((group) => group.region), ...reached.flatMap((group) => group.store.region ?? [])]
  return {
    id: account,
    entered: entered.length > 0 ? 'yes' : 'undetermined',
    calls: entered.length > 0 ? entered : calls,
    regions: [...new Set(regions)].sort(),
    because: reached.length > 0 ? reachedWords(reached) : sentence(shown, calls),
    gaps: [...new Set([gapOf(account, input, recorded), ...input.everywhere, ...input.here(account, null)])].sort(),
  }
}

/**
 * Judges every account that the evidence has a record of, that an identity of the actor belongs to or that holds a store it accessed.
 * None is ever `no` here:
 * that takes a record proven complete in every region.
 */
export function judgeAccounts(input: AccountsInput): readonly AccountExposure[] {
  const own = input.principals.flatMap((principal) => accountOf(principal) ?? [])
  const holding = input.accesses.flatMap((group) => group.store.account ?? [])
  const accounts = new Set([...input.places.map((place) => place.account), ...own, ...holding])
  return [...accounts].map((account) => judge(account, input)).sort(by((one) => one.id))
}
