import { parseArn } from './arn.ts'
import { isObject, type Json, type JsonObject, pick, pickText, pickTexts } from './json.ts'
import type { EventSelector, LogSettings, SelectorCondition, SelectorField } from './log-config.ts'

const NONE = { equals: [], startsWith: [], endsWith: [], notEquals: [], notStartsWith: [], notEndsWith: [] } as const

type Lists = Partial<Omit<SelectorCondition, 'field'>>

function on(field: SelectorField, lists: Lists): SelectorCondition {
  return { field, ...NONE, ...lists }
}

/** The same document whether a record or an answer holds it: names begin in lower case. */
function lowered(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => lowered(one))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, lowered(one)]),
  )
}

const DIRECTIONS: Readonly<Record<string, readonly SelectorCondition[]>> = {
  All: [],
  ReadOnly: [on('read-only', { equals: ['true'] })],
  WriteOnly: [on('read-only', { equals: ['false'] })],
}

/** All resources of a type, as basic selectors write it: an ARN that stops behind the service. */
const WHOLE_SERVICE = /^arn:[\w-]+:[\w-]+(?::::?|)$/

/** What the ARNs of all resources of one value begin with; a function or table is its own ARN. */
function resourceCondition(value: string): SelectorCondition {
  return WHOLE_SERVICE.test(value) ? on('resource', {}) : on('resource', { startsWith: [value] })
}

function basicSelectors(selector: Json): readonly EventSelector[] | null {
  if (!isObject(selector)) return null
  const direction = DIRECTIONS[pickText(selector, 'readWriteType') ?? 'All']
  if (direction === undefined) return null
  const excluding = selector['excludeManagementEventSources'] ?? []
  if (!isEmpty(excluding) && !isTexts(excluding)) return null
  const excluded = pickTexts(selector, 'excludeManagementEventSources[]')
  const management: readonly EventSelector[] =
    selector['includeManagementEvents'] === false
      ? []
      : [{ conditions: [on('class', { equals: ['management'] }), on('source', { notEquals: excluded }), ...direction] }]
  const resources = pick(selector, 'dataResources') ?? []
  if (!Array.isArray(resources)) return null
  const data = resources.flatMap((one: Json): readonly EventSelector[] =>
    pickTexts(one, 'values[]').map((value) => ({
      conditions: [
        on('class', { equals: ['data'] }),
        on('resource-type', { equals: pickTexts(one, 'type') }),
        resourceCondition(value),
        ...direction,
      ],
    })),
  )
  return [...management, ...data]
}

const FIELDS: Readonly<Record<string, SelectorField>> = {
  eventCategory: 'class',
  readOnly: 'read-only',
  'resources.type': 'resource-type',
  'resources.ARN': 'resource',
  eventSource: 'source',
}

const CLASSES: Readonly<Record<string, string>> = { Management: 'management', Data: 'data' }

const LISTS = ['equals', 'startsWith', 'endsWith', 'notEquals', 'notStartsWith', 'notEndsWith'] as const

function isEmpty(value: Json): boolean {
  return Array.isArray(value) && value.length === 0
}

function isTexts(value: Json): boolean {
  return Array.isArray(value) && value.every((one: Json) => typeof one === 'string' && one !== '')
}

function conditionOf(one: Json): SelectorCondition | null {
  const name = pickText(one, 'field')
  if (name === null || !isObject(one)) return null
  const lists = Object.entries(one).filter(([key, value]) => key !== 'field' && value !== null && !isEmpty(value))
  // A list that cannot be read may leave something out, and one that is not known may do anything.
  if (lists.length === 0 || !lists.every(([key, value]) => LISTS.some((list) => list === key) && isTexts(value)))
    return null
  const field = Object.hasOwn(FIELDS, name) ? (FIELDS[name] ?? 'other') : 'other'
  const worded = (value: string): string => (field === 'class' ? (CLASSES[value] ?? value) : value)
  return on(field, Object.fromEntries(LISTS.map((list) => [list, pickTexts(one, `${list}[]`).map(worded)] as const)))
}

function advancedSelector(selector: Json): EventSelector | null {
  const conditions = pick(selector, 'fieldSelectors')
  if (!Array.isArray(conditions) || conditions.length === 0) return null
  const read = conditions.map((one: Json) => conditionOf(one))
  const known = read.filter((one) => one !== null)
  return known.length < read.length ? null : { conditions: known }
}

/**
 * The selectors of a trail or event data store, from a document that holds `eventSelectors` or `advancedEventSelectors`, names in
 * either case; null where it holds neither, or anything that cannot be read: what a log takes is then unknown (API reference:
 * EventSelector, AdvancedFieldSelector).
 */
export function selectorsIn(document: Json | undefined): readonly EventSelector[] | null {
  const body = document === undefined ? null : lowered(document)
  const [basic, advanced] = [pick(body, 'eventSelectors'), pick(body, 'advancedEventSelectors')]
  if (!Array.isArray(basic) && !Array.isArray(advanced)) return null
  const each = [
    ...(Array.isArray(basic) ? basic : []).map((one: Json) => basicSelectors(one)),
    ...(Array.isArray(advanced) ? advanced : []).map((one: Json) => {
      const selector = advancedSelector(one)
      return selector === null ? null : [selector]
    }),
  ]
  const known = each.filter((one) => one !== null)
  return known.length < each.length ? null : known.flat()
}

/** What a new trail takes until its selectors are set: all management events (API reference: CreateTrail). */
export const DEFAULT_SELECTORS: readonly EventSelector[] = [{ conditions: [on('class', { equals: ['management'] })] }]

function flag(document: JsonObject, key: string): { readonly value: boolean } | null {
  const value = document[key]
  return typeof value === 'boolean' ? { value } : null
}

/** The settings that a description of a trail holds: an answer's or a record's, names in either case; what it lacks is left out. */
export function trailSettings(document: Json | undefined): Partial<LogSettings> {
  const body = document === undefined ? null : lowered(document)
  if (!isObject(body)) return {}
  const [regions, accounts] = [flag(body, 'isMultiRegionTrail'), flag(body, 'isOrganizationTrail')]
  const [bucket, prefix] = [pickText(body, 's3BucketName'), pickText(body, 's3KeyPrefix')]
  return {
    ...(regions === null ? {} : { allRegions: regions.value }),
    ...(accounts === null ? {} : { allAccounts: accounts.value }),
    // A description that names the bucket is whole: what it leaves out is not set.
    ...(bucket === null ? {} : { target: prefix === null ? bucket : `${bucket}/${prefix}` }),
    ...(bucket === null ? {} : { key: pickText(body, 'kmsKeyId') ?? 'none' }),
  }
}

/** A trail or event data store by its ARN: whose it is, and where it is at home; null for what is no such ARN. */
export function logNamed(
  arn: string,
): { readonly log: string; readonly account: string; readonly home: string } | null {
  const parsed = parseArn(arn)
  if (parsed === null || parsed.account === '' || parsed.region === '') return null
  return /^(?:trail|eventdatastore)\/[\w.-]+$/.test(parsed.resource)
    ? { log: arn, account: parsed.account, home: parsed.region }
    : null
}
