import type { JsonObject } from '../domain/json.ts'

/**
 * An object that has every key of a type. INVARIANT: `properties` must list exactly the keys of `T`, so a field that the
 * contract gains and the schema lacks does not compile. Further fields are allowed: fields are only ever added.
 */
export function objectOf<T>(properties: Readonly<Record<keyof T & string, JsonObject>>): JsonObject {
  return { type: 'object', required: Object.keys(properties), properties, additionalProperties: true }
}

/** The words of a union, each exactly once: a word that is missing or unknown does not compile. */
export function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): JsonObject {
  return { enum: Object.keys(words) }
}

/** A list of things of one form. */
export function listOf(items: JsonObject): JsonObject {
  return { type: 'array', items }
}

/** A form, or null. */
export function orNull(schema: JsonObject): JsonObject {
  return { anyOf: [schema, { type: 'null' }] }
}

/** An id with its letter. */
export function idOf(letter: string): JsonObject {
  return { type: 'string', pattern: `^${letter}-[0-9a-f]{4,64}$` }
}

/** A form that stands under a name at the end of the schema. */
export function ref(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` }
}

/** Any text. */
export const TEXT: JsonObject = { type: 'string' }
/** A text that is not empty. */
export const NAMED: JsonObject = { type: 'string', minLength: 1 }
/** True or false. */
export const YES_OR_NO: JsonObject = { type: 'boolean' }
