import { isObject, type Json } from '../json.ts'

/** Which types stand at a path, and whether every record has something there. No value is kept. */
export interface Field {
  readonly types: readonly string[]
  readonly isAlways: boolean
}
export type Shape = Readonly<Record<string, Field>>

function typeOf(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Every path of a value with its type; members of lists share one path. */
export function pathsOf(value: Json, path = ''): readonly (readonly [string, string])[] {
  const here: readonly (readonly [string, string])[] = path === '' ? [] : [[path, typeOf(value)]]
  if (Array.isArray(value)) return [...here, ...value.flatMap((one) => pathsOf(one, `${path}[]`))]
  if (!isObject(value)) return here
  const below = Object.entries(value).flatMap(([name, one]) => pathsOf(one, path === '' ? name : `${path}.${name}`))
  return [...here, ...below]
}

/** The shape of several records of one event. */
export function shapeOf(records: readonly Json[]): Shape {
  const types = new Map<string, Set<string>>()
  const counts = new Map<string, number>()
  for (const record of records) {
    const paths = pathsOf(record)
    for (const [path, type] of paths) types.set(path, (types.get(path) ?? new Set()).add(type))
    for (const path of new Set(paths.map(([one]) => one))) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  const fields = [...types].map(([path, found]): [string, Field] => {
    return [path, { types: [...found].sort(), isAlways: counts.get(path) === records.length }]
  })
  return Object.fromEntries(fields.sort(([left], [right]) => (left < right ? -1 : 1)))
}
