import { isObject, type Json, listAt, member, textAt } from '../json.ts'

/** A way into a store, as far as a trail can record it. */
export type Channel =
  | { readonly kind: 'data'; readonly type: string; readonly arn: string }
  | { readonly kind: 'management'; readonly source: string }

type Half = 'read' | 'write'
const HALVES: readonly Half[] = ['read', 'write']

/** The same selectors whether an answer or a record states them: names are compared in lower case. */
function lowered(value: Json): Json {
  if (Array.isArray(value)) return value.map(lowered)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, lowered(one)]),
  )
}

const texts = (value: Json): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** What every event on a store has in front of its resource's ARN. */
const stem = ({ type, arn }: Extract<Channel, { kind: 'data' }>): string =>
  type === 'AWS::S3::Object' ? `${arn}/` : arn

function basicHalves(selector: Json, channel: Channel): readonly Half[] {
  const direction = textAt(selector, 'readWriteType')
  const halves = HALVES.filter(
    (half) => direction === 'All' || direction === (half === 'read' ? 'ReadOnly' : 'WriteOnly'),
  )
  if (channel.kind === 'management') {
    const excluded = texts(member(selector, 'excludeManagementEventSources'))
    return member(selector, 'includeManagementEvents') === true && !excluded.includes(channel.source) ? halves : []
  }
  const isNamed = listAt(selector, 'dataResources').some(
    (one) =>
      textAt(one, 'type') === channel.type &&
      texts(member(one, 'values')).some((value) => stem(channel).startsWith(value)),
  )
  return isNamed ? halves : []
}

const isOnly = (condition: Json, ...names: readonly string[]): boolean =>
  isObject(condition) && Object.keys(condition).every((name) => name === 'field' || names.includes(name))

/** Whether a condition on ARNs lets everything of the store through. */
function letsStoreThrough(condition: Json, channel: Extract<Channel, { kind: 'data' }>): boolean {
  const whole = stem(channel)
  const wanted = texts(member(condition, 'startsWith'))
  const forbidden = texts(member(condition, 'notStartsWith'))
  if (!isOnly(condition, 'startsWith', 'notStartsWith')) return false
  const isWanted = wanted.length === 0 || wanted.some((one) => whole.startsWith(one))
  return isWanted && !forbidden.some((one) => whole.startsWith(one) || one.startsWith(whole))
}

/** Conditions on what is called, for data events. */
function dataHolds(condition: Json, channel: Extract<Channel, { kind: 'data' }>): boolean {
  const field = textAt(condition, 'field')
  if (field === 'resources.ARN') return letsStoreThrough(condition, channel)
  return (
    field === 'resources.type' &&
    isOnly(condition, 'equals') &&
    texts(member(condition, 'equals')).includes(channel.type)
  )
}

/** And for management events: all that can be said is which services are left out. */
function managementHolds(condition: Json, channel: Extract<Channel, { kind: 'management' }>): boolean {
  const isExclusion = textAt(condition, 'field') === 'eventSource' && isOnly(condition, 'notEquals')
  return isExclusion && !texts(member(condition, 'notEquals')).includes(channel.source)
}

/** Which halves one condition leaves; a filter that it does not understand leaves none. */
function conditionHalves(condition: Json, channel: Channel): readonly Half[] {
  const field = textAt(condition, 'field')
  const equals = isOnly(condition, 'equals') ? texts(member(condition, 'equals')) : []
  if (field === 'eventCategory') return equals.includes(channel.kind === 'data' ? 'Data' : 'Management') ? HALVES : []
  if (field === 'readOnly') return HALVES.filter((half) => equals.includes(String(half === 'read')))
  const holds = channel.kind === 'data' ? dataHolds(condition, channel) : managementHolds(condition, channel)
  return holds ? HALVES : []
}

function advancedHalves(selector: Json, channel: Channel): readonly Half[] {
  const conditions = listAt(selector, 'fieldSelectors')
  const kept = conditions.map((condition) => conditionHalves(condition, channel))
  return HALVES.filter((half) => conditions.length > 0 && kept.every((halves) => halves.includes(half)))
}

/** Rule 3: whether selectors let every event of a channel through, whoever causes it. */
export function selectsWhole(stated: Json, channel: Channel, needed: readonly Half[] = HALVES): boolean {
  const selectors = lowered(stated)
  const halves = new Set([
    ...listAt(selectors, 'eventSelectors').flatMap((one) => basicHalves(one, channel)),
    ...listAt(selectors, 'advancedEventSelectors').flatMap((one) => advancedHalves(one, channel)),
  ])
  return needed.every((half) => halves.has(half))
}
