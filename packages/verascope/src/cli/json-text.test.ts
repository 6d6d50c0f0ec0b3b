import { describe, expect, it } from 'vitest'
import { jsonChunks } from './json-text.ts'

describe('JSON in pieces', () => {
  const documents: Readonly<Record<string, unknown>> = {
    'a nested document': {
      a: 1,
      list: [{ b: [1, { c: 'x\ny' }] }, [], {}, null, 'é\u2028'],
      empty: [],
      none: {},
      text: '"',
      deep: { e: { f: [1, 2] } },
    },
    'a list': [1, { a: 2 }],
    'a word': 'x',
    nothing: null,
    'an empty object': {},
    'fields that are undefined': { a: undefined, b: 1 },
  }
  for (const [name, document] of Object.entries(documents)) {
    it(`is what JSON.stringify gives: ${name}`, () => {
      expect([...jsonChunks(document)].join('')).toBe(`${JSON.stringify(document, null, 2)}\n`)
    })
  }
})
