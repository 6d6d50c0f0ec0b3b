import { isObject, type Json } from './json.ts'

function lowered(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
}

/** A member by its name in lower camel case, as records of calls have it; answers begin the same name in upper case. */
export function member(document: Json | undefined, name: string): Json | undefined {
  if (!isObject(document)) return undefined
  const upper = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  const found = [name, upper].find((one) => Object.hasOwn(document, one))
  return found === undefined ? undefined : document[found]
}

/** All members by their names in lower camel case; null for what is no object, and for one with members that are not known. */
export function knownMembers(value: Json, known: readonly string[]): ReadonlyMap<string, Json> | null {
  if (!isObject(value)) return null
  const members = new Map(Object.entries(value).map(([name, one]) => [lowered(name), one]))
  return [...members.keys()].every((name) => known.includes(name)) ? members : null
}
