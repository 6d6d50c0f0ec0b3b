import type { Coverage } from '../coverage/coverage.ts'
import type { OpenGate } from '../coverage/gates.ts'
import type { LogField } from '../coverage/log-timeline.ts'
import { changeNeeds } from '../coverage/needs.ts'
import type { KnownLog, LogRecord, Place } from '../coverage/record.ts'
import type { Telling } from '../coverage/telling.ts'
import { formatInstant, type Instant, instantOfMillis } from '../domain/instant.ts'
import type { LogStatement, SelectionNeed } from '../domain/log-config.ts'
import type { PremiseDraft, PremiseGraph } from '../domain/premise-graph.ts'
import type { GateState } from '../domain/statement.ts'
import { isInside, meet, type Stretch } from '../domain/stretches.ts'
import type { Catalog } from '../facts/catalog.ts'
import { eventsOf } from './coverage-words.ts'
import { DeliveryProofs } from './delivery-proofs.ts'
import { PremiseMaker } from './premise-maker.ts'
import { FIELD_WORDS, spanWords, statementWords } from './record-words.ts'

/** Where the logs that prove a stretch change: in each piece they are the same. */
function piecesOf(
  by: readonly LogRecord[],
  stretch: Stretch,
): readonly { piece: Stretch; logs: readonly KnownLog[] }[] {
  const edges = by.flatMap(({ complete }) => complete.flatMap(({ from, to }) => [from, to]))
  const inner = edges.filter((edge) => edge > stretch.from && edge < stretch.to)
  const marks = [stretch.from, ...new Set([...inner].sort((a, b) => a - b)), stretch.to]
  return marks.slice(1).map((to, at) => {
    const piece = { from: marks[at] ?? stretch.from, to }
    return { piece, logs: by.filter(({ complete }) => isInside(piece, complete)).map(({ known }) => known) }
  })
}

/** The time over which nothing may have changed for a statement to tell of a stretch that lies before or behind it. */
function between(at: Instant | null, { from, to }: Stretch): Stretch {
  return { from: Math.min(from, at ?? from), to: Math.max(to, at ?? to) }
}

function evidenceOf({ ref }: LogStatement): PremiseDraft['evidence'] {
  return [{ event: 'log-settings', ref }]
}

/** What is asked of one log: the events of a need in a place over a piece of time, with or without the gates that its files pass. */
interface Asked {
  readonly place: Place
  readonly need: SelectionNeed
  readonly piece: Stretch
  readonly gated: boolean
}

/** Makes the premises on which a complete record rests, down to the answers, statements and keys in evidence. */
export class RecordProofs {
  readonly #make: PremiseMaker
  readonly #deliveries: DeliveryProofs
  readonly #coverage: Coverage
  readonly #catalog: Catalog

  /** Takes the graph to add to and what is known of the logs. */
  constructor(graph: PremiseGraph, coverage: Coverage, catalog: Catalog) {
    this.#make = new PremiseMaker(graph)
    this.#deliveries = new DeliveryProofs(this.#make, coverage)
    this.#coverage = coverage
    this.#catalog = catalog
  }

  /** That every event of a need in a place is in evidence over a stretch, of which that holds. */
  record(place: Place, need: SelectionNeed, stretch: Stretch): string {
    return this.#make.once('record', [place, need, stretch], () => {
      const where = `account ${place.account}, region ${place.region}`
      const says = `Every one of the ${eventsOf(need)} in ${where} ${spanWords(stretch)} is in evidence.`
      return { says, from: this.#ways(place, need, stretch, true) }
    })
  }

  /** Piece by piece, the logs that recorded a need: any one of them is enough. */
  #ways(place: Place, need: SelectionNeed, stretch: Stretch, gated: boolean): readonly string[] {
    return piecesOf(this.#by(place, need, gated), stretch).map(({ piece, logs }) => {
      const ways = logs.map((log) => this.#log(log, { place, need, piece, gated }))
      const says = `Each of ${ways.length} logs recorded the ${eventsOf(need)} ${spanWords(piece)}.`
      return this.#make.any('record', ways, [place, need, piece, gated], says)
    })
  }

  #by(place: Place, need: SelectionNeed, gated: boolean): readonly LogRecord[] {
    return (gated ? this.#coverage.recordOf(place, need) : this.#coverage.ungatedRecordOf(place, need)).by
  }

  #log(known: KnownLog, { place, need, piece, gated }: Asked): string {
    return this.#make.once('log', [known.log, place, need, piece, gated], () => {
      const asked: readonly LogField[] = [
        ...(['exists', 'on', 'selectors'] as const),
        ...(place.region === known.home && need.global !== true ? [] : (['allRegions'] as const)),
        ...(need.global === true ? (['global'] as const) : []),
        ...(place.account === known.account ? [] : (['allAccounts'] as const)),
      ]
      const settings = this.#settings(known, asked, piece, (one) => this.#telling(known, one, gated))
      return {
        says: `${known.log} recorded the ${eventsOf(need)} in ${place.account}, ${place.region}, whoever caused them, ${spanWords(piece)}.`,
        from: [...settings, this.#delivered(known, place, piece, gated)],
      }
    })
  }

  /** The settings of a log over a stretch, each with what tells of it. */
  #settings(
    known: KnownLog,
    fields: readonly LogField[],
    piece: Stretch,
    tell: (one: Telling<LogStatement>) => string,
  ): readonly string[] {
    return known.timeline.flatMap(({ stretch, told }) =>
      meet([stretch], [piece]).flatMap((part) =>
        told
          .filter(({ field }) => fields.includes(field))
          .map(({ field, any }) => {
            const says = `${any.length} statements show ${FIELD_WORDS[field]}: ${known.log}, ${spanWords(part)}.`
            const from = any.map(({ source }) => tell({ source, unchanged: between(source.at, part) }))
            return this.#make.any('setting', from, [known.log, field, part], says)
          }),
      ),
    )
  }

  #telling(known: KnownLog, { source, unchanged }: Telling<LogStatement>, gated: boolean): string {
    return this.#make.once('setting', [known.log, source.ref, unchanged, gated], () => ({
      says: `${statementWords(source)}, and nothing changed them ${spanWords(unchanged)}.`,
      evidence: evidenceOf(source),
      from: [
        this.#unchanged(known, unchanged, gated),
        ...this.#flows({ account: known.account, region: known.home }, source.at, unchanged),
      ],
    }))
  }

  /** What an answer shows of the time before it holds only from when on changes are seen to be recorded. */
  #flows(place: Place, at: Instant | null, { from, to }: Stretch): readonly string[] {
    const [since, until] = [this.#coverage.flowsSince(place), instantOfMillis(from)]
    if (at === null || at < to || since === null || until === null) return []
    const { account, region } = place
    return [
      this.#make.once('evidence', ['flows', account, region, until], () => ({
        says: `Calls that change something in ${account}, ${region} are recorded from ${formatInstant(since)} on: changes of settings would be as well.`,
        query: { kind: 'writes', account, region, until },
      })),
    ]
  }

  /** A statement alone: what it rests on in turn is argued where it is asked about for itself. */
  #bare(known: KnownLog, { source }: Telling<LogStatement>): string {
    const made = { says: `${statementWords(source)}.`, evidence: evidenceOf(source) }
    return this.#make.once('setting', ['bare', known.log, source.ref], () => made)
  }

  /**
   * That a change of a log would have been recorded in its home. INVARIANT: the argument ends here: the first change without a record
   * would have been made while a log still recorded it, so that the settings of that log are taken as the answers show them.
   */
  #unchanged(known: KnownLog, stretch: Stretch, gated: boolean): string {
    return this.#make.once('unchanged', [known.log, stretch, gated], () => {
      const place = { account: known.account, region: known.home }
      const needs = changeNeeds('recording', this.#catalog)
      const from = needs.flatMap((need) =>
        piecesOf(this.#by(place, need, gated), stretch).map(({ piece, logs }) =>
          this.#watch(logs, { place, need, piece, gated }),
        ),
      )
      return {
        says: `A change of ${known.log} ${spanWords(stretch)} would be in the record of its home, and none is.`,
        from,
      }
    })
  }

  #watch(logs: readonly KnownLog[], { place, need, piece, gated }: Asked): string {
    const ways = logs.map((log) =>
      this.#make.once('log', ['watch', log.log, place, piece, gated], () => {
        const settings = this.#settings(log, ['exists', 'on', 'selectors'], piece, (one) => this.#bare(log, one))
        const says = `${log.log} recorded changes in ${place.account}, ${place.region}, ${spanWords(piece)}.`
        return { says, from: [...settings, this.#delivered(log, place, piece, gated)] }
      }),
    )
    const says = `Each of ${ways.length} logs recorded the ${eventsOf(need)} ${spanWords(piece)}.`
    return this.#make.any('log', ways, ['watch', place, need, piece, gated], says)
  }

  #delivered(known: KnownLog, place: Place, piece: Stretch, gated: boolean): string {
    return this.#make.once('delivered', [known.log, place, piece, gated], () => {
      const gates = gated ? this.#gates(known, this.#deliveries.empty(known, place, piece)) : []
      return this.#deliveries.delivered(known, place, piece, gates)
    })
  }

  /** That gates were open where no file came: by any telling of each stretch. */
  #gates({ timeline }: KnownLog, empty: readonly Stretch[]): readonly string[] {
    const passed = timeline.flatMap(({ stretch, target, key }) =>
      meet([stretch], empty).flatMap((part) =>
        [target?.split('/')[0] ?? null, key === 'none' ? null : key].flatMap((id) =>
          id === null ? [] : [{ id, part }],
        ),
      ),
    )
    return passed.flatMap(({ id, part }) =>
      this.#coverage.gates
        .filter((gate) => gate.id === id)
        .flatMap(({ open }) =>
          open.flatMap((one) => meet([one.stretch], [part]).map((stretch) => this.#gate(id, { ...one, stretch }))),
        ),
    )
  }

  #gate(id: string, { stretch, any }: OpenGate): string {
    const from = any.map(({ source: { says, at, ref } }) => {
      const unchanged = between(at, stretch)
      return this.#make.once('gate', [id, ref, stretch], () => {
        const act = says.act === 'shown' ? 'An answer shows' : 'A call set'
        const words = `${act} that ${id} let files through, and nothing changed that ${spanWords(unchanged)}.`
        const flows = this.#flows({ account: says.account, region: says.region }, at, unchanged)
        return {
          says: words,
          evidence: [{ event: 'gate', ref }],
          from: [...this.#gateWatch(says, unchanged), ...flows],
        }
      })
    })
    const says = `${any.length} statements show that ${id} let files through ${spanWords(stretch)}.`
    return this.#make.any('gate', from, [id, stretch], says)
  }

  /** The last change before an answer that shows a gate open came through the open gate itself: gates are not asked about again. */
  #gateWatch({ gate, account, region }: GateState, stretch: Stretch): readonly string[] {
    const needs = changeNeeds(gate, this.#catalog)
    return needs.flatMap((need) => this.#ways({ account, region }, need, stretch, false))
  }
}
