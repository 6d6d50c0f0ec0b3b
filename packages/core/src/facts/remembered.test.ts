import { expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import { memoryFacts } from './memory.ts'
import { remembered } from './remembered.ts'

it('asks each question once, and questions that differ apart', async () => {
  const asked: string[] = []
  const facts = memoryFacts([])
  const counting = remembered({
    ...facts,
    mintsOf: (minted) => {
      asked.push(minted.join())
      return facts.mintsOf(minted)
    },
  })
  for (const id of ['a', 'b', 'a']) await counting.mintsOf([callerId(id)])
  expect(asked).toEqual(['a', 'b'])
})
