import { describe, expect, it } from 'vitest'
import { randomProjections } from '../facts/random-calls.ts'
import { type ArnForm, everyOne, idIn, namedAs, nameIn, namesIn, orUnnamed } from './arn-form.ts'
import type { CallEvent } from './call.ts'

const FORM: ArnForm = { service: 'x', head: 'thing/', name: /^[\w.]+$/, own: (name) => name.split('/')[0] ?? '' }
const of = namedAs(FORM)
const [base] = randomProjections(() => 1)
if (base === undefined) throw new Error('no call was drawn')
const CALL: CallEvent = { ...base.event, account: '111122223333', region: 'cn-north-1', resources: null, eventId: 'e' }

describe('a thing is named by its ARN or its name', () => {
  it('a bare name is of the place of the call', () => {
    expect(of('a.b', CALL)?.id).toBe('arn:aws-cn:x:cn-north-1:111122223333:thing/a.b')
  })

  it('an ARN keeps its own place, and loses the name of a part', () => {
    expect(of('arn:aws:x:us-east-1:444455556666:thing/a/part/1', CALL)).toEqual({
      id: 'arn:aws:x:us-east-1:444455556666:thing/a',
      account: '444455556666',
      region: 'us-east-1',
      name: 'a',
    })
  })

  it.each(['arn:aws:y:us-east-1:1:thing/a', 'arn:aws:x:us-east-1:1:other/a', 'a b', ''])('%s names none', (text) => {
    expect(of(text, CALL)).toBeNull()
  })

  it('the set of all is named by an account', () => {
    expect(everyOne(FORM, 'things')('444455556666', CALL)?.id).toBe('arn:aws-cn:x:cn-north-1:444455556666:thing/*')
    expect(everyOne(FORM, 'things')('somebody', CALL)).toBeNull()
  })
})

describe('where calls name things', () => {
  const at = namesIn(of, 'thingArn', 'thingName')

  it('the list of resources comes first, and whatever else is in it is passed over', () => {
    const resources = [{ ARN: 'arn:aws:y:r:1:thing/b' }, { ARN: 'arn:aws:x:r:1:thing/c' }]
    expect(at({ ...CALL, resources, request: { thingName: 'a' } })).toEqual(['arn:aws:x:r:1:thing/c'])
  })

  it('a field that names nothing of the kind gives way to the next', () => {
    const call = { ...CALL, request: { thingArn: 'arn:aws:y:r:1:thing/b', thingName: 'a' } }
    expect(idIn(of, at)(call)).toBe('arn:aws-cn:x:cn-north-1:111122223333:thing/a')
    expect(nameIn(of, at)(call)).toBe('a')
  })

  it('a call that names none has an id of its own', () => {
    expect(orUnnamed(idIn(of, at))({ ...CALL, request: null, response: null })).toBe('unnamed e')
  })
})
