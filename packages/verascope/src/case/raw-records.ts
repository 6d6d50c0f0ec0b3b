import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { MemberReader } from '../archives/archives.ts'
import { isGzip } from '../archives/gzip.ts'
import { csvRecords, isKnownTable, LONGEST_HEADER } from '../csv/csv-records.ts'
import { KNOWN_TABLES } from '../csv/known-tables.ts'
import type { ManifestLine } from './manifest-line.ts'
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

/** The first chunk of a stream and all of it: whether it is gzip shows in its first bytes. */
async function inflated(raw: Readable): Promise<AsyncIterable<Buffer>> {
  const chunks = raw[Symbol.asyncIterator]()
  const first = await chunks.next()
  const head: Buffer = first.done === true ? Buffer.alloc(0) : first.value
  const whole = Readable.from(joined(head, chunks), { objectMode: false })
  // A file that is cut off was read up to there; the hash says whether it is the same.
  // An error of either stream ends the last one, where the reader meets it.
  return isGzip(head) ? pipeline(whole, createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }), () => {}) : whole
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** The first line of what passes by, or so much of it as a header may be long, with what comes along. */
async function headOf(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (head.length < LONGEST_HEADER && !head.includes('\n')) {
    const next = await chunks.next()
    if (next.done === true) break
    head = Buffer.concat([head, next.value])
  }
  return head
}

/** The bytes by which places are counted: a table of text (CSV) is read as the records in it, which takes all of it at once. */
async function* asRead(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]()
  const head = await headOf(chunks)
  if (!isKnownTable(head, KNOWN_TABLES)) {
    yield* joined(head, chunks)
    return
  }
  const all: Buffer[] = []
  for await (const chunk of joined(head, chunks)) all.push(chunk)
  const whole = Buffer.concat(all)
  yield csvRecords(whole, KNOWN_TABLES) ?? whole
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

async function cut(raw: Readable, sha256: string, spans: readonly ByteSpan[]): Promise<Opened> {
  const order = spans.map((span, nth) => ({ span, nth })).sort((a, b) => a.span.offset - b.span.offset)
  const cutter = new Cutter(order.map((one) => one.span))
  const hash = createHash('sha256')
  for await (const chunk of asRead(await inflated(raw))) {
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

/** Where an item stands: a file, or a member of an archive. */
export type ItemPlace = Pick<ManifestLine, 'path' | 'container'>

/**
 * Opens spans of an evidence file, plain or gzip, in one pass and flat memory. Nothing is given before all of the inflated
 * bytes have the SHA-256 (hex) under which they were read: a proof never shows altered evidence. A file that cannot be read
 * or inflated is `gone`, with the reason. `kept` stays open for the next member of the same archive; its owner closes it.
 */
export async function openSpans(
  { path, container }: ItemPlace,
  sha256: string,
  spans: readonly ByteSpan[],
  kept?: MemberReader,
): Promise<Opened> {
  const reader = kept ?? new MemberReader()
  try {
    if (container === undefined) return await cut(createReadStream(openable(path)), sha256, spans)
    const opened = await reader.read(openable(container.path), container.position, (body) => cut(body, sha256, spans))
    return opened ?? { kind: 'gone', reason: 'the archive no longer holds it' }
  } catch (error) {
    return { kind: 'gone', reason: error instanceof Error ? error.message : String(error) }
  } finally {
    if (kept === undefined) await reader.close()
  }
}
