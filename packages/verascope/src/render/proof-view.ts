import type { EvidenceRef } from '@verascope/core/domain/evidence-ref'
import type { Premise } from '@verascope/core/domain/premise'
import { counted } from './amounts.ts'
import { joinBlocks, type Page } from './page.ts'
import { hang, safeText } from './text.ts'

/** One numbered step of an argument. */
export interface Step {
  readonly number: string
  readonly premise: Premise
  /** The number under which this premise was argued already; it is not argued twice. */
  readonly asIn: string | null
  /** The number of the step that it supports; null for the conclusion. */
  readonly above: string | null
}

/** A premise that is named but not in the graph: shown, never passed over. */
export interface MissingStep {
  readonly number: string
  readonly missing: string
}

/** Levels that a number shows; a longer chain is counted on below the last of them, or its numbers would fill the page. */
const DEEPEST = 5

/** Numbers the steps of one argument in the order in which they are argued. */
class Numbering {
  readonly #counts = new Map<string, number>()

  /** The number of the nth step in support of another (null: of the conclusion): `2`, `2.1`, and far below `2.1.1.1.1/7`. */
  next(above: string | null, nth: number): string {
    if (above === null) return String(nth)
    const [base = above] = above.split('/')
    if (base === above && base.split('.').length < DEEPEST) return `${above}.${nth}`
    const count = (this.#counts.get(base) ?? 0) + 1
    this.#counts.set(base, count)
    return `${base}/${count}`
  }
}

/** A premise that is still to be argued. */
interface Waiting {
  readonly id: string
  readonly above: string | null
  readonly nth: number
}

/** The argument under a premise, numbered: `1`, `1.1`, `2` ... A premise that recurs refers to its first number. */
export function argumentOf(root: Premise, premises: ReadonlyMap<string, Premise>): readonly (Step | MissingStep)[] {
  const numbers = new Map<string, string>([[root.id, 'the conclusion']])
  const numbering = new Numbering()
  const steps: (Step | MissingStep)[] = []
  // A stack and no recursion: a chain of credentials may be thousands of steps long.
  const open: Waiting[] = root.from.map((id, at) => ({ id, above: null, nth: at + 1 })).reverse()
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const number = numbering.next(one.above, one.nth)
    const premise = premises.get(one.id)
    const asIn = numbers.get(one.id) ?? null
    if (premise === undefined) steps.push({ number, missing: one.id })
    else steps.push({ number, premise, asIn, above: one.above })
    if (premise === undefined || asIn !== null) continue
    numbers.set(one.id, number)
    open.push(...premise.from.map((id, at) => ({ id, above: number, nth: at + 1 })).reverse())
  }
  return steps
}

/** Where a record is: the file and the number of the record in it. */
export type PlaceOf = (ref: EvidenceRef) => string

const SHOWN_RECORDS = 3

function recordLines(premise: Premise, indent: string, placeOf: PlaceOf, page: Page): readonly string[] {
  const shown = page.all ? premise.evidence : premise.evidence.slice(0, SHOWN_RECORDS)
  const rest = premise.evidence.length - shown.length
  return [
    ...shown.flatMap((one) => hang(`${indent}record `, safeText(`${one.event} in ${placeOf(one.ref)}`), page.width)),
    ...(rest === 0 ? [] : hang(indent, `… ${counted(rest, 'more record')} named here: --all`, page.width)),
  ].map((line) => page.paint('dim', line))
}

function premiseLines(premise: Premise, indent: string, placeOf: PlaceOf, page: Page): readonly string[] {
  const doubt = premise.unless === null ? [] : hang(`${indent}unless `, safeText(premise.unless), page.width)
  const enough = `any one of the ${counted(premise.from.length, 'step')} under this is enough`
  const isAny = premise.any === true && premise.from.length > 1
  return [
    ...doubt.map((line) => page.paint('undetermined', line)),
    ...(isAny ? hang(indent, enough, page.width) : []),
    ...recordLines(premise, indent, placeOf, page),
  ]
}

function stepLines(step: Step | MissingStep, placeOf: PlaceOf, page: Page): readonly string[] {
  const depth = Math.min(6, step.number.split('.').length - 1)
  const lead = `${'  '.repeat(depth)}${step.number}  `
  const indent = ' '.repeat(lead.length)
  if ('missing' in step)
    return hang(lead, `premise ${step.missing} is not in the stored assessment: this step is not proven`, page.width)
  // Where numbers are counted on, they no longer show what supports what.
  const support = step.number.includes('/') ? ` (in support of ${step.above})` : ''
  const text = `${safeText(step.premise.says)}${support}`
  if (step.asIn !== null) return hang(lead, `${text} (argued as ${step.asIn})`, page.width)
  return [...hang(lead, text, page.width), ...premiseLines(step.premise, indent, placeOf, page)]
}

/** A proof as a numbered argument: what is said, why, from which records, and what would make it wrong. */
export function proofView(root: Premise, premises: ReadonlyMap<string, Premise>, placeOf: PlaceOf, page: Page): string {
  const steps = argumentOf(root, premises)
  const own = steps.length === 0 ? ['It rests on nothing but its own records above.'] : ['Because']
  return joinBlocks([
    [
      page.paint('title', root.id),
      ...hang('', safeText(root.says), page.width),
      ...premiseLines(root, '  ', placeOf, page),
    ],
    [page.paint('title', own[0] ?? ''), ...steps.flatMap((step) => stepLines(step, placeOf, page))],
    [
      page.paint('title', 'Check it yourself:'),
      `  ${page.program} proof ${root.id} --sql`,
      `  ${page.program} proof ${root.id} --record`,
    ],
  ])
}
