import type { AcceptedAssumption } from '@verascope/core/domain/assumption'
import { VerascopeError } from '../errors/verascope-error.ts'

/** An id or scope that is no assumption's: VS2014. */
export function noSuchAssumption(asked: string, program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2014',
    what: `\`${asked}\` is no assumption of this case`,
    why: 'It may be spelled otherwise, or have been withdrawn already.',
    still: 'Nothing was changed.',
    next: [`${program} assume list`],
  })
}

/** A scope that several assumptions have: VS2005. */
export function severalAssumptions(
  asked: string,
  found: readonly AcceptedAssumption[],
  program: string,
): VerascopeError {
  return new VerascopeError({
    code: 'VS2005',
    what: `\`${asked}\` is the scope of ${found.length} assumptions`,
    why: found.map((one) => `${one.id} (${one.kind}, signed by ${one.by})`).join('; '),
    still: 'Nothing was changed.',
    next: found.map((one) => `${program} assume withdraw ${one.id} --by NAME`),
  })
}
