import { parseArn } from '../domain/arn.ts'
import type { AcceptedAssumption, LogName } from '../domain/assumption.ts'
import { formatInstant } from '../domain/instant.ts'
import type { LogStatement } from '../domain/log-config.ts'
import { meet, type Stretch, windowStretch } from '../domain/stretches.ts'
import { groupBy } from '../facts/group.ts'
import { isMeant } from './assumed.ts'
import type { DeliveryRecord } from './delivery.ts'

/** What evidence says of logs that somebody may have taken something else for true of. */
export interface Contradicting {
  readonly chains: readonly DeliveryRecord[]
  readonly statements: readonly LogStatement[]
}

function isMeantChain({ arn, home, name }: LogName, { log, account, organisation }: DeliveryRecord): boolean {
  if (log !== `${home}/${name}`) return false
  return arn === null || organisation !== null || parseArn(arn)?.account === account
}

/** A file that a signed statement says was delivered and that is not there; null where every one is. */
function notWhole(one: AcceptedAssumption<'delivery'>, chains: readonly DeliveryRecord[]): string | null {
  const { log, account, region } = one.scope
  const about = windowStretch(one.window)
  const gaps = chains
    .filter((chain) => isMeantChain(log, chain))
    .filter((chain) => (account ?? chain.account) === chain.account && (region ?? chain.region) === chain.region)
    .flatMap(({ absent }) => absent.filter((gap) => meet([windowStretch(gap)], [about]).length > 0))
  return gaps[0]?.because ?? null
}

function isWithin({ at }: LogStatement, { from, to }: Stretch): boolean {
  return at !== null && at >= from && at < to
}

/** Whether an answer shows a setting otherwise than an earlier one. */
function isOther(later: LogStatement, earlier: LogStatement): boolean {
  const before: ReadonlyMap<string, unknown> = new Map(Object.entries(earlier.says))
  return Object.entries(later.says).some(
    ([name, value]) => before.has(name) && JSON.stringify(before.get(name)) !== JSON.stringify(value),
  )
}

/** A call that changed the log, or an answer that shows it otherwise than another; null where all that is said agrees. */
function notConstant(one: AcceptedAssumption<'config-constant'>, statements: readonly LogStatement[]): string | null {
  const about = windowStretch(one.window)
  const within = statements
    .filter((said) => isMeant(one.scope.log, said) && isWithin(said, about))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  const shown = groupBy(within, (said) => [said.log])
  const changed = within.find(({ act }) => act !== 'shown')
  if (changed !== undefined && changed.at !== null) return `${changed.log} was changed at ${formatInstant(changed.at)}`
  const other = shown.flatMap((group) =>
    group.filter((said, at) => at > 0 && group.slice(0, at).some((earlier) => isOther(said, earlier))),
  )[0]
  return other === undefined || other.at === null
    ? null
    : `an answer of ${formatInstant(other.at)} shows ${other.log} otherwise than one before it`
}

function because(one: AcceptedAssumption, { chains, statements }: Contradicting): string | null {
  if (one.kind === 'delivery') return notWhole(one, chains)
  return one.kind === 'config-constant' ? notConstant(one, statements) : null
}

/** The assumptions, those on logs that evidence contradicts broken: nothing is accepted for what it denies (coverage.md 6). */
export function contradicted(
  assumptions: readonly AcceptedAssumption[],
  evidence: Contradicting,
): readonly AcceptedAssumption[] {
  return assumptions.map((one) => {
    const broken = one.broken ?? because(one, evidence)
    return broken === one.broken ? one : { ...one, broken }
  })
}
