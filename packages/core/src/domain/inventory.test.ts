import { describe, expect, it } from 'vitest'
import { type Asked, NOTHING_BESIDE } from './evidence-row.ts'
import { byArn, type Inventory, inventory, namedInPlace, othersBy } from './inventory.ts'
import type { Json } from './json.ts'

const FORM = { service: 'files', head: 'box/' }
const ASKED: Asked = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }
const arn = (name: string, account = '111122223333'): Json => ({
  Arn: `arn:aws:files:eu-west-1:${account}:box/${name}`,
})

const BY_ARN: Inventory = { list: 'Boxes', beside: ['Marker'], kind: 'box', ...byArn('Arn', FORM) }
const BY_NAME: Inventory = {
  ...{ list: 'Boxes', kind: 'box', isByPlace: true, isEntry: (entry) => typeof entry === 'string' },
  name: (entry, asked) => namedInPlace(typeof entry === 'string' ? entry : null, asked, FORM),
}

function read(of: Inventory, boxes: readonly Json[], asked: Asked | null): readonly string[] | string {
  const found = inventory(of).read({ Boxes: boxes }, { ...NOTHING_BESIDE, asked })
  if (found.kind === 'rejected') return found.reason
  if (found.kind !== 'statements') return found.kind
  return found.statements.map((one) => (one.topic === 'store-listed' ? one.says.id : one.topic))
}

describe('an inventory', () => {
  it('is told by its list, every entry of it and every other key; an empty list is one', () => {
    const { recognises } = inventory(BY_ARN)
    expect(recognises({ Boxes: [arn('a')], Marker: 'm' })).toBe(true)
    expect(recognises({ Boxes: [] })).toBe(true)
    expect(recognises({ Boxes: [arn('a'), {}] })).toBe(false)
    expect(recognises({ Boxes: [arn('a')], Other: 1 })).toBe(false)
    expect(recognises({ Boxes: { 0: arn('a') } })).toBe(false)
  })

  it('names every store, or is rejected: one that it leaves out would be missed by nobody', () => {
    const id = (name: string): string => `arn:aws:files:eu-west-1:111122223333:box/${name}`
    expect(read(BY_ARN, [arn('a'), arn('b')], null)).toEqual([id('a'), id('b')])
    expect(read(BY_ARN, [arn('a'), { Arn: 'arn:aws:files:eu-west-1:111122223333:other/b' }], ASKED)).toContain(
      'no store',
    )
    expect(read(BY_ARN, [{ Arn: 'arn:aws:files:eu-west-1::box/b' }], null)).toContain('no store')
    expect(read(BY_NAME, ['a', 'b'], ASKED)).toEqual([id('a'), id('b')])
    expect(read(BY_NAME, ['a', 'b'], { ...ASKED, account: null })).toContain('.meta.json')
    expect(read(BY_NAME, ['a', 'b'], { ...ASKED, account: 'mine' })).toContain('no store')
  })

  it('leaves out what others own, and is rejected where that is all', () => {
    const own = othersBy((entry) => (JSON.stringify(entry).includes('999999999999') ? '999999999999' : '111122223333'))
    const shared: Inventory = { ...BY_ARN, isOthers: own }
    const theirs = arn('b', '999999999999')
    expect(read(shared, [arn('a'), theirs], ASKED)).toHaveLength(1)
    expect(read(shared, [arn('a'), theirs], { ...ASKED, account: null })).toHaveLength(2)
    expect(read(shared, [theirs], ASKED)).toContain('other accounts')
    expect(read(shared, [], ASKED)).toEqual([])
  })
})
