import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const ARN = 'arn:aws:ses:eu-west-1:111122223333:identity/Example.com'
const SENDER = {
  ...{ id: 'arn:aws:ses:eu-west-1:111122223333:identity/example.com', kind: 'ses-identity', name: 'example.com' },
  ...{ account: '111122223333', region: 'eu-west-1' },
}
const MAIL = {
  ...{ timestamp: '2026-03-24T03:10:38.237Z', source: 'billing@example.com', sourceArn: ARN },
  ...{ sendingAccountId: '111122223333', messageId: '0102018d-aaaa-000000', destination: ['jane@example.net'] },
}
const BY = { callerIdentity: 'mailer', sourceIp: '192.0.2.3' }
const TAGS = { 'ses:caller-identity': ['mailer'], 'ses:source-ip': ['192.0.2.3'], campaign: ['x'] }
const SENT = {
  kind: 'mail',
  ...{ at: '2026-03-24T03:10:38.237Z', subject: SENDER, act: 'Send', effect: 'sent-as', outcome: 'ok' },
  ...{ principal: 'mailer', address: '192.0.2.3', credential: null, scope: 'item', object: '0102018d-aaaa-000000' },
  ...{ messages: 1, bytes: null },
} as const
const SEND = { eventType: 'Send', mail: { ...MAIL, tags: TAGS }, send: {} }

/** The row's tests, after the examples of the developer guide. */
export const examples: readonly EvidenceExample[] = [
  { name: 'a mail that somebody sent, who is named in the tags of the provider', record: SEND, witnesses: [SENT] },
  { name: 'the same, named in the mail', record: { ...SEND, mail: { ...MAIL, ...BY } }, witnesses: [SENT] },
  {
    name: 'a mail of which nothing says who sent it',
    record: { ...SEND, mail: { ...MAIL, tags: { campaign: ['ses:source-ip'] } } },
    witnesses: [{ kind: 'mail', act: 'Send', effect: null, principal: null, address: null, messages: 1 }],
  },
  {
    name: 'the words of the sender name nobody',
    record: {
      ...SEND,
      mail: { ...MAIL, tags: { 'ses:caller-identity': ['root\u0000 or not'], 'ses:source-ip': ['192.0.2.999'] } },
    },
    witnesses: [{ kind: 'mail', effect: null, principal: null, address: null }],
  },
  {
    name: 'what became of a mail counts no mail again',
    record: {
      ...{ notificationType: 'Delivery', mail: { ...MAIL, ...BY } },
      delivery: { timestamp: '2026-03-24T03:10:40Z', recipients: ['jane@example.net'], remoteMtaIp: '198.51.100.7' },
    },
    witnesses: [
      {
        ...{ kind: 'mail', at: '2026-03-24T03:10:40Z', act: 'Delivery', effect: null, outcome: 'ok', messages: null },
        ...{ principal: 'mailer', address: '192.0.2.3' },
      },
    ],
  },
  ...['Bounce', 'Reject', 'DeliveryDelay', 'Rendering Failure'].map((eventType) => ({
    name: `a mail that did not get there: ${eventType}`,
    record: { eventType, mail: { ...MAIL, ...BY } },
    witnesses: [{ kind: 'mail' as const, act: eventType, effect: null, outcome: 'failed', messages: null }],
  })),
  {
    name: 'who opens a mail is whoever got it',
    record: {
      ...{ eventType: 'Open', mail: { ...MAIL, ...BY } },
      open: { ipAddress: '198.51.100.7', timestamp: '2026-03-24T04:00:00Z', userAgent: 'Mozilla/5.0' },
    },
    witnesses: [
      {
        ...{ kind: 'mail', at: '2026-03-24T04:00:00Z', act: 'Open', effect: null, principal: null },
        ...{ address: '198.51.100.7', agent: 'Mozilla/5.0' },
      },
    ],
  },
  {
    name: 'mail that arrived is no use of a sender',
    record: { notificationType: 'Received', mail: { ...MAIL, sourceArn: null }, receipt: {} },
    states: [],
  },
  {
    name: 'without the ARN of the sender',
    record: { ...SEND, mail: { ...MAIL, sourceArn: null } },
    event: { rejected: 'it does not say by an ARN whom the mail was sent as' },
  },
  {
    name: 'with the ARN of something else',
    record: { ...SEND, mail: { ...MAIL, sourceArn: 'arn:aws:s3:::identity/example.com' } },
    event: { rejected: 'it does not say by an ARN whom the mail was sent as' },
  },
  {
    name: 'at no time',
    record: { ...SEND, mail: { ...MAIL, timestamp: 'today' } },
    event: { rejected: 'its time is none' },
  },
  {
    name: 'of a type that nobody knows',
    record: { ...SEND, eventType: 'constructor' },
    event: { rejected: 'it is of no known type' },
  },
]
