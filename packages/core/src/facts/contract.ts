import type { CallerQuery, Facts } from './port.ts'
import {
  type Draw,
  randomCallers,
  randomParts,
  randomSelection,
  randomStretches,
  randomWindow,
} from './random-calls.ts'
import { randomWitnessQuery } from './random-witnesses.ts'

/** A question with its arguments: every implementation of the port must give the same answer to it. */
export interface ContractQuestion {
  readonly name: keyof Facts
  readonly ask: (facts: Facts) => Promise<unknown>
}

function callerQuery(draw: Draw): CallerQuery {
  const some = (items: readonly string[]): readonly string[] => items.filter(() => draw(2) === 0)
  return {
    callers: randomCallers(draw),
    principals: some(['arn:aws:iam::1:user/u', 'arn:aws:iam::1:role/r', "arn:'"]),
    addresses: some(['192.0.2.1', "' OR 1=1 --", '2001:db8::1']),
    sessionNames: some(['i-0abc', 's', '%']),
  }
}

/** Every question of the port, with drawn arguments; INVARIANT: one entry a question, so that none is left untested. */
export function contractQuestions(draw: Draw): readonly ContractQuestion[] {
  const query = callerQuery(draw)
  const callers = randomCallers(draw)
  const selection = randomSelection(draw)
  const stretches = randomStretches(draw)
  const topics = (['delivery-failure', 'regions'] as const).filter(() => draw(2) === 0)
  const parts = randomParts(draw)
  const witnessQuery = randomWitnessQuery(draw)
  const window = randomWindow(draw)
  const questions: { readonly [Name in keyof Facts]: ContractQuestion['ask'] } = {
    places: (facts) => facts.places(),
    callsDuring: (facts) => facts.callsDuring(stretches),
    callers: (facts) => facts.callers(query),
    mintsFrom: (facts) => facts.mintsFrom(callers),
    mintsOf: (facts) => facts.mintsOf(callers),
    touches: (facts) => facts.touches(selection),
    usesOf: (facts) => facts.usesOf(['arn:x:one', "arn:x:o'ne", 'arn:x:%']),
    volumes: (facts) => facts.volumes(selection),
    partTouches: (facts) => facts.partTouches(selection, parts),
    partVolumes: (facts) => facts.partVolumes(selection, parts),
    stores: (facts) => facts.stores(),
    grants: (facts) => facts.grants(['arn:x:one', "arn:x:o'ne", 'arn:x:%']),
    changesBy: (facts) => facts.changesBy(selection),
    closingsOn: (facts) => facts.closingsOn(["user o'u", 'policy %']),
    ends: (facts) => facts.ends(callers),
    originsOf: (facts) => facts.originsOf(query.principals),
    pairings: (facts) => facts.pairings(callers),
    statements: (facts) => facts.statements(topics),
    calls: (facts) => facts.calls(selection),
    witnessSubjects: (facts) => facts.witnessSubjects(),
    witnessed: (facts) => facts.witnessed(witnessQuery),
    witnessedParts: (facts) => facts.witnessedParts(witnessQuery, parts),
    measured: (facts) => facts.measured(window),
  }
  const names: readonly (keyof Facts)[] = [
    ...(['places', 'callsDuring', 'callers', 'mintsFrom', 'mintsOf', 'touches', 'usesOf', 'volumes'] as const),
    ...(['partTouches', 'partVolumes', 'witnessedParts'] as const),
    ...([
      'stores',
      'grants',
      'changesBy',
      'closingsOn',
      'ends',
      'originsOf',
      'pairings',
      'statements',
      'calls',
      'witnessSubjects',
      'witnessed',
      'measured',
    ] as const),
  ]
  return names.map((name) => ({ name, ask: questions[name] }))
}
