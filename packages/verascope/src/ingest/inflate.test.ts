import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflate } from './inflate.ts'

const LIMIT = 100_000
const TEXT = Buffer.from('{"Records":[]}'.repeat(50))
const GZIP = gzipSync(TEXT)

function outcome(raw: Uint8Array): string {
  const inflated = inflate(raw, LIMIT)
  return inflated.kind === 'bytes' ? Buffer.from(inflated.bytes).toString('utf8') : `fault: ${inflated.reason}`
}

function altered(at: number): Buffer {
  const copy = Buffer.from(GZIP)
  copy.writeUInt8(copy.readUInt8(at) ^ 0x55, at)
  return copy
}

describe('inflating', () => {
  it('gives back what was compressed, in one member or several, and leaves anything else as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 4 }), (parts) => {
        const inflated = inflate(Buffer.concat(parts.map((part) => gzipSync(part))), LIMIT)
        expect(inflated).toEqual({ kind: 'bytes', bytes: Buffer.concat(parts) })
      }),
    )
    expect(outcome(TEXT)).toBe(TEXT.toString())
    expect(outcome(new Uint8Array(0))).toBe('')
  })

  it('never takes part of a file for the whole', () => {
    for (let length = 2; length < GZIP.length; length += 1) {
      expect(outcome(GZIP.subarray(0, length)), `${length} bytes`).toContain('fault: its gzip data end too early')
    }
    const second = GZIP.subarray(0, 5)
    expect(outcome(Buffer.concat([GZIP, second]))).toContain('fault: its gzip data end too early')
  })

  it('notices a wrong checksum, a wrong length and bytes that follow', () => {
    expect(outcome(altered(GZIP.length - 8))).toBe('fault: its gzip data are damaged (incorrect data check)')
    expect(outcome(altered(GZIP.length - 2))).toBe('fault: its gzip data are damaged (incorrect length check)')
    expect(outcome(Buffer.concat([GZIP, TEXT]))).toContain('fault: its gzip data are damaged')
  })

  it('takes zeros at the end for padding, and never passes over a member behind them', () => {
    expect(outcome(Buffer.concat([GZIP, Buffer.alloc(512)]))).toBe(TEXT.toString())
    const hidden = Buffer.from(GZIP)
    hidden.writeUInt8(0, 0)
    for (const second of [hidden, Buffer.concat([Buffer.alloc(16), GZIP])]) {
      expect(outcome(Buffer.concat([GZIP, second]))).toContain('fault: its gzip data are damaged')
    }
  })

  it('stops at the limit, whatever the footer claims, and says so', () => {
    const bomb = gzipSync(Buffer.alloc(LIMIT * 50))
    const reason = 'fault: it inflates to more than 100000 bytes, which is more than is read from one file'
    expect(outcome(bomb)).toBe(reason)
    bomb.writeUInt32LE(5, bomb.length - 4)
    expect(outcome(bomb)).toBe(reason)
    expect(outcome(gzipSync(Buffer.alloc(LIMIT)))).toHaveLength(LIMIT)
    expect(outcome(Buffer.alloc(LIMIT + 1))).toBe(reason)
  })
})
