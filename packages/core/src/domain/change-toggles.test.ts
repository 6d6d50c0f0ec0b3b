import { describe, expect, it } from 'vitest'
import type { CallEvent } from './call.ts'
import { asks, mentions, toggle, unread } from './change-toggles.ts'
import type { Json } from './json.ts'

function call(request: Json): CallEvent {
  return { eventId: 'e-1', account: '111122223333', region: 'eu-west-1', request } as CallEvent
}

const specs = toggle({
  kind: 'exposure',
  subject: () => 'door 1 / open',
  opens: asks('open', true, 'yes'),
  closes: asks('open', false),
  sentences: [() => 'opened it', () => 'shut it'],
  undo: () => 'shut it',
})

function does(request: Json): readonly string[] {
  return specs.filter((spec) => spec.when?.(call(request)) ?? true).map((spec) => spec.does)
}

describe('settings with two states', () => {
  it('the value tells which state a call brings about, at any depth and in any spelling of the key', () => {
    expect(does({ open: true })).toEqual(['open'])
    expect(does({ door: [{ Open: 'yes' }] })).toEqual(['open'])
    expect(does({ open: false })).toEqual(['close'])
  })

  it('a call that says nothing of the setting changes nothing', () => {
    expect(does({})).toEqual([])
    expect(does({ open: null })).toEqual([])
    expect(does({ open: [[true]] })).toEqual([])
  })

  it('a request that is left out may have changed anything, one that is there has changed what it says', () => {
    const { when } = unread(() => 'it')
    expect([null, {}, 'omitted', [7]].map((request) => when?.(call(request)))).toEqual([true, true, true, true])
    expect(when?.(call({ door: 1 }))).toBe(false)
  })

  it('a null is no mention', () => {
    expect(mentions('open')(call({ open: null }))).toBe(false)
    expect(mentions('open')(call({ open: '' }))).toBe(true)
  })
})
