import { createHash } from 'node:crypto'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Placed {
  readonly trail: string
  readonly account: string
  readonly region: string
  readonly bucket: string
  readonly key: string
  /** The inflated content: what hashes and signatures are about. */
  readonly content: Buffer
  readonly deliveredAt: number
}

export interface LogFile extends Placed {
  readonly kind: 'log'
  readonly oldest: number
  readonly newest: number
  readonly eventIds: readonly string[]
}

export interface DigestFile extends Placed {
  readonly kind: 'digest'
  readonly isBackfill: boolean
  readonly from: number
  readonly to: number
  readonly signature: string
}

export type Delivered = LogFile | DigestFile
