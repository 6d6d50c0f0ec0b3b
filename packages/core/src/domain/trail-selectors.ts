import { parseArn } from './arn.ts'
import { knownMembers, member } from './either-case.ts'
import type { Json } from './json.ts'
import type { EventSelector, SelectorCondition, SelectorField } from './log-config.ts'

// INVARIANT: what cannot be read in full is unknown. A part that is skipped may be the one that leaves events out, and a log that
// seems to take what it leaves out makes a silence look like a proof.

const LISTS = ['equals', 'startsWith', 'endsWith', 'notEquals', 'notStartsWith', 'notEndsWith'] as const

const NONE = { equals: [], startsWith: [], endsWith: [], notEquals: [], notStartsWith: [], notEndsWith: [] } as const

function on(field: SelectorField, lists: Partial<Omit<SelectorCondition, 'field'>>): SelectorCondition {
  return { field, ...NONE, ...lists }
}

function allOf<Value>(values: readonly (Value | null)[]): readonly Value[] | null {
  const known = values.filter((one) => one !== null)
  return known.length < values.length ? null : known
}

/** A list of texts, empty where there is none; null where it is anything else: an empty text would begin every name. */
function textsOf(list: Json | undefined): readonly string[] | null {
  if (list === undefined) return []
  return Array.isArray(list)
    ? allOf(list.map((one: Json) => (typeof one === 'string' && one !== '' ? one : null)))
    : null
}

type Conditions = readonly SelectorCondition[]

const DIRECTIONS: ReadonlyMap<Json | undefined, Conditions> = new Map<Json | undefined, Conditions>([
  [undefined, []],
  ['All', []],
  ['ReadOnly', [on('read-only', { equals: ['true'] })]],
  ['WriteOnly', [on('read-only', { equals: ['false'] })]],
])

/** An ARN that stops behind the service: all resources of the type. */
const WHOLE_SERVICE = /^arn:[\w-]+:([\w-]+)(?::::)?$/

/**
 * Which resources of a type one value takes: names that hold neither region nor account are what the ARNs begin with, all others
 * are exact (API reference: DataResource). THREAT: a function whose name begins like that of another is not taken with it.
 */
function resourceCondition(type: string, value: string): SelectorCondition {
  const own = type.split('::')[1]?.toLowerCase()
  if (own !== undefined && own === WHOLE_SERVICE.exec(value)?.[1]) return on('resource', {})
  const arn = parseArn(value)
  const isPrefix = arn?.service === own && arn?.region === '' && arn.account === '' && arn.resource.includes('/')
  return on('resource', isPrefix ? { startsWith: [value] } : { equals: [value] })
}

function managementSelector(
  members: ReadonlyMap<string, Json>,
  direction: Conditions,
): readonly EventSelector[] | null {
  const included = members.get('includeManagementEvents')
  const excluded = textsOf(members.get('excludeManagementEventSources'))
  if ((included !== undefined && typeof included !== 'boolean') || excluded === null) return null
  const conditions = [on('class', { equals: ['management'] }), on('source', { notEquals: excluded }), ...direction]
  return included === false ? [] : [{ conditions }]
}

function dataSelectors(resource: Json, direction: Conditions): readonly EventSelector[] | null {
  const members = knownMembers(resource, ['type', 'values'])
  const [type, values] = [members?.get('type'), textsOf(members?.get('values'))]
  if (typeof type !== 'string' || type === '' || values === null) return null
  const typed = [on('class', { equals: ['data'] }), on('resource-type', { equals: [type] })]
  return values.map((value) => ({ conditions: [...typed, resourceCondition(type, value), ...direction] }))
}

const BASIC = ['readWriteType', 'includeManagementEvents', 'excludeManagementEventSources', 'dataResources']

function basicSelectors(selector: Json): readonly EventSelector[] | null {
  const members = knownMembers(selector, BASIC)
  const direction = DIRECTIONS.get(members?.get('readWriteType'))
  const resources = members?.get('dataResources') ?? []
  if (members === null || members.size === 0 || direction === undefined || !Array.isArray(resources)) return null
  const data = resources.map((one: Json) => dataSelectors(one, direction))
  return allOf([managementSelector(members, direction), ...data])?.flat() ?? null
}

const FIELDS: ReadonlyMap<string, SelectorField> = new Map<string, SelectorField>([
  ['eventCategory', 'class'],
  ['readOnly', 'read-only'],
  ['resources.type', 'resource-type'],
  ['resources.ARN', 'resource'],
  ['eventSource', 'source'],
])

const CLASSES: ReadonlyMap<string, string> = new Map([
  ['Management', 'management'],
  ['Data', 'data'],
])

function conditionOf(one: Json): SelectorCondition | null {
  const members = knownMembers(one, ['field', ...LISTS])
  const name = members?.get('field')
  if (typeof name !== 'string') return null
  const field = FIELDS.get(name) ?? 'other'
  const worded = (value: string): string => (field === 'class' ? (CLASSES.get(value) ?? value) : value)
  // Some tools write null for a list that is not there.
  const lists = allOf(LISTS.map((list) => textsOf(members?.get(list) ?? undefined)))
  if (lists === null || lists.every((list) => list.length === 0)) return null
  return on(field, Object.fromEntries(LISTS.map((list, at) => [list, (lists[at] ?? []).map(worded)])))
}

/** A selector names its class, and one of data events the type of its resources (API reference: AdvancedFieldSelector). */
function advancedSelector(selector: Json): EventSelector | null {
  const fields = knownMembers(selector, ['name', 'fieldSelectors'])?.get('fieldSelectors')
  const conditions = Array.isArray(fields) ? allOf(fields.map((one: Json) => conditionOf(one))) : null
  if (conditions === null) return null
  const equal = (field: SelectorField): readonly string[] =>
    conditions.filter((one) => one.field === field).flatMap((one) => one.equals)
  const isNamed = equal('class').length > 0 && (!equal('class').includes('data') || equal('resource-type').length > 0)
  return isNamed ? { conditions } : null
}

/**
 * The selectors of a trail or event data store, from a record or an answer that holds basic or advanced ones; undefined where it
 * holds neither, and null where what it holds cannot be read: which events the log takes is then unknown (API reference:
 * EventSelector, AdvancedEventSelector).
 */
export function selectorsIn(document: Json | undefined): readonly EventSelector[] | null | undefined {
  const [basic, advanced] = [member(document, 'eventSelectors'), member(document, 'advancedEventSelectors')]
  const isTold = [basic, advanced].some((list) => list !== undefined && list !== null)
  if (!isTold) return basic === undefined && advanced === undefined ? undefined : null
  const [some, others] = [basic ?? [], advanced ?? []]
  if (!Array.isArray(some) || !Array.isArray(others)) return null
  // Of the two kinds one alone is in force.
  if (some.length > 0 && others.length > 0) return null
  const read = [
    ...some.map((one: Json) => basicSelectors(one)),
    ...others.map((one: Json) => {
      const selector = advancedSelector(one)
      return selector === null ? null : [selector]
    }),
  ]
  return allOf(read)?.flat() ?? null
}

/** What a new trail takes until its selectors are set: all management events (API reference: CreateTrail). */
export const DEFAULT_SELECTORS: readonly EventSelector[] = [{ conditions: [on('class', { equals: ['management'] })] }]
