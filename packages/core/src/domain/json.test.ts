import { expect, test } from 'vitest'
import { type Json, parseJson, pick, pickAll } from './json.ts'

const RECORD: Json = {
  request: { items: [{ id: 'a' }, { other: 1 }, 'text', null, { id: 'b' }], id: null },
  lists: [{ members: [1, 2] }, { members: 'none' }, { members: [3] }],
}

test('a path gives all values in the order of the record', () => {
  expect(pickAll(RECORD, 'request.items[].id')).toEqual(['a', 'b'])
  expect(pickAll(RECORD, 'lists[].members[]')).toEqual([1, 2, 3])
  expect(pickAll(RECORD, 'request.id')).toEqual([null])
})

test('the first value is the first of all', () => {
  const paths = [
    'request.items[].id',
    'lists[].members[]',
    'request.id',
    'request.none',
    'request.items[].none',
    'lists',
  ]
  for (const path of paths) expect(pick(RECORD, path)).toEqual(pickAll(RECORD, path)[0])
})

test('a step that is not there, or is of another type, gives nothing', () => {
  for (const path of ['none', 'request.none.id', 'request[].id', 'request.items.id', 'lists[].members[].x']) {
    expect(pickAll(RECORD, path)).toEqual([])
  }
  expect(pickAll(undefined, 'request')).toEqual([])
})

test('what all objects inherit is no value of a record, and what a record names so is one', () => {
  for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(pickAll({ a: 1 }, key)).toEqual([])
    expect(pickAll(parseJson(`{"${key}":{"x":7}}`), `${key}.x`)).toEqual([7])
  }
})
