import { accountOf } from './arn.ts'
import type { CallEvent } from './call.ts'
import { everySaid, opening, part, type Words } from './change-forms.ts'
import type { FromCall } from './change-spec.ts'
import type { ChangeSpec } from './service-row.ts'

/** The keys of other accounts that a request names under these fields; an id or an alias is of the account of the call. */
function foreignKeys(fields: readonly string[], call: CallEvent): readonly string[] {
  const keys = everySaid(...fields)({ ...call, response: null })
  return keys.filter((key) => {
    const account = accountOf(key)
    return account !== null && account !== call.account
  })
}

/** A store was encrypted with a key of another account: whoever holds that key can open copies, and can lock everybody else out. */
export function foreignKey(subject: FromCall, words: Words, ...fields: readonly string[]): ChangeSpec {
  const keys = (call: CallEvent): readonly string[] => foreignKeys(fields, call)
  return {
    ...opening(
      'exposure',
      part(subject, 'key of another account'),
      (call) => `encrypted ${words(call)} with key \`${keys(call).join('`, `')}\` of another account`,
      () => 'encrypt it with a key of this account, as long as the other key still answers',
    ),
    when: (call) => keys(call).length > 0,
  }
}
