import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takesAll } from '../coverage/selectors.ts'
import { isObject, type Json } from './json.ts'
import type { SelectionNeed } from './log-config.ts'
import { pathsIn, withOdd } from './odd-values.fixture.ts'
import { selectorsIn } from './trail-selectors.ts'

// What a log takes is said a second time here, event by event, as the API reference says it of basic and advanced selectors.

interface Event {
  readonly category: string
  readonly readOnly: string
  readonly source: string
  readonly name: string
  readonly type: string
  readonly arn: string
}

interface Basic {
  readonly readWriteType?: string
  readonly includeManagementEvents?: boolean
  readonly excludeManagementEventSources?: readonly string[]
  readonly dataResources?: readonly { readonly type: string; readonly values: readonly string[] }[]
}

type ListName = 'equals' | 'startsWith' | 'endsWith' | 'notEquals' | 'notStartsWith' | 'notEndsWith'
type Condition = { readonly field: string } & { readonly [Name in ListName]?: readonly string[] }

interface Advanced {
  readonly fieldSelectors: readonly Condition[]
}

function holdsResource(type: string, value: string, { arn }: Event): boolean {
  const whole: Readonly<Record<string, readonly string[]>> = {
    'AWS::S3::Object': ['arn:aws:s3', 'arn:aws:s3:::'],
    'AWS::Lambda::Function': ['arn:aws:lambda'],
    'AWS::DynamoDB::Table': ['arn:aws:dynamodb'],
  }
  if (whole[type]?.includes(value) === true) return true
  return type === 'AWS::S3::Object' ? arn.startsWith(value) : arn === value
}

function basicTakes(one: Basic, event: Event): boolean {
  const { readWriteType = 'All', includeManagementEvents = true } = one
  if (readWriteType !== 'All' && (readWriteType === 'ReadOnly') !== (event.readOnly === 'true')) return false
  if (event.category === 'Management')
    return includeManagementEvents && one.excludeManagementEventSources?.includes(event.source) !== true
  return (one.dataResources ?? []).some(
    ({ type, values }) => type === event.type && values.some((value) => holdsResource(type, value, event)),
  )
}

const FIELDS: Readonly<Record<string, (event: Event) => string>> = {
  eventCategory: (event) => event.category,
  readOnly: (event) => event.readOnly,
  'resources.type': (event) => event.type,
  'resources.ARN': (event) => event.arn,
  eventSource: (event) => event.source,
  eventName: (event) => event.name,
}

const LISTS: Readonly<Record<string, (text: string, value: string) => boolean>> = {
  equals: (text, value) => text === value,
  startsWith: (text, value) => text.startsWith(value),
  endsWith: (text, value) => text.endsWith(value),
}

/** Each list must be met: by one of its values, or for `not...` by none of them. */
function advancedTakes({ fieldSelectors }: Advanced, event: Event): boolean {
  return fieldSelectors.every(({ field, ...lists }) =>
    Object.entries(lists)
      .filter(([, values]) => values.length > 0)
      .every(([list, values]) => {
        const text = FIELDS[field]?.(event) ?? ''
        const plain = list.replace(/^not(.)/, (_, first: string) => first.toLowerCase())
        return values.some((value) => LISTS[plain]?.(text, value) === true) === (plain === list)
      }),
  )
}

const SOURCES = ['kms', 'rdsdata', 's3']
const TYPES = ['AWS::S3::Object', 'AWS::Lambda::Function', 'AWS::DynamoDB::Table']
const LAMBDA = 'arn:aws:lambda:us-east-1:111122223333:function:'
const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/'
const OBJECTS = ['arn:aws:s3:::b/', 'arn:aws:s3:::bc/', 'arn:aws:s3:::b/o', 'arn:aws:s3:::b/p/', 'arn:aws:s3:::b']
const ARNS = [...OBJECTS, `${LAMBDA}f`, `${LAMBDA}fg`, `${TABLE}t`, `${TABLE}tu`]
const VALUES = [...ARNS, 'arn:aws:s3', 'arn:aws:s3:::', 'arn:aws:lambda', 'arn:aws:dynamodb']

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })

const basic: fc.Arbitrary<Basic> = fc.record(
  {
    readWriteType: fc.constantFrom('All', 'ReadOnly', 'WriteOnly'),
    includeManagementEvents: fc.boolean(),
    excludeManagementEventSources: some(SOURCES),
    dataResources: fc.array(fc.record({ type: fc.constantFrom(...TYPES), values: some(VALUES) }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

function condition(field: string, values: readonly string[]): fc.Arbitrary<Condition> {
  const list = fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 })
  return fc
    .tuple(
      fc.constantFrom<ListName>('equals', 'startsWith', 'endsWith', 'notEquals', 'notStartsWith', 'notEndsWith'),
      list,
    )
    .map(([name, chosen]) => ({ field, [name]: chosen }))
}

const more: fc.Arbitrary<Condition> = fc.oneof(
  condition('readOnly', ['true', 'false']),
  condition('resources.ARN', [...ARNS, 'arn:aws:', 'o']),
  condition('eventSource', SOURCES),
  condition('eventName', ['GetObject', 'PutObject']),
)
const named = (field: string, value: string): Condition => ({ field, equals: [value] })
const advanced: fc.Arbitrary<Advanced> = fc
  .tuple(fc.constantFrom('Management', ...TYPES), fc.array(more, { maxLength: 2 }))
  .map(([what, others]) => ({
    fieldSelectors: [
      ...(what === 'Management'
        ? [named('eventCategory', what)]
        : [named('eventCategory', 'Data'), named('resources.type', what)]),
      ...others,
    ],
  }))

type Selectors =
  | { readonly eventSelectors: readonly Basic[] }
  | { readonly advancedEventSelectors: readonly Advanced[] }

const document: fc.Arbitrary<Selectors> = fc.oneof(
  fc.array(basic, { maxLength: 3 }).map((eventSelectors) => ({ eventSelectors })),
  fc.array(advanced, { maxLength: 3 }).map((advancedEventSelectors) => ({ advancedEventSelectors })),
)

function logTakes(selectors: Selectors, event: Event): boolean {
  return 'eventSelectors' in selectors
    ? selectors.eventSelectors.some((one) => basicTakes(one, event))
    : selectors.advancedEventSelectors.some((one) => advancedTakes(one, event))
}

const need: fc.Arbitrary<SelectionNeed> = fc.oneof(
  fc.constantFrom(null, ...SOURCES).map(
    (source): SelectionNeed => ({
      ...({ class: 'management', source, resourceType: null, resource: null, within: false } as const),
    }),
  ),
  fc.tuple(fc.constantFrom(...TYPES), fc.constantFrom(...ARNS)).map(
    ([resourceType, resource]): SelectionNeed => ({
      ...({ class: 'data', source: null, resourceType, resource, within: resource.endsWith('/') } as const),
    }),
  ),
)

/** Any event of a need, whoever causes it and by whatever call. */
function eventOf(asked: SelectionNeed): fc.Arbitrary<Event> {
  return fc.record({
    category: fc.constant(asked.class === 'data' ? 'Data' : 'Management'),
    readOnly: fc.constantFrom('true', 'false'),
    source: asked.source === null ? fc.constantFrom(...SOURCES, 'ec2') : fc.constant(asked.source),
    name: fc.constantFrom('GetObject', 'PutObject', 'DeleteObject'),
    type: fc.constant(asked.resourceType ?? ''),
    arn: asked.within
      ? fc.constantFrom('', 'o', 'p/q', 'x').map((key) => `${asked.resource ?? ''}${key}`)
      : fc.constant(asked.resource ?? ''),
  })
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

const takes = (selectors: Json, asked: SelectionNeed): boolean => takesAll(selectorsIn(selectors) ?? [], asked)

function upper(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => upper(one))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, upper(one)]),
  )
}

describe('selectors of a trail', () => {
  it('are never read so that a log takes all events of a way in and leaves one out', () => {
    let taken = 0
    const drawn = fc
      .tuple(document, need)
      .chain(([selectors, asked]) => fc.tuple(fc.constant(selectors), fc.constant(asked), eventOf(asked)))
    fc.assert(
      fc.property(drawn, ([selectors, asked, event]) => {
        if (!takes(asJson(selectors), asked)) return
        taken += 1
        expect(logTakes(selectors, event)).toBe(true)
      }),
      { numRuns: 20_000 },
    )
    expect(taken).toBeGreaterThan(1_000)
  })

  it('take no more where a part of them cannot be read', () => {
    const odd = fc.constantFrom<Json>(7, '', {}, [7], [''], [[]], [null])
    fc.assert(
      fc.property(document, need, odd, fc.nat(), (selectors, asked, value, at) => {
        const whole = asJson(selectors)
        const paths = pathsIn(whole).slice(1)
        const broken = withOdd(whole, paths[at % paths.length] ?? [], value)
        expect(takes(broken, asked) && !takes(whole, asked)).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })

  it('are the same in a record and in an answer', () => {
    fc.assert(
      fc.property(document, (selectors) => {
        expect(selectorsIn(upper(asJson(selectors)))).toEqual(selectorsIn(asJson(selectors)))
      }),
    )
  })

  it('are read from anything without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(() =>
          selectorsIn({ eventSelectors: [asJson(one)], AdvancedEventSelectors: asJson(other) }),
        ).not.toThrow()
      }),
    )
  })

  it.each<[string, Json, unknown]>([
    ['neither kind', { trailARN: 'x' }, undefined],
    ['no document', null, undefined],
    ['an empty list', { EventSelectors: [] }, []],
    [
      'an empty list, and none of the other kind, as some tools write it',
      { EventSelectors: null, AdvancedEventSelectors: [] },
      [],
    ],
    ['lists left out', { eventSelectors: null }, null],
    [
      'both kinds',
      {
        eventSelectors: [{ readWriteType: 'All' }],
        advancedEventSelectors: [{ fieldSelectors: [named('eventCategory', 'Management')] }],
      } as unknown as Json,
      null,
    ],
    ['a member that is not known', { eventSelectors: [{ excludeNames: ['x'] }] }, null],
    ['a direction that is none', { eventSelectors: [{ readWriteType: 'constructor' }] }, null],
    [
      'data events of any type',
      { advancedEventSelectors: [{ fieldSelectors: [{ field: 'eventCategory', equals: ['Data'] }] }] },
      null,
    ],
    [
      'events of any class',
      { advancedEventSelectors: [{ fieldSelectors: [{ field: 'readOnly', equals: ['true'] }] }] },
      null,
    ],
  ])('%s', (_, selectors, expected) => {
    expect(selectorsIn(selectors)).toEqual(expected)
  })

  it.each([
    ['a function whose name begins like another', 'AWS::Lambda::Function', `${LAMBDA}f`, `${LAMBDA}fg`],
    ['a table whose name begins like another', 'AWS::DynamoDB::Table', `${TABLE}t`, `${TABLE}tu`],
    ['a bucket whose name begins like another', 'AWS::S3::Object', 'arn:aws:s3:::b', 'arn:aws:s3:::bc/'],
    ['all of another service', 'AWS::S3::Object', 'arn:aws:lambda', 'arn:aws:s3:::b/'],
  ])('do not take %s', (_, type, value, resource) => {
    const selectors = { eventSelectors: [{ dataResources: [{ type, values: [value] }] }] }
    expect(
      takes(selectors, { class: 'data', source: null, resourceType: type, resource, within: resource.endsWith('/') }),
    ).toBe(false)
  })
})
