import type { GateState, Stated } from '../domain/statement.ts'
import { complement, isInside, type Stretch } from '../domain/stretches.ts'
import { groupBy } from '../facts/group.ts'
import { by } from '../facts/order.ts'
import { piecesBetween } from './log-timeline.ts'
import { type ChangeRecord, type Teller, type Telling, tellings } from './telling.ts'

/** A gate that is known to have been open over a stretch, and what tells so: any one of the tellings does. */
export interface OpenGate {
  readonly stretch: Stretch
  readonly any: readonly Telling<Stated<'gate'>>[]
}

/** One gate with everything known of it. */
export interface KnownGate {
  readonly gate: GateState['gate']
  readonly id: string
  readonly account: string
  readonly region: string
  /** In order of time. */
  readonly open: readonly OpenGate[]
}

function unclear(one: Teller<Stated<'gate'>>): Teller<Stated<'gate'>> {
  const { source } = one
  return { ...one, isChange: true, value: 'null', source: { ...source, says: { ...source.says, open: null } } }
}

function tellersOf(statements: readonly Stated<'gate'>[]): readonly Teller<Stated<'gate'>>[] {
  const timed = statements.flatMap((source): readonly Teller<Stated<'gate'>>[] => {
    const { at, says } = source
    return at === null ? [] : [{ at, isChange: says.act === 'changed', value: String(says.open), source }]
  })
  // Of what was said at one instant nobody knows the last: where it differs, the gate is not known to be open from then on.
  return groupBy(timed, ({ at }) => [at]).flatMap(([one, ...others]) =>
    others.every(({ value }) => value === one.value) ? [one, ...others] : [unclear(one)],
  )
}

/**
 * What is known of the gates that files of logs pass. INVARIANT: a gate is open only over stretches in which it was shown or set
 * so, and in which a change would have been recorded (coverage.md 2.5): the last change before an answer that shows it open would
 * itself have been delivered through the open gate.
 */
export function knownGates(
  statements: readonly Stated<'gate'>[],
  recordOf: (one: GateState) => ChangeRecord,
): readonly KnownGate[] {
  const sorted = [...statements].sort(
    by(
      (one) => one.says.gate,
      (one) => one.says.id,
      (one) => one.says.account,
      (one) => one.says.region,
      (one) => one.at,
      (one) => String(one.says.open),
      (one) => one.ref.item,
      (one) => one.ref.ordinal,
    ),
  )
  return groupBy(sorted, ({ says }) => [says.gate, says.id, says.account, says.region]).map((group): KnownGate => {
    const { gate, id, account, region } = group[0].says
    const record = recordOf(group[0].says)
    const tellers = tellersOf(group)
    const open = piecesBetween(
      tellers.map((one) => one.at),
      record,
    ).flatMap((stretch): readonly OpenGate[] => {
      const any = tellings(tellers, stretch, record)
      return any[0]?.source.says.open === true ? [{ stretch, any }] : []
    })
    return { gate, id, account, region, open }
  })
}

/** The parts of a stretch over which a gate is not known to have been open; all of it where nothing is known of the gate. */
export function notOpen(known: KnownGate | undefined, stretch: Stretch): readonly Stretch[] {
  const open = (known?.open ?? []).map((one) => one.stretch)
  if (isInside(stretch, open)) return []
  return complement(open).flatMap(({ from, to }) => {
    const part = { from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }
    return part.from < part.to ? [part] : []
  })
}
