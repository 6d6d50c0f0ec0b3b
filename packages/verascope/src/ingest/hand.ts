import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { workerMissing } from './ingest-faults.ts'
import type { Task, TaskResult } from './task.ts'
import { NOTHING_HELD, type WorkerAnswer, type WorkerSetting } from './worker-protocol.ts'

/** What became of a task: its result, or how the one who did it ended and which file it had in its hands. */
export type TaskOutcome =
  | { readonly kind: 'done'; readonly result: TaskResult }
  | { readonly kind: 'died'; readonly holding: number | null; readonly reason: string }

/** Somebody who does tasks, one at a time. `run` rejects when the case cannot be written to; that is no fault of a file. */
export interface Hand {
  readonly run: (task: Task) => Promise<TaskOutcome>
  readonly close: () => Promise<void>
}

/** How workers are set up. */
export interface HandSetting {
  /** Largest inflated size of a file, in bytes. */
  readonly largest: number
  /** Largest heap of a worker in megabytes; null leaves it to the platform. */
  readonly heap: number | null
}

/** The worker's code. A platform that runs these sources as they stand still needs it built: workers take JavaScript only. */
function workerPath(): string {
  const fromHere = import.meta.url.endsWith('.ts') ? '../../dist/ingest/worker.js' : '../ingest/worker.js'
  const path = fileURLToPath(new URL(fromHere, import.meta.url))
  if (!existsSync(path)) throw workerMissing(path)
  return path
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

interface Waiting {
  readonly resolve: (outcome: TaskOutcome) => void
  readonly reject: (error: Error) => void
}

class WorkerHand implements Hand {
  readonly #setting: HandSetting
  // Shared memory and no message: what a dying thread has sent may never arrive.
  readonly #holding = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  #worker: Worker | null = null
  #waiting: Waiting | null = null

  constructor(setting: HandSetting) {
    this.#setting = setting
  }

  #start(): Worker {
    const { largest, heap } = this.#setting
    const workerData: WorkerSetting = { largest, holding: this.#holding }
    const worker = new Worker(workerPath(), {
      workerData,
      ...(heap === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: heap } }),
    })
    worker.on('message', (answer: WorkerAnswer) => this.#take(answer))
    worker.on('error', (error) => this.#died(worker, messageOf(error)))
    worker.on('exit', (code) => this.#died(worker, `it ended with code ${code}`))
    return worker
  }

  #take(answer: WorkerAnswer): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (answer.kind === 'result') waiting?.resolve({ kind: 'done', result: answer.result })
    else waiting?.reject(Object.assign(new Error(answer.message), { code: answer.code }))
  }

  #died(worker: Worker, reason: string): void {
    // An error is followed by an exit, when another worker may be at work already.
    if (this.#worker !== worker) return
    this.#worker = null
    const id = Atomics.load(this.#holding, 0)
    this.#waiting?.resolve({ kind: 'died', holding: id === NOTHING_HELD ? null : id, reason })
    this.#waiting = null
  }

  /** Gives a task to the worker, to a new one if the last has died. */
  run = async (task: Task): Promise<TaskOutcome> => {
    Atomics.store(this.#holding, 0, NOTHING_HELD)
    this.#worker ??= this.#start()
    const outcome = new Promise<TaskOutcome>((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
    this.#worker.postMessage(task)
    return await outcome
  }

  close = async (): Promise<void> => {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

/** A hand that works in a thread of its own, so that a file that kills it takes nothing else along. */
export function workerHand(setting: HandSetting): Hand {
  return new WorkerHand(setting)
}
