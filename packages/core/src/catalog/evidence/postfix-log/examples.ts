import type { EvidenceExample } from '../../../domain/evidence-row.ts'

/** A line of one program about one mail. */
function line(program: string, text: string, time = '2026-03-24T03:10:38+00:00'): string {
  return `${time} mail postfix/${program}[1234]: ${text}`
}

const TO = 'relay=mx.example.net[198.51.100.7]:25, delay=0.5, delays=0.1/0/0.2/0.2, dsn=2.0.0'

const MAIL = [
  line('smtpd', 'connect from client.example.org[192.0.2.3]'),
  line('submission/smtpd', '4F9D3A0B: client=client.example.org[192.0.2.3], sasl_method=PLAIN, sasl_username=bo'),
  line('cleanup', '4F9D3A0B: message-id=<m1@example.com>'),
  line('qmgr', '4F9D3A0B: from=<Bo@Example.com>, size=1299, nrcpt=2 (queue active)'),
  line('smtp', `4F9D3A0B: to=<ana@example.net>, ${TO}, status=sent (250 2.0.0 Ok: queued as 7)`),
  line(
    'local',
    '4F9D3A0B: to=<ed@example.com>, orig_to=<all@example.com>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=2.0.0, status=sent (delivered to mailbox)',
  ),
  line('qmgr', '4F9D3A0B: removed'),
]

function mailbox(name: string): object {
  return { id: `mailto:${name}`, kind: 'mail-address', account: null, region: null, name }
}

const QUEUED = {
  kind: 'mail',
  ...{ at: '2026-03-24T03:10:38Z', subject: mailbox('bo@example.com'), act: 'queued', effect: 'sent-as' },
  ...{ outcome: 'ok', principal: 'bo', credential: null, address: '192.0.2.3', scope: 'item', bytes: 1299 },
  ...{ object: 'm1@example.com', sessionId: '4F9D3A0B', messages: 1 },
} as const

const HANDED_ON = {
  kind: 'mail',
  ...{ subject: mailbox('ana@example.net'), act: 'handed on', effect: null, outcome: 'ok', address: null },
  ...{ object: 'm1@example.com', principal: null, bytes: null },
} as const

const READ: readonly EvidenceExample[] = [
  {
    name: 'a mail by somebody who signed in, from its arrival to its end',
    lines: MAIL,
    witnesses: [
      QUEUED,
      HANDED_ON,
      { kind: 'mail', subject: mailbox('ed@example.com'), act: 'delivered', effect: 'written', outcome: 'ok' },
    ],
  },
  {
    name: 'whole times need nothing beside them, and tell the year of short ones that follow',
    lines: [
      line('smtp', `4F9D3A0B: to=<ana@example.net>, ${TO}, status=sent (ok)`, '2025-12-31T23:59:58.5+00:00'),
      line('smtp', `4F9D3A0B: to=<ana@example.net>, ${TO}, status=deferred (later)`, 'Jan  1 00:00:02'),
    ],
    witnesses: [
      { kind: 'mail', at: '2025-12-31T23:59:58.500Z', outcome: 'ok' },
      { kind: 'mail', at: '2026-01-01T00:00:02Z', outcome: 'failed', messages: null },
    ],
  },
  {
    name: 'without a year nobody knows when it was',
    lines: [line('smtp', `4F9D3A0B: to=<ana@example.net>, ${TO}, status=sent (ok)`, 'Mar 24 03:10:38')],
    rejected: [
      'its time has no year: give --taken-at with the time at which the log was copied, or ingest a log that writes whole times',
    ],
  },
  {
    name: 'a mail that is tried again counts once, and one from before the file has no size',
    lines: [
      line('qmgr', '4F9D3A0C: from=<bo@example.com>, size=7, nrcpt=1 (queue active)'),
      line('pickup', '4F9D3A0B: uid=0 from=<root>'),
      line('qmgr', '4F9D3A0B: from=<root@example.com>, size=1299, nrcpt=1 (queue active)'),
      line('qmgr', '4F9D3A0B: from=<root@example.com>, size=1299, nrcpt=1 (queue active)'),
      line('qmgr', '4F9D3A0B: from=<root@example.com>, status=expired, returned to sender'),
    ],
    witnesses: [
      { kind: 'mail', act: 'queued', effect: null, messages: null, bytes: null, principal: null },
      { kind: 'mail', act: 'queued', effect: null, messages: 1, bytes: 1299, principal: null, address: null },
    ],
  },
  {
    name: 'word of a mail that did not get there is sent by nobody',
    lines: [
      line('cleanup', '4F9D3A0B: message-id=<m2@mail>'),
      line('qmgr', '4F9D3A0B: from=<>, size=900, nrcpt=1 (queue active)'),
    ],
    states: [],
  },
]

const HOSTILE: readonly EvidenceExample[] = [
  {
    name: 'addresses that look like the rest of a line',
    lines: [
      line('qmgr', '4F9D3A0B: from=<"a>, size=1, nrcpt=1 (queue active)"@x>, size=1299, nrcpt=1 (queue active)'),
      line('smtp', `4F9D3A0B: to=<x@example.net>, ${TO}, status=sent (b@example.net>, ${TO}, status=bounced (no)`),
      line('smtp', `4F9D3A0B: to=<ana@example.net>, ${TO}, status=bounced (, status=sent (`),
      line('smtp', '4F9D3A0B: to=<ana@example.net>, relay=mx'),
    ],
    witnesses: [],
    rejected: [
      'what others wrote in it can be read in two ways',
      'what others wrote in it can be read in two ways',
      'its fields are not those of a delivery, or it was cut',
      'it names no mailbox by an address',
    ],
  },
  {
    name: 'a name to sign in that looks like another and the rest, and a number that is used again',
    lines: [
      line('smtpd', '4F9D3A0B: client=a[192.0.2.3], sasl_method=PLAIN, sasl_username=root'),
      line('smtpd', '4F9D3A0B: client=a[192.0.2.3], sasl_method=PLAIN, sasl_username=bo, or not'),
      line('qmgr', '4F9D3A0B: from=<bo@example.com>, size=5, nrcpt=1 (queue active)'),
      line('smtpd', '4F9D3A0C: client=unknown[192.0.2.999]'),
      line('qmgr', '4F9D3A0C: from=<bo@example.com>, size=5, nrcpt=1 (queue active)'),
    ],
    witnesses: [
      { kind: 'mail', principal: null, effect: null, address: null },
      { kind: 'mail', principal: null, effect: null, address: null },
    ],
  },
]

/** The row's tests, made after lines that the documentation shows. */
export const examples: readonly EvidenceExample[] = [...READ, ...HOSTILE]
