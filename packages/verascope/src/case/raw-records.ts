import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { openable } from './path-text.ts'

/** Bytes of an evidence item, counted in its inflated form. */
export interface ByteSpan {
  readonly offset: number
  readonly length: number
}

/** What became of opening spans of a file: their texts, in the order of the spans, or why not. */
export type Opened =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'gone'; readonly reason: string }

async function isGzip(path: string | Buffer): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.readUInt16BE(0) === 0x1f8b
  } finally {
    await file.close()
  }
}

async function inflated(path: string | Buffer): Promise<Readable> {
  const zipped = await isGzip(path)
  const raw = createReadStream(path)
  // An error of either stream ends the last one, where the reader meets it.
  return zipped ? pipeline(raw, createGunzip(), () => {}) : raw
}

/** Cuts spans out of bytes that pass by; spans in the order of their offsets. */
class Cutter {
  readonly #spans: readonly ByteSpan[]
  readonly #pieces: Buffer[][]
  #at = 0
  #first = 0

  constructor(spans: readonly ByteSpan[]) {
    this.#spans = spans
    this.#pieces = spans.map(() => [])
  }

  take(chunk: Buffer): void {
    const end = this.#at + chunk.length
    for (let nth = this.#first; nth < this.#spans.length; nth += 1) {
      const span = this.#spans[nth]
      if (span === undefined || span.offset >= end) break
      const from = Math.max(0, span.offset - this.#at)
      const to = Math.min(chunk.length, span.offset + span.length - this.#at)
      if (to > from) this.#pieces[nth]?.push(Buffer.from(chunk.subarray(from, to)))
      if (nth === this.#first && span.offset + span.length <= end) this.#first += 1
    }
    this.#at = end
  }

  /** The bytes of the nth span, as far as they passed. */
  bytesOf(nth: number): Buffer {
    return Buffer.concat(this.#pieces[nth] ?? [])
  }
}

async function cut(path: string | Buffer, sha256: string, spans: readonly ByteSpan[]): Promise<Opened> {
  const order = spans.map((span, nth) => ({ span, nth })).sort((a, b) => a.span.offset - b.span.offset)
  const cutter = new Cutter(order.map((one) => one.span))
  const hash = createHash('sha256')
  for await (const piece of await inflated(path)) {
    const chunk: Buffer = piece
    hash.update(chunk)
    cutter.take(chunk)
  }
  if (hash.digest('hex') !== sha256) return { kind: 'gone', reason: 'its content is not what was read into the case' }
  const texts = new Map(order.map(({ nth }, at) => [nth, cutter.bytesOf(at)]))
  if (spans.some((span, nth) => texts.get(nth)?.length !== span.length)) {
    return { kind: 'gone', reason: 'the record lies beyond its end' }
  }
  return { kind: 'texts', texts: spans.map((_, nth) => texts.get(nth)?.toString('utf8') ?? '') }
}

/**
 * Opens spans of an evidence file, plain or gzip, in one pass and flat memory. Nothing is given before all of the inflated
 * bytes have the SHA-256 (hex) under which they were read: a proof never shows altered evidence. A file that cannot be read
 * or inflated is `gone`, with the reason.
 */
export async function openSpans(path: string, sha256: string, spans: readonly ByteSpan[]): Promise<Opened> {
  try {
    return await cut(openable(path), sha256, spans)
  } catch (error) {
    return { kind: 'gone', reason: error instanceof Error ? error.message : String(error) }
  }
}
