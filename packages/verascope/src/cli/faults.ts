import type { Indicator } from '@verascope/core/taint/indicator'
import { VerascopeError } from '../errors/verascope-error.ts'
import { shellWord } from './terminal.ts'

/** A command line that cannot be understood. `help` is what commander would have shown. */
export function usageFault(message: string): VerascopeError {
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n')
  return new VerascopeError({
    code: 'VS2001',
    what: first,
    why: rest
      .map((line) => line.replace(/^\(|\)$/g, ''))
      .filter((line) => line !== '')
      .join(' '),
    still: 'Nothing was done.',
    next: ['verascope --help'],
  })
}

/** Nobody said who the actor is: every verdict would be empty, and would look like an all-clear. */
export function noActorNamed(program: string, ours: number): VerascopeError {
  const owner = ours > 0 ? ` The ${ours === 1 ? 'indicator' : 'indicators'} in the case only tell the owner.` : ''
  return new VerascopeError({
    code: 'VS2002',
    what: 'nobody has said yet who the actor is',
    why: `Verdicts are about what the actor's credentials did. Name what you know: a stolen key, a user or role, an address.${owner}`,
    still: 'No verdict was given: without an actor every store would look as if it had not been touched.',
    next: [
      `${program} indicator add AKIA...`,
      `${program} indicator add arn:aws:iam::111122223333:user/NAME`,
      `${program} indicator add 198.51.100.9`,
    ],
  })
}

/** No evidence was read: an assessment of nothing. `unfinished` are paths whose reading was cut off before it gave anything. */
export function noEvidence(program: string, unfinished: readonly string[]): VerascopeError {
  const cutOff = unfinished.length > 0
  return new VerascopeError({
    code: 'VS2003',
    what: 'the case has no evidence yet',
    why: cutOff
      ? `Reading ${unfinished.join(', ')} was begun and never finished, and nothing of it is in the case.`
      : 'Verdicts come from logs, and none were read into this case.',
    still: 'No verdict was given.',
    next: [cutOff ? `${program} ingest ${unfinished.map(shellWord).join(' ')}` : `${program} ingest LOGS...`],
  })
}

/** An id or name that is not in the assessment. */
export function unknownId(asked: string, kinds: string, program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2004',
    what: `\`${asked}\` is no ${kinds} of this assessment`,
    why: 'It may be spelled otherwise, or belong to another case or an older assessment. This says nothing about whether it was accessed.',
    still: 'Nothing was changed.',
    next: [`${program} scope --plain`, `${program} trace --plain`],
  })
}

/** A name that several stores have. */
export function ambiguousId(asked: string, candidates: readonly string[], program: string): VerascopeError {
  const shown = candidates.slice(0, 8)
  const rest = candidates.length - shown.length
  return new VerascopeError({
    code: 'VS2005',
    what: `\`${asked}\` is the name of ${candidates.length} things`,
    why: `${shown.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`,
    still: 'Nothing was changed.',
    next: [`${program} proof ${candidates[0]?.split('  ')[1] ?? 'P-...'}`],
  })
}

/** `demo` removes and makes its folder anew, but only a folder that it made. */
export function demoFolderTaken(dir: string): VerascopeError {
  return new VerascopeError({
    code: 'VS4001',
    what: `${dir} exists already and was not made by \`demo\``,
    why: 'The demo makes its case anew and would have to remove what is there.',
    still: 'Nothing was changed.',
    next: ['verascope demo another-folder'],
  })
}

/** The examples ship with the source tree only. */
export function examplesMissing(dir: string): VerascopeError {
  return new VerascopeError({
    code: 'VS4002',
    what: 'the example incidents are not here',
    why: `They are expected in ${dir}, and ship with the source tree, not with the installed package.`,
    still: 'Nothing was changed.',
    next: ['git clone the source tree, then: npm ci && npm run demo'],
  })
}

/** A shell that there is no completion for. */
export function noSuchShell(asked: string, shells: readonly string[], program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2001',
    what: `there is no completion for the shell \`${asked}\``,
    why: `There is one for each of ${shells.join(', ')}.`,
    still: 'Nothing was done.',
    next: shells.map((shell) => `${program} completion ${shell}`),
  })
}

/** A claim that is no amount of bytes. */
export function noAmount(asked: string, program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2012',
    what: `\`${asked}\` is no amount of bytes`,
    why: 'Write a number above zero and its unit, with a point for fractions: 350GB, 1.5TB, 900MiB, 120000B.',
    still: 'Nothing was tested.',
    next: [`${program} bound --claim 350GB`],
  })
}

/** A form without the claim that it is the form of. */
export function formWithoutClaim(form: string, program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2001',
    what: '`--form` says what a claim is of, and there is no claim',
    why: '',
    still: 'Nothing was tested.',
    next: [`${program} bound --claim 350GB --form ${form}`],
  })
}

/** `sql` without a query. */
export function noQuery(program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2008',
    what: 'there is no query',
    why: 'Type one in quotes, or name a file that holds it.',
    still: 'Nothing was done.',
    next: [`${program} sql "DESCRIBE events"`, `${program} sql --file question.sql`],
  })
}

/** The engine does not take a query: it is no SQL, or it reaches for something outside the case. */
export function queryRefused(cause: unknown, program: string): VerascopeError {
  // The engine points into the query over several lines; what it points at is on the screen already.
  const [text = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  return new VerascopeError({
    code: 'VS2009',
    what: 'the engine refuses the query',
    why: text,
    still: 'Nothing was changed: a query can only read, and only this case.',
    next: [`${program} sql "DESCRIBE events"`, `${program} sql "SHOW TABLES"`],
  })
}

/** A file that was named on the command line cannot be read. */
export function fileUnreadable(file: string, cause: unknown): VerascopeError {
  return new VerascopeError({
    code: 'VS3001',
    what: `${file} cannot be read`,
    why: cause instanceof Error ? cause.message : String(cause),
    still: 'Nothing was changed.',
    next: [],
  })
}

/** A number that is no assessment's, or a case that was never assessed. */
export function noSuchAssessment(asked: string | null, program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2010',
    what: asked === null ? 'nothing is assessed yet' : `there is no assessment ${asked}`,
    why: 'Each `scope` that says something new is stored under the next number, in assessments/.',
    still: 'Nothing was changed.',
    next: [`${program} scope`],
  })
}

/** A stored assessment is not as it was written. */
export function unreadableAssessment(version: number, cause: unknown): VerascopeError {
  return new VerascopeError({
    code: 'VS7003',
    what: `assessments/${version} was altered or cannot be read`,
    why: cause instanceof Error ? cause.message : String(cause),
    still:
      'The evidence and its tables are not concerned: a new `scope` makes the assessment again under the next number.',
    next: [],
  })
}

/** A window that ends before it begins: nothing can have happened in it. */
export function emptyWindow(from: string, to: string, program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2011',
    what: `the window ends (${to}) before it begins (${from})`,
    why: 'Without `--from` it begins with the earliest time of an indicator, else with the first evidence; without `--to` it ends with the last.',
    still: 'No verdict was given: in an empty window every store would look as if it had not been touched.',
    next: [`${program} scope --from ${to} --to ${from}`, `${program} scope`],
  })
}

/** A value or id that is no indicator's. */
export function noSuchIndicator(asked: string, program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2006',
    what: `\`${asked}\` is no indicator of this case`,
    why: 'It may be spelled otherwise, or have been withdrawn already.',
    still: 'Nothing was changed.',
    next: [`${program} indicator list`],
  })
}

/** A value that several indicators have. */
export function severalIndicators(asked: string, found: readonly Indicator[], program: string): VerascopeError {
  const sides = found.map((one) => `${one.id} (${one.kind}, tells the ${one.ours ? 'owner' : 'actor'})`)
  return new VerascopeError({
    code: 'VS2005',
    what: `\`${asked}\` is the value of ${found.length} indicators`,
    why: sides.join('; '),
    still: 'Nothing was changed.',
    next: found.map((one) => `${program} indicator withdraw ${one.id}`),
  })
}
