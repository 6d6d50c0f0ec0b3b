import { createHash } from 'node:crypto'
import { formatInstant, type Instant, parseInstant, type Window } from '@verascope/core/domain/instant'
import { type Indicator, type IndicatorKind, indicatorKindOf, indicatorValueOf } from '@verascope/core/taint/indicator'
import { z } from 'zod'
import { VerascopeError } from '../errors/verascope-error.ts'
import { caseFileAltered } from './case-faults.ts'
import { type Act, JOURNAL_NAME, type JournalLine } from './journal.ts'

const KINDS = [
  'access-key',
  'principal',
  'session',
  'address',
  'user-agent',
  'instance',
] as const satisfies readonly IndicatorKind[]

/** An indicator as somebody typed it. */
export interface IndicatorWish {
  readonly value: string
  /** Null: told from the form of the value. */
  readonly kind: IndicatorKind | null
  readonly window: Window
  readonly ours: boolean
  readonly by: string | null
}

const ADDED = z.looseObject({
  indicator: z.looseObject({
    id: z.string(),
    kind: z.enum(KINDS),
    value: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    ours: z.boolean(),
    by: z.string().nullable(),
  }),
})
const WITHDRAWN = z.looseObject({ id: z.string() })

function text(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}

function unusable(what: string, why: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2007',
    what,
    why,
    still: 'Nothing was added.',
    next: ['verascope indicator add --help'],
  })
}

/** Forms that are meant to point at something else: taken as a user agent they would match no call, and nobody would notice. */
const MISTAKEN: readonly { readonly form: RegExp; readonly what: string; readonly instead: string }[] = [
  {
    form: /^[0-9a-fA-F]*[.:][0-9a-fA-F.:]*\/\d{1,3}$/,
    what: 'a range of addresses',
    instead: 'Add its addresses one by one.',
  },
  {
    form: /^(?:AGPA|AIDA|AIPA|ANPA|ANVA|APKA|AROA|ASCA)[A-Z0-9]*(?::.*)?$/,
    what: 'the unique id of a principal',
    instead: 'Add its ARN.',
  },
  {
    form: /^(?:ABIA|ACCA|AKIA|ASIA)[A-Z0-9]*$/,
    what: 'the id of an access key, but is too short or too long',
    instead: 'Add the whole id.',
  },
  { form: /^\d{12}$/, what: 'the number of an account', instead: 'Add the ARN of a principal.' },
]

/** Refuses what nobody meant as a user agent, unless they said so. */
function kindOf(value: string): IndicatorKind {
  const kind = indicatorKindOf(value)
  const mistaken = kind === 'user-agent' ? MISTAKEN.find(({ form }) => form.test(value)) : undefined
  if (mistaken === undefined) return kind
  const { what, instead } = mistaken
  throw unusable(
    'this cannot be used as an indicator',
    `It looks like ${what}. ${instead} If it really is a part of a user agent: --kind user-agent.`,
  )
}

/**
 * Makes an indicator. Its id is `I-` and 12 hex digits of the SHA-256 over kind, value, window and side, so that the same
 * indicator has the same id in every case. Blanks around the value are cut; its case is kept where cases tell values apart, as those of keys do.
 * Throws VS2007 when the value is empty or of a form that no indicator has, or when the window ends before it begins.
 */
export function makeIndicator({ value: typed, kind: asked, window, ours, by }: IndicatorWish): Indicator {
  const asTyped = typed.trim()
  if (asTyped === '') throw unusable('an indicator needs a value', 'An empty one would match every call, or none.')
  if (window.from !== null && window.to !== null && window.from > window.to) {
    throw unusable(
      'the indicator ends before it begins',
      `It is from ${formatInstant(window.from)} to ${formatInstant(window.to)}: no call would ever match.`,
    )
  }
  const kind = asked ?? kindOf(asTyped)
  const value = indicatorValueOf(kind, asTyped)
  const subject = JSON.stringify([kind, value, text(window.from), text(window.to), ours])
  const id = `I-${createHash('sha256').update(subject).digest('hex').slice(0, 12)}`
  return { id, kind, value, window, ours, by }
}

/** The act of adding an indicator. */
export function indicatorAdded({ id, kind, value, window, ours, by }: Indicator): Act {
  return {
    kind: 'indicator-added',
    indicator: { id, kind, value, from: text(window.from), to: text(window.to), ours, by },
  }
}

/** The act of taking an indicator back. */
export function indicatorWithdrawn({ id }: Indicator): Act {
  return { kind: 'indicator-withdrawn', id }
}

/** Passing over what is not understood would take the actor's calls for somebody else's. */
function notUnderstood({ n }: JournalLine): VerascopeError {
  return caseFileAltered(JOURNAL_NAME, `line ${n}: this version does not understand what it says of an indicator`)
}

function instantOf(written: string | null, line: JournalLine): Instant | null {
  if (written === null) return null
  const at = parseInstant(written)
  if (at === null) throw notUnderstood(line)
  return at
}

function addedBy(line: JournalLine): Indicator {
  const { data } = ADDED.safeParse(line.act)
  if (data === undefined) throw notUnderstood(line)
  const { id, kind, value, from, to, ours, by } = data.indicator
  return { id, kind, value, window: { from: instantOf(from, line), to: instantOf(to, line) }, ours, by }
}

function withdrawnBy(line: JournalLine): string {
  const { data } = WITHDRAWN.safeParse(line.act)
  if (data === undefined) throw notUnderstood(line)
  return data.id
}

/** The indicators that stand: added and not taken back, in the order of the journal. Throws VS7002 for one it cannot read. */
export function indicatorsInForce(journal: readonly JournalLine[]): readonly Indicator[] {
  const standing = new Map<string, Indicator>()
  for (const line of journal) {
    if (line.act.kind === 'indicator-added') {
      const indicator = addedBy(line)
      standing.set(indicator.id, indicator)
    }
    if (line.act.kind === 'indicator-withdrawn') standing.delete(withdrawnBy(line))
  }
  return [...standing.values()]
}
