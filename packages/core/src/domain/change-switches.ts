import type { CallEvent } from './call.ts'
import type { ChangeKind } from './change.ts'
import { opening, part, replacing, textsIn, type Words } from './change-forms.ts'
import { closing, type FromCall } from './change-spec.ts'
import type { Json } from './json.ts'
import { valuesUnder } from './named-in-call.ts'
import type { ChangeSpec } from './service-row.ts'

/** Something that records or watches, and how it is switched on again. */
export interface Watch {
  readonly subject: FromCall
  readonly words: Words
  readonly again: Words
}

/** The two calls that switch a watch off and on: while it is off, what happens is not seen. */
export function outage(
  { subject, words, again }: Watch,
  off: string,
  on: string,
): Readonly<Record<string, ChangeSpec>> {
  return {
    [off]: opening('logging', subject, (call) => `switched off ${words(call)}`, again),
    [on]: closing('logging', subject, (call) => `switched on ${words(call)}`),
  }
}

/** A thing whose settings calls replace one by one. */
export interface Settings {
  readonly kind: ChangeKind
  readonly subject: FromCall
  readonly words: Words
  /** The fields of a request that hold the settings, as the API reference names them. */
  readonly keys: readonly string[]
  /** The command that sets one again; the option and a place for the former value follow. */
  readonly restore: Words
}

function option(key: string): string {
  return key.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
}

function valueWords(value: Json): string {
  const shown = typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
  const text = typeof value === 'string' ? (textsIn(value)[0] ?? null) : shown
  return text === null ? 'to a new value' : `to \`${text}\``
}

/** The settings that one call replaces, each a change of its own: only what sets the same one again ends its former value. */
export function settings({
  kind,
  subject,
  words,
  keys,
  restore,
}: Settings): (call: CallEvent) => readonly ChangeSpec[] {
  return (call) =>
    keys.flatMap((key) => {
      const [value] = valuesUnder(call.request, key)
      if (value === undefined || value === null) return []
      const what: Words = () => `set \`${key}\` of ${words(call)} ${valueWords(value)}`
      const undo: Words = () => `${restore(call)} --${option(key)} FORMER_VALUE`
      return replacing(kind, part(subject, key), what, undo)
    })
}
