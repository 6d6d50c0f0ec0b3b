import { createHash } from 'node:crypto'
import { assess } from '@verascope/core/assess/assess'
import type { Assessed } from '@verascope/core/assess/assessment'
import type { AssessInput } from '@verascope/core/assess/input'
import { rows as credentials } from '@verascope/core/catalog/credentials/index.generated'
import { rows as evidenceKinds } from '@verascope/core/catalog/evidence/index.generated'
import { rows as services } from '@verascope/core/catalog/services/index.generated'
import type { HeldFiles } from '@verascope/core/coverage/delivery'
import type { AcceptedAssumption } from '@verascope/core/domain/assumption'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import type { Stated } from '@verascope/core/domain/statement'
import type { Witnessed } from '@verascope/core/domain/witness'
import { arrangeCatalog } from '@verascope/core/facts/catalog'
import { memoryFacts } from '@verascope/core/facts/memory'
import type { Projection } from '@verascope/core/facts/project'
import { type Indicator, indicatorKindOf } from '@verascope/core/taint/indicator'
import type { Minted } from '@verascope/story/mint'
import type { Story } from '@verascope/story/story'
import { signatureChecker } from '../case/verify-signature.ts'
import { besideOf, type FileBeside, fileBeside, type Sidecar, sidecarIn } from '../ingest/beside.ts'
import { LARGEST_INFLATED } from '../ingest/inflate.ts'
import { type ItemReading, shapeless, Tally } from '../ingest/item-reading.ts'
import { openBytes } from '../ingest/open-item.ts'
import { readRecords } from '../ingest/read-records.ts'
import type { ItemBeside, ReadingRows, Said } from '../ingest/record-rows.ts'
import { SIDECAR_ENDINGS } from '../ingest/sidecar-names.ts'
import { keyInside } from '../ingest/walk.ts'

// Minted evidence, read and assessed in memory: what an ingest and a scope of it come to, a hundred times as fast.

/** The catalogue that stories are read with. */
const CATALOG = arrangeCatalog(services, credentials)

/** A file of evidence: its path below the folder that was named, and its bytes. */
export type StoryFile = Minted['files'][number]

/** A file or a record of one that could not be read. */
interface StoryRejection {
  readonly path: string
  readonly reason: string
}

/** What the files of a story say. */
export interface StoryCase {
  readonly projections: readonly Projection[]
  readonly documents: readonly Stated[]
  /** What evidence beside the record of calls shows. */
  readonly witnesses: readonly Witnessed[]
  readonly held: HeldFiles
  /** What could not be read, and why. */
  readonly rejected: readonly StoryRejection[]
  /** The path of the file that each item is, by its hash. */
  readonly pathOf: ReadonlyMap<string, string>
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const ROWS: ReadingRows = { evidence: evidenceKinds, catalog: CATALOG }

/** What a file says, and what reading it came to. */
interface FileSaid {
  readonly reading: ItemReading
  readonly said: readonly Said[]
}

interface Opened {
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Why its end is missing, where it is. */
  readonly cut: string | null
  /** What was read of it, by the hash of what stood beside it and its key. */
  readonly read: Map<string, FileSaid>
}

/** What bytes are once they are inflated, or why they cannot be. Many tests open the same bytes again and again. */
const OPENED = new WeakMap<Uint8Array, Opened | string>()

function opened({ bytes }: StoryFile): Opened | string {
  const known = OPENED.get(bytes)
  if (known !== undefined) return known
  const item = openBytes(bytes, LARGEST_INFLATED)
  const found =
    item.kind === 'fault'
      ? item.reason
      : { sha256: sha256(item.inflated), bytes: item.inflated, cut: item.cut, read: new Map() }
  OPENED.set(bytes, found)
  return found
}

const SIDECARS = new WeakMap<Uint8Array, Sidecar>()

function sidecarOnce(file: StoryFile | undefined): Sidecar {
  if (file === undefined) return null
  const found = SIDECARS.get(file.bytes) ?? sidecarIn(file.bytes)
  SIDECARS.set(file.bytes, found)
  return found
}

/** What stands beside a file, as an ingest finds it. */
function standsBeside({ path }: StoryFile, files: ReadonlyMap<string, StoryFile>): FileBeside | null {
  const { meta, head } = SIDECAR_ENDINGS
  return fileBeside(sidecarOnce(files.get(`${path}${meta}`)), sidecarOnce(files.get(`${path}${head}`)), null)
}

function readBytes({ bytes, sha256: item }: Opened, beside: ItemBeside): FileSaid {
  const outcomes = readRecords(bytes, item, ROWS, beside)
  if (outcomes === null) return { reading: shapeless(bytes), said: [] }
  const tally = new Tally()
  const kept = [...outcomes].flatMap((outcome) => {
    tally.take(outcome)
    return outcome.kind === 'rows' ? [outcome] : []
  })
  const reading = tally.reading()
  const keepsAnswers = reading.kind === 'read' && reading.answers === true
  return { reading, said: kept.filter(({ answers }) => answers !== true || keepsAnswers).map(({ said }) => said) }
}

function readOnce(one: Opened, beside: FileBeside | null, key: string | null): FileSaid {
  const id = `${beside?.sha256 ?? ''} ${key ?? ''}`
  const found = one.read.get(id) ?? readBytes(one, besideOf(beside, key))
  one.read.set(id, found)
  return found
}

/** Gathers what files say, record by record. */
class Gathering {
  readonly projections = new Map<string, Projection>()
  readonly documents: Stated[] = []
  readonly witnesses: Witnessed[] = []
  readonly #witnessed = new Set<string>()
  readonly rejected: StoryRejection[] = []
  readonly pathOf = new Map<string, string>()
  /** The hashes of items of which a record was rejected. */
  readonly damaged = new Set<string>()

  take(path: string, { sha256: item }: Opened, { reading, said }: FileSaid): void {
    this.pathOf.set(item, path)
    const reasons = reading.kind === 'read' ? reading.rejected.map(({ reason }) => reason) : [reading.reason]
    if (reasons.length > 0) this.damaged.add(item)
    for (const reason of reasons) this.refuse(path, reason)
    for (const one of said) this.#say(one)
  }

  refuse(path: string, reason: string): void {
    this.rejected.push({ path, reason })
  }

  #say(said: Said): void {
    if (said.kind === 'statements') {
      this.documents.push(...said.statements)
      return
    }
    if (said.kind === 'witnesses') {
      const hash = said.witnesses[0]?.recordHash ?? null
      if (hash === null || !this.#witnessed.has(hash)) this.witnesses.push(...said.witnesses)
      if (hash !== null) this.#witnessed.add(hash)
      return
    }
    const { eventId, account } = said.projection.event
    const id = `${eventId} ${account}`
    if (!this.projections.has(id)) this.projections.set(id, said.projection)
  }
}

/** Reads the files of a story, as an ingest reads them: each record once, whichever file it stands in first. */
export function storyCase(files: readonly StoryFile[]): StoryCase {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const keys = new Set(files.map((file) => keyInside(file.path)))
  const gathering = new Gathering()
  const seen = new Set<string>()
  for (const file of files) {
    const one = opened(file)
    if (typeof one === 'string') {
      gathering.refuse(file.path, one)
      continue
    }
    if (one.cut !== null) gathering.refuse(file.path, one.cut)
    const beside = standsBeside(file, byPath)
    // Equal bytes with the same beside them say nothing new.
    const said = `${one.sha256} ${beside?.sha256 ?? ''}`
    if (!seen.has(said)) gathering.take(file.path, one, readOnce(one, beside, keyInside(file.path)))
    seen.add(said)
  }
  const { projections, documents, witnesses, rejected, pathOf, damaged } = gathering
  const held: HeldFiles = {
    byHash: (hash) => (damaged.has(hash) ? 'damaged' : pathOf.has(hash) ? 'whole' : null),
    isAt: (place) => keys.has(place.slice(place.indexOf('/') + 1)),
  }
  return { projections: [...projections.values()], documents, witnesses, held, rejected, pathOf }
}

/** The files of a story after some of them were altered, by path; null takes one away. A path that there is not is a fault of the test. */
export function altered(
  files: readonly StoryFile[],
  changes: Readonly<Record<string, string | Uint8Array | null>>,
): readonly StoryFile[] {
  const paths = new Set(files.map((file) => file.path))
  const strange = Object.keys(changes).find((path) => !paths.has(path))
  if (strange !== undefined) throw new Error(`the story has no file ${strange}`)
  return files.flatMap((file) => {
    const bytes = changes[file.path]
    if (bytes === null) return []
    return bytes === undefined ? [file] : [{ path: file.path, bytes: Buffer.from(bytes) }]
  })
}

/** A golden incident, by its slug. */
export async function caseStory(slug: string): Promise<Story> {
  const { default: story }: { readonly default: Story } = await import(
    new URL(`../../../../cases/${slug}/story.ts`, import.meta.url).href
  )
  return story
}

function instant(text: string | null): Instant | null {
  return text === null ? null : parseInstant(text)
}

/** The indicators of a story's responder. */
function indicatorsOf({ truth }: Minted): readonly Indicator[] {
  return truth.indicators.map(
    ({ value, isOurs, from, to }, at): Indicator => ({
      ...{ id: `I-${at}`, kind: indicatorKindOf(value), value, ours: isOurs, by: null },
      window: { from: instant(from), to: instant(to) },
    }),
  )
}

const verify = signatureChecker()
const NOTHING = { read: 0, kept: 0, duplicate: 0, rejected: 0, files: 0, rejectedFiles: 0 }

/** What a story is assessed from, over its own window: all of its files or those that are left of them, with what people vouch for. */
export function storyInput(
  minted: Minted,
  files: readonly StoryFile[] = minted.files,
  assumptions: readonly AcceptedAssumption[] = [],
): AssessInput {
  const { projections, documents, witnesses, held } = storyCase(files)
  const { window } = minted.truth
  return {
    facts: memoryFacts(projections, documents, witnesses),
    delivered: { held, verify },
    catalog: CATALOG,
    evidenceKinds,
    evidence: { accounting: NOTHING, inputs: [], rejected: [], conflicts: [], otherwiseRead: 0 },
    indicators: indicatorsOf(minted),
    assumptions,
    owners: null,
    // The truth's window ends before its last instant.
    window: { from: instant(window.from), to: instant(window.to) },
    scopeVersion: 1,
    digest: sha256,
  }
}

/** Assesses a story over its own window, from all of its files or from those that are left of them, with what people vouch for. */
export async function assessStory(
  minted: Minted,
  files?: readonly StoryFile[],
  assumptions?: readonly AcceptedAssumption[],
): Promise<Assessed> {
  return await assess(storyInput(minted, files, assumptions))
}
