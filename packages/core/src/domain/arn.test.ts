import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatArn, parseArn } from './arn.ts'

const piece = fc.constantFrom('', ':', 'arn', 'arn:', 'aws', 's3', 'us-east-1', '111122223333', 'a/b', '::')
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

test('a text is an ARN when it begins with `arn` and holds five colons; the resource keeps its own', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const [head, partition, service, region, account, ...rest] = text.split(':')
      const isArn = head === 'arn' && rest.length > 0
      expect(parseArn(text)).toEqual(isArn ? { partition, service, region, account, resource: rest.join(':') } : null)
    }),
    { seed: 1, numRuns: 2_000 },
  )
})

test('what was read is written as it was', () => {
  const text = 'arn:aws:sts::111122223333:assumed-role/r/a:b'
  const arn = parseArn(text)
  expect(arn === null ? null : formatArn(arn)).toBe(text)
})
