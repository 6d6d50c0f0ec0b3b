import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Asked } from '@verascope/core/domain/evidence-row'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import { canonicalText, isObject, type JsonObject, parseJson, pickText } from '@verascope/core/domain/json'
import { openable } from '../case/path-text.ts'
import type { ItemBeside } from './read-records.ts'
import type { FoundFile } from './walk.ts'

/** What stands beside a file, or was said of all files when they were named. */
export interface FileBeside {
  readonly asked: Asked | null
  readonly head: JsonObject | null
  /** SHA-256 (hex) over both: equal answers with another one say something else. */
  readonly sha256: string
}

/** What was said of answers that have no sidecar: when they were taken, and of which account and region. */
export interface TakenAt {
  readonly at: Instant
  readonly account: string | null
  readonly region: string | null
}

const META = '.meta.json'
const HEAD = '.head.json'

/** Sidecars are small: nobody writes more into one. */
const LARGEST = 2 ** 20

/** The JSON object in a file; null for anything else, which is named where the file itself is read. */
function objectIn(file: FoundFile | undefined): JsonObject | null {
  if (file === undefined) return null
  const path = openable(file.unpacked ?? file.path)
  try {
    if (statSync(path).size > LARGEST) return null
    const value = parseJson(readFileSync(path, 'utf8'))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** What the sidecar of an answer says it was asked; the file itself is never asked for its time. */
export function askedIn(meta: JsonObject): Asked {
  const [account, region] = [pickText(meta, 'account'), pickText(meta, 'region')]
  return { command: pickText(meta, 'command') ?? '', at: parseInstant(pickText(meta, 'at') ?? ''), account, region }
}

/** Finds what stands beside files: `F.meta.json` and `F.head.json` of the same folder or archive. INVARIANT: times of files are never used. */
export class Sidecars {
  readonly #files: ReadonlyMap<string, FoundFile>
  readonly #taken: TakenAt | null

  constructor(files: readonly FoundFile[], taken: TakenAt | null) {
    const beside = files.filter(({ path }) => path.endsWith(META) || path.endsWith(HEAD))
    this.#files = new Map(beside.map((file) => [file.path, file]))
    this.#taken = taken
  }

  /** What stands beside a file; null where nothing does. A sidecar has none itself. */
  of({ path }: FoundFile): FileBeside | null {
    if (this.#files.has(path)) return null
    const meta = objectIn(this.#files.get(`${path}${META}`))
    const head = objectIn(this.#files.get(`${path}${HEAD}`))
    const asked = meta === null ? this.#asked() : askedIn(meta)
    if (asked === null && head === null) return null
    const text = canonicalText({ asked: asked === null ? null : { ...asked }, head })
    return { asked, head, sha256: hash('sha256', text, 'hex') }
  }

  #asked(): Asked | null {
    return this.#taken === null ? null : { command: '', ...this.#taken }
  }
}

/** What a reader is told of a file: what stands beside it, and its place in the provider's layout. */
export function besideOf(beside: FileBeside | null, key: string | null): ItemBeside {
  return { asked: beside?.asked ?? null, head: beside?.head ?? null, key }
}
