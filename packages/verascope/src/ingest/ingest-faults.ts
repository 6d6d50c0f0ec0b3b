import { VerascopeError } from '../errors/verascope-error.ts'

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'There is nothing at this path.',
  ENOTDIR: 'A part of the path is no folder.',
  EACCES: 'This user may not read it.',
  EPERM: 'This user may not read it.',
  ELOOP: 'Its links lead in a circle.',
}

function whyOf(cause: unknown): string {
  if (typeof cause === 'string') return `The path cannot be read: ${cause}.`
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return WORDS[code] ?? `The system says: ${cause instanceof Error ? cause.message : String(cause)}`
}

/** A path that was named cannot be read: VS3001. `cause` is the system's error, or the reason in words. */
export function pathUnreadable(path: string, cause: unknown): VerascopeError {
  if (cause instanceof VerascopeError) return cause
  return new VerascopeError({
    code: 'VS3001',
    what: `${path} cannot be read`,
    why: whyOf(cause),
    still: 'Nothing was read into the case, not from the other paths either.',
    next: [`ls -ld '${path.replaceAll("'", "'\\''")}'`, 'verascope -C CASE ingest LOGS...'],
  })
}

/** The worker that reads evidence is not there: the program was not built. A fault of the installation. */
export function workerMissing(path: string): Error {
  return new Error(`${path} is not there: the program must be built before it can read evidence (npm run build)`)
}
