import type { Premise } from '../domain/premise.ts'
import type { Effect } from '../domain/touch.ts'
import { by } from '../facts/order.ts'
import type { Assessed, Assessment, StoreResult } from './assessment.ts'
import type { VerdictWord } from './said.ts'

/** What came and what went. */
export interface Moved {
  readonly added: readonly string[]
  readonly gone: readonly string[]
}

/** One store of which something else is said; a verdict of null is a store that the other assessment does not know. */
export interface StoreDifference {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly from: VerdictWord | null
  readonly to: VerdictWord | null
  readonly effects: { readonly added: readonly Effect[]; readonly gone: readonly Effect[] }
  /** Items of evidence (hashes of inflated bytes) that only the later proof rests on. */
  readonly becauseOf: readonly string[]
}

/** What a later assessment says otherwise than an earlier one, and what was put in between them. */
export interface Difference {
  readonly from: number
  readonly to: number
  readonly window: { readonly from: Assessment['window']; readonly to: Assessment['window'] } | null
  /** Names of evidence files. */
  readonly evidence: Moved
  /** Values of indicators, those of the owner marked. */
  readonly indicators: Moved
  readonly accounts: readonly { readonly id: string; readonly from: string | null; readonly to: string | null }[]
  readonly identities: Moved
  readonly changes: Moved
  readonly stores: readonly StoreDifference[]
}

function moved(before: readonly string[], after: readonly string[]): Moved {
  const [old, now] = [new Set(before), new Set(after)]
  return { added: [...now].filter((one) => !old.has(one)).sort(), gone: [...old].filter((one) => !now.has(one)).sort() }
}

/** The items that a proof rests on, all of its steps taken together. */
function itemsOf(proof: string | undefined, premises: ReadonlyMap<string, Premise>): ReadonlySet<string> {
  const seen = new Set<string>(proof === undefined ? [] : [proof])
  const items = new Set<string>()
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const id of seen) {
    const premise = premises.get(id)
    for (const { ref } of premise?.evidence ?? []) items.add(ref.item)
    for (const below of premise?.from ?? []) seen.add(below)
  }
  return items
}

function byId(stores: readonly StoreResult[]): ReadonlyMap<string, StoreResult> {
  return new Map(stores.map((store) => [store.id, store]))
}

function storesBetween(before: Assessed, after: Assessed): readonly StoreDifference[] {
  const [old, now] = [byId(before.assessment.stores), byId(after.assessment.stores)]
  const premises = [before, after].map((one) => new Map(one.premises.map((premise) => [premise.id, premise])))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): readonly StoreDifference[] => {
    const [was, is] = [old.get(id), now.get(id)]
    const shown = is ?? was
    if (shown === undefined) return []
    const [effectsWere, effectsAre] = [was?.effects ?? [], is?.effects ?? []]
    const added = effectsAre.filter((effect) => !effectsWere.includes(effect))
    const gone = effectsWere.filter((effect) => !effectsAre.includes(effect))
    if (was?.verdict === is?.verdict && added.length === 0 && gone.length === 0) return []
    const earlier = itemsOf(was?.proof, premises[0] ?? new Map())
    const becauseOf = [...itemsOf(is?.proof, premises[1] ?? new Map())].filter((item) => !earlier.has(item)).sort()
    const { kind, name } = shown
    return [
      { id, kind, name, from: was?.verdict ?? null, to: is?.verdict ?? null, effects: { added, gone }, becauseOf },
    ]
  })
}

function accountsBetween(before: Assessment, after: Assessment): Difference['accounts'] {
  const enteredIn = (a: Assessment, id: string): string | null =>
    a.accounts.find((one) => one.id === id)?.entered ?? null
  const ids = new Set([...before.accounts, ...after.accounts].map((one) => one.id))
  return [...ids]
    .map((id) => ({ id, from: enteredIn(before, id), to: enteredIn(after, id) }))
    .filter((one) => one.from !== one.to)
    .sort(by((one) => one.id))
}

/** Tells what changed from one assessment of a case to another, and which evidence and indicators were put in between. */
export function differenceOf(before: Assessed, after: Assessed): Difference {
  const [a, b] = [before.assessment, after.assessment]
  const indicatorsOf = ({ indicators }: Assessment): readonly string[] =>
    indicators.map(({ value, ours }) => (ours ? `${value} (ours)` : value))
  const inputsOf = ({ inputs }: Assessment): readonly string[] => inputs.map(({ path, sha256 }) => `${path} ${sha256}`)
  const sameWindow = a.window.from === b.window.from && a.window.to === b.window.to
  const nameOf = (input: string): string => input.slice(0, input.lastIndexOf(' '))
  const evidence = moved(inputsOf(a), inputsOf(b))
  return {
    from: a.scopeVersion,
    to: b.scopeVersion,
    window: sameWindow ? null : { from: a.window, to: b.window },
    evidence: { added: evidence.added.map(nameOf), gone: evidence.gone.map(nameOf) },
    indicators: moved(indicatorsOf(a), indicatorsOf(b)),
    accounts: accountsBetween(a, b),
    identities: moved(
      a.identities.map((one) => one.id),
      b.identities.map((one) => one.id),
    ),
    changes: moved(
      a.changes.map((one) => `${one.state}: ${one.what}`),
      b.changes.map((one) => `${one.state}: ${one.what}`),
    ),
    stores: [...storesBetween(before, after)].sort(by((one) => one.id)),
  }
}
