import { plus } from '../domain/instant.ts'
import type { AmountWitness, FlowWitness, RequestWitness, Witness, Witnessed } from '../domain/witness.ts'
import {
  ADDRESSES,
  AGENTS,
  type Draw,
  EFFECTS,
  OBJECTS,
  PRINCIPALS,
  pick,
  randomWindow,
  store,
  time,
} from './random-calls.ts'
import type { WitnessQuery } from './witness-port.ts'
import { witnessedAt } from './witnessed.ts'

const CREDENTIALS = ['AKIA1', "it's", null] as const

/** A number with a fraction, one that is not known, one that nothing amounts to. */
function count(draw: Draw): number | null {
  return pick(draw, [null, draw(5) + draw(4) / 4, draw(1_000), -1, Number.POSITIVE_INFINITY])
}

function request(draw: Draw, base: Pick<Witness, 'at' | 'subject'>): RequestWitness {
  return {
    ...{ ...base, kind: 'request', requestId: pick(draw, ['r', null]), agent: pick(draw, AGENTS) },
    ...{ principal: pick(draw, PRINCIPALS), credential: pick(draw, CREDENTIALS), address: pick(draw, ADDRESSES) },
    object: pick(draw, OBJECTS),
    act: pick(draw, ['GET', "PUT'"]),
    effect: pick(draw, [...EFFECTS, null]),
    outcome: pick(draw, ['ok', 'ok', 'failed'] as const),
    payload: pick(draw, ['object', 'object', 'listing', null] as const),
    bytes: count(draw),
    size: count(draw),
  }
}

/** Stretches that overlap, touch, are empty or end before they begin. */
function flow(draw: Draw, base: Pick<Witness, 'at' | 'subject'>): FlowWitness {
  return {
    ...{ ...base, kind: 'flow', until: plus(base.at, (draw(6) - 1) * 400), address: pick(draw, ADDRESSES) },
    port: pick(draw, [22, 443, null]),
    direction: pick(draw, ['in', 'out', 'unknown'] as const),
    outcome: pick(draw, ['accepted', 'accepted', 'rejected', 'no-data', 'skipped'] as const),
    ...{ bytes: count(draw), packets: count(draw) },
  }
}

function amount(draw: Draw, base: Pick<Witness, 'at' | 'subject'>): AmountWitness {
  return {
    ...{ ...base, kind: 'amount', until: plus(base.at, draw(4) * 500) },
    measure: pick(draw, ['bytes-sent', 'requests'] as const),
    part: pick(draw, ['all', 'internet', 'unknown'] as const),
    meter: pick(draw, ['all', "o'ne", null]),
    ...{ amount: count(draw), complete: draw(2) === 0 },
  }
}

function other(draw: Draw, base: Pick<Witness, 'at' | 'subject'>): Witness {
  const who = { principal: pick(draw, PRINCIPALS), credential: pick(draw, CREDENTIALS), address: pick(draw, ADDRESSES) }
  const act = pick(draw, ['login', "it's"])
  const outcome = pick(draw, ['ok', 'failed'] as const)
  const [effect, object, sessionId] = [
    pick(draw, ['read', 'sent-as', null] as const),
    pick(draw, OBJECTS),
    pick(draw, ['s', null]),
  ]
  switch (pick(draw, ['session', 'mail', 'finding'] as const)) {
    case 'session':
      return { ...base, ...who, kind: 'session', act, effect, outcome, object, sessionId, rows: count(draw) }
    case 'mail': {
      const [scope, agent] = [pick(draw, ['item', 'folder', 'mailbox'] as const), pick(draw, AGENTS)]
      const counts = { messages: count(draw), bytes: count(draw) }
      return { ...base, ...who, kind: 'mail', act, effect, outcome, object, sessionId, scope, agent, ...counts }
    }
    case 'finding':
      return {
        ...base,
        ...who,
        kind: 'finding',
        act,
        until: plus(base.at, draw(3) * 700),
        severity: pick(draw, ['8', null]),
      }
  }
}

function witness(draw: Draw): Witness {
  const base = { at: time(draw), subject: store(draw) }
  const make = pick(draw, [request, request, flow, amount, other])
  return make(draw, base)
}

/** A few witnesses of all kinds that agree on little; several of them may stand in one record. */
export function randomWitnesses(draw: Draw): readonly Witnessed[] {
  return Array.from({ length: draw(40) }, () => {
    const ordinal = draw(30)
    const ref = { item: `item${draw(3)}`, ordinal, offset: ordinal * 10, length: 10 }
    return witnessedAt(witness(draw), {
      ref,
      evidence: pick(draw, ['log', "b'log"]),
      recordHash: pick(draw, ['h', null]),
    })
  })
}

/** A question for some of what random witnesses speak of. */
export function randomWitnessQuery(draw: Draw): WitnessQuery {
  const some = (items: readonly string[]): readonly string[] => items.filter(() => draw(3) === 0)
  return {
    subjects: some(['arn:x:one', 'arn:x:two', "arn:x:o'ne", 'arn:x:%']),
    addresses: some(['192.0.2.1', '2001:db8::1', "' OR 1=1 --"]),
    principals: some(['arn:aws:iam::1:user/u', 'arn:aws:sts::1:assumed-role/r/s']),
    credentials: some(['AKIA1', "it's"]),
    window: randomWindow(draw),
  }
}
