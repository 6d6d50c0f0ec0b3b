import type { Readable } from 'node:stream'

/** Something in an archive: a file whose bytes can be had, or what cannot be read as one, and why. */
export type Member =
  | {
      readonly kind: 'file'
      /** As the archive has it: any bytes, and never a path to write to. */
      readonly name: Buffer
      /** Its bytes, without the archive's own compression. They have to be read or destroyed before the next member is asked for. */
      readonly body: Readable
    }
  | { readonly kind: 'refused'; readonly name: Buffer; readonly reason: string }

/**
 * Damage that makes doubtful what came before it as well: one checksum covers all, and which bytes were altered cannot be told.
 */
export class Doubtful extends Error {}

/** A kind of archive. */
export interface ArchiveFormat {
  readonly name: string
  /** Whether it comes in gzip as well, as one thing with it. */
  readonly inGzip: boolean
  /** Whether a file is one, by its first bytes: those of the inflated file where it is gzip. */
  readonly is: (head: Uint8Array) => boolean
  /** The members in their order; folders left out. Throws, with words for people, where the archive is damaged from there on, and `Doubtful` where it is so from its start. */
  readonly members: (path: string | Buffer, isGzip: boolean) => AsyncGenerator<Member>
}

/** How many of a file's first bytes tell whether it is an archive. */
export const HEAD_BYTES = 512
