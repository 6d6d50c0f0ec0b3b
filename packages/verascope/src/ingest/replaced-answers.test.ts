import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logOf, SampleAnswers, STATUS, sidecar, stateOf } from './sample-answers.fixture.ts'

// An answer is read again when what stands beside it changes: what was read before it must then count no more, and nothing else be lost.

const TIMES = ['2026-03-10T10:00:00Z', '2026-03-11T10:00:00Z', '2026-03-12T10:00:00Z'] as const
const [FIRST, SECOND] = TIMES
const LISTED = '{"TableNames":["orders"]}'

let sample: SampleAnswers
beforeEach(() => {
  sample = new SampleAnswers()
})
afterEach(() => sample.remove())

/** How many statements there are on the log that the answers speak of. */
const statuses = async (): Promise<number> => (await sample.says()).filter((one) => one?.includes('"on":true')).length

describe('an answer whose sidecar is corrected', () => {
  it('leaves nothing of what it said before, whatever was read with it', async () => {
    sample.answer('a.json', STATUS, FIRST)
    sample.answer('z.json', LISTED, FIRST)
    sample.put('log.json', logOf('e-1'))
    await sample.read()
    sample.put('a.json.meta.json', sidecar(SECOND))
    await sample.read()
    expect(await statuses()).toBe(1)
    expect(await sample.says()).toHaveLength(2)
    expect(await sample.column('events', 'event_id')).toEqual(['e-1'])
  })

  it('stands as it was where another file says the same', async () => {
    sample.answer('a.json', STATUS, FIRST)
    sample.answer('c.json', STATUS, FIRST)
    await sample.read()
    sample.put('a.json.meta.json', sidecar(SECOND))
    await sample.read()
    expect(await statuses()).toBe(2)
    sample.put('c.json.meta.json', sidecar(SECOND))
    await sample.read()
    expect(await statuses()).toBe(1)
  })

  it('keeps what it said when its sidecar is gone', async () => {
    sample.answer('a.json', STATUS, FIRST)
    await sample.read()
    sample.drop('a.json.meta.json')
    expect((await sample.read()).items).toEqual([])
    expect(await statuses()).toBe(1)
  })
})

describe('a file that holds calls and an answer', () => {
  it.each([
    ['first', (call: string) => `${LISTED}\n${call}\n`],
    ['last', (call: string) => `${call}\n${LISTED}\n`],
  ])('keeps the calls, once, and names the answer (%s)', async (_, textOf) => {
    const call = JSON.stringify(JSON.parse(logOf('e-1')).Records[0])
    sample.answer('mixed.json', textOf(call), FIRST)
    sample.put('log.json', logOf('e-2'))
    const { items } = await sample.read()
    expect(items.map(stateOf)).toContain('mixed.json read 1')
    const told = items.flatMap(({ rejected }) => rejected.map(({ reason }) => reason))
    expect(told).toEqual([expect.stringContaining('stands among records of calls')])
    for (const at of [SECOND, FIRST]) {
      sample.put('mixed.json.meta.json', sidecar(at))
      await sample.read()
      expect([...(await sample.column('events', 'event_id'))].sort()).toEqual(['e-1', 'e-2'])
    }
  })
})

describe('in whatever order answers and their times come', () => {
  it('there is one statement for each answer and time that files say last, and read = kept + duplicate + rejected', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a.json', 'b.json', 'c.json'), fc.constantFrom(...TIMES)), {
      minLength: 1,
      maxLength: 5,
    })
    const BACK: [string, (typeof TIMES)[number]][] = [
      ['c.json', SECOND],
      ['a.json', SECOND],
      ['c.json', FIRST],
      ['c.json', SECOND],
    ]
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        sample.remove()
        sample = new SampleAnswers()
        const last = new Map<string, string>()
        for (const [name, at] of all) {
          sample.answer(name, STATUS, at)
          last.set(name, at)
          const { accounting } = await sample.read()
          expect(accounting.read).toBe(accounting.kept + accounting.duplicate + accounting.rejected)
          expect(await statuses()).toBe(new Set(last.values()).size)
        }
        expect((await sample.read()).items).toEqual([])
      }),
      // Said to be of another time and then of the first one again, while a copy still says that.
      { numRuns: 12, examples: [[BACK]] },
    )
  }, 60_000)
})
