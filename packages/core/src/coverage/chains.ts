import { parseArn } from '../domain/arn.ts'
import type { VerifySignature } from '../domain/delivery.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import { earliest, type Instant, latest, plus } from '../domain/instant.ts'
import { type Stated, statementsOn } from '../domain/statement.ts'
import type { Stretch } from '../domain/stretches.ts'
import { groupBy } from '../facts/group.ts'
import { type DeliveryRecord, type HeldFiles, judgeDelivery } from './delivery.ts'
import { gatherSignatures } from './digest-signature.ts'
import type { LogNamed } from './known-logs.ts'
import { SLACK } from './slack.ts'

/** What delivery of logs is checked with: the files that the case holds, and the provider's signatures. */
export interface DeliveryChecks {
  readonly held: HeldFiles
  readonly verify: VerifySignature
}

/** Where signatures and keys stand in the evidence. */
export interface SignedBy {
  /** The records that state the signature of the statement at a place: its successor, or metadata beside it. */
  readonly signatures: (place: string) => readonly EvidenceRef[]
  /** The records of the key that signed the statement at a place. */
  readonly keys: (place: string) => readonly EvidenceRef[]
}

/** Where the signatures and keys of the statements of a case stand. */
export function signedBy(stated: readonly Stated[]): SignedBy {
  const digests = statementsOn(stated, 'delivery-digest')
  const beside = statementsOn(stated, 'detached-signature').map(({ says, ref }) => ({ place: says.place, ref }))
  const inside = digests.flatMap(({ says: { previous }, ref }) =>
    previous === null || previous.signature === null ? [] : [{ place: previous.place, ref }],
  )
  const byPlace = new Map(groupBy([...inside, ...beside], ({ place }) => [place]).map((one) => [one[0].place, one]))
  const keys = groupBy(statementsOn(stated, 'signing-key'), ({ says }) => [says.fingerprint])
  const byPrint = new Map(keys.map((group) => [group[0].says.fingerprint, group]))
  const prints = new Map(digests.map(({ says }) => [says.place, says.fingerprint]))
  return {
    signatures: (place) => (byPlace.get(place) ?? []).map(({ ref }) => ref),
    keys: (place) => (byPrint.get(prints.get(place) ?? '') ?? []).map(({ ref }) => ref),
  }
}

/** What the signed statements of a case say was delivered, chain by chain. */
export function chainsOf(stated: readonly Stated[], { held, verify }: DeliveryChecks): readonly DeliveryRecord[] {
  const digests = statementsOn(stated, 'delivery-digest').map(({ says, ref }) => ({ ...says, ref }))
  const signatures = gatherSignatures(
    digests,
    statementsOn(stated, 'detached-signature').map(({ says }) => says),
    statementsOn(stated, 'signing-key').map(({ says }) => says),
    verify,
  )
  const listed = statementsOn(stated, 'digest-listed').map(({ says }) => says)
  return judgeDelivery({ digests, signatures, held, listed, slack: SLACK })
}

/** Whether a chain of statements is one of a log: by its name and home, and of another account only where it is the organisation's. */
export function isOf(
  record: Pick<DeliveryRecord, 'log' | 'organisation' | 'account'>,
  { log, account, home }: LogNamed,
): boolean {
  const name = parseArn(log)?.resource.split('/').at(-1) ?? log
  return record.log === `${home}/${name}` && (record.organisation !== null || record.account === account)
}

/** The stretches in which a log delivered for an account: its organisation's log does so for its members only. */
export function memberStretches(records: readonly DeliveryRecord[], account: string): readonly Stretch[] {
  return records
    .filter((one) => one.organisation !== null && one.account === account)
    .flatMap(({ verified }) =>
      verified.filter((one) => !one.backfill).map(({ start: from, end: to }) => ({ from, to })),
    )
}

/**
 * The last instant for which delivery is known wherever it still goes on; null where no chain is.
 * Statements of different places end at different minutes of an hour: up to when all of them reach counts. A chain whose next
 * statement was due before the latest one ended came to an end, and a window must not end with it: what it lacks is a gap.
 */
export function knownUntil(records: readonly DeliveryRecord[]): Instant | null {
  const lasts = records.flatMap(({ verified }) => verified.filter((one) => !one.backfill).at(-1) ?? [])
  const latestEnd = lasts.reduce<Instant | null>((found, { end }) => latest(found, end), null)
  if (latestEnd === null) return null
  const live = lasts.filter(({ start, end }) => latestEnd - end < end - start)
  const common = live.reduce<Instant | null>((found, { end }) => earliest(found, end), null)
  // A statement covers what came before its end, and a window its last instant as well.
  return common === null ? null : plus(common, -SLACK - 1)
}
