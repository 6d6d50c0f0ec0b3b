import { createHash } from 'node:crypto'
import type { Assumed } from '@verascope/core/domain/assumption'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenPin, type PinSubject, pinDelivery } from './delivery-pin.ts'
import type { ManifestLine } from './manifest-line.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function line(name: string, more: Partial<ManifestLine> = {}): ManifestLine {
  return {
    ...{ path: `/logs/${name}`, name, originalKey: null, state: 'read', reason: null, kind: 'log' },
    ...{ sha256: sha256(name), bytes: 1, inflatedSha256: sha256(name), inflatedBytes: 1, collector: null },
    ...{ acquiredAt: '2024-01-01T00:00:00.000Z', parser: '0.1.0', catalog: '0123456789abcdef', part: null },
    accounting: { read: 1, kept: 1, duplicate: 0, rejected: 0 },
    ...more,
  }
}

function subject(account: string | null = null, region: string | null = null): PinSubject {
  const scope: Assumed<'delivery'>['scope'] = { log: { arn: null, home: 'eu-west-1', name: 'main' }, account, region }
  return { scope, kinds: new Set(['log']) }
}

const key = (account: string, region: string): string =>
  `my-logs-1/AWSLogs/${account}/CloudTrail/${region}/2026/03/10/x.gz`

describe('the files that a delivery was signed for', () => {
  const lines = [line('a'), line('b')]
  const pin = pinDelivery(lines, subject())

  it('are the same while nothing came and nothing went', () => {
    expect(pin.files).toBe(2)
    expect(brokenPin(pin, lines, subject())).toBeNull()
    // Copies of what was signed for, answers, and what could not be read are no files that the log left out.
    const more = [line('copy', { state: 'duplicate', inflatedSha256: sha256('a') }), line('answer', { kind: 'answer' })]
    const bad = line('bad', { state: 'rejected', kind: null, inflatedSha256: null })
    expect(brokenPin(pin, [...lines, ...more, bad], subject())).toBeNull()
  })

  it('break it when one is gone, and name it', () => {
    expect(brokenPin(pin, [line('a')], subject())).toContain('manifest no longer holds')
    expect(brokenPin(pin, [line('a'), line('c')], subject())).toContain('manifest no longer holds')
    // What was read of a file that was cut off gives way to the whole file.
    const cut = [line('a'), line('a', { state: 'rejected', cut: true })]
    const [signed, whole] = [pinDelivery(cut, subject()), sha256('whole')]
    const later = line('a', { sha256: whole, inflatedSha256: whole, continues: sha256('a') })
    expect(brokenPin(signed, cut, subject())).toBeNull()
    expect(brokenPin(signed, [...cut, later], subject())).toBe('it was signed for files that are no longer evidence: a')
  })

  it('break it when another may be of the same log, because then they were not whole', () => {
    expect(brokenPin(pin, [...lines, line('c')], subject())).toContain('c')
    expect(brokenPin(pin, [...lines, line('c'), line('d')], subject())).toContain('2 files')
  })

  it('leave out only what its place shows to be of another account or region', () => {
    const [here, there] = [key('111122223333', 'eu-west-1'), key('999900001111', 'us-east-1')]
    const placed = [line('a', { originalKey: here }), line('b')]
    const narrow = subject('111122223333', 'eu-west-1')
    const own = pinDelivery(placed, narrow)
    expect(own.files).toBe(2)
    for (const originalKey of [there, key('999900001111', 'eu-west-1'), key('111122223333', 'us-east-1')])
      expect(brokenPin(own, [...placed, line('c', { originalKey })], narrow)).toBeNull()
    for (const originalKey of [here, null, 'some/other/layout.gz'])
      expect(brokenPin(own, [...placed, line('c', { originalKey })], narrow)).not.toBeNull()
    expect(
      brokenPin(pinDelivery(placed, subject()), [...placed, line('c', { originalKey: there })], subject()),
    ).not.toBeNull()
  })

  it('are told in whatever order they were read, and by every one of them', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
    fc.assert(
      fc.property(names, fc.nat(), (all, some) => {
        const read = all.map((name) => line(name))
        const signed = pinDelivery(read, subject())
        expect(pinDelivery([...read].reverse(), subject())).toEqual(signed)
        expect(brokenPin(signed, read, subject())).toBeNull()
        expect(brokenPin(signed, read.toSpliced(some % read.length, 1), subject())).not.toBeNull()
        expect(brokenPin(signed, read.with(some % read.length, line('other')), subject())).not.toBeNull()
      }),
    )
  })
})
