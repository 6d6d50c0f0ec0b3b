import type { Hand } from './hand.ts'
import type { Task, TaskFile, TaskResult } from './task.ts'

/** Why a file could not be had: the worker ended over it. */
export interface Fatal {
  readonly id: number
  readonly reason: string
}

/** What becomes of tasks. */
export interface Takers {
  /** Takes what a task gave. The hand goes on once this is done. */
  readonly done: (task: Task, result: TaskResult) => Promise<void>
  /** Takes a file that ends whoever reads it. */
  readonly fatal: (file: Fatal) => Promise<void>
  /** A task of other files, of the same kind: parts are named after what they hold. */
  readonly retask: (task: Task, ids: ReadonlySet<number>) => Task
}

function filesOf(task: Task): readonly TaskFile[] {
  return task.files
}

/**
 * Does a task; when it ends the hand, the file that it held is tried alone and the others together. A file is given up only when
 * it ends a hand that held nothing else: none is lost for what another one did.
 */
async function doTask(task: Task, hand: Hand, takers: Takers): Promise<readonly Task[]> {
  const outcome = await hand.run(task)
  if (outcome.kind === 'done') {
    await takers.done(task, outcome.result)
    return []
  }
  const ids = filesOf(task).map((file) => file.id)
  const [first] = ids
  const held = outcome.holding ?? first
  if (held === undefined) return []
  if (ids.length === 1) {
    await takers.fatal({ id: held, reason: `reading it ended the worker: ${outcome.reason}` })
    return []
  }
  const others = new Set(ids.filter((id) => id !== held))
  return [takers.retask(task, others), takers.retask(task, new Set([held]))]
}

async function keepBusy(hand: Hand, queue: Task[], takers: Takers): Promise<void> {
  for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
    queue.unshift(...(await doTask(task, hand, takers)))
  }
}

/** Has the hands do all tasks, handed out one by one. Rejects with the first fault that is no file's; the others stop then. */
export async function workThrough(tasks: readonly Task[], hands: readonly Hand[], takers: Takers): Promise<void> {
  const queue = [...tasks]
  const busy = hands.map((hand) => keepBusy(hand, queue, takers))
  try {
    await Promise.all(busy)
  } catch (error) {
    queue.length = 0
    await Promise.allSettled(busy)
    throw error
  }
}
