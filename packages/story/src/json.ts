/** What JSON can say. Records are built of it and read back as it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of an object, or null where there is none. */
export function member(value: Json | undefined, ...path: readonly string[]): Json {
  let here: Json = value ?? null
  for (const name of path) here = isObject(here) ? (here[name] ?? null) : null
  return here
}

export function textAt(value: Json | undefined, ...path: readonly string[]): string {
  const found = member(value, ...path)
  return typeof found === 'string' ? found : ''
}

export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = member(value, ...path)
  return Array.isArray(found) ? found : []
}
