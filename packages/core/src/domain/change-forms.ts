import type { CallEvent } from './call.ts'
import type { ChangeKind } from './change.ts'
import { closing, type FromCall } from './change-spec.ts'
import { isObject, type Json } from './json.ts'
import { valuesUnder } from './named-in-call.ts'
import type { ChangeSpec } from './service-row.ts'
import { shellWord } from './shell-word.ts'

/** Words for people, made from a call. */
export type Words = (call: CallEvent) => string

/** What stands between a thing and a part of it in the subject of a change: with the thing ends whatever it held. */
const BELOW = ' / '

/** An id inside a subject. A threat: a name that holds the separator would make its thing look like a part of another one. */
function flat(id: string): string {
  return id.replaceAll(BELOW, ' %2F ')
}

/** The subject of a part of a thing, or of a setting of it: `user arn / access key AKIA...`; null when either is not named. */
export function part(whole: FromCall, topic: string, id?: FromCall): FromCall {
  return (call) => {
    const [above, below] = [whole(call), id === undefined ? '' : id(call)]
    if (above === null || below === null) return null
    return `${above}${BELOW}${topic}${below === '' ? '' : ` ${flat(below)}`}`
  }
}

/** A subject and every thing that it is a part of, in that order: the end of any of them is its end. */
export function wholesOf(subject: string): readonly string[] {
  const parts = subject.split(BELOW)
  return parts.map((_, position) => parts.slice(0, parts.length - position).join(BELOW))
}

// A mask is equal for all things it hides, so that one of them would seem to end another.
const MASK = /hidden.*security|sensitive\s*data/i

/** The texts of a field: the text, the members of a list, or what a query API wraps so. Masks are no texts. */
export function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return value === '' || MASK.test(value) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((member: Json) => textsIn(member))
  return isObject(value) ? ['content', 'item', 'items'].flatMap((key) => textsIn(value[key] ?? null)) : []
}

/**
 * Every text under any of the keys, each once: in the request, or where that has none, in the answer; at any depth and in any
 * spelling of its case, because services record the same field in several ways. Masks are no text.
 */
export function everySaid(...keys: readonly string[]): (call: CallEvent) => readonly string[] {
  const within = (body: Json): readonly string[] =>
    keys.flatMap((key) => valuesUnder(body, key).flatMap((value) => textsIn(value)))
  return ({ request, response }) => {
    const asked = within(request)
    return [...new Set(asked.length > 0 ? asked : within(response))]
  }
}

/** The first text under the first of the keys that has one, in the request before the answer; null when none has. */
export function said(...keys: readonly string[]): FromCall {
  const each = keys.map((key) => everySaid(key))
  return (call) => each.map((every) => every(call)[0]).find((text) => text !== undefined) ?? null
}

/** A name that is unique in one account and region only, as an id. */
export function inPlace(name: FromCall): FromCall {
  return (call) => {
    const found = name(call)
    return found === null ? null : `${call.account}:${call.region}:${found}`
  }
}

/** The name that an id holds, as commands take it: without the place. */
function bare(id: FromCall): FromCall {
  return (call) => {
    const [found, place] = [id(call), `${call.account}:${call.region}:`]
    return found?.startsWith(place) === true ? found.slice(place.length) : found
  }
}

/** A text from a call in words. */
export function shown(id: FromCall): Words {
  return (call) => id(call) ?? 'unknown'
}

/** A command with its options. Values come from evidence and are quoted; one that is not known stands in capitals. */
export function command(verb: string, options: Readonly<Record<string, FromCall>>): Words {
  return (call) => {
    const words = Object.entries(options).map(([option, from]) => {
      const value = from(call)
      return ` --${option} ${value === null ? option.toUpperCase().replaceAll('-', '_') : shellWord(value)}`
    })
    return `aws ${verb}${words.join('')}`
  }
}

/** The region of a call, for commands. */
export const REGION: FromCall = (call) => call.region

/**
 * Something opened. INVARIANT: a call whose record does not name its object is still a change; under its own event's id nothing
 * else can seem to end it.
 */
export function opening(kind: ChangeKind, subject: FromCall, what: Words, undo: Words): ChangeSpec {
  return { kind, does: 'open', subject: (call) => subject(call) ?? `unnamed ${call.eventId}`, what, undo }
}

/** A setting was replaced, whoever made the former one: that one ends, and the new one stands. */
export function replacing(kind: ChangeKind, subject: FromCall, what: Words, undo: Words): readonly ChangeSpec[] {
  return [closing(kind, subject, what), opening(kind, subject, what, undo)]
}

/** Something that calls make and take away, with what its being there is for. */
export interface Lasting {
  readonly kind: ChangeKind
  readonly subject: FromCall
  /** What it is, in words: "access key `AKIA...` of user `x`". */
  readonly words: Words
  /** The command that takes it away. */
  readonly remove: Words
  /** How it is made again, in words or as a command; by default it has to come from its source. */
  readonly remake?: Words
  /** The sentences of making it and of taking it away, where `created` and `deleted` will not do. */
  readonly sentences?: readonly [Words, Words]
}

/** The subject of a deletion; it is no part of anything, because what ends the whole brings nothing back. */
function gone(subject: FromCall): FromCall {
  return (call) => {
    const found = subject(call)
    return found === null ? null : `deleted ${found.replaceAll(BELOW, ', ')}`
  }
}

/** Something was made: it stands until it is taken away, and ends its having been taken away. */
export function made({ kind, subject, words, remove, sentences }: Lasting): readonly ChangeSpec[] {
  const what = sentences?.[0] ?? ((call: CallEvent): string => `created ${words(call)}`)
  return [opening(kind, subject, what, remove), closing('destruction', gone(subject), what)]
}

const AGAIN = 'make it again from its source; the call itself cannot be undone'

/** Something was taken away: that stands until it is made again, and ends its having been made. */
export function unmade({ kind, subject, words, remake, sentences }: Lasting): readonly ChangeSpec[] {
  const what = sentences?.[1] ?? ((call: CallEvent): string => `deleted ${words(call)}`)
  return [opening('destruction', gone(subject), what, remake ?? (() => AGAIN)), closing(kind, subject, what)]
}

/** The two calls that make a thing and take it away. */
export function pair(thing: Lasting, make: string, take: string): Readonly<Record<string, readonly ChangeSpec[]>> {
  return { [make]: made(thing), [take]: unmade(thing) }
}

/** A kind of thing with an id of its own, made and deleted by one call each. */
export interface Plain {
  readonly kind: ChangeKind
  readonly noun: string
  readonly id: FromCall
  /** What people call it, where that is not the id. */
  readonly name?: FromCall
  /** The command that deletes it, and the option that names it there. */
  readonly remove: readonly [string, string]
}

/** Specs for each of the ids that a call names, each a change of its own; once for the unknown one where it names none. */
export function forEach(
  ids: (call: CallEvent) => readonly string[],
  specs: (id: FromCall) => readonly ChangeSpec[],
): (call: CallEvent) => readonly ChangeSpec[] {
  return (call) => {
    const found = ids(call)
    return found.length === 0 ? specs(() => null) : found.flatMap((id) => specs(() => id))
  }
}

/** Such a thing of one region. */
export function plain({ kind, noun, id, name, remove: [verb, option] }: Plain): Lasting {
  return {
    kind,
    subject: (call) => (id(call) === null ? null : `${noun} ${flat(id(call) ?? '')}`),
    words: (call) => `${noun} \`${name?.(call) ?? bare(id)(call) ?? 'unknown'}\``,
    remove: command(verb, { [option]: bare(id), region: REGION }),
  }
}

/** The end of several changes at once. */
export function endings(kind: ChangeKind, subjects: readonly FromCall[], what: Words): readonly ChangeSpec[] {
  return subjects.map((subject) => closing(kind, subject, what))
}
