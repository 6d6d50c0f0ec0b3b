import type { Json } from './json.ts'

/** Where a value stands in a document: the keys that lead to it. */
export type Path = readonly string[]

/** Every place in a document, the whole of it first. */
export function pathsIn(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]: [string, Json]) => pathsIn(inner, [...at, key]))]
}

/** A document with another value in one of its places. */
export function withOdd(value: Json, [key, ...rest]: Path, odd: Json): Json {
  if (key === undefined || typeof value !== 'object' || value === null) return odd
  const inner = new Map<string, Json>(Object.entries(value))
  inner.set(key, withOdd(inner.get(key) ?? null, rest, odd))
  return Array.isArray(value) ? [...inner.values()] : Object.fromEntries(inner)
}
