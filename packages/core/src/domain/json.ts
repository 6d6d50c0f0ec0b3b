/** Any JSON value, as parsed from evidence. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A JSON object, as parsed from evidence. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Whether a JSON value is an object (not an array, not null). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Every value at a path such as `request.instancesSet.items[].instanceId`; `[]` walks all members of an array.
 * A step that does not exist yields nothing: evidence leaves fields out freely. Keys that contain a dot are not addressable.
 */
export function pickAll(root: Json | undefined, path: string): readonly Json[] {
  let found: readonly Json[] = root === undefined ? [] : [root]
  for (const step of path.split('.')) {
    const walks = step.endsWith('[]')
    const key = walks ? step.slice(0, -2) : step
    found = found.flatMap((value) => {
      const next = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
      if (next === undefined) return []
      return walks ? (Array.isArray(next) ? (next as readonly Json[]) : []) : [next]
    })
  }
  return found
}

/** The first value at a path, or undefined. */
export function pick(root: Json | undefined, path: string): Json | undefined {
  return pickAll(root, path)[0]
}

/** The first non-empty string at a path, or null. */
export function pickText(root: Json | undefined, path: string): string | null {
  const value = pick(root, path)
  return typeof value === 'string' && value !== '' ? value : null
}

/** All non-empty strings at a path. */
export function pickTexts(root: Json | undefined, path: string): readonly string[] {
  return pickAll(root, path).filter((value): value is string => typeof value === 'string' && value !== '')
}

/** The number at a path (also when written as a decimal string), or null: unknown, never zero. */
export function pickNumber(root: Json | undefined, path: string): number | null {
  const value = pick(root, path)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' && /^\d{1,15}(?:\.\d{1,6})?$/.test(value)) return Number(value)
  return null
}

/** The value with every key sorted, so that two records with equal content give equal text (RFC 8785's order). */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`).join(',')}}`
}

/** Parses text that may be JSON; undefined when it is not. Never throws. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
