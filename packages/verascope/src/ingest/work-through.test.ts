import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hand } from './hand.ts'
import type { Task, TaskFile } from './task.ts'
import { workThrough } from './work-through.ts'

function taskOf(ids: readonly number[]): Task {
  return { kind: 'look', files: ids.map((id): TaskFile => ({ id, path: `/${id}` })) }
}

function idsOf(task: Task): readonly number[] {
  return task.files.map((file) => file.id)
}

/** A hand that dies over a lethal file, and says it held that one, another one of the task, or none. */
function mortal(lethal: ReadonlySet<number>, blames: 'it' | 'first' | 'none'): Hand {
  return {
    run: async (task) => {
      const ids = idsOf(task)
      const killer = ids.find((id) => lethal.has(id))
      if (killer === undefined) return { kind: 'done', result: { files: [], tables: null } }
      const holding = { it: killer, first: ids[0] ?? null, none: null }[blames]
      return { kind: 'died', holding, reason: 'memory' }
    },
    close: async () => {},
  }
}

describe('working through tasks', () => {
  it('does every file once and gives up those alone that end a hand by themselves, whoever was blamed', async () => {
    const ids = fc.uniqueArray(fc.nat(50), { maxLength: 20 })
    const blamed = fc.array(fc.constantFrom('it', 'first', 'none'), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.array(fc.nat(50)),
        fc.integer({ min: 1, max: 6 }),
        blamed,
        async (all, bad, size, who) => {
          const lethal = new Set(bad)
          const tasks: Task[] = []
          for (let at = 0; at < all.length; at += size) tasks.push(taskOf(all.slice(at, at + size)))
          const [done, fatal]: [number[], number[]] = [[], []]
          await workThrough(
            tasks,
            who.map((one) => mortal(lethal, one)),
            {
              done: async (task) => {
                done.push(...idsOf(task))
              },
              fatal: async ({ id, reason }) => {
                expect(reason).toBe('reading it ended the worker: memory')
                fatal.push(id)
              },
              retask: (task, only) => taskOf(idsOf(task).filter((id) => only.has(id))),
            },
          )
          const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b)
          expect(sorted(done)).toEqual(sorted(all.filter((id) => !lethal.has(id))))
          expect(sorted(fatal)).toEqual(sorted(all.filter((id) => lethal.has(id))))
        },
      ),
    )
  })

  it('stops with the first fault that is no file’s, once the others have put down what they hold', async () => {
    let finished = 0
    const failing: Hand = {
      run: async () => {
        throw new Error('the disk is full')
      },
      close: async () => {},
    }
    const takers = {
      done: async () => {
        finished += 1
      },
      fatal: async () => {},
      retask: (task: Task) => task,
    }
    const tasks = [1, 2, 3, 4, 5].map((id) => taskOf([id]))
    await expect(workThrough(tasks, [failing, mortal(new Set(), 'it')], takers)).rejects.toThrow('the disk is full')
    expect(finished).toBeLessThan(4)
  })
})
