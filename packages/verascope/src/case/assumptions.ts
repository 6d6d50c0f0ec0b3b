import { createHash } from 'node:crypto'
import { ASSUMPTION_KINDS, type Assumed, type Assumption, type AssumptionKind } from '@verascope/core/domain/assumption'
import { parseAssumption, SCOPE_FORMS, scopeText, windowRefusal } from '@verascope/core/domain/assumption-scope'
import { formatInstant, type Instant, parseInstant, type Window } from '@verascope/core/domain/instant'
import { z } from 'zod'
import { VerascopeError } from '../errors/verascope-error.ts'
import { caseFileAltered } from './case-faults.ts'
import type { DeliveryPin } from './delivery-pin.ts'
import { type Act, JOURNAL_NAME, type JournalLine } from './journal.ts'

/** An assumption as somebody typed it. */
export interface AssumptionWish {
  readonly kind: AssumptionKind
  readonly scope: string
  readonly window: Window
  readonly because: string
  readonly by: string
}

/** An assumption as the journal keeps it; `pin` says which files it was signed for, of a delivery only. */
export type KeptAssumption = Assumption & { readonly pin: DeliveryPin | null }

/** What was typed, understood: everything but the moment of signing. */
export type DraftedAssumption = Omit<AssumptionWish, 'scope'> & { readonly assumed: Assumed }

const ADDED = z.looseObject({
  assumption: z.looseObject({
    id: z.string(),
    kind: z.enum(ASSUMPTION_KINDS),
    scope: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    because: z.string(),
    by: z.string(),
    at: z.string(),
    pin: z.looseObject({ lines: z.int(), files: z.int(), sha256: z.string() }).nullable(),
  }),
})
const WITHDRAWN = z.looseObject({ id: z.string() })

function text(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}

/** An assumption that cannot be taken: VS2013. */
export function unusableAssumption(what: string, why: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2013',
    what,
    why,
    still: 'Nothing was added: no verdict leans on it.',
    next: ['verascope assume add --help', 'verascope help assumptions'],
  })
}

/** Reads what was typed. Throws VS2013 when a part is missing or cannot be understood. */
export function draftAssumption({ scope, because, by, ...wish }: AssumptionWish): DraftedAssumption {
  const { kind, window } = wish
  if (by.trim() === '') throw unusableAssumption('nobody signs the assumption', '--by names who vouches for it.')
  if (because.trim() === '')
    throw unusableAssumption('the assumption has no reason', '--because says why it may be taken for true.')
  const assumed = parseAssumption(kind, scope)
  if (assumed.kind === 'refused')
    throw unusableAssumption(
      `this scope of \`${kind}\` cannot be understood`,
      `${assumed.because}. It is written: ${SCOPE_FORMS[kind]}.`,
    )
  const refusal = windowRefusal(kind, window)
  if (refusal !== null) throw unusableAssumption(`\`${kind}\` cannot have this window`, `${refusal}.`)
  return { kind, window, assumed, because: because.trim(), by: by.trim() }
}

/**
 * Makes an assumption of a draft. Its id is `A-` and 12 hex digits of the SHA-256 over all that is signed, but not the time: the
 * same words signed again by the same person for the same files are the same assumption.
 */
export function makeAssumption(
  { assumed, window, because, by }: DraftedAssumption,
  at: Instant,
  pin: DeliveryPin | null,
): KeptAssumption {
  const { from, to } = window
  const subject = [assumed.kind, scopeText(assumed), text(from), text(to), because, by, pin?.sha256 ?? null]
  const id = `A-${createHash('sha256').update(JSON.stringify(subject)).digest('hex').slice(0, 12)}`
  return { ...assumed, id, window, because, by, at, pin }
}

/** The act of accepting an assumption. */
export function assumptionAdded(one: KeptAssumption): Act {
  const { id, kind, window, because, by, at, pin } = one
  const [from, to] = [text(window.from), text(window.to)]
  return {
    kind: 'assumption-added',
    assumption: { id, kind, scope: scopeText(one), from, to, because, by, at: formatInstant(at), pin },
  }
}

/** The act of taking an assumption back; the reason is null where none was given. */
export function assumptionWithdrawn({ id }: Assumption, because: string | null): Act {
  return { kind: 'assumption-withdrawn', id, because }
}

/** Passing over what is not understood would leave a verdict without what somebody signed, or with what was taken back. */
function notUnderstood({ n }: JournalLine): VerascopeError {
  return caseFileAltered(JOURNAL_NAME, `line ${n}: this version does not understand what it says of an assumption`)
}

function instantOf(written: string | null, line: JournalLine): Instant | null {
  if (written === null) return null
  const at = parseInstant(written)
  if (at === null) throw notUnderstood(line)
  return at
}

function addedBy(line: JournalLine): KeptAssumption {
  const { data } = ADDED.safeParse(line.act)
  if (data === undefined) throw notUnderstood(line)
  const { id, kind, scope, because, by, pin } = data.assumption
  const window = { from: instantOf(data.assumption.from, line), to: instantOf(data.assumption.to, line) }
  const [assumed, at] = [parseAssumption(kind, scope), parseInstant(data.assumption.at)]
  const isDelivery = kind === 'delivery'
  if (assumed.kind === 'refused' || at === null || isDelivery !== (pin !== null)) throw notUnderstood(line)
  if (windowRefusal(kind, window) !== null || because === '' || by === '') throw notUnderstood(line)
  return { ...assumed, id, window, because, by, at, pin }
}

function withdrawnBy(line: JournalLine): string {
  const { data } = WITHDRAWN.safeParse(line.act)
  if (data === undefined) throw notUnderstood(line)
  return data.id
}

/** The assumptions that stand: added and not taken back, in the order of the journal. Throws VS7002 for one it cannot read. */
export function assumptionsInForce(journal: readonly JournalLine[]): readonly KeptAssumption[] {
  const standing = new Map<string, KeptAssumption>()
  for (const line of journal) {
    if (line.act.kind === 'assumption-added') {
      const assumption = addedBy(line)
      standing.set(assumption.id, assumption)
    }
    if (line.act.kind === 'assumption-withdrawn') standing.delete(withdrawnBy(line))
  }
  return [...standing.values()]
}
