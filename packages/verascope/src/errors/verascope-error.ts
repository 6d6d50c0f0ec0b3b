import { type ErrorCode, exitOf } from './codes.ts'

/** What a fault tells a person: what happened, why, what stays true, and what to type next. */
export interface FaultParts {
  readonly code: ErrorCode
  /** One line in lower case, without a full stop. */
  readonly what: string
  readonly why: string
  /** What stays true of the case and the evidence. */
  readonly still: string
  /** Command lines, the likeliest first. */
  readonly next: readonly string[]
}

/** A fault of the user's input or surroundings. Defects of evidence are no faults: they are data and become gaps. */
export class VerascopeError extends Error {
  override readonly name = 'VerascopeError'
  readonly code: ErrorCode
  readonly what: string
  readonly why: string
  readonly still: string
  readonly next: readonly string[]

  constructor({ code, what, why, still, next }: FaultParts) {
    super(what)
    this.code = code
    this.what = what
    this.why = why
    this.still = still
    this.next = next
  }

  /** The exit code of the program. */
  get exit(): number {
    return exitOf(this.code)
  }
}
