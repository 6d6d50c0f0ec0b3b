import { join } from 'node:path'
import { VerascopeError } from '../errors/verascope-error.ts'

/** The folder is no case, or one whose head cannot be read: VS4003. */
export function noCase(dir: string, why: string): VerascopeError {
  return new VerascopeError({
    code: 'VS4003',
    what: `${dir} is not a case folder`,
    why,
    still: 'Nothing was changed.',
    next: ['verascope init CASE', 'verascope -C CASE ...      (names the folder of a case)'],
  })
}

/** The folder is a case already: VS4004. */
export function caseThere(dir: string): VerascopeError {
  return new VerascopeError({
    code: 'VS4004',
    what: `${dir} is a case already`,
    why: 'A case is made once; evidence and indicators are added to it.',
    still: 'Nothing was changed.',
    next: ['verascope -C CASE ingest LOGS...', 'verascope init ANOTHER-FOLDER'],
  })
}

/** The folder holds something that is no case: VS4004. */
export function folderTaken(dir: string): VerascopeError {
  return new VerascopeError({
    code: 'VS4004',
    what: `${dir} is not empty and is no case`,
    why: 'A case is made in a folder of its own, so that nothing else is mixed with it or overwritten.',
    still: 'Nothing was changed.',
    next: ['verascope init ANOTHER-FOLDER'],
  })
}

/** Another command writes to the case: VS4006. `holder` says who, as far as the lock file tells. */
export function lockHeld(lockPath: string, holder: string): VerascopeError {
  return new VerascopeError({
    code: 'VS4006',
    what: 'another command is writing to the case',
    why: `${holder}. One command writes at a time; what it has not finished is not evidence yet.`,
    still: 'Nothing was changed, and no verdict was given on evidence that is half read.',
    next: [
      'wait until it has finished, then run the same command again',
      `rm '${lockPath.replaceAll("'", "'\\''")}'      (only when no verascope is running on this case)`,
    ],
  })
}

/** The evidence changed between two looks at it: VS4006, because whoever changes it is still at work. */
export function evidenceMoving(caseDir: string): VerascopeError {
  return lockHeld(join(caseDir, '.lock'), 'The evidence of the case changed while it was looked at')
}

/** The journal is not what was written: VS7001. `place` says where it shows. */
export function journalAltered(path: string, place: string): VerascopeError {
  return new VerascopeError({
    code: 'VS7001',
    what: 'the journal of the case was altered',
    why: `${path}: ${place}. The journal is only ever added to, and each line holds the hash of the one before.`,
    still: 'No verdict was given: who the actor is would rest on an altered record.',
    next: ['restore journal.ndjson from a copy of the case'],
  })
}

/** A file of the case other than the journal is not what was written: VS7002. */
export function caseFileAltered(path: string, place: string): VerascopeError {
  return new VerascopeError({
    code: 'VS7002',
    what: 'a file of the case was altered or is gone',
    why: `${path}: ${place}.`,
    still: 'No verdict was given: evidence that was read would be missing from it without a trace.',
    next: [
      'restore the file from a copy of the case',
      'verascope init ANOTHER-FOLDER      (and ingest the evidence again)',
    ],
  })
}
