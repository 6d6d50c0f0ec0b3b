import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { assess } from '@verascope/core/assess/assess'
import type { Assessed } from '@verascope/core/assess/assessment'
import { rows as credentials } from '@verascope/core/catalog/credentials/index.generated'
import { rows as evidenceKinds } from '@verascope/core/catalog/evidence/index.generated'
import { rows as services } from '@verascope/core/catalog/services/index.generated'
import type { HeldFiles } from '@verascope/core/coverage/delivery'
import type { EvidenceRef } from '@verascope/core/domain/evidence-ref'
import { type Beside, NOTHING_BESIDE, recognised } from '@verascope/core/domain/evidence-row'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import { isObject, type Json, type JsonObject, parseJson, pickText } from '@verascope/core/domain/json'
import type { Stated } from '@verascope/core/domain/statement'
import { arrangeCatalog } from '@verascope/core/facts/catalog'
import { memoryFacts } from '@verascope/core/facts/memory'
import { type Projection, project } from '@verascope/core/facts/project'
import { type Indicator, indicatorKindOf } from '@verascope/core/taint/indicator'
import type { Minted } from '@verascope/story/mint'
import type { Story } from '@verascope/story/story'
import { signatureChecker } from '../case/verify-signature.ts'
import { keyInside } from '../ingest/walk.ts'

// Minted evidence, read and assessed in memory: what an ingest and a scope of it come to, a hundred times as fast.

/** The catalogue that stories are read with. */
export const CATALOG = arrangeCatalog(services, credentials)

/** A file of evidence: its path below the folder that was named, and its bytes. */
export type StoryFile = Minted['files'][number]

/** What the files of a story say. */
export interface StoryCase {
  readonly projections: readonly Projection[]
  readonly documents: readonly Stated[]
  readonly held: HeldFiles
  /** The path of the file that each item is, by its hash. */
  readonly pathOf: ReadonlyMap<string, string>
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

interface Opened {
  readonly path: string
  readonly sha256: string
  readonly value: Json | undefined
}

/** Inflated and parsed; undefined for what is damaged. Many tests open the same bytes again and again. */
const OPENED = new WeakMap<Uint8Array, Omit<Opened, 'path'> | 'damaged'>()

function opened({ path, bytes }: StoryFile): Opened | null {
  const known = OPENED.get(bytes)
  if (known !== undefined) return known === 'damaged' ? null : { path, ...known }
  try {
    const inflated = path.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes)
    const found = { sha256: sha256(inflated), value: parseJson(inflated.toString('utf8')) }
    OPENED.set(bytes, found)
    return { path, ...found }
  } catch {
    OPENED.set(bytes, 'damaged')
    return null
  }
}

function objectIn(file: StoryFile | undefined): JsonObject | null {
  const value = file === undefined ? undefined : opened(file)?.value
  return isObject(value) ? value : null
}

/** What stands beside a file, as an ingest finds it. */
function besideOf({ path, sha256: hash }: Opened, files: ReadonlyMap<string, StoryFile>): Beside {
  const meta = objectIn(files.get(`${path}.meta.json`))
  const asked =
    meta === null
      ? null
      : {
          ...{ command: pickText(meta, 'command') ?? '', at: parseInstant(pickText(meta, 'at') ?? '') },
          ...{ account: pickText(meta, 'account'), region: pickText(meta, 'region') },
        }
  return {
    ...NOTHING_BESIDE,
    sha256: hash,
    key: keyInside(path),
    asked,
    head: objectIn(files.get(`${path}.head.json`)),
  }
}

function recordsIn(value: Json | undefined): readonly Json[] {
  if (!isObject(value)) return []
  const list = value['Records']
  return Array.isArray(list) ? list : [value]
}

/** Gathers what files say, record by record. */
class Gathering {
  readonly projections = new Map<string, Projection>()
  readonly documents: Stated[] = []
  readonly pathOf = new Map<string, string>()

  take(one: Opened, beside: Beside): void {
    this.pathOf.set(one.sha256, one.path)
    for (const [ordinal, record] of recordsIn(one.value).entries()) {
      const ref = { item: one.sha256, ordinal, offset: 0, length: 1 }
      if (isObject(record)) this.#record(record, ref, beside)
    }
  }

  #record(record: JsonObject, ref: EvidenceRef, beside: Beside): void {
    const known = recognised(evidenceKinds, record)
    const read = known?.row.read(known.record, beside)
    if (read?.kind === 'statements') this.documents.push(...read.statements.map((said) => ({ ...said, ref })))
    if (read?.kind !== 'event') return
    const projection = project(read.event, ref, 'h', CATALOG)
    const id = `${projection.event.eventId} ${projection.event.account}`
    if (!this.projections.has(id)) this.projections.set(id, projection)
  }
}

/** Reads the files of a story: each record once, whichever file it stands in first. */
export function storyCase(files: readonly StoryFile[]): StoryCase {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const keys = new Set(files.map((file) => keyInside(file.path)))
  const gathering = new Gathering()
  for (const file of files) {
    const one = opened(file)
    if (one !== null && one.value !== undefined) gathering.take(one, besideOf(one, byPath))
  }
  const { projections, documents, pathOf } = gathering
  const held: HeldFiles = {
    byHash: (hash) => (pathOf.has(hash) ? 'whole' : null),
    isAt: (place) => keys.has(place.slice(place.indexOf('/') + 1)),
  }
  return { projections: [...projections.values()], documents, held, pathOf }
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
export function indicatorsOf({ truth }: Minted): readonly Indicator[] {
  return truth.indicators.map(
    ({ value, isOurs, from, to }, at): Indicator => ({
      ...{ id: `I-${at}`, kind: indicatorKindOf(value), value, ours: isOurs, by: null },
      window: { from: instant(from), to: instant(to) },
    }),
  )
}

const verify = signatureChecker()
const NOTHING = { read: 0, kept: 0, duplicate: 0, rejected: 0, files: 0, rejectedFiles: 0 }

/** Assesses a story over its own window, from all of its files or from those that are left of them. */
export async function assessStory(minted: Minted, files: readonly StoryFile[] = minted.files): Promise<Assessed> {
  const { projections, documents, held } = storyCase(files)
  const { window } = minted.truth
  return await assess({
    facts: memoryFacts(projections, documents),
    delivered: { held, verify },
    catalog: CATALOG,
    evidenceKinds,
    evidence: { accounting: NOTHING, inputs: [], rejected: [], conflicts: [], otherwiseRead: 0 },
    indicators: indicatorsOf(minted),
    // The truth's window ends before its last instant.
    window: { from: instant(window.from), to: instant(window.to) },
    scopeVersion: 1,
    digest: sha256,
  })
}
