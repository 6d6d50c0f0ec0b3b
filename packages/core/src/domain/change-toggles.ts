import type { CallEvent } from './call.ts'
import type { ChangeKind } from './change.ts'
import { opening, type Words } from './change-forms.ts'
import { closing, type FromCall } from './change-spec.ts'
import { isObject, type Json } from './json.ts'
import { valuesUnder } from './named-in-call.ts'
import type { ChangeSpec } from './service-row.ts'

/** Whether a call does something; by its request, as a rule. */
export type Test = (call: CallEvent) => boolean

/** A setting with two states, one of them to worry about: calls bring it about and end it. */
export interface Toggle {
  readonly kind: ChangeKind
  readonly subject: FromCall
  readonly opens: Test
  readonly closes: Test
  /** What the calls did, without a full stop: the worrying state first. */
  readonly sentences: readonly [Words, Words]
  readonly undo: Words
}

/** Whether a request holds one of the values under a key, at any depth and in any spelling of its case. */
export function asks(key: string, ...values: readonly Json[]): Test {
  return (call) => valuesUnder(call.request, key).some((value) => values.includes(value))
}

/** Whether a request holds anything but null under a key. */
export function mentions(key: string): Test {
  return (call) => valuesUnder(call.request, key).some((value) => value !== null)
}

/** A call that modifies something, where the record leaves its request out: what it changed may be anything. */
export function unread(words: Words): ChangeSpec {
  return {
    ...opening(
      'exposure',
      () => null,
      (call) => `modified ${words(call)}; the record leaves out what was changed`,
      () => 'compare its settings with what they should be',
    ),
    when: ({ request }) => !isObject(request) || Object.keys(request).length === 0,
  }
}

/** The changes of a setting with two states; a call that says nothing of it changes nothing. */
export function toggle({ kind, subject, opens, closes, sentences: [on, off], undo }: Toggle): readonly ChangeSpec[] {
  return [
    { ...closing(kind, subject, off), when: closes },
    { ...opening(kind, subject, on, undo), when: opens },
  ]
}
