import { assess } from '@verascope/core/assess/assess'
import type { Assessment } from '@verascope/core/assess/assessment'
import { mint } from '@verascope/story/mint'
import { beforeAll, expect, it } from 'vitest'
import { mapOfRows } from '../case/owner-lines.ts'
import { readOwnerTable } from '../case/owner-table.ts'
import { caseStory, storyInput } from './story-case.fixture.ts'

// The bucket of 71 owners: what is said of each must agree with what was truly done to it.

const minted = mint(await caseStory('seventy-one-owners'))
const truths = new Map((minted.truth.owners ?? []).map((one) => [one.owner, one]))
let assessment: Assessment

beforeAll(async () => {
  const file = minted.beside.find(({ path }) => path === 'owners.csv') ?? expect.unreachable()
  const table = readOwnerTable(Buffer.from(file.bytes).toString('utf8'))
  if (table.kind === 'unreadable') return expect.unreachable(table.reason)
  const { map, rejected } = mapOfRows(table.rows)
  expect(rejected).toEqual([])
  assessment = (await assess({ ...storyInput(minted), owners: { sha256: '0'.repeat(64), map } })).assessment
}, 120_000)

it('names every owner, and none of them as untouched: the names of all were listed', () => {
  expect(assessment.owners.map((one) => one.id)).toEqual([...truths.keys()].sort())
  for (const one of assessment.owners)
    expect([one.verdict, ...one.effects]).toEqual(expect.arrayContaining(['accessed', 'listed']))
})

it('says that content was read of no owner whose content was not, and of every one whose reads some evidence shows', () => {
  const read = assessment.owners.filter((one) => one.effects.includes('read')).map((one) => one.id)
  for (const id of read) expect(truths.get(id)?.reads.all, id).toBeGreaterThan(0)
  const recorded = [...truths.values()].filter((one) => one.reads.recorded > 0).map((one) => one.owner)
  expect(read).toEqual(expect.arrayContaining(recorded))
})

it('leaves in doubt whose content only the access log shows to have been read, by a principal of the actor’s', () => {
  const touched = [...truths.values()].filter((one) => one.reads.all > 0 && one.reads.recorded === 0)
  expect(touched.length).toBeGreaterThan(5)
  const doubted = assessment.owners.filter((one) => one.possibleEffects.includes('read')).map((one) => one.id)
  // Of one of them no log has a line.
  expect(touched.filter((one) => !doubted.includes(one.owner)).length).toBeLessThanOrEqual(1)
})

it('bounds what was sent of each from below, and adds up to no more than what was sent', () => {
  let sum = 0
  for (const { id, bytes, objects } of assessment.owners) {
    const truth = truths.get(id)
    expect(Number(bytes.sent.lower), id).toBeLessThanOrEqual(truth?.bytes.sent ?? -1)
    expect(Number(bytes.distinct.lower), id).toBeLessThanOrEqual(truth?.bytes.distinct ?? -1)
    expect(Number(objects.lower), id).toBeLessThanOrEqual(truth?.objects ?? -1)
    sum += Number(bytes.sent.lower)
  }
  const store = assessment.stores.find((one) => one.name.startsWith('web-hosting'))
  expect(sum).toBeGreaterThanOrEqual(Number(store?.bytes.sent.lower) * 0.99)
})
