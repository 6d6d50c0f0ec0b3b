import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../domain/json.ts'
import { read, recognises } from './read.ts'
import { unwrap } from './unwrap.ts'

const RECORD: JsonObject = {
  CreationTime: '2026-03-24T08:15:00',
  Id: 'e-1',
  Operation: 'New-InboxRule',
  OrganizationId: '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11',
  RecordType: 1,
  UserType: 0,
  UserId: 'dana@example.com',
  Workload: 'Exchange',
}

function eventOf(record: JsonObject) {
  const found = read(record)
  return found.kind === 'event' ? found.event : expect.unreachable(JSON.stringify(found))
}

describe('a record of the audit log', () => {
  it('keeps no password that somebody typed', () => {
    const Parameters = [
      { Name: 'Name', Value: 'x' },
      { Name: 'Password', Value: 'hunter2' },
    ]
    expect(eventOf({ ...RECORD, Parameters }).request).toMatchObject({ Parameters: { Name: 'x' } })
    expect(JSON.stringify(eventOf({ ...RECORD, Parameters }))).not.toContain('hunter2')
  })

  it('that nests without end is refused, and not followed', () => {
    const deep = Array.from({ length: 10_000 }).reduce<Json>((inside) => [inside], null)
    expect(read({ ...RECORD, Item: deep })).toMatchObject({ kind: 'rejected' })
  })

  it('names a parameter twice: both values are kept', () => {
    const Parameters = ['a@example.net', 'b@example.net'].map((Value) => ({ Name: 'ForwardTo', Value }))
    expect(eventOf({ ...RECORD, Parameters }).request).toMatchObject({
      Parameters: { ForwardTo: ['a@example.net', 'b@example.net'] },
    })
  })

  it('of one user is one caller, whatever the case of the letters and the form of the address', () => {
    const cased = fc
      .array(fc.boolean(), { minLength: 16, maxLength: 16 })
      .map((up) =>
        [...'dana@example.com'].map((letter, at) => (up[at] === true ? letter.toUpperCase() : letter)).join(''),
      )
    const written = fc.constantFrom('203.0.113.9', '203.0.113.9:1', '::ffff:203.0.113.9', '[::FFFF:203.0.113.9]:65535')
    const field = fc.constantFrom('ClientIP', 'ClientIPAddress', 'ActorIpAddress')
    fc.assert(
      fc.property(cased, written, field, (UserId, address, key) => {
        expect(eventOf({ ...RECORD, UserId, [key]: address }).caller).toBe('dana@example.com from 203.0.113.9')
      }),
    )
  })

  it('is told by its content, and calls of other logs are not taken for it', () => {
    expect(recognises(RECORD)).toBe(true)
    expect(recognises({ Operation: 'REST.GET.OBJECT', Workload: 'x' })).toBe(false)
    expect(recognises({ Operations: 'New-InboxRule', RecordType: 1, UserType: 2 })).toBe(false)
  })
})

describe('what a search packs a record in', () => {
  it.each([
    ['text', { RecordType: 'ExchangeAdmin', Operations: 'New-InboxRule', AuditData: JSON.stringify(RECORD) }],
    ['an object', { Identity: 'e-1', AuditData: RECORD }],
    [
      'an answer of the Graph',
      { id: 'e-1', operation: 'x', auditData: { '@odata.type': '#microsoft.graph', ...RECORD } },
    ],
  ])('as %s is opened, and says the same', (_, found) => {
    const record = unwrap(found)
    expect(record).toEqual(RECORD)
    expect(isObject(record) && eventOf(record)).toEqual(eventOf(RECORD))
  })

  it('that is no record is none', () => {
    for (const AuditData of ['{', 'null', '7', null]) expect(isObject(unwrap({ AuditData }))).toBe(false)
    expect(unwrap({ RecordType: 1 })).toBeUndefined()
  })
})
