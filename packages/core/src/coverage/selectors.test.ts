import { describe, expect, it } from 'vitest'
import type { EventSelector, SelectionNeed, SelectorCondition, SelectorField } from '../domain/log-config.ts'
import { takesAll } from './selectors.ts'

const NONE = { equals: [], startsWith: [], endsWith: [], notEquals: [], notStartsWith: [], notEndsWith: [] } as const

type Told = Partial<Record<SelectorField, Partial<Omit<SelectorCondition, 'field'>>>>

function selector(told: Told): EventSelector {
  const fields = Object.entries(told) as [SelectorField, Partial<SelectorCondition>][]
  return { conditions: fields.map(([field, condition]) => ({ ...NONE, field, ...condition })) }
}

const OBJECTS: SelectionNeed = {
  class: 'data',
  source: 's3',
  resourceType: 'object',
  resource: 'arn:b/',
  within: true,
}
const ALL: Told = { class: { equals: ['data'] }, 'resource-type': { equals: ['object'] } }
const takes = (...told: readonly Told[]): boolean =>
  takesAll(
    told.map((one) => selector({ ...ALL, ...one })),
    OBJECTS,
  )

describe('selectors take every event of a way in', () => {
  it.each<[string, readonly Told[]]>([
    ['all objects', [{}]],
    ['all objects of the bucket', [{ resource: { startsWith: ['arn:x/', 'arn:b/'] } }]],
    ['all objects but those of others', [{ resource: { notStartsWith: ['arn:x/'], notEquals: ['arn:x/y'] } }]],
    [
      'reads by one and writes by another',
      [{ 'read-only': { equals: ['true'] } }, { 'read-only': { equals: ['false'] } }],
    ],
    ['events of its source', [{ source: { equals: ['s3'] } }]],
  ])('%s', (_, told) => {
    expect(takes(...told)).toBe(true)
  })

  it.each<[string, readonly Told[]]>([
    ['none', []],
    ['management events only', [{ class: { equals: ['management'] } }]],
    ['another type', [{ 'resource-type': { equals: ['function'] } }]],
    ['reads only', [{ 'read-only': { equals: ['true'] } }]],
    ['a prefix below it', [{ resource: { startsWith: ['arn:b/public/'] } }]],
    ['one object', [{ resource: { equals: ['arn:b/o'] } }]],
    ['what ends in a word', [{ resource: { endsWith: ['.txt'] } }]],
    ['all but what ends in a word', [{ resource: { notEndsWith: ['.log'] } }]],
    ['all but a prefix below it', [{ resource: { notStartsWith: ['arn:b/tmp/'] } }]],
    ['all but the bucket', [{ resource: { notStartsWith: ['arn:'] } }]],
    ['all but one object', [{ resource: { notEquals: ['arn:b/o'] } }]],
    ['all but one caller', [{ other: { notEquals: ['arn:role'] } }]],
    ['one name', [{ other: { equals: ['GetObject'] } }]],
    ['all but its source', [{ source: { notEquals: ['s3'] } }]],
  ])('not with %s', (_, told) => {
    expect(takes(...told)).toBe(false)
  })
})
