import { describe, expect, it } from 'vitest'
import { recognised } from '../../../domain/evidence-row.ts'
import type { JsonObject } from '../../../domain/json.ts'
import row from './row.ts'

const RECORD = {
  eventVersion: '1.08',
  eventID: 'e-1',
  eventTime: '2026-03-24T08:00:00Z',
  eventSource: 'sts.amazonaws.com',
  eventName: 'GetCallerIdentity',
  awsRegion: 'us-east-1',
  recipientAccountId: '111122223333',
  userIdentity: { type: 'IAMUser', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
}
const found = (record: JsonObject): unknown => recognised([row], record)?.record

describe('a record that an export packs', () => {
  it('is taken out of an answer of lookup-events, and of an event of a bus', () => {
    const looked = { EventId: 'e-1', EventName: 'GetCallerIdentity', CloudTrailEvent: JSON.stringify(RECORD) }
    expect(found(looked)).toEqual(RECORD)
    expect(found({ 'detail-type': 'AWS API Call via CloudTrail', source: 'aws.sts', detail: RECORD })).toEqual(RECORD)
  })

  it('is nothing when it is not what its packing says, or stands where anybody may write', () => {
    expect(found({ EventId: 'e-2', CloudTrailEvent: JSON.stringify(RECORD) })).toBeUndefined()
    expect(found({ EventId: 'e-1', CloudTrailEvent: '{' })).toBeUndefined()
    expect(found({ 'detail-type': 'Order placed', detail: RECORD })).toBeUndefined()
    expect(found({ message: JSON.stringify(RECORD), log: RECORD })).toBeUndefined()
  })

  it('is the record itself when it is not packed', () => {
    expect(found(RECORD)).toBe(RECORD)
  })
})
