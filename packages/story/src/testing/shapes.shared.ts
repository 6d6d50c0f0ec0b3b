import { expect, test } from 'vitest'
import { textAt } from '../json.ts'
import { gallery } from './gallery.ts'
import { realRecords, realShapes } from './real-shapes.ts'

const folder = process.env['VERASCOPE_SHARED_DATA'] ?? ''

test('the shapes that are committed are those of the real records', async () => {
  const names = [...new Set(gallery().map((record) => textAt(record, 'eventName')))].sort()
  const shapes = realShapes(realRecords(folder), names)
  expect(Object.keys(shapes).length).toBeGreaterThan(25)
  const lines = Object.entries(shapes).flatMap(([event, shape]) =>
    Object.entries(shape).map(([path, { types, isAlways }]) =>
      [event, path, types.join('|'), isAlways ? 'always' : 'sometimes'].join('\t'),
    ),
  )
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('shapes.tsv')
})
