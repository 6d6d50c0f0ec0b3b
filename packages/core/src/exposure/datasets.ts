import { copyGaps } from '../coverage/channel-gaps.ts'
import type { Effect } from '../domain/touch.ts'
import type { StoreUse } from '../facts/port.ts'
import type { StoreNames } from './aliases.ts'
import type { PartAnswers, UsesByStore } from './part-answers.ts'
import type { PartExposure } from './parts.ts'
import type { ExposureInput } from './store-answers.ts'
import type { StoreExposure } from './stores.ts'
import type { Verdict } from './verdict.ts'

/** A part of a store with the copies of it that evidence knows, whoever made them: its verdict is that of the weakest of them. */
export interface Dataset {
  readonly part: PartExposure
  readonly copies: readonly StoreExposure[]
  /** Where copies went that no evidence describes as a store. */
  readonly elsewhere: readonly string[]
  readonly verdict: Verdict['kind']
  readonly gaps: readonly string[]
  /** Whether copies may exist that no inventory in evidence lists. */
  readonly openCopies: boolean
}

/** What copies are found in. */
export interface CopiesInput {
  readonly stores: ReadonlyMap<string, StoreExposure>
  readonly names: StoreNames
  readonly uses: UsesByStore
  readonly answers: ReadonlyMap<string, PartAnswers>
  readonly input: ExposureInput
}

const COPYING: ReadonlySet<Effect> = new Set<Effect>(['copied-out', 'redirected'])

type Copying = Pick<StoreUse, 'store' | 'effect' | 'outcome' | 'grantee'>

/** Where calls copied to, or content flows to: stores, and what no evidence describes as one. */
interface Targets {
  readonly known: readonly string[]
  readonly elsewhere: readonly string[]
}

function targetsOf(uses: readonly Copying[], { names }: CopiesInput): Targets {
  const made = uses.filter((use) => use.outcome === 'ok' && COPYING.has(use.effect))
  const named = [...new Set(made.map(({ grantee }) => grantee ?? 'unknown'))].sort()
  return {
    known: named.flatMap((one) => names.get(one)?.id ?? []),
    elsewhere: named.filter((one) => !names.has(one)),
  }
}

/** Calls that may have copied something of a part: those that name an object outside of it did not. */
function mayBeOf({ of, kind, prefix }: PartExposure, { answers, uses }: CopiesInput): readonly Copying[] {
  const calls = answers.get(of.store.id)?.everybody
  if (kind === 'whole' || calls === undefined) return uses.get(of.store.id) ?? []
  return [...calls.of(prefix), ...calls.unnamed]
}

/** Copies, and copies of these, however far. */
function copiesOf(part: PartExposure, input: CopiesInput): Pick<Dataset, 'copies' | 'elsewhere'> {
  const first = targetsOf(mayBeOf(part, input), input)
  const found = new Set(first.known)
  const elsewhere = new Set(first.elsewhere)
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const id of found) {
    const next = targetsOf(input.uses.get(id) ?? [], input)
    for (const one of next.known) found.add(one)
    for (const one of next.elsewhere) elsewhere.add(one)
  }
  found.delete(part.of.store.id)
  return {
    copies: [...found].sort().flatMap((id) => input.stores.get(id) ?? []),
    elsewhere: [...elsewhere].sort(),
  }
}

function noteElsewhere({ of }: PartExposure, to: string, { gaps, window }: ExposureInput): string {
  return gaps.note({
    ...{
      kind: 'no-record',
      source: 'the record of the store',
      subject: JSON.stringify([of.store.id, 'copied to', to]),
    },
    ...window,
    because: `a copy of ${of.store.name} went to ${to}, which no evidence describes`,
    settledBy: `the record of what was done to ${to}`,
  })
}

/** Weakest first. */
const ORDER: readonly Verdict['kind'][] = ['accessed', 'undetermined', 'untouched', 'unreachable']

/** The weakest of some verdicts: what may be said of all of it. */
export function weakest(verdicts: readonly Verdict['kind'][]): Verdict['kind'] {
  return ORDER.find((word) => verdicts.includes(word)) ?? 'undetermined'
}

/** Rolls a part up with its copies; copies that no inventory lists leave it undetermined, as they do no store (coverage.md 1). */
export function datasetOf(part: PartExposure, input: CopiesInput): Dataset {
  const { catalog, window, gaps } = input.input
  const { copies, elsewhere } = copiesOf(part, input)
  const kind = catalog.storeKinds.get(part.of.store.kind) ?? null
  const unlisted = copyGaps({ store: part.of.store, window }, kind, gaps)
  const unknown = [...unlisted, ...elsewhere.map((to) => noteElsewhere(part, to, input.input))]
  const known = [part.verdict.kind, ...copies.map((copy) => copy.verdict.kind)]
  const verdict = weakest(unknown.length > 0 ? [...known, 'undetermined'] : known)
  const all = [...part.gaps, ...copies.flatMap((copy) => copy.gaps), ...unknown]
  const openCopies = unlisted.length > 0
  return { part, copies, elsewhere, verdict, gaps: [...new Set(all)].sort(), openCopies }
}
