import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallEvent } from './call.ts'
import { command, everySaid, forEach, inPlace, made, opening, part, plain, said, unmade } from './change-forms.ts'
import { settings } from './change-switches.ts'

function call(request: unknown, response: unknown = null): CallEvent {
  return { eventId: 'e-1', account: '111122223333', region: 'eu-west-1', request, response } as CallEvent
}

const thing = plain({ kind: 'persistence', noun: 'rule', id: inPlace(said('name')), remove: ['x delete-rule', 'name'] })

describe('texts of a call', () => {
  it('the request comes before the answer, the first key before the second, in any spelling of its case', () => {
    expect(said('groupId')(call({ GroupId: 'a' }, { groupId: 'b' }))).toBe('a')
    expect(everySaid('id')(call({ id: 'a' }, { id: 'b' }))).toEqual(['a'])
    expect(said('groupId', 'groupName')(call({ groupName: 'n' }, { groupId: 'b' }))).toBe('b')
  })

  it('lists and the wrapping of query APIs are looked through; each text comes once', () => {
    const wrapped = {
      FlowLogId: [
        { tag: 1, content: 'fl-1' },
        { tag: 2, content: 'fl-2' },
      ],
      flowLogId: 'fl-1',
    }
    expect(everySaid('flowLogId')(call(wrapped))).toEqual(['fl-1', 'fl-2'])
    expect(everySaid('flowLogIdSet')(call(null, { flowLogIdSet: { item: ['fl-3'] } }))).toEqual(['fl-3'])
  })

  it.each(['HIDDEN_DUE_TO_SECURITY_REASONS', 'Value hidden due to security reasons.', '<sensitiveDataRemoved>', ''])(
    'a mask is no text: %s',
    (mask) => {
      expect(said('name')(call({ name: mask }))).toBeNull()
      expect(said('name')(call({ name: mask }, { name: 'known' }))).toBe('known')
    },
  )
})

describe('subjects', () => {
  it('a part of what is not named is not named', () => {
    expect(part(() => null, 'x')(call(null))).toBeNull()
    expect(
      part(
        () => 'user u',
        'key',
        () => null,
      )(call(null)),
    ).toBeNull()
    expect(
      part(
        () => 'user u',
        'key',
        () => 'k',
      )(call(null)),
    ).toBe('user u / key k')
  })

  it('a name that holds the separator makes no part', () => {
    const [open] = made(thing)
    expect(open?.subject(call({ name: 'a / b' }))).toBe('rule 111122223333:eu-west-1:a %2F b')
    expect(
      part(
        () => 'user u',
        'key',
        () => 'a / b',
      )(call(null)),
    ).toBe('user u / key a %2F b')
  })

  it('an opening without a name stands under its own event, and a closing without one ends nothing', () => {
    const named = (specs: ReturnType<typeof made>): readonly unknown[] =>
      specs.map((spec) => [spec.does, spec.subject(call({}))])
    expect(named(made(thing))).toEqual([
      ['open', 'unnamed e-1'],
      ['close', null],
    ])
    expect(named(unmade(thing))).toEqual([
      ['open', 'unnamed e-1'],
      ['close', null],
    ])
  })

  it('each id of a call is a change of its own; none is one change', () => {
    const each = forEach(everySaid('id'), (id) => [
      opening(
        'exposure',
        id,
        () => '',
        () => '',
      ),
    ])
    expect(each(call({ id: ['a', 'b', 'a'] })).map((spec) => spec.subject(call(null)))).toEqual(['a', 'b'])
    expect(each(call({})).map((spec) => spec.subject(call(null)))).toEqual(['unnamed e-1'])
  })

  it('making and taking away end each other, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const one = call({ name })
        const by = (specs: ReturnType<typeof made>, does: string): readonly unknown[] =>
          specs.filter((spec) => spec.does === does).map((spec) => spec.subject(one))
        if (said('name')(one) === null) return
        expect(by(made(thing), 'open')).toEqual(by(unmade(thing), 'close'))
        expect(by(unmade(thing), 'open')).toEqual(by(made(thing), 'close'))
      }),
    )
  })
})

describe('commands', () => {
  it('take a name without its place, and say in capitals what is not known', () => {
    expect(thing.remove(call({ name: 'nightly' }))).toBe('aws x delete-rule --name nightly --region eu-west-1')
    expect(thing.words(call({ name: 'nightly' }))).toBe('rule `nightly`')
    expect(command('x y', { 'rule-name': () => null })(call(null))).toBe('aws x y --rule-name RULE_NAME')
  })

  it('a name is one word of the shell, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const text = command('x', { name: () => name })(call(null))
        expect(text.replace(/'(?:[^']|'\\'')*'/g, 'q')).toMatch(/^aws x --name (?:q|[\w@%+=:,./-]+)$/)
      }),
    )
  })
})

describe('settings', () => {
  const of = settings({
    kind: 'logging',
    subject: () => 'trail t',
    words: () => 'trail `t`',
    keys: ['isMultiRegionTrail', 's3BucketName', 'kmsKeyId'],
    restore: () => 'aws x update',
  })

  it('each one that a call sets is a change of its own, and ends only itself', () => {
    const specs = of(call({ isMultiRegionTrail: false, s3BucketName: 'b', kmsKeyId: null }))
    expect(specs.map((spec) => [spec.does, spec.subject(call(null)), spec.what(call(null))])).toEqual([
      ['close', 'trail t / isMultiRegionTrail', 'set `isMultiRegionTrail` of trail `t` to `false`'],
      ['open', 'trail t / isMultiRegionTrail', 'set `isMultiRegionTrail` of trail `t` to `false`'],
      ['close', 'trail t / s3BucketName', 'set `s3BucketName` of trail `t` to `b`'],
      ['open', 'trail t / s3BucketName', 'set `s3BucketName` of trail `t` to `b`'],
    ])
    expect(specs[1]?.undo(call(null))).toBe('aws x update --is-multi-region-trail FORMER_VALUE')
  })
})
