import type { Stage } from '../play/stage.ts'
import { HOUR, MINUTE } from '../time.ts'
import type { Trail } from '../world/trail.ts'
import { type Chain, digest, hoursBetween, type Previous, phantom, previousOf } from './chain.ts'
import type { DigestFile, LogFile } from './delivered.ts'
import { folderOf } from './logs.ts'
import { covers } from './recorded.ts'
import type { Weather } from './weather.ts'

/** A stretch in which digests are made without a break. */
interface Stretch {
  readonly from: number
  readonly to: number
  /** Whether it goes back to before the evidence begins. */
  readonly isOld: boolean
}

/** The first and the last instant of the evidence. */
export interface Span {
  readonly from: number
  readonly to: number
}

interface DigestOptions {
  readonly span: Span
  readonly weather: Weather
}

/** When a trail was on here with validation, out of its states. */
function onStretches(stage: Stage, chain: Chain, span: Span): readonly Stretch[] {
  const { trail, account, region } = chain
  const found: Stretch[] = []
  let from: number | null = null
  for (const one of stage.history.trailStates(trail)) {
    const isOn = one.state.validates && covers(trail, one.state, account, region)
    if (isOn && from === null) from = one.from
    if (!isOn && from !== null) {
      found.push({ from, to: one.from, isOld: from < span.from })
      from = null
    }
  }
  if (from !== null) found.push({ from, to: Number.POSITIVE_INFINITY, isOld: from < span.from })
  return found
}

/** Stretches that a short stop divides may be one chain. */
function joined(stage: Stage, stretches: readonly Stretch[], joins: number): readonly Stretch[] {
  const result: Stretch[] = []
  for (const next of stretches) {
    const last = result.at(-1)
    if (last !== undefined && next.from - last.to < 40 * MINUTE && stage.chance.happens(joins)) {
      result[result.length - 1] = { ...last, to: next.to }
    } else result.push(next)
  }
  return result
}

/** The last digest of a chain waits for the file that holds the stop. */
function hoursOf(
  stage: Stage,
  stretch: Stretch,
  span: Span,
): readonly { readonly from: number; readonly to: number }[] {
  const begin = stretch.isOld ? span.from - stage.chance.whole(0, 3599) * 1000 : stretch.from
  const isOpen = stretch.to === Number.POSITIVE_INFINITY
  const end = isOpen ? span.to : stretch.to + 13 * MINUTE
  const hours = hoursBetween(begin, end)
  return hours.filter(({ from, to }) => to <= span.to && (!isOpen || to - from === HOUR))
}

function chainDigests(
  stage: Stage,
  chain: Chain,
  files: readonly LogFile[],
  { span, weather }: DigestOptions,
): readonly DigestFile[] {
  const result: DigestFile[] = []
  for (const stretch of joined(stage, onStretches(stage, chain, span), weather.joins)) {
    const hours = hoursOf(stage, stretch, span)
    const first = hours[0]
    if (first === undefined) continue
    let previous: Previous | null = stretch.isOld ? phantom(chain, first.from, stage.chance) : null
    for (const { from, to } of hours) {
      const listed = files.filter(({ deliveredAt }) => deliveredAt >= from && deliveredAt < to)
      const made = digest(chain, { from, to, files: listed, isBackfill: false }, previous, to + 2 * MINUTE)
      result.push(made)
      previous = previousOf(made)
    }
  }
  return result
}

/** Files that a digest should have listed are listed later, by a chain of their own. */
function backfillDigests(
  chain: Chain,
  regular: readonly DigestFile[],
  omitted: readonly LogFile[],
  span: Span,
): readonly DigestFile[] {
  const result: DigestFile[] = []
  let previous: Previous | null = null
  for (const { from, to } of regular) {
    const files = omitted.filter(({ deliveredAt }) => deliveredAt >= from && deliveredAt < to)
    if (files.length === 0) continue
    const made = digest(chain, { from, to, files, isBackfill: true }, previous, Math.min(to + 2 * HOUR, span.to))
    result.push(made)
    previous = previousOf(made)
  }
  return result
}

/** Accounts and regions in which a trail could ever have recorded something. */
function chainsOf(stage: Stage, trail: Trail): readonly Chain[] {
  const states = stage.history.trailStates(trail)
  return stage.accounts.flatMap((account) =>
    stage.settings.regions
      .filter((region) => states.some(({ state }) => covers(trail, state, account.id, region)))
      .map((region) => ({
        trail,
        account: account.id,
        region,
        folder: folderOf(stage, trail, account.id, 'CloudTrail-Digest'),
      })),
  )
}

export function digestFiles(
  stage: Stage,
  trail: Trail,
  logs: readonly LogFile[],
  options: DigestOptions,
): readonly DigestFile[] {
  return chainsOf(stage, trail).flatMap((chain) => {
    const own = logs.filter(({ account, region }) => account === chain.account && region === chain.region)
    const omitted = new Set(own.filter(() => stage.chance.happens(options.weather.backfills)))
    const listed = own.filter((file) => !omitted.has(file))
    const regular = chainDigests(stage, chain, listed, options)
    return [...regular, ...backfillDigests(chain, regular, [...omitted], options.span)]
  })
}
