import { parentPort, workerData } from 'node:worker_threads'
import { runTask, type Task } from './task.ts'
import type { WorkerAnswer, WorkerSetting } from './worker-protocol.ts'

const setting: WorkerSetting = workerData

/** An error of the system; files that cannot be read never come here, so the case cannot be written to. */
function systemError(error: unknown): { readonly message: string; readonly code: string } | null {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return null
  return { message: error.message, code: String(error.code) }
}

async function answer(task: Task): Promise<WorkerAnswer> {
  const { largest, holding } = setting
  try {
    const result = await runTask(task, { largest, hold: (id) => Atomics.store(holding, 0, id) })
    return { kind: 'result', result }
  } catch (error) {
    const fault = systemError(error)
    // Anything else may have left the writer in a state that nobody knows: the thread ends, and a new one takes over.
    if (fault === null) throw error
    return { kind: 'unwritable', ...fault }
  }
}

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answer(task))
})
