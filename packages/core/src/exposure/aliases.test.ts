import { expect, it } from 'vitest'
import type { StoreKind } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'
import { storeNames } from './aliases.ts'

/** A store that is named by a number, by a word, or by both: `7`, `seven`, `7/seven`. */
const KIND: StoreKind = {
  title: 'thing',
  name: () => null,
  channels: [],
  shortId: (id) => (id.includes('/') ? id.split('/') : null),
}

function countedUnder(...ids: readonly string[]): readonly (string | undefined)[] {
  const seen = ids.map((id): StoreName => ({ id, kind: 'thing', account: null, region: null, name: id }))
  const names = storeNames(seen, new Map([['thing', KIND]]))
  return ids.map((id) => names.get(id)?.id)
}

it('every short spelling of an id is the one store that it can be', () => {
  expect(countedUnder('7/seven', '7', 'seven', 'eight')).toEqual(['7/seven', '7/seven', '7/seven', 'eight'])
})

it('a short spelling that may be either of two stores is neither', () => {
  expect(countedUnder('7/seven', '8/seven', '7', 'seven')).toEqual(['7/seven', '8/seven', '7/seven', 'seven'])
})
