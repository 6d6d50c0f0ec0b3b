import type { DeliveredFile, DeliveryDigest, ListedDigest } from '../domain/delivery.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import { type Instant, plus } from '../domain/instant.ts'
import { groupBy } from '../facts/group.ts'
import { by } from '../facts/order.ts'
import type { Signatures } from './digest-signature.ts'
import type { GapKind } from './gap.ts'

/** A stretch of the time of events for which delivery is not proven. Both ends are included; null is open. */
export interface DeliveryGap {
  readonly kind: GapKind
  readonly from: Instant | null
  readonly to: Instant | null
  /** One clause without a full stop. */
  readonly because: string
  /** The statement or file that falls short. */
  readonly place: string
  /** The record of the statement that it is about or that shows it; null where none does. */
  readonly ref: EvidenceRef | null
}

/** A statement whose signature verifies. */
export interface VerifiedDigest {
  readonly place: string
  readonly start: Instant
  readonly end: Instant
  /** How many files it lists. */
  readonly files: number
  readonly backfill: boolean
  readonly ref: EvidenceRef
}

/** What the signed statements of one log prove of its delivery in one account and region. */
export interface DeliveryRecord {
  readonly log: string
  readonly organisation: string | null
  readonly bucket: string
  readonly account: string
  readonly region: string
  /** In order of time. */
  readonly verified: readonly VerifiedDigest[]
  /** Files that a verified statement lists and that are not there as they were delivered, by the events in them. */
  readonly absent: readonly DeliveryGap[]
  /** In order of time. Outside them every event that the log recorded is in evidence. */
  readonly gaps: readonly DeliveryGap[]
}

/** How a listed file is there: read whole, read in part, or not at all. */
export interface HeldFiles {
  /** By the hash of the inflated content. */
  readonly byHash: (sha256: string) => 'whole' | 'damaged' | null
  /** Whether a file came from this place, whatever it holds. */
  readonly isAt: (place: string) => boolean
}

/** What delivery is judged from. */
export interface DeliveryInput {
  readonly digests: readonly DeliveryDigest[]
  readonly signatures: Signatures
  readonly held: HeldFiles
  /** Statements that a listing of their place or a later one names: one that is not in evidence was not copied. */
  readonly listed: readonly ListedDigest[]
  /** How long after an event its delivery may come, in milliseconds (coverage: two hours, as a printed premise). */
  readonly slack: number
}

/** A stretch of delivery that is not proven, as a stretch of events: what was delivered then happened up to the slack before. */
function unproven(from: Instant | null, to: Instant | null, slack: number): Pick<DeliveryGap, 'from' | 'to'> {
  return { from: from === null ? null : plus(from, -slack), to: to === null ? null : plus(to, -1) }
}

function fileGap(file: DeliveredFile, digest: DeliveryDigest, { held, slack }: DeliveryInput): readonly DeliveryGap[] {
  const state = held.byHash(file.sha256)
  if (state === 'whole') return []
  const { place, oldest, newest } = file
  const isDated = oldest !== null && newest !== null && oldest <= newest
  const when = isDated ? { from: oldest, to: newest } : unproven(digest.start, digest.end, slack)
  const { ref } = digest
  if (state === 'damaged') return [{ kind: 'rejected', ...when, place, ref, because: `${place} was not read whole` }]
  return held.isAt(place)
    ? [
        {
          kind: 'conflict',
          ...when,
          place,
          ref,
          because: `${place} is not the file that was delivered: its content has another hash`,
        },
      ]
    : [{ kind: 'not-delivered', ...when, place, ref, because: `${place} was delivered and is not in evidence` }]
}

/** The files that statements list and that are not there; a statement that does not verify lists nothing. */
function absentFiles(all: readonly DeliveryDigest[], input: DeliveryInput): readonly DeliveryGap[] {
  return all
    .filter((digest) => input.signatures.faultOf(digest) === null)
    .flatMap((digest) => digest.files.flatMap((file) => fileGap(file, digest, input)))
}

/** What a statement by itself falls short of: its signature, and the files that it lists. */
function digestGaps(digest: DeliveryDigest, input: DeliveryInput): readonly DeliveryGap[] {
  const fault = input.signatures.faultOf(digest)
  if (fault !== null) {
    const { place, ref } = digest
    const when = unproven(digest.start, digest.end, input.slack)
    return [{ ...fault, ...when, place, ref, because: `${place} ${fault.because}` }]
  }
  return digest.files.flatMap((file) => fileGap(file, digest, input))
}

/** What lies between two statements that follow each other in time. */
function seam(before: DeliveryDigest, after: DeliveryDigest, { slack }: DeliveryInput): readonly DeliveryGap[] {
  const { previous, place, ref } = after
  const gap = (kind: GapKind, from: Instant, to: Instant, because: string): readonly DeliveryGap[] => [
    { kind, ...unproven(from, to, slack), place, ref, because },
  ]
  const [from, to] = before.end < after.start ? [before.end, after.start] : [after.start, before.end]
  if (previous === null)
    return gap('not-delivered', from, to, `${place} begins a new chain: what lies before it is not listed`)
  if (previous.place !== before.place || after.start > before.end)
    return gap('not-delivered', from, to, `the statement before ${place} is not in evidence: ${previous.place}`)
  if (previous.sha256 !== before.sha256)
    return gap(
      'conflict',
      before.start,
      before.end,
      `${before.place} is not what its successor says it was: its content has another hash`,
    )
  return []
}

function compareGaps(a: DeliveryGap, b: DeliveryGap): number {
  return by<DeliveryGap>(
    (one) => one.from,
    (one) => one.to,
    (one) => one.place,
    (one) => one.kind,
  )(a, b)
}

function openEnds(chain: readonly DeliveryDigest[], log: string, { slack }: DeliveryInput): readonly DeliveryGap[] {
  const [first, last] = [chain[0], chain.at(-1)]
  const kind = 'unverified'
  if (first === undefined || last === undefined)
    return [
      { kind, from: null, to: null, place: log, ref: null, because: `no chain of statements of ${log} is in evidence` },
    ]
  const [before, after] = [`no statement from before ${first.place}`, `no statement from after ${last.place}`]
  return [
    {
      kind,
      ...unproven(null, first.start, slack),
      place: first.place,
      ref: first.ref,
      because: `${before} is in evidence`,
    },
    { kind, ...unproven(last.end, null, slack), place: last.place, ref: last.ref, because: `${after} is in evidence` },
  ]
}

const HOUR = 3_600_000

/** The hour that a statement is about whose name is all that is known; open where its name does not say. */
function hourBefore(end: Instant | null, slack: number): Pick<DeliveryGap, 'from' | 'to'> {
  return unproven(end === null ? null : plus(end, -HOUR), end, slack)
}

/**
 * Statements that are named somewhere and that nobody copied. THREAT: something that nobody signed, put in the place of one that
 * was taken away and said to be of another time, would hide that it is gone: it only counts where its own gap covers the hour.
 */
function uncopied(
  listed: readonly ListedDigest[],
  all: readonly DeliveryDigest[],
  { signatures, slack }: DeliveryInput,
): readonly DeliveryGap[] {
  const held = new Map(groupBy(all, (one) => [one.place]).map((group) => [group[0].place, group]))
  const stands = ({ place, end }: ListedDigest): boolean =>
    (held.get(place) ?? []).some(
      (one) => signatures.faultOf(one) === null || (end !== null && one.start <= plus(end, -HOUR) && one.end >= end),
    )
  return listed
    .filter((one) => !stands(one))
    .map(({ place, end }) => ({
      kind: 'not-delivered' as const,
      ...hourBefore(end, slack),
      place,
      ref: null,
      because: `${place} was delivered, as a listing or a later statement shows, and is not in evidence`,
    }))
}

function judge(
  all: readonly [DeliveryDigest, ...DeliveryDigest[]],
  listed: readonly ListedDigest[],
  input: DeliveryInput,
): DeliveryRecord {
  const [{ log, organisation, bucket, account, region }] = all
  const chain = all.filter((digest) => !digest.backfill)
  const gaps = [
    ...openEnds(chain, log, input),
    ...all.flatMap((digest) => digestGaps(digest, input)),
    ...chain.slice(1).flatMap((after, at) => {
      const before = chain[at]
      return before === undefined ? [] : seam(before, after, input)
    }),
    ...uncopied(listed, all, input),
  ]
  const verified = all
    .filter((digest) => input.signatures.faultOf(digest) === null)
    .map(({ place, start, end, files, backfill, ref }) => ({ place, start, end, files: files.length, backfill, ref }))
  const absent = absentFiles(all, input)
  return { log, organisation, bucket, account, region, verified, absent, gaps: gaps.sort(compareGaps) }
}

type Chained = Pick<DeliveryDigest, 'log' | 'organisation' | 'bucket' | 'account' | 'region'>

function chainOf({ log, organisation, bucket, account, region }: Chained): readonly (string | null)[] {
  return [log, organisation, bucket, account, region]
}

/**
 * Judges what the signed statements prove of delivery, log by log (coverage.md 2.5). A statement counts where its signature
 * verifies; the chain holds where each one names the one before by place and hash and begins where that ended. INVARIANT: of what a
 * log delivered within the slack, a statement, key, signature or file that is taken away only ever adds gaps. A file that came
 * later is known of by its own statement alone, which a listing or a later one of its kind names.
 */
export function judgeDelivery(input: DeliveryInput): readonly DeliveryRecord[] {
  const once = new Map(input.digests.map((digest) => [`${digest.sha256} ${digest.place}`, digest]))
  const sorted = [...once.values()].sort(
    by(
      (one) => one.log,
      (one) => one.organisation,
      (one) => one.bucket,
      (one) => one.account,
      (one) => one.region,
      (one) => one.start,
      (one) => one.end,
      (one) => one.place,
      (one) => one.sha256,
    ),
  )
  const listed = new Map(groupBy(input.listed, chainOf).map((group) => [JSON.stringify(chainOf(group[0])), group]))
  return groupBy(sorted, chainOf).map((group) =>
    judge(group, listed.get(JSON.stringify(chainOf(group[0]))) ?? [], input),
  )
}
