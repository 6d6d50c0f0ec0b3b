import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Archive, archiveIn, membersOf } from '../archives/archives.ts'
import { Doubtful, type Member } from '../archives/format.ts'
import { openable, readable, textOfName } from '../case/path-text.ts'
import { LARGEST_INFLATED, tooLarge } from './inflate.ts'
import { type FoundFile, keyInside, type Unreadable } from './walk.ts'

/** THREAT: archives may unpack to anything. Logs in gzip unpack to their own size, logs as text to twenty times that. */
export const LIMITS: UnpackLimits = { growth: 200, allowed: 2 ** 30, members: 2 ** 20, largest: LARGEST_INFLATED }

/** How much an archive may unpack to: so many times its size and so many bytes, so many files, and so many bytes each. */
export interface UnpackLimits {
  readonly growth: number
  readonly allowed: number
  readonly members: number
  readonly largest: number
}

class TooMuch extends Error {}

/** Passes bytes on until a limit is passed. */
function limited(take: (bytes: number) => void): Transform {
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      try {
        take(chunk.length)
        done(null, chunk)
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    },
  })
}

/** Unpacks archives into a folder of numbered files. INVARIANT: nothing is ever written under a name that an archive holds. */
export class Unpacking {
  readonly files: FoundFile[] = []
  readonly unreadable: Unreadable[] = []
  readonly #folder: string
  readonly #limits: UnpackLimits
  #count = 0

  constructor(folder: string, limits: UnpackLimits) {
    this.#folder = folder
    this.#limits = limits
  }

  /** Unpacks one archive; true when it was read to its end. */
  async unpack(file: FoundFile, sha256: string, archive: Archive): Promise<boolean> {
    const budget = { left: file.size * this.#limits.growth + this.#limits.allowed }
    const names = new Map<string, number>()
    const first = this.files.length
    let position = 0
    try {
      for await (const member of membersOf(openable(file.path), archive)) {
        if (position >= this.#limits.members) throw new TooMuch(`it holds more than ${this.#limits.members} files`)
        await this.#take(member, placeIn(file, sha256, member, { position, names }), budget)
        position += 1
      }
      return true
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      if (error instanceof Doubtful) {
        await this.#takeBack(first)
        this.unreadable.push({ ...file, reason: `the ${archive.format.name} archive is not read: ${why}` })
        return false
      }
      this.unreadable.push({
        ...file,
        reason: `the ${archive.format.name} archive is not read from file ${position + 1} on: ${why}`,
      })
      return false
    }
  }

  /** Refuses the files that came from a damaged archive, by name. */
  async #takeBack(first: number): Promise<void> {
    const reason = 'the archive around it is damaged, and whether its bytes are as they were cannot be told'
    for (const { unpacked, ...file } of this.files.splice(first)) {
      if (unpacked !== undefined) await rm(unpacked, { force: true })
      this.unreadable.push({ ...file, reason })
    }
  }

  async #take(member: Member, place: FoundFile, budget: { left: number }): Promise<void> {
    if (member.kind === 'refused') {
      this.unreadable.push({ ...place, reason: member.reason })
      return
    }
    const unpacked = join(this.#folder, String(this.#count))
    this.#count += 1
    const { largest, growth } = this.#limits
    let size = 0
    const take = (bytes: number): void => {
      size += bytes
      budget.left -= bytes
      if (size > largest) throw new Error(tooLarge(largest))
      if (budget.left < 0) throw new TooMuch(`it unpacks to more than ${growth} times its size`)
    }
    try {
      await pipeline(member.body, limited(take), createWriteStream(unpacked))
    } catch (error) {
      await rm(unpacked, { force: true })
      if (error instanceof TooMuch) throw error
      this.unreadable.push({ ...place, reason: error instanceof Error ? error.message : String(error) })
      return
    }
    if (archiveIn(unpacked) === null) this.files.push({ ...place, size, unpacked })
    else
      this.unreadable.push({
        ...place,
        reason: 'an archive inside of an archive is not opened: unpack it and ingest it',
      })
  }
}

/** A name that no member had before. INVARIANT: one path, one member; else what was wrong with one is forgotten for the other. */
function freeName(text: string, names: Map<string, number>): string {
  for (let nth = (names.get(text) ?? 0) + 1; ; nth += 1) {
    const inside = nth === 1 ? text : `${text}#${nth}`
    if (nth > 1 && names.has(inside)) continue
    names.set(text, nth)
    if (nth > 1) names.set(inside, 1)
    return inside
  }
}

/** How a member is named: by the archive's name and its own; the second of one name is told by its number. */
function placeIn(
  file: FoundFile,
  sha256: string,
  member: Member,
  { position, names }: { readonly position: number; readonly names: Map<string, number> },
): FoundFile {
  const text = textOfName(member.name).replaceAll('\0', '\\0')
  const inside = freeName(text, names)
  return {
    path: `${file.path}!/${inside}`,
    name: `${file.name}!/${readable(inside)}`,
    originalKey: keyInside(text),
    size: 0,
    container: { path: file.path, name: file.name, sha256, position },
  }
}
