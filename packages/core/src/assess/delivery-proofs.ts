import type { Coverage } from '../coverage/coverage.ts'
import type { VerifiedDigest } from '../coverage/delivery.ts'
import { emptyHours } from '../coverage/delivery-shortfalls.ts'
import type { KnownLog, Place } from '../coverage/record.ts'
import { SLACK } from '../coverage/slack.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import { meet, type Stretch } from '../domain/stretches.ts'
import { assumptionPremise } from './assumption-proofs.ts'
import type { Made, PremiseMaker } from './premise-maker.ts'
import { spanWords } from './record-words.ts'

/** Makes the premises by which what a log delivered is in evidence: statements, their signatures and keys, and what people vouch for. */
export class DeliveryProofs {
  readonly #make: PremiseMaker
  readonly #coverage: Coverage

  /** Takes what premises are made with, and what is known of the logs. */
  constructor(make: PremiseMaker, coverage: Coverage) {
    this.#make = make
    this.#coverage = coverage
  }

  /** The stretches of a piece whose files may have come in a delivery hour in which none came. */
  empty(known: KnownLog, place: Place, piece: Stretch): readonly Stretch[] {
    return this.#coverage
      .deliveriesOf(known, place)
      .flatMap((record) => emptyHours(record, SLACK))
      .flatMap((one) => meet([one], [piece]))
  }

  /** That what a log delivered of a piece of time is in evidence; `gates` are premises that files could pass where none came. */
  delivered(known: KnownLog, place: Place, piece: Stretch, gates: readonly string[]): Made {
    const digests = this.#coverage
      .deliveriesOf(known, place)
      .flatMap(({ verified }) => verified.filter(({ start, end }) => start < piece.to + SLACK && end > piece.from))
    const assumed = this.#coverage
      .assumedOf(known, place)
      .filter(({ stretch }) => meet([stretch], [piece]).length > 0)
      .map(({ assumption }) => assumptionPremise(this.#make.graph, assumption))
    const what = `What ${known.log} delivered of events in ${place.account}, ${place.region} ${spanWords(piece)}`
    const listed = `is listed by ${digests.length} signed statements without a seam, and every file that they list is in evidence and was read whole`
    const vouched = 'is whole by the word of a person, and no signed statement of it is in evidence'
    return {
      says: `${what} ${digests.length === 0 && assumed.length > 0 ? vouched : listed}.`,
      from: [...digests.map((one) => this.#digest(one)), ...gates, ...assumed, this.#slack()],
      unless: 'a file came later than the slack allows, or a statement that nobody listed was left out of the copy',
    }
  }

  #digest({ place, files, ref }: VerifiedDigest): string {
    return this.#make.once('statement', [place], () => {
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
      this.#make.once('signature', [what, ref], () => ({
        says: `The ${what} is in evidence.`,
        evidence: [{ event, ref }],
      })),
    )
    return this.#make.any(
      'signature',
      from,
      [what, place],
      `The ${what} of ${place} is in evidence ${from.length} times.`,
    )
  }

  #slack(): string {
    const says = `A file of events comes at most ${SLACK / 3_600_000} hours after them.`
    return this.#make.once('assumed', ['slack'], () => ({ says, unless: 'the provider delivered later than that' }))
  }
}
