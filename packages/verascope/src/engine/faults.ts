import { VerascopeError } from '../errors/verascope-error.ts'

const STILL = 'No verdict was given, and the case and its evidence are unchanged.'

/** Messages of an engine may quote evidence over many lines; the first line says what is wrong. */
function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  // What evidence holds must not act on a terminal.
  const [line = ''] = text.split(/[\p{Control}\u2028\u2029]/u, 1)
  return line.replace(/\.$/, '')
}

/** The engine's binary for this platform is not there or does not start: VS4005. */
export function engineMissing(cause: unknown): VerascopeError {
  return new VerascopeError({
    code: 'VS4005',
    what: `the database engine cannot be loaded on ${process.platform} ${process.arch}`,
    why: `${firstLine(cause)}. Its binary is an optional package, one for each platform.`,
    still: STILL,
    next: ['npm install --include=optional      (in the folder of the program, on this machine)'],
  })
}

/** The tables of a case cannot be opened or read: VS4005. `root` is the case folder. */
export function tablesUnreadable(root: string, cause: unknown): VerascopeError {
  return new VerascopeError({
    code: 'VS4005',
    what: `the evidence tables of ${root} cannot be read`,
    why: `${firstLine(cause)}.`,
    still: STILL,
    next: ['verascope init ANOTHER-FOLDER      (and ingest the evidence again: tables are made from it)'],
  })
}

/** What a query fails at through no fault of its own: files that changed or are damaged, a memory or a disk that is full. */
const OF_SURROUNDINGS =
  /^(?:IO|Invalid Input|Invalid|Out of Memory|Serialization|Permission|Conversion|Out of Range) Error/

/** The fault of the surroundings behind an engine's error; any other error as it is. */
export function faultOf(root: string, error: unknown): unknown {
  return error instanceof Error && OF_SURROUNDINGS.test(error.message) ? tablesUnreadable(root, error) : error
}

/** What a table holds is nothing this version knows: VS4005, because to leave the row out would turn an unknown into a no. */
export function unknownCell(column: string, value: unknown): VerascopeError {
  return new VerascopeError({
    code: 'VS4005',
    what: `column \`${column}\` of an evidence table holds ${JSON.stringify(value)}, which this version cannot read`,
    why: 'The tables were written by another version of verascope, or were altered.',
    still: STILL,
    next: ['verascope init ANOTHER-FOLDER      (and ingest the evidence again with this version)'],
  })
}
