import { expect, it } from 'vitest'
import { read } from './read.ts'

const LINE = {
  ...{ date: '2026-03-24', time: '03:10:38', 'x-edge-location': 'DUB2-C1', 'sc-bytes': '1', 'c-ip': '192.0.2.3' },
  'cs(Host)': 'd1.cloudfront.net',
}

it('equal lines count once where they have an id, and each where they have none', () => {
  expect(read({ ...LINE, 'x-edge-request-id': 'x' })).not.toHaveProperty('mayRepeat')
  expect(read(LINE)).toHaveProperty('mayRepeat', true)
})
