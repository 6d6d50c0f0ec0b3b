import type { AcceptedAssumption } from '@verascope/core/domain/assumption'
import { scopeText } from '@verascope/core/domain/assumption-scope'
import { formatInstant, type Instant, instantOfMillis } from '@verascope/core/domain/instant'
import { acceptedAssumptions, LOG_KINDS } from '../case/accepted-assumptions.ts'
import {
  type AssumptionWish,
  assumptionAdded,
  assumptionWithdrawn,
  type DraftedAssumption,
  draftAssumption,
  makeAssumption,
  unusableAssumption,
} from '../case/assumptions.ts'
import { requireCase } from '../case/case-folder.ts'
import { type DeliveryPin, pinDelivery } from '../case/delivery-pin.ts'
import { indicatorsInForce } from '../case/indicators.ts'
import { appendAct, readJournal } from '../case/journal.ts'
import { withLock } from '../case/lock.ts'
import { readManifest } from '../case/manifest.ts'
import { noSuchAssumption, severalAssumptions } from './assumption-faults.ts'
import { usageFault } from './faults.ts'
import type { Session } from './session.ts'

/** An assumption that was signed, whether it is new, and how many files it was signed for (null where it is about none). */
export interface AcceptedNow {
  readonly assumption: AcceptedAssumption
  readonly isNew: boolean
  readonly files: number | null
}

function now(): Instant {
  const at = instantOfMillis(Date.now())
  if (at === null) throw new Error('the clock of this machine shows no time')
  return at
}

async function standing(caseDir: string): Promise<readonly AcceptedAssumption[]> {
  const journal = await readJournal(caseDir)
  return await acceptedAssumptions(caseDir, journal, indicatorsInForce(journal))
}

/** The files that a delivery is about. Throws VS2013 when there are none: nobody can vouch for nothing. */
async function pinFor(caseDir: string, { assumed }: DraftedAssumption): Promise<DeliveryPin | null> {
  if (assumed.kind !== 'delivery') return null
  const pin = pinDelivery((await readManifest(caseDir)).lines, { scope: assumed.scope, kinds: LOG_KINDS })
  if (pin.files > 0) return pin
  throw unusableAssumption(
    'there are no files that it could be about',
    'No log file of that account and region is read into the case. Ingest the files first, then sign for them.',
  )
}

/**
 * Signs an assumption; one that stands already, word for word and for the same files, is given back as it stands. Throws VS2013,
 * VS4003, VS4006, VS7001, VS7002.
 */
export async function acceptAssumption({ caseDir }: Session, wish: AssumptionWish): Promise<AcceptedNow> {
  await requireCase(caseDir)
  const draft = draftAssumption(wish)
  return await withLock(caseDir, async () => {
    const [at, pin] = [now(), await pinFor(caseDir, draft)]
    const made = makeAssumption(draft, at, pin)
    const before = (await standing(caseDir)).find((one) => one.id === made.id)
    if (before === undefined) {
      await appendAct(caseDir, assumptionAdded(made), { at: formatInstant(at), by: made.by })
    }
    const assumption = before ?? (await standing(caseDir)).find((one) => one.id === made.id)
    if (assumption === undefined) throw new Error(`${made.id} was signed and is not in the journal`)
    return { assumption, isNew: before === undefined, files: pin?.files ?? null }
  })
}

/** The assumptions that stand, in the order in which they were signed, with what broke them. Throws VS4003, VS7001, VS7002. */
export async function listAssumptions({ caseDir }: Session): Promise<readonly AcceptedAssumption[]> {
  await requireCase(caseDir)
  return await standing(caseDir)
}

/** Takes an assumption back, by its id or its scope. Throws VS2005 when a scope is that of several, VS2014 when of none. */
export async function withdrawAssumption(
  { caseDir, program }: Session,
  asked: string,
  by: string,
  because: string | null,
): Promise<AcceptedAssumption> {
  await requireCase(caseDir)
  if (by.trim() === '') throw usageFault('--by is missing: it names who takes the assumption back')
  return await withLock(caseDir, async () => {
    const all = await standing(caseDir)
    const byId = all.filter((one) => one.id === asked.trim())
    const found = byId.length > 0 ? byId : all.filter((one) => scopeText(one) === asked.trim())
    const [assumption] = found
    if (assumption === undefined) throw noSuchAssumption(asked, program)
    if (found.length > 1) throw severalAssumptions(asked, found, program)
    await appendAct(caseDir, assumptionWithdrawn(assumption, because), { at: formatInstant(now()), by: by.trim() })
    return assumption
  })
}
