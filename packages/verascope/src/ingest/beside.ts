import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { rows as evidence } from '@verascope/core/catalog/evidence/index.generated'
import { type Asked, recognised } from '@verascope/core/domain/evidence-row'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import { canonicalText, isObject, type JsonObject, parseJson, pickText } from '@verascope/core/domain/json'
import { openable } from '../case/path-text.ts'
import type { ItemBeside } from './record-rows.ts'
import { SIDECAR_ENDINGS } from './sidecar-names.ts'
import type { FoundFile, Walked } from './walk.ts'

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

/** What a sidecar holds: nothing that can be used where it is damaged or no sidecar, null where there is none. */
export type Sidecar = JsonObject | 'unusable' | null

/** Sidecars are small: nobody writes more into one. In bytes. */
const LARGEST = 2 ** 20

/** Reads a sidecar. INVARIANT: one that is used is of a known kind, so that the item that it is itself is not rejected as a whole. */
export function sidecarIn(bytes: Uint8Array): Sidecar {
  if (bytes.length > LARGEST) return 'unusable'
  const value = parseJson(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  )
  return isObject(value) && recognised(evidence, value) !== null ? value : 'unusable'
}

/** What a sidecar says its answer was asked. What is no time, account or region is not known: nothing else is ever taken for it. */
function askedIn(meta: JsonObject): Asked {
  const [account, region] = [pickText(meta, 'account'), pickText(meta, 'region')]
  return {
    command: pickText(meta, 'command') ?? '',
    at: parseInstant(pickText(meta, 'at') ?? ''),
    account: account !== null && /^\d{12}$/.test(account) ? account : null,
    region: region !== null && /^[a-z\d-]+$/.test(region) ? region : null,
  }
}

/**
 * What is known of a file by what stands beside it, and by what was said of all files (`taken`); null where nothing is. A sidecar wins,
 * a damaged one too: whoever wrote it knew another time than the one that was said of all.
 */
export function fileBeside(meta: Sidecar, head: Sidecar, taken: TakenAt | null): FileBeside | null {
  const said = taken === null ? null : { command: '', ...taken }
  const asked = meta === 'unusable' ? null : meta === null ? said : askedIn(meta)
  const metadata = head === 'unusable' ? null : head
  if (asked === null && metadata === null) return null
  const text = canonicalText({ asked: asked === null ? null : { ...asked }, head: metadata })
  return { asked, head: metadata, sha256: hash('sha256', text, 'hex') }
}

function sidecarAt({ path, unpacked }: FoundFile): Sidecar {
  const file = openable(unpacked ?? path)
  try {
    return statSync(file).size > LARGEST ? 'unusable' : sidecarIn(readFileSync(file))
  } catch {
    return 'unusable'
  }
}

/** What was said of a file when it was named. What lies as the provider delivers it was never asked for, and has no such time. */
function takenOf({ originalKey }: FoundFile, taken: TakenAt | null): TakenAt | null {
  return originalKey === null ? taken : null
}

/** Finds what stands beside files: `F.meta.json` and `F.head.json` of the same folder or archive. INVARIANT: times of files are never used. */
export class Sidecars {
  readonly #files: ReadonlyMap<string, FoundFile>
  readonly #unreadable: ReadonlySet<string>
  readonly #taken: TakenAt | null

  constructor({ files, unreadable }: Walked, taken: TakenAt | null) {
    this.#files = new Map(files.map((file) => [file.path, file]))
    this.#unreadable = new Set(unreadable.map((file) => file.path))
    this.#taken = taken
  }

  /** Whether a file stands beside another one. */
  has({ path }: FoundFile): boolean {
    return Object.values(SIDECAR_ENDINGS).some(
      (ending) => path.endsWith(ending) && this.#isThere(path.slice(0, -ending.length)),
    )
  }

  /** What stands beside a file; null where nothing does. A sidecar has none itself. */
  of(file: FoundFile): FileBeside | null {
    if (this.has(file)) return null
    const [meta, head] = [this.#beside(file, SIDECAR_ENDINGS.meta), this.#beside(file, SIDECAR_ENDINGS.head)]
    return fileBeside(meta, head, takenOf(file, this.#taken))
  }

  #isThere(path: string): boolean {
    return this.#files.has(path) || this.#unreadable.has(path)
  }

  #beside(file: FoundFile, ending: string): Sidecar {
    const path = `${file.path}${ending}`
    if (!this.#isThere(path)) return null
    // Where an archive holds several files of one name nobody can tell which of them belong together.
    const isDoubled = file.container !== undefined && [file.path, path].some((one) => this.#isThere(`${one}#2`))
    const found = isDoubled ? undefined : this.#files.get(path)
    return found === undefined ? 'unusable' : sidecarAt(found)
  }
}

/** What a reader is told of a file: what stands beside it, and its place in the provider's layout. */
export function besideOf(beside: FileBeside | null, key: string | null): ItemBeside {
  return { asked: beside?.asked ?? null, head: beside?.head ?? null, key }
}
