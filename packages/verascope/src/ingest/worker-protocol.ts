import type { TaskResult } from './task.ts'

/** What a worker holds between files. */
export const NOTHING_HELD = -1

/** What a worker is started with. */
export interface WorkerSetting {
  /** Largest inflated size of a file, in bytes. */
  readonly largest: number
  /** One number that both sides see: the file in the worker's hands. */
  readonly holding: Int32Array<SharedArrayBuffer>
}

/** What a worker answers to a task: its result, or that the case cannot be written to. */
export type WorkerAnswer =
  | { readonly kind: 'result'; readonly result: TaskResult }
  | { readonly kind: 'unwritable'; readonly message: string; readonly code: string }
