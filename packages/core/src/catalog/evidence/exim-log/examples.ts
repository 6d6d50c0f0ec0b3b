import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const TIME = '2026-03-24 03:10:38'
const ID = '1dJ08B-0003oP-5i'

const line = (text: string, time = TIME): string => `${time} ${ID} ${text}`

function mailbox(name: string): object {
  return { id: `mailto:${name}`, kind: 'mail-address', account: null, region: null, name }
}

/** The row's tests, made after the format in the specification. */
export const examples: readonly EvidenceExample[] = [
  {
    name: 'a mail by somebody who signed in, from its arrival to its end',
    lines: [
      `${TIME} SMTP connection from [192.0.2.3]:40000 (TCP/IP connection count = 1)`,
      line(
        '<= Bo@Example.com H=client.example.org (laptop) [192.0.2.3]:40000 P=esmtpsa X=TLS1.3:A:256 CV=no A=plain_login:bo S=1299 id=m1@example.com T="Hello A=plain:root" for ana@example.net',
      ),
      line(
        '=> ana@example.net R=dnslookup T=remote_smtp H=mx.example.net [198.51.100.7] X=TLS1.3:A:256 C="250 OK id=7"',
      ),
      line('-> ed <ed@example.com> R=local_user T=local_delivery'),
      line('=> ed@example.com R=local_user T=local_delivery', `${TIME} +0100`),
      line('** no@example.net R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO: 550 no'),
      line('== later@example.net R=dnslookup T=remote_smtp defer (-53): retry time not reached'),
      line('Completed'),
    ],
    witnesses: [
      {
        kind: 'mail',
        ...{ at: '2026-03-24T03:10:38Z', subject: mailbox('bo@example.com'), act: 'arrived', effect: 'sent-as' },
        ...{ outcome: 'ok', principal: 'bo', credential: null, address: '192.0.2.3', scope: 'item', bytes: 1299 },
        ...{ object: 'm1@example.com', sessionId: ID, messages: 1 },
      },
      {
        kind: 'mail',
        ...{ subject: mailbox('ana@example.net'), act: 'delivered', effect: null, outcome: 'ok', address: null },
      },
      {
        kind: 'mail',
        ...{ at: '2026-03-24T03:10:38Z', subject: mailbox('ed@example.com'), act: 'delivered', effect: 'written' },
      },
      {
        kind: 'mail',
        ...{ at: '2026-03-24T02:10:38Z', subject: mailbox('ed@example.com'), act: 'delivered', effect: 'written' },
      },
      { kind: 'mail', act: 'failed', effect: null, outcome: 'failed', messages: null },
      { kind: 'mail', act: 'put off', effect: null, outcome: 'failed', messages: null },
    ],
  },
  {
    name: 'without a sign-in the sender is a word of the client, and word of a failed mail has none',
    lines: [
      line('<= bo@example.com H=(laptop) [192.0.2.3] P=esmtp S=7'),
      line('<= root@host U=root P=local S=7'),
      line('=> nobody R=x T=y'),
      line('<= <> R=1dJ08B-0003oP-5j U=Debian-exim P=local S=900'),
    ],
    witnesses: [
      { kind: 'mail', effect: null, principal: null, address: '192.0.2.3', bytes: 7 },
      { kind: 'mail', subject: mailbox('root@host'), effect: null, principal: null, address: null },
    ],
    states: [],
    rejected: ['it names no mailbox by a whole address'],
  },
  {
    name: 'what a client calls itself, and what it writes, is no field of the server',
    lines: [
      line('<= bo@example.com H=(x A=plain:root [198.51.100.9]) [192.0.2.3] P=esmtpa A=plain:bo S=7'),
      line('<= bo@example.com H=(x A=plain:root) [192.0.2.3] P=esmtp S=7'),
      line('<= bo@example.com H=(x) [198.51.100.9] A=plain:root) [192.0.2.3] P=esmtp S=7'),
      line('<= bo@example.com H=(x) [198.51.100.9] A=plain:root (y) [192.0.2.3] P=esmtp S=7'),
      line('<= bo@example.com H=(x) [192.0.2.3] P=esmtp A=plain:bo A=plain:root S=7'),
      line('<= bo@example.com H=(x) [192.0.2.3] P=esmtp S=7 T="x" A=plain:root'),
      line('<= bo@example.com', '2026-02-24 25:10:38'),
    ],
    witnesses: [
      { kind: 'mail', principal: 'bo', effect: 'sent-as', address: '192.0.2.3' },
      { kind: 'mail', principal: null, effect: null, address: '192.0.2.3' },
      { kind: 'mail', principal: null, effect: null, address: '192.0.2.3' },
    ],
    rejected: [...Array<string>(3).fill('what others wrote in it can be read in two ways'), 'its time is none'],
  },
]
