import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type JsonObject, member, textAt } from '../json.ts'
import { gallery } from './gallery.ts'
import { pathsOf } from './shape.ts'

/** Real shapes, one path a line; testing/shapes.shared.ts makes the file and says from which records. */
interface Real {
  readonly event: string
  readonly path: string
  readonly types: readonly string[]
  readonly isAlways: boolean
}
const real = readFileSync(new URL('shapes.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Real => {
    const [event = '', path = '', types = '', how] = line.split('\t')
    return { event, path, types: types.split('|'), isAlways: how === 'always' }
  })
const eventNames = new Set(real.map(({ event }) => event))

/** Who called and how has the same members in every event; so have the members of a record itself. */
const isCommon = (path: string): boolean => /^(?:userIdentity|tlsDetails)\b/.test(path) || !/[.[]/.test(path)
const common = new Map<string, Set<string>>()
for (const { path, types } of real.filter((one) => isCommon(one.path))) {
  common.set(path, new Set([...(common.get(path) ?? []), ...types]))
}

/** In CloudTrail's reference of record contents or free by nature, and not in the records at hand. */
const DOCUMENTED = [
  'sharedEventID',
  // The records at hand are of calls that succeeded.
  'errorCode',
  'errorMessage',
  // Selectors of the newer kind, and of named resources.
  'requestParameters.advancedEventSelectors',
  'responseElements.advancedEventSelectors',
  'requestParameters.eventSelectors[].dataResources[].values[]',
  'responseElements.eventSelectors[].dataResources[].values[]',
  // A presigned request carries these in its query.
  'requestParameters.X-Amz-Algorithm',
  'requestParameters.X-Amz-Expires',
  'requestParameters.X-Amz-SignedHeaders',
  // A policy is whatever its author wrote.
  'requestParameters.bucketPolicy.',
]
const isDocumented = (path: string): boolean => DOCUMENTED.some((known) => path.startsWith(known))

/** What the authors of the real calls chose to say. */
const isOptional = (path: string): boolean =>
  /tag(?:s|List|Set|Specification)|\.filters\b|^requestParameters\.bucketPolicy\./.test(path)

const records = gallery().filter((record) => eventNames.has(textAt(record, 'eventName')))
const isPlain = (record: JsonObject): boolean =>
  textAt(record, 'userIdentity', 'type') === 'IAMUser' && textAt(record, 'errorCode') === ''

describe('records look like real ones of the same event', () => {
  test('there is something to compare', () => {
    expect(records.length).toBeGreaterThan(35)
    expect(eventNames.size).toBeGreaterThan(30)
  })

  test.each(records.map((record) => [textAt(record, 'eventName'), record] as const))(
    '%s has no member that real ones lack, and the same types',
    (name, record) => {
      const known = new Map(real.filter(({ event }) => event === name).map((one) => [one.path, one.types]))
      const foreign = pathsOf(record)
        .filter(([path]) => !isDocumented(path))
        .filter(([path, type]) => !(known.get(path)?.includes(type) || common.get(path)?.has(type)))
        .map(([path, type]) => `${path}: ${type}`)
      expect(foreign).toEqual([])
    },
  )

  test.each(records.filter(isPlain).map((record) => [textAt(record, 'eventName'), record] as const))(
    '%s has every member that all real ones have',
    (name, record) => {
      const own = new Set(pathsOf(record).map(([path]) => path))
      const wanted = real.filter(
        ({ event, path, isAlways }) => event === name && isAlways && !/^userIdentity\b/.test(path) && !isOptional(path),
      )
      const missing = wanted.filter(({ path }) => !own.has(path) && !isBelowOther(record, path)).map(({ path }) => path)
      expect(missing).toEqual([])
    },
  )
})

/** Selectors of the other kind stand in their place: what is below the missing one cannot be there. */
function isBelowOther(record: JsonObject, path: string): boolean {
  const half = path.split('.')[0] ?? ''
  return /eventSelectors/.test(path) && member(record, half, 'advancedEventSelectors') !== null
}
