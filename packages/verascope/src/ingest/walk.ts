import { accessSync, constants, type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import type { Container } from '../case/manifest-line.ts'
import { openable, readable, textOfName } from '../case/path-text.ts'
import { pathUnreadable } from './ingest-faults.ts'
import { SIDECAR_ENDINGS } from './sidecar-names.ts'

/** A file below a path that was named. */
export interface FoundFile {
  /** Absolute; `openable` opens it. */
  readonly path: string
  /** From the argument that named it on, always with `/`. */
  readonly name: string
  /** Key of the object in its bucket, where the path holds the provider's layout. */
  readonly originalKey: string | null
  /** Size in bytes when it was found. */
  readonly size: number
  /** The archive that it is a member of. Its path is then that of the archive and its name in it, and opens nothing. */
  readonly container?: Container
  /** Where its bytes are for this run, where that is not its path. */
  readonly unpacked?: string
}

/** Something below a named path that cannot be read as a file, and why. */
export interface Unreadable extends FoundFile {
  readonly reason: string
}

/** What lies below the named paths, each file once, in the order of the walk. */
export interface Walked {
  readonly files: readonly FoundFile[]
  readonly unreadable: readonly Unreadable[]
}

/** The folder under which the provider delivers logs into a bucket. */
const DELIVERY_FOLDER = 'AWSLogs'

/** A place in the walk: where it is, what to call it, and its path inside of the folder that was named. */
interface Place {
  readonly path: string
  /** The same without symbolic links. */
  readonly real: string
  readonly name: string
  readonly inside: string
}

function isWithin(text: string): boolean {
  return text.split('/').slice(0, -1).includes(DELIVERY_FOLDER)
}

/** The key that an object had, by its path inside of what is taken as its bucket's root; null when that is no layout of the provider's. */
export function keyInside(inside: string): string | null {
  return isWithin(inside) ? readable(inside) : null
}

/**
 * The key that an object had in its bucket. Inside of a named folder that folder is taken as the bucket's root, so that a
 * prefix stays; when the named path lies deeper, the key begins at the delivery folder.
 */
function originalKeyOf({ path, inside }: Place): string | null {
  const key = keyInside(inside)
  if (key !== null) return key
  const whole = path.split(sep).join('/')
  if (!isWithin(whole)) return null
  return readable(whole.slice(whole.indexOf(`/${DELIVERY_FOLDER}/`) + 1))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

class Walk {
  readonly files: FoundFile[] = []
  readonly unreadable: Unreadable[] = []
  readonly #seen = new Set<string>()
  readonly #caseDir: string

  constructor(caseDir: string) {
    this.#caseDir = caseDir
  }

  #refuse(place: Place, reason: string): void {
    const { path, name } = place
    this.unreadable.push({ path, name: readable(name), originalKey: originalKeyOf(place), size: 0, reason })
  }

  /** Takes a file or folder; one that was reached before, by whatever path, is not taken again. */
  take(place: Place, stats: Stats): void {
    if (this.#seen.has(place.real) || place.real === this.#caseDir) return
    this.#seen.add(place.real)
    if (stats.isDirectory()) this.#enter(place)
    else if (stats.isFile()) {
      const { path, name } = place
      this.files.push({ path, name: readable(name), originalKey: originalKeyOf(place), size: stats.size })
    } else this.#refuse(place, 'it is neither a file nor a folder')
  }

  #enter(place: Place): void {
    let entries: readonly Dirent<Buffer>[]
    try {
      entries = readdirSync(openable(place.path), { withFileTypes: true, encoding: 'buffer' })
    } catch (error) {
      this.#refuse(place, `the folder cannot be listed (${codeOf(error)}): what it holds is not known`)
      return
    }
    const named = entries.map((entry) => ({ entry, text: textOfName(entry.name) }))
    named.sort((a, b) => (a.text < b.text ? -1 : 1))
    for (const { entry, text } of named) {
      const inside = place.inside === '' ? text : `${place.inside}/${text}`
      const path = `${place.path}${place.path.endsWith(sep) ? '' : sep}${text}`
      const real = `${place.real}${place.real.endsWith(sep) ? '' : sep}${text}`
      this.#step({ path, real, name: `${place.name}/${text}`, inside }, entry.isSymbolicLink())
    }
  }

  /** What stands beside a file that was named is named with it. */
  beside({ path, real, name }: Place): void {
    for (const ending of Object.values(SIDECAR_ENDINGS)) {
      const place = { path: `${path}${ending}`, real: `${real}${ending}`, name: `${name}${ending}`, inside: '' }
      const stats = lstatSync(openable(place.path), { throwIfNoEntry: false })
      if (stats !== undefined) this.#step(place, stats.isSymbolicLink())
    }
  }

  #step(place: Place, isLink: boolean): void {
    const file = openable(place.path)
    try {
      const real = isLink ? textOfName(realpathSync.native(file, { encoding: 'buffer' })) : place.real
      this.take({ ...place, real }, statSync(file))
    } catch (error) {
      this.#refuse(place, isLink ? 'it is a link that leads nowhere' : `it cannot be read (${codeOf(error)})`)
    }
  }
}

function realPath(path: string): string {
  return textOfName(realpathSync.native(path, { encoding: 'buffer' }))
}

/** Looks at every named path before any is read. Throws VS3001 for one that is not there or cannot be read. */
function namedPlaces(paths: readonly string[]): readonly { readonly place: Place; readonly stats: Stats }[] {
  return paths.map((named) => {
    const path = resolve(named)
    try {
      const stats = statSync(path)
      accessSync(path, constants.R_OK)
      if (!stats.isFile() && !stats.isDirectory()) throw pathUnreadable(named, 'it is neither a file nor a folder')
      if (stats.isDirectory()) readdirSync(path)
      return { place: { path, real: realPath(path), name: basename(path), inside: '' }, stats }
    } catch (error) {
      throw pathUnreadable(named, error)
    }
  })
}

/**
 * Finds every file below the named paths, in any layout; the case folder itself is left out. Links are followed, and what is
 * reached twice is found once; sidecars of a named file come with it. Throws VS3001 when a named path cannot be read; anything deeper is `unreadable`.
 */
export function walk(paths: readonly string[], caseDir: string): Walked {
  const places = namedPlaces(paths)
  const found = new Walk(realPath(caseDir))
  for (const { place, stats } of places) {
    found.take(place, stats)
    if (stats.isFile()) found.beside(place)
  }
  return found
}
