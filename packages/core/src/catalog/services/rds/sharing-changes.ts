import type { CallEvent } from '../../../domain/call.ts'
import { opening, part } from '../../../domain/change-forms.ts'
import { closing, granteeWords } from '../../../domain/change-spec.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { added, isUnreadable, removed } from './names.ts'
import { type Database, onDatabase, partOf, words } from './things.ts'

function withdraw(of: Database, value: string): (call: CallEvent) => string {
  return onDatabase(of, `modify-${of.word}-attribute --attribute-name restore`, ` --values-to-remove ${value}`)
}

/** Who may restore a snapshot was changed. Each grantee is let in and shut out for itself: shutting out one leaves the others in. */
export function shared(of: Database): (call: CallEvent) => readonly ChangeSpec[] {
  const [named, whole] = [words(of), partOf(of, 'restore')]
  const ended = (who: string): ChangeSpec =>
    closing('exposure', part(whole, who), (call) => `withdrew ${named(call)} from ${granteeWords([who])}`)
  const opened = (who: string): ChangeSpec =>
    opening(
      'exposure',
      part(whole, who),
      (call) => `shared ${named(call)} with ${granteeWords([who])}`,
      withdraw(of, who === '*' ? 'all' : shellWord(who)),
    )
  const unknown: ChangeSpec = {
    ...opening(
      'exposure',
      whole,
      (call) => `changed who may restore ${named(call)}; the record does not show whom it lets in`,
      withdraw(of, 'ACCOUNTS'),
    ),
    when: isUnreadable,
  }
  return (call) => [...removed(call).map(ended), ...added(call).map(opened), unknown]
}
