import type { Coverage } from '../coverage/coverage.ts'
import { SLACK } from '../coverage/coverage.ts'
import type { VerifiedDigest } from '../coverage/delivery.ts'
import { emptyHours } from '../coverage/delivery-shortfalls.ts'
import type { OpenGate } from '../coverage/gates.ts'
import type { LogField } from '../coverage/log-timeline.ts'
import { changeNeeds } from '../coverage/needs.ts'
import type { KnownLog, LogRecord, Place } from '../coverage/record.ts'
import type { Telling } from '../coverage/telling.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import { formatInstant, type Instant, instantOfMillis } from '../domain/instant.ts'
import type { LogStatement, SelectionNeed } from '../domain/log-config.ts'
import type { PremiseDraft, PremiseGraph } from '../domain/premise-graph.ts'
import type { GateState } from '../domain/statement.ts'
import { isInside, meet, type Stretch } from '../domain/stretches.ts'
import type { Catalog } from '../facts/catalog.ts'
import { assumptionPremise } from './assumption-proofs.ts'

/** A stretch of time in words. */
export function spanWords({ from, to }: Stretch): string {
  const word = (ms: number, open: string): string => {
    // The end of a stretch lies behind its last instant.
    const at = instantOfMillis(ms % 1000 === 1 ? ms - 1 : ms)
    return at === null ? open : formatInstant(at)
  }
  return `from ${word(from, 'the beginning')} to ${word(to, 'the end')}`
}

const FIELD_WORDS: Readonly<Record<LogField, string>> = {
  exists: 'that it was there',
  on: 'that it was on',
  selectors: 'which events it took',
  allRegions: 'which regions it recorded',
  global: 'that it took calls of services that belong to no region',
  allAccounts: 'which accounts it recorded',
  key: 'which key it encrypted with',
  target: 'where it delivered to',
}

function needWords({ class: name, source, resource }: SelectionNeed): string {
  return `${name} events${source === null ? '' : ` of ${source}`}${resource === null ? '' : ` on ${resource}`}`
}

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

function statementWords({ log, at, act }: LogStatement): string {
  const when = at === null ? 'at an unknown time' : `at ${formatInstant(at)}`
  return act === 'shown' ? `An answer ${when} shows settings of ${log}` : `A call ${when} set ${log}`
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

/** What a premise says, and what it rests on. */
type Made = Pick<PremiseDraft, 'says'> & Partial<PremiseDraft>

/** Makes the premises on which a complete record rests, down to the answers, statements and keys in evidence. */
export class RecordProofs {
  readonly #graph: PremiseGraph
  readonly #coverage: Coverage
  readonly #catalog: Catalog
  readonly #made = new Map<string, string>()

  /** Takes the graph to add to and what is known of the logs. */
  constructor(graph: PremiseGraph, coverage: Coverage, catalog: Catalog) {
    this.#graph = graph
    this.#coverage = coverage
    this.#catalog = catalog
  }

  /** Adds a premise; what stands under one that is there already is not made again. */
  #once(kind: PremiseDraft['kind'], subject: readonly unknown[], make: () => Made): string {
    const text = JSON.stringify(subject)
    const key = `${kind} ${text}`
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const base = { unless: null, from: [], evidence: [], query: null }
    const id = this.#graph.add({ ...base, kind, subject: text, ...make() })
    this.#made.set(key, id)
    return id
  }

  /** That every event of a need in a place is in evidence over a stretch, of which that holds. */
  record(place: Place, need: SelectionNeed, stretch: Stretch): string {
    return this.#once('record', [place, need, stretch], () => {
      const where = `account ${place.account}, region ${place.region}`
      const says = `Every one of the ${needWords(need)} in ${where} ${spanWords(stretch)} is in evidence.`
      return { says, from: this.#ways(place, need, stretch, true) }
    })
  }

  /** Piece by piece, the logs that recorded a need: any one of them is enough. */
  #ways(place: Place, need: SelectionNeed, stretch: Stretch, gated: boolean): readonly string[] {
    return piecesOf(this.#by(place, need, gated), stretch).map(({ piece, logs }) => {
      const ways = logs.map((log) => this.#log(log, { place, need, piece, gated }))
      const says = `Each of ${ways.length} logs recorded the ${needWords(need)} ${spanWords(piece)}.`
      return this.#any('record', ways, [place, need, piece, gated], says)
    })
  }

  #by(place: Place, need: SelectionNeed, gated: boolean): readonly LogRecord[] {
    return (gated ? this.#coverage.recordOf(place, need) : this.#coverage.ungatedRecordOf(place, need)).by
  }

  /** A premise that any one of several is enough for; a single one is itself. */
  #any(kind: PremiseDraft['kind'], from: readonly string[], subject: readonly unknown[], says: string): string {
    const [only] = from
    if (only !== undefined && from.length === 1) return only
    return this.#once(kind, ['any', ...subject, from], () => ({ says, from, any: true }))
  }

  #log(known: KnownLog, { place, need, piece, gated }: Asked): string {
    return this.#once('log', [known.log, place, need, piece, gated], () => {
      const asked: readonly LogField[] = [
        ...(['exists', 'on', 'selectors'] as const),
        ...(place.region === known.home && need.global !== true ? [] : (['allRegions'] as const)),
        ...(need.global === true ? (['global'] as const) : []),
        ...(place.account === known.account ? [] : (['allAccounts'] as const)),
      ]
      const settings = this.#settings(known, asked, piece, (one) => this.#telling(known, one, gated))
      return {
        says: `${known.log} recorded the ${needWords(need)} in ${place.account}, ${place.region}, whoever caused them, ${spanWords(piece)}.`,
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
            return this.#any('setting', from, [known.log, field, part], says)
          }),
      ),
    )
  }

  #telling(known: KnownLog, { source, unchanged }: Telling<LogStatement>, gated: boolean): string {
    return this.#once('setting', [known.log, source.ref, unchanged, gated], () => ({
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
      this.#once('evidence', ['flows', account, region, until], () => ({
        says: `Calls that change something in ${account}, ${region} are recorded from ${formatInstant(since)} on: changes of settings would be as well.`,
        query: { kind: 'writes', account, region, until },
      })),
    ]
  }

  /** A statement alone: what it rests on in turn is argued where it is asked about for itself. */
  #bare(known: KnownLog, { source }: Telling<LogStatement>): string {
    const made = { says: `${statementWords(source)}.`, evidence: evidenceOf(source) }
    return this.#once('setting', ['bare', known.log, source.ref], () => made)
  }

  /**
   * That a change of a log would have been recorded in its home. INVARIANT: the argument ends here: the first change without a record
   * would have been made while a log still recorded it, so that the settings of that log are taken as the answers show them.
   */
  #unchanged(known: KnownLog, stretch: Stretch, gated: boolean): string {
    return this.#once('unchanged', [known.log, stretch, gated], () => {
      const place = { account: known.account, region: known.home }
      const needs = changeNeeds(this.#catalog.governing.get('recording') ?? [], this.#catalog)
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
      this.#once('log', ['watch', log.log, place, piece, gated], () => {
        const settings = this.#settings(log, ['exists', 'on', 'selectors'], piece, (one) => this.#bare(log, one))
        const says = `${log.log} recorded changes in ${place.account}, ${place.region}, ${spanWords(piece)}.`
        return { says, from: [...settings, this.#delivered(log, place, piece, gated)] }
      }),
    )
    const says = `Each of ${ways.length} logs recorded the ${needWords(need)} ${spanWords(piece)}.`
    return this.#any('log', ways, ['watch', place, need, piece, gated], says)
  }

  #delivered(known: KnownLog, place: Place, piece: Stretch, gated: boolean): string {
    return this.#once('delivered', [known.log, place, piece, gated], () => {
      const records = this.#coverage.deliveriesOf(known, place)
      const digests = records.flatMap(({ verified }) =>
        verified.filter(({ start, end }) => start < piece.to + SLACK && end > piece.from),
      )
      const empty = records.flatMap((record) => emptyHours(record, SLACK)).flatMap((one) => meet([one], [piece]))
      const gates = gated ? this.#gates(known, empty) : []
      const assumed = this.#coverage
        .assumedOf(known, place)
        .filter(({ stretch }) => meet([stretch], [piece]).length > 0)
        .map(({ assumption }) => assumptionPremise(this.#graph, assumption))
      return {
        says: `What ${known.log} delivered of events in ${place.account}, ${place.region} ${spanWords(piece)} is listed by ${digests.length} signed statements without a seam, and every file that they list is in evidence and was read whole.`,
        from: [...digests.map((one) => this.#digest(one)), ...gates, ...assumed, this.#slack()],
        unless: 'a file came later than the slack allows, or a statement that nobody listed was left out of the copy',
      }
    })
  }

  #digest({ place, files, ref }: VerifiedDigest): string {
    return this.#once('statement', [place], () => {
      const { signatures, keys } = this.#coverage.signed
      return {
        says: `${place} lists ${files} files; its signature verifies.`,
        from: [this.#leaves('signature', place, signatures(place)), this.#leaves('key', place, keys(place))],
        evidence: [{ event: 'delivery-digest', ref }],
      }
    })
  }

  #leaves(what: 'signature' | 'key', place: string, refs: readonly EvidenceRef[]): string {
    const event = what === 'key' ? 'signing-key' : 'detached-signature'
    const from = refs.map((ref) =>
      this.#once('signature', [what, ref], () => ({ says: `The ${what} is in evidence.`, evidence: [{ event, ref }] })),
    )
    return this.#any('signature', from, [what, place], `The ${what} of ${place} is in evidence ${from.length} times.`)
  }

  #slack(): string {
    const says = `A file of events comes at most ${SLACK / 3_600_000} hours after them.`
    return this.#once('assumed', ['slack'], () => ({ says, unless: 'the provider delivered later than that' }))
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
      return this.#once('gate', [id, ref, stretch], () => {
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
    return this.#any('gate', from, [id, stretch], says)
  }

  /** The last change before an answer that shows a gate open came through the open gate itself: gates are not asked about again. */
  #gateWatch({ gate, account, region }: GateState, stretch: Stretch): readonly string[] {
    const needs = changeNeeds(this.#catalog.governing.get(gate) ?? [], this.#catalog)
    return needs.flatMap((need) => this.#ways({ account, region }, need, stretch, false))
  }
}
