import type { Premise } from '@verascope/core/domain/premise'
import { describe, expect, it } from 'vitest'
import { painter } from './page.ts'
import { argumentOf, proofView } from './proof-view.ts'
import { visibleWidth } from './text.ts'

function premise(id: string, from: readonly string[], more: Partial<Premise> = {}): Premise {
  return {
    id,
    kind: 'access',
    subject: id,
    says: `Premise ${id} says something about the actor.`,
    unless: null,
    from,
    evidence: [],
    query: null,
    ...more,
  }
}

const REF = { item: 'a'.repeat(64), ordinal: 4, offset: 0, length: 10 }
const GRAPH = new Map(
  [
    premise('P-1', ['P-2', 'P-3', 'P-9']),
    premise('P-2', ['P-4']),
    premise('P-3', ['P-4'], { unless: 'somebody else used it' }),
    premise('P-4', ['P-2'], { evidence: Array.from({ length: 5 }, (_, at) => ({ event: `event-${at}`, ref: REF })) }),
  ].map((one) => [one.id, one]),
)
const ROOT = premise('P-1', ['P-2', 'P-3', 'P-9'])
const PAGE = { width: 80, paint: painter(false), all: false, program: 'verascope' }
const placeOf = (): string => `${'folder/'.repeat(20)}file.json, record 5`

describe('an argument', () => {
  it('numbers each premise, argues it once, and ends where it meets itself', () => {
    const steps = argumentOf(ROOT, GRAPH).map((step) =>
      'missing' in step ? `${step.number} ?` : `${step.number} ${step.premise.id} ${step.asIn ?? ''}`.trim(),
    )
    expect(steps).toEqual(['1 P-2', '1.1 P-4', '1.1.1 P-2 1', '2 P-3', '2.1 P-4 1.1', '3 ?'])
  })

  it('says that a step is not proven when its premise is not there', () => {
    expect(proofView(ROOT, GRAPH, placeOf, PAGE)).toContain('this step is not proven')
  })

  it('names the file and record of its evidence, counts what it leaves out, and names doubts', () => {
    const text = proofView(ROOT, GRAPH, placeOf, PAGE)
    expect(text.replaceAll(/\s+/g, '')).toContain('file.json,record5')
    expect(text).toContain('2 more records')
    expect(text).toContain('unless somebody else used it')
    expect(proofView(ROOT, GRAPH, placeOf, { ...PAGE, all: true })).toContain('event-4')
    expect(text.split('\n').filter((line) => visibleWidth(line) > 80)).toEqual([])
  })

  it('says where any one of several steps is enough, and only there', () => {
    const all = proofView(ROOT, GRAPH, placeOf, PAGE)
    const any = proofView({ ...ROOT, any: true }, GRAPH, placeOf, PAGE)
    expect(all).not.toContain('is enough')
    expect(any).toContain('any one of the 3 steps under this is enough')
  })

  it('of a chain of thousands stays readable, and says what supports what', () => {
    const length = 5_000
    const chain = Array.from({ length }, (_, at) => premise(`P-${at}`, at + 1 < length ? [`P-${at + 1}`] : []))
    const [root = ROOT] = chain
    const lines = proofView(root, new Map(chain.map((one) => [one.id, one])), placeOf, PAGE).split('\n')
    expect(lines.filter((line) => visibleWidth(line) > 80)).toEqual([])
    expect(lines.length).toBeLessThan(3 * length)
    const last = argumentOf(root, new Map(chain.map((one) => [one.id, one]))).at(-1)
    expect(last).toMatchObject({ number: `1.1.1.1.1/${length - 6}`, above: `1.1.1.1.1/${length - 7}` })
  })
})
