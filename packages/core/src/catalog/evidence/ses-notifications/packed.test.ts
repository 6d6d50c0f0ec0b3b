import { expect, it } from 'vitest'
import { recognised } from '../../../domain/evidence-row.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { rows } from '../index.generated.ts'
import row from './row.ts'

const NOTICE = {
  ...{ eventType: 'Send', send: {} },
  mail: {
    messageId: 'm1',
    timestamp: '2026-03-24T03:10:38Z',
    sourceArn: 'arn:aws:ses:eu-west-1:111122223333:identity/a.b',
  },
}
const FRAME = { Type: 'Notification', MessageId: 'x', TopicArn: 'arn:aws:sns:eu-west-1:111122223333:mail' }

it.each<[string, JsonObject]>([
  ['as it is', NOTICE],
  ['in a message of a topic', { ...FRAME, Message: JSON.stringify(NOTICE) }],
  ['in an event of a bus', { source: 'aws.ses', 'detail-type': 'Email Sent', detail: NOTICE }],
])('a notice is the same record %s', (_, found) => {
  expect(recognised(rows, found)).toEqual({ row, record: NOTICE })
})

it.each<[string, JsonObject]>([
  ['in a line of a log', { message: JSON.stringify(NOTICE), timestamp: 1 }],
  ['in a message of no topic', { Type: 'Notification', Message: JSON.stringify(NOTICE) }],
  ['in an event of somebody else', { source: 'my.app', 'detail-type': 'Email Sent', detail: NOTICE }],
])('and is none %s, which others may write', (_, found) => {
  expect(recognised(rows, found)).toBeNull()
})
