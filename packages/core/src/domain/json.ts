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

/** A step of a path: into a member, and then into every member of the array that it is. */
interface Step {
  readonly key: string
  readonly walks: boolean
}

const STEPS = new Map<string, readonly Step[]>()
/** Paths stand in the catalogue and are few; one that is put together for a call must not fill the memory. */
const MOST_PATHS = 4_096

function stepsOf(path: string): readonly Step[] {
  const known = STEPS.get(path)
  if (known !== undefined) return known
  const steps = path.split('.').map((step) => {
    const walks = step.endsWith('[]')
    return { key: walks ? step.slice(0, -2) : step, walks }
  })
  if (STEPS.size < MOST_PATHS) STEPS.set(path, steps)
  return steps
}

/** What an object itself holds under a key, and not what all objects inherit. */
function own(value: Json | undefined, key: string): Json | undefined {
  if (!isObject(value)) return undefined
  const found = value[key]
  return found === undefined || Object.hasOwn(value, key) ? found : undefined
}

/** Hands over the values at the steps from the `nth` on, until `take` says that it has enough; says whether it did. */
function walk(root: Json | undefined, steps: readonly Step[], nth: number, take: (value: Json) => boolean): boolean {
  let value = root
  for (let at = nth; at < steps.length; at += 1) {
    const { key, walks } = steps[at] as Step
    value = own(value, key)
    if (value === undefined) return false
    if (!walks) continue
    if (!Array.isArray(value)) return false
    return (value as readonly Json[]).some((member) => walk(member, steps, at + 1, take))
  }
  return value !== undefined && take(value)
}

/**
 * Every value at a path such as `request.instancesSet.items[].instanceId`; `[]` walks all members of an array.
 * A step that does not exist yields nothing: evidence leaves fields out freely. Keys that contain a dot are not addressable.
 */
export function pickAll(root: Json | undefined, path: string): readonly Json[] {
  const found: Json[] = []
  walk(root, stepsOf(path), 0, (value) => {
    found.push(value)
    return false
  })
  return found
}

/** The first value at a path, or undefined. */
export function pick(root: Json | undefined, path: string): Json | undefined {
  let found: Json | undefined
  walk(root, stepsOf(path), 0, (value) => {
    found = value
    return true
  })
  return found
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
