import type { EvidenceRef } from '@verascope/core/domain/evidence-ref'
import type { Premise } from '@verascope/core/domain/premise'
import { evidenceMoving } from '../case/case-faults.ts'
import { readManifest } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { readable } from '../case/path-text.ts'
import { openSpans } from '../case/raw-records.ts'
import { isSettled } from '../case/settlement.ts'
import { tableSources } from '../case/table-sources.ts'
import { premiseSql } from '../engine/sql/premise-sql.ts'
import { VerascopeError } from '../errors/verascope-error.ts'
import type { Session } from './session.ts'

/** A record as it stands in the evidence. */
export interface RawRecord {
  /** The id of the event. */
  readonly event: string
  /** File and number of the record in it, counted from 0. */
  readonly name: string
  /** The bytes of the record, as text. */
  readonly text: string
}

/** What shows an argument down to the raw record. */
export interface ProofTools {
  readonly sqlOf: (steps: readonly Premise[]) => string
  /** Each record once, in the order of the argument. Throws VS3002 when one cannot be opened as it was read. */
  readonly recordsOf: (steps: readonly Premise[]) => Promise<readonly RawRecord[]>
  /** `x.json, record 17`: the number is the record's ordinal, counted from 0 as in the tables. */
  readonly placeOf: (ref: EvidenceRef) => string
}

type Cited = Premise['evidence'][number]

function cannotOpen(name: string, why: string, session: Session): VerascopeError {
  return new VerascopeError({
    code: 'VS3002',
    what: `the raw record in ${name} cannot be opened`,
    why,
    still: 'The proof stands as it was made; the case keeps the hash of the file, so that the right one can be told.',
    next: ['put the file back where it was', `${session.program} ingest FILE      (the same file in another place)`],
  })
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}

/** The files with the same inflated bytes, those that were read before mere duplicates. */
function itemsOf(lines: readonly ManifestLine[]): ReadonlyMap<string, readonly ManifestLine[]> {
  const ordered = [...lines.filter((line) => line.state === 'read'), ...lines.filter((line) => line.state !== 'read')]
  return grouped(ordered, (line) => line.inflatedSha256)
}

function keyOf({ item, ordinal }: EvidenceRef): string {
  return `${item} ${ordinal}`
}

/** The texts of records of one item, from the first of its files that still holds the bytes that were read. */
async function textsOf(
  files: readonly ManifestLine[],
  item: string,
  cited: readonly Cited[],
  session: Session,
): Promise<readonly string[]> {
  const spans = cited.map((one) => one.ref)
  const reasons: string[] = []
  for (const file of files) {
    const { path, name } = file
    session.progress(`opening ${name}`)
    const opened = await openSpans(file, item, spans)
    if (opened.kind === 'texts') return opened.texts
    reasons.push(`${readable(path)}: ${opened.reason}`)
  }
  const why = reasons.length === 0 ? `No evidence of this case has the SHA-256 ${item}.` : reasons.join('; ')
  throw cannotOpen(files[0]?.name ?? `item ${item.slice(0, 12)}`, why, session)
}

function citedBy(steps: readonly Premise[]): readonly Cited[] {
  return [...new Map(steps.flatMap((step) => step.evidence).map((one) => [keyOf(one.ref), one])).values()]
}

/** The tools for the proofs of a case, on what its manifest holds now; while another command writes there is no SQL (VS4006). Throws VS7002. */
export async function proofTools(session: Session): Promise<ProofTools> {
  const items = itemsOf((await readManifest(session.caseDir)).lines)
  const sources = await tableSources(session.caseDir)
  const settled = await isSettled(session.caseDir)
  const placeOf = ({ item, ordinal }: EvidenceRef): string =>
    `${items.get(item)?.[0]?.name ?? `item ${item.slice(0, 12)}`}, record ${ordinal}`
  return {
    placeOf,
    sqlOf: (steps) => {
      // Copies are not set aside yet: a query would count them twice.
      if (!settled) throw evidenceMoving(session.caseDir)
      return premiseSql(steps, sources)
    },
    recordsOf: async (steps) => {
      const cited = citedBy(steps)
      const texts = new Map<string, string>()
      for (const [item, own] of grouped(cited, (one) => one.ref.item)) {
        const found = await textsOf(items.get(item) ?? [], item, own, session)
        for (const [nth, one] of own.entries()) texts.set(keyOf(one.ref), found[nth] ?? '')
      }
      session.progress('')
      return cited.map(({ event, ref }) => ({ event, name: placeOf(ref), text: texts.get(keyOf(ref)) ?? '' }))
    },
  }
}
