import { VerascopeError } from '../errors/verascope-error.ts'
import { safeText, wrap } from '../render/text.ts'

const WIDTH = 80

/** What stderr says of a fault, and the exit code. */
export interface FaultText {
  readonly text: string
  readonly exit: number
}

function indented(text: string): readonly string[] {
  return text === '' ? [] : wrap(safeText(text), WIDTH - 2).map((line) => `  ${line}`)
}

function headline(what: string, code: string): string {
  const head = `error: ${safeText(what)}`
  return head.length + code.length + 2 <= WIDTH ? `${head}${code.padStart(WIDTH - head.length)}` : `${head}  ${code}`
}

function stackOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return text.split('\n').map(safeText).join('\n')
}

function knownFault(error: VerascopeError, verbose: boolean): FaultText {
  const lines = [
    headline(error.what, error.code),
    ...indented(error.why),
    ...indented(error.still),
    ...error.next.map((line, at) => `  ${at === 0 ? 'Try: ' : '     '} ${safeText(line)}`),
    ...(verbose ? [stackOf(error)] : []),
  ]
  return { text: `${lines.join('\n')}\n`, exit: error.exit }
}

const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'a file or folder may not be read or written',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  EDQUOT: 'the quota of the disk is used up',
  EISDIR: 'a folder stands where a file is wanted',
  ELOOP: 'links lead in a circle',
  ENAMETOOLONG: 'a path is too long',
  ENOENT: 'a file or folder is not there',
  ENOTDIR: 'a part of a path is no folder',
  EPERM: 'a file or folder may not be read or written',
}

function systemFault(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? (SYSTEM_FAULTS[code] ?? null) : null
}

/** Says of a fault what happened, why, what stays true and what to type next; the stack only with -v. */
export function describeFault(error: unknown, verbose: boolean): FaultText {
  if (error instanceof VerascopeError) return knownFault(error, verbose)
  const system = systemFault(error)
  const message = error instanceof Error ? error.message : String(error)
  const lines = [
    headline(system ?? 'a fault of verascope itself', system === null ? 'VS1000' : 'VS4000'),
    ...indented(message),
    ...indented('The case is as it was after the last finished step: writes are whole or not at all.'),
    ...(verbose ? [stackOf(error)] : indented('Run it again with -v for the details.')),
  ]
  return { text: `${lines.join('\n')}\n`, exit: system === null ? 1 : 4 }
}
