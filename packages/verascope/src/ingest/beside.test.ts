import { parseInstant } from '@verascope/core/domain/instant'
import { packTar } from 'modern-tar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TakenAt } from './beside.ts'
import { logOf, SampleAnswers, STATUS, sidecar, stateOf } from './sample-answers.fixture.ts'

const [FIRST, SECOND, THIRD] = ['2026-03-10T10:00:00Z', '2026-03-11T10:00:00Z', '2026-03-12T10:00:00Z'] as const
const TABLES = '{"TableNames":["orders"]}'

function taken(at: string): TakenAt {
  return { at: parseInstant(at) ?? expect.unreachable(at), account: '111122223333', region: 'eu-west-1' }
}

let sample: SampleAnswers
beforeEach(() => {
  sample = new SampleAnswers()
})
afterEach(() => sample.remove())

const reasonsOf = (items: Awaited<ReturnType<SampleAnswers['read']>>['items'], name: string): readonly string[] =>
  items.filter(({ line }) => line.name.endsWith(name)).flatMap(({ rejected }) => rejected.map(({ reason }) => reason))

describe('what stands beside an answer', () => {
  it('makes two of equal answers that were asked at different times, and one of those with equal sidecars', async () => {
    sample.answer('a.json', STATUS, FIRST)
    sample.answer('b.json', STATUS, SECOND)
    sample.answer('c.json', STATUS, SECOND)
    const { items, accounting } = await sample.read()
    expect(
      items
        .filter(({ line }) => line.kind === 'cloudtrail-trail-status')
        .map(stateOf)
        .sort(),
    ).toEqual(['a.json read 1', 'b.json read 1', 'c.json duplicate 0'])
    expect(await sample.says()).toHaveLength(2)
    expect(accounting.read).toBe(accounting.kept + accounting.duplicate + accounting.rejected)
  })

  it('is read when it comes later, in the place of what nobody could tell before', async () => {
    sample.put('a.json', STATUS)
    const first = await sample.read()
    expect(reasonsOf(first.items, 'a.json')).toEqual([expect.stringContaining('save the command')])
    sample.put('a.json.meta.json', sidecar(FIRST))
    const second = await sample.read()
    expect(second.accounting.kept).toBe(2)
    expect(
      sample
        .inForce()
        .map((line) => stateOf({ line }))
        .sort(),
    ).toEqual(['a.json read 1', 'a.json.meta.json read 1'])
    const third = await sample.read()
    expect(third.items).toEqual([])
    expect(third.alreadyKnown).toBe(2)
  })

  it('is found where the answer alone is named, and by name in an archive', async () => {
    sample.answer('a.json', STATUS, FIRST)
    expect((await sample.read({ only: 'a.json' })).items.map(stateOf).sort()).toEqual([
      'a.json read 1',
      'a.json.meta.json read 1',
    ])
    const members = [
      ['x/b.json', STATUS.replace('true', 'false')],
      ['x/b.json.meta.json', sidecar(SECOND)],
    ] as const
    sample.put('b.tar', await packTar(members.map(([name, body]) => ({ header: { name, size: body.length }, body }))))
    const { items } = await sample.read({ only: 'b.tar' })
    expect(items.map(stateOf).sort()).toEqual([
      'b.tar read 0',
      'b.tar!/x/b.json read 1',
      'b.tar!/x/b.json.meta.json read 1',
    ])
  })

  it('belongs to nobody where an archive holds two answers of one name', async () => {
    const members = [
      ['a.json', STATUS],
      ['a.json', STATUS.replace('true', 'false')],
      ['a.json.meta.json', sidecar(FIRST)],
    ] as const
    sample.put('a.tar', await packTar(members.map(([name, body]) => ({ header: { name, size: body.length }, body }))))
    await sample.read()
    expect(await sample.says()).toEqual([])
  })

  it('keeps its kind where all else is taken for another', async () => {
    sample.answer('a.json', STATUS, FIRST)
    const { items } = await sample.read({ as: 'cloudtrail-trail-status' })
    expect(items.map(stateOf).sort()).toEqual(['a.json read 1', 'a.json.meta.json read 1'])
  })
})

describe('a sidecar that is none', () => {
  it.each([
    ['no JSON', 'yesterday'],
    ['two of them', `${sidecar(FIRST)}\n${sidecar(SECOND)}`],
    ['a list', `[${sidecar(FIRST)}]`],
    ['more than a sidecar', sidecar(FIRST).replace('{', '{"by":"A. Responder",')],
    ['too large', sidecar(FIRST).replace('aws', `aws${' '.repeat(2 ** 20)}`)],
  ])('(%s) is named itself, and leaves its answer without a time, whatever was said of others', async (_, text) => {
    sample.put('list.json', TABLES)
    sample.put('list.json.meta.json', text)
    const { items } = await sample.read({ taken: taken(THIRD) })
    expect(reasonsOf(items, 'meta.json').length).toBeGreaterThan(0)
    expect(items.find(({ line }) => line.name === 'logs/list.json')?.line.beside).toBeUndefined()
  })

  it.each([
    ['its `at` is no time', sidecar('yesterday')],
    ['its `account` is not twelve digits', sidecar(FIRST).replace('"111122223333"', '111122223333')],
  ])('(%s) says so, and what else it says counts', async (reason, text) => {
    sample.put('a.json', STATUS)
    sample.put('a.json.meta.json', text)
    const { items } = await sample.read({ taken: taken(THIRD) })
    expect(reasonsOf(items, 'meta.json')).toEqual([expect.stringContaining(reason)])
    expect(items.map(stateOf)).toContain('a.json read 1')
  })

  it('with an account that is none does not say whose answer it is', async () => {
    sample.put('list.json', TABLES)
    sample.put('list.json.meta.json', sidecar(FIRST).replace('"111122223333"', '"1111"'))
    const { items } = await sample.read()
    expect(reasonsOf(items, 'list.json')).toEqual([expect.stringContaining('does not say of which account')])
  })

  it('but for a mark before its text is one', async () => {
    sample.answer('a.json', STATUS, FIRST)
    sample.put('a.json.meta.json', `\ufeff${sidecar(FIRST)}`)
    const { items } = await sample.read()
    expect(items.flatMap(({ rejected }) => rejected)).toEqual([])
  })
})

describe('what is said of answers without any', () => {
  it('is when they were taken, and a sidecar says it better', async () => {
    sample.put('list.json', TABLES)
    expect((await sample.read({ taken: taken(THIRD) })).items.flatMap(({ rejected }) => rejected)).toEqual([])
    expect(await sample.says()).toEqual([expect.stringContaining('table/orders')])
    expect(await sample.column('statements', 'topic')).toEqual(['store-listed'])
    sample.answer('list.json', TABLES, FIRST)
    await sample.read({ taken: taken(SECOND) })
    expect(await sample.says()).toHaveLength(1)
    expect((await sample.read({ taken: taken(THIRD) })).items).toEqual([])
  })

  it('reaches into archives that were read before it was said, once', async () => {
    const members = [
      ['t.json', TABLES],
      ['u.json', TABLES],
    ] as const
    sample.put('a.tar', await packTar(members.map(([name, body]) => ({ header: { name, size: body.length }, body }))))
    expect((await sample.read()).accounting.rejected + (await sample.says()).length).toBeGreaterThan(0)
    expect((await sample.read({ taken: taken(THIRD) })).items.map(stateOf).sort()).toEqual([
      'a.tar!/t.json read 1',
      'a.tar!/u.json duplicate 0',
    ])
    const again = await sample.read({ taken: taken(THIRD) })
    expect([again.items, again.alreadyKnown]).toEqual([[], 3])
  })

  it('is not said of what lies as the provider delivers it: nobody asked for that', async () => {
    sample.put('AWSLogs/111122223333/list.json', TABLES)
    const { items } = await sample.read({ taken: taken(THIRD) })
    expect(reasonsOf(items, 'list.json')).toEqual([expect.stringContaining('save the command')])
    expect((await sample.read({ taken: taken(SECOND) })).items).toEqual([])
  })
})

describe('a log of calls', () => {
  it('is never read a second time: its records are what they are', async () => {
    sample.put('log.json', logOf('e-1'))
    await sample.read()
    sample.put('log.json.head.json', '{"ContentLength":1,"ETag":"x","Metadata":{}}')
    const second = await sample.read({ taken: taken(FIRST) })
    expect(second.items.map(stateOf)).toEqual(['log.json.head.json read 1'])
    expect(second.alreadyKnown).toBe(1)
  })
})
