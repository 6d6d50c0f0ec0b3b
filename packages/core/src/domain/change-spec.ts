import type { CallEvent } from './call.ts'
import type { ChangeKind } from './change.ts'
import type { Json } from './json.ts'
import { outsidersIn } from './policy-grants.ts'
import type { ChangeSpec } from './service-row.ts'

/** A text that is read from a call; null when the call does not say it. */
export type FromCall = (call: CallEvent) => string | null

/** The end of a change, by the subject that its opening names. */
export function closing(kind: ChangeKind, subject: FromCall, what: (call: CallEvent) => string): ChangeSpec {
  return { kind, does: 'close', subject, what, undo: () => '' }
}

/** A thing that calls make and delete: the word for it, its full id, and the name that people know it by. */
export interface Thing {
  readonly noun: string
  readonly id: FromCall
  readonly name: (call: CallEvent) => string
}

/** The subject of a change: what it is about, and of which thing; null when the call does not name the thing. */
export function about(topic: string, id: FromCall): FromCall {
  return (call) => {
    const found = id(call)
    return found === null ? null : `${topic} ${found}`
  }
}

/** A thing was made: that stands until it is deleted, and ends its being deleted. */
export function creation({ noun, id, name }: Thing, undo: (call: CallEvent) => string): readonly ChangeSpec[] {
  const what = (call: CallEvent): string => `created ${noun} \`${name(call)}\``
  return [
    { kind: 'configuration', does: 'open', subject: about(noun, id), what, undo },
    closing('destruction', about('deleted', id), what),
  ]
}

/** A thing was deleted: that stands until it is made again, and ends its having been made. */
export function deletion({ noun, id, name }: Thing, undo: (call: CallEvent) => string): readonly ChangeSpec[] {
  const what = (call: CallEvent): string => `deleted ${noun} \`${name(call)}\``
  return [
    { kind: 'destruction', does: 'open', subject: about('deleted', id), what, undo },
    closing('configuration', about(noun, id), what),
  ]
}

/** A deleted thing was brought back. */
export function restoration({ noun, id, name }: Thing): ChangeSpec {
  return closing('destruction', about('deleted', id), (call) => `restored ${noun} \`${name(call)}\``)
}

/** Who is let in, in words. */
export function granteeWords(grantees: readonly string[]): string {
  return grantees.map((who) => (who === '*' ? 'everyone' : `\`${who}\``)).join(', ')
}

/** A policy of a thing: where the document stands in the call, and the command that takes the policy away. */
export interface PolicyOf extends Thing {
  readonly document: (call: CallEvent) => Json | undefined
  readonly undo: (call: CallEvent) => string
}

/**
 * A policy was put. It replaces the former one, whoever put that; where it lets outsiders in, or cannot be read, it stands as an
 * exposure, else as a change of configuration.
 */
export function policyPut({ noun, id, name, document, undo }: PolicyOf): readonly ChangeSpec[] {
  const subject = about('policy', id)
  const outsiders = (call: CallEvent): readonly string[] | null => outsidersIn(document(call), call)
  const opened = (call: CallEvent): string => {
    const who = outsiders(call)
    if (who === null)
      return `replaced the policy of ${noun} \`${name(call)}\`; the record does not show whom it lets in`
    return `opened ${noun} \`${name(call)}\` to ${granteeWords(who)}`
  }
  const inside = (call: CallEvent): boolean => outsiders(call)?.length === 0
  const replaced = (call: CallEvent): string =>
    `replaced the policy of ${noun} \`${name(call)}\`, which lets nobody in from outside`
  return [
    { ...closing('exposure', subject, replaced), when: (call) => outsiders(call) !== null },
    { kind: 'exposure', does: 'open', subject, what: opened, undo, when: (call) => !inside(call) },
    { kind: 'configuration', does: 'open', subject, what: replaced, undo, when: inside },
  ]
}

/** A policy was taken away. */
export function policyDeleted({ noun, id, name }: Thing): readonly ChangeSpec[] {
  return [closing('exposure', about('policy', id), (call) => `deleted the policy of ${noun} \`${name(call)}\``)]
}
