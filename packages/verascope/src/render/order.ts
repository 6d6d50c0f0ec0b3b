import type {
  Assessment,
  ChangeResult,
  DestinationResult,
  IdentityResult,
  RequestResult,
  StoreResult,
} from '@verascope/core/assess/assessment'
import type { VerdictWord } from '@verascope/core/assess/said'
import { ACCESS_EFFECTS } from '@verascope/core/domain/touch'
import { VERDICTS } from './page.ts'

type Key = number | string

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at]
    if (right === undefined || left === right) continue
    return left < right ? -1 : 1
  }
  return 0
}

function sortedBy<T>(list: readonly T[], keysOf: (item: T) => readonly Key[]): readonly T[] {
  return list
    .map((item) => ({ item, keys: keysOf(item) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ item }) => item)
}

const SEVERITY: readonly string[] = [...ACCESS_EFFECTS, 'key-used', 'written', 'attempted', 'named']

function severityOf(store: StoreResult): number {
  const ranks = [...store.effects, ...store.possibleEffects].map((effect) => SEVERITY.indexOf(effect))
  return Math.min(SEVERITY.length, ...ranks)
}

/** Stores by verdict, then by the worst effect, then by name. */
export function sortedStores(stores: readonly StoreResult[]): readonly StoreResult[] {
  return sortedBy(stores, (store) => [
    VERDICTS.indexOf(store.verdict),
    severityOf(store),
    store.kind,
    store.account,
    store.name,
    store.id,
  ])
}

/** How many stores have each verdict. */
export function countVerdicts(stores: readonly StoreResult[]): Readonly<Record<VerdictWord, number>> {
  const counts = { accessed: 0, undetermined: 0, untouched: 0, unreachable: 0 }
  for (const store of stores) counts[store.verdict] += 1
  return counts
}

/** A destination and the store whose content it received or can receive. */
export interface Outflow {
  readonly store: StoreResult
  readonly destination: DestinationResult
}

const STATES: readonly string[] = ['standing', 'copied', 'reverted']

/** Where content went or can go: what still stands first. */
export function sortedOutflows(stores: readonly StoreResult[]): readonly Outflow[] {
  const flows = stores.flatMap((store) => store.destinations.map((destination) => ({ store, destination })))
  return sortedBy(flows, ({ store, destination }) => [
    STATES.indexOf(destination.state),
    destination.from,
    store.id,
    destination.to,
  ])
}

/** Identities that nothing in the evidence shows to be of no more use: active ones, then those of which it is not known. */
export function possiblyValid(identities: readonly IdentityResult[]): readonly IdentityResult[] {
  const open = identities.filter(({ validity }) => validity.state === 'active' || validity.state === 'unknown')
  return sortedBy(open, (one) => [
    one.validity.state === 'active' ? 0 : 1,
    one.strict ? 0 : 1,
    one.firstUse ?? '~',
    one.id,
  ])
}

/** What is worth fetching: what expires soonest first, what does not expire last; else what settles most, most telling first. */
export function sortedRequests(requests: readonly RequestResult[]): readonly RequestResult[] {
  return sortedBy(requests, (request) => [request.expires ?? '~', -request.settles.length])
}

const CHANGE_STATES: readonly string[] = ['standing', 'unknown', 'reverted']

const CHANGE_KINDS: readonly string[] = ['persistence', 'exposure', 'logging', 'destruction', 'configuration']

/** Whether a change is there to be undone: it stands or may stand, and took away more than what the actor itself had made. */
export function isOpen(change: ChangeResult): boolean {
  return change.state !== 'reverted' && !change.ownWork
}

/** Changes: what is to be undone first, by urgency of its kind, then in order of time. */
export function sortedChanges(changes: Assessment['changes']): Assessment['changes'] {
  return sortedBy(changes, (change) => [
    isOpen(change) ? 0 : 1,
    CHANGE_STATES.indexOf(change.state),
    CHANGE_KINDS.indexOf(change.kind),
    change.at,
    change.id,
  ])
}
