import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ManifestLine } from '../case/manifest-line.ts'
import { batchesOf, type LookedFile, partName, planFiles } from './plan.ts'

function file(name: string, content: string, inflatedBytes = 10, gzip = false): LookedFile {
  const print = {
    sha256: gzip ? `gz-${content}` : content,
    bytes: 5,
    inflatedSha256: content,
    inflatedBytes,
    cut: null,
  }
  return { id: 0, path: `/${name}`, name, originalKey: null, beside: null, size: 5, print }
}

function line(path: string, content: string, state: ManifestLine['state']): ManifestLine {
  return {
    path,
    name: path.slice(1),
    originalKey: null,
    state,
    reason: null,
    kind: null,
    sha256: content,
    bytes: 5,
    inflatedSha256: content,
    inflatedBytes: 10,
    accounting: { read: 3, kept: 2, duplicate: 0, rejected: 1 },
    collector: null,
    acquiredAt: '',
    parser: '',
    catalog: '',
    part: null,
  }
}

const files = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.constantFrom('a', 'b', 'c', 'd')), {
    selector: ([name]) => name,
  })
  .map((pairs) => pairs.map(([name, content], at) => file(name, content, content.charCodeAt(0), at % 2 === 0)))

describe('the plan of a run', () => {
  it('is the same in whatever order files are looked at: of equal ones the first by name is read', () => {
    fc.assert(
      fc.property(
        files.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const plan = planFiles(shuffled, [])
          expect(plan).toEqual(planFiles(all, []))
          for (const { original, copies } of plan.groups) {
            for (const copy of copies) expect(original.name < copy.name).toBe(true)
          }
          expect(batchesOf(plan.groups)).toEqual(batchesOf(planFiles(all, []).groups))
        },
      ),
    )
  })

  it('reads no content twice that the case holds, and tries again what was rejected', () => {
    const known = [line('/read', 'a', 'read'), line('/copy', 'b', 'duplicate'), line('/bad', 'c', 'rejected')]
    const plan = planFiles(
      [file('read', 'a'), file('copy', 'b'), file('bad', 'c'), file('other', 'a', 10, true), file('read2', 'b')],
      known,
    )
    expect(plan.alreadyKnown).toBe(2)
    expect(plan.knownCopies.map(({ file: copy, of }) => [copy.name, of.name])).toEqual([['other', 'read']])
    expect(plan.groups.map(({ original }) => original.name)).toEqual(['bad', 'read2'])
  })

  it('reads a file again that is not what it was', () => {
    expect(planFiles([file('read', 'b')], [line('/read', 'a', 'read')])).toMatchObject({
      alreadyKnown: 0,
      groups: [{}],
    })
  })

  it('puts every file into one part, largest first, and bounds the parts', () => {
    const MB = 2 ** 20
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 * MB }), { maxLength: 200 }), (sizes) => {
        const { groups } = planFiles(
          sizes.map((size, at) => file(`f${at}`, `c${at}`, size)),
          [],
        )
        const batches = batchesOf(groups)
        expect(batches.flat()).toHaveLength(groups.length)
        expect(new Set(batches.map((batch) => partName(batch, '1', 'c'))).size).toBe(batches.length)
        for (const batch of batches) {
          const total = batch.reduce((sum, { original }) => sum + original.print.inflatedBytes, 0)
          expect(batch.length === 1 || total <= 64 * MB).toBe(true)
        }
      }),
    )
  })

  it('names a part after what it holds and what it was read with', () => {
    const { groups } = planFiles([file('x', 'a'), file('y', 'b')], [])
    const names = [
      partName(groups, '1', 'c'),
      partName(groups.slice(1), '1', 'c'),
      partName(groups, '2', 'c'),
      partName(groups, '1', 'd'),
    ]
    expect(new Set(names).size).toBe(4)
    expect(partName(planFiles([file('other', 'a'), file('path', 'b')], []).groups, '1', 'c')).toBe(names[0])
  })
})
