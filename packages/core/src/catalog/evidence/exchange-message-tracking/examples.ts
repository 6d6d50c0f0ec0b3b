import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const FIELDS =
  '#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,tenant-id,original-client-ip,original-server-ip,custom-data,transport-traffic-type,log-id,schema-version'
const HEADING = [
  '#Software: Microsoft Exchange Server',
  '#Version: 15.02.1748.010',
  '#Log-type: Message Tracking Log',
  FIELDS,
]

interface Line {
  readonly client?: string
  readonly original?: string
  readonly subject?: string
  readonly to?: string
  readonly from?: string
  readonly way?: string
}

function line(source: string, event: string, more: Line = {}): string {
  const {
    client = '',
    original = '',
    subject = 'Hello',
    to = 'ana@example.net;Bo@Example.com',
    from = 'Bo@Example.com',
    way = 'Originating',
  } = more
  return [
    ...['2026-03-24T03:10:38.529Z', client, '', '', 'EXCH', '', '', source, event, '77', '<m1@example.com>', 'n1'],
    ...[to, '', '1299', '2', '', '', subject, from, from, '', way, '', original, '', '', 'Email', 'l1'],
    '15.02.1748.010',
  ].join(',')
}

function mailbox(name: string): object {
  return { id: `mailto:${name}`, kind: 'mail-address', account: null, region: null, name }
}

/** The row's tests, made after the fields that the documentation names. */
export const examples: readonly EvidenceExample[] = [
  {
    name: 'a mail on its way out of a mailbox and into others',
    lines: [
      ...HEADING,
      line('STOREDRIVER', 'SUBMIT', { original: '192.0.2.3' }),
      line('SMTP', 'RECEIVE', { client: '198.51.100.7' }),
      line('SMTP', 'SEND', { client: '10.0.0.5' }),
      line('STOREDRIVER', 'DELIVER'),
      line('ROUTING', 'FAIL'),
    ],
    witnesses: [
      {
        kind: 'mail',
        ...{ at: '2026-03-24T03:10:38.529Z', subject: mailbox('bo@example.com'), act: 'SUBMIT', effect: 'sent-as' },
        ...{ outcome: 'ok', principal: null, credential: null, address: '192.0.2.3', scope: 'item' },
        ...{ object: '<m1@example.com>', messages: 1, bytes: 1299 },
      },
      { kind: 'mail', act: 'RECEIVE', subject: mailbox('bo@example.com'), effect: null, address: '198.51.100.7' },
      { kind: 'mail', act: 'SEND', subject: mailbox('bo@example.com'), effect: null, address: null },
      { kind: 'mail', act: 'DELIVER', subject: mailbox('ana@example.net'), effect: 'written', address: null },
      { kind: 'mail', act: 'DELIVER', subject: mailbox('bo@example.com'), effect: 'written' },
      { kind: 'mail', act: 'FAIL', effect: null, outcome: 'failed' },
    ],
  },
  {
    name: 'what a sender writes moves no field: quotes are doubled, and a line with bad ones is rejected',
    lines: [
      ...HEADING,
      line('SMTP', 'RECEIVE', { subject: '"a, ""STOREDRIVER"",SUBMIT, b"' }),
      line('SMTP', 'RECEIVE', { subject: 'a" STOREDRIVER,SUBMIT "b' }),
      line('SMTP', 'RECEIVE', { subject: 'a,STOREDRIVER,SUBMIT' }),
    ],
    witnesses: [{ kind: 'mail', act: 'RECEIVE', effect: null, subject: mailbox('bo@example.com') }],
    rejected: ['its quotes have no end', 'it has other fields than the heading above it, or was cut'],
  },
  {
    name: 'mail from outside is no act of whom it names as its sender',
    lines: [...HEADING, line('SMTP', 'RECEIVE', { way: 'Incoming', to: 'ana@example.net' })],
    witnesses: [{ kind: 'mail', act: 'RECEIVE', effect: null, subject: mailbox('ana@example.net') }],
  },
  {
    name: 'a submission that another part of the server claims is a word of the mail',
    lines: [line('SMTP', 'SUBMIT')],
    witnesses: [{ kind: 'mail', act: 'SUBMIT', effect: null }],
  },
  {
    name: 'fields in another order, as an older server names them',
    lines: [
      '#Log-type: Message Tracking Log',
      '#Fields: date-time,source,event-id,internal-message-id,message-id,recipient-address,sender-address,total-bytes',
      '2026-03-24T03:10:38Z,STOREDRIVER,DELIVER,7,<m1@example.com>,ana@example.net,bo@example.com,',
    ],
    witnesses: [
      { kind: 'mail', at: '2026-03-24T03:10:38Z', act: 'DELIVER', subject: mailbox('ana@example.net'), bytes: null },
    ],
  },
  {
    name: 'no time, no event, no mailbox',
    lines: [
      ...HEADING,
      line('SMTP', 'RECEIVE').replace('2026-03-24', '2026-03-99'),
      line('SMTP', 'receive'),
      line('SMTP', 'RECEIVE', { from: '<>', to: 'nobody' }),
    ],
    rejected: ['its time is none', 'it names no event', 'it names no mailbox by an address'],
  },
]
