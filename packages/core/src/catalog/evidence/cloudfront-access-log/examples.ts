import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const NAMES = [
  ...['date', 'time', 'x-edge-location', 'sc-bytes', 'c-ip', 'cs-method', 'cs(Host)', 'cs-uri-stem', 'sc-status'],
  ...['cs(Referer)', 'cs(User-Agent)', 'cs-uri-query', 'x-edge-request-id', 'x-host-header', 'sc-content-len'],
]
const HEADING = ['#Version: 1.0', `#Fields: ${NAMES.join(' ')}`]
const VALUES: readonly string[] = [
  ...[
    '2026-03-24',
    '03:10:38',
    'DUB2-C1',
    '2662',
    '192.0.2.3',
    'GET',
    'D111111abcdef8.cloudfront.net',
    '/a%20b.csv',
    '200',
  ],
  ...[
    '-',
    'curl/8.5%20(x;%20y)',
    'c=d',
    'SOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==',
    'www.example.com',
    '2000',
  ],
]

/** A line with some of its fields changed. */
function line(changes: Readonly<Record<string, string>> = {}): string {
  return VALUES.map((value, at) => changes[NAMES[at] ?? ''] ?? value).join('\t')
}

const SUBJECT = {
  ...{ id: 'distribution/d111111abcdef8.cloudfront.net', kind: 'content-distribution', account: null, region: null },
  name: 'd111111abcdef8.cloudfront.net',
}

/** The row's tests, made after the fields in the developer guide. */
export const examples: readonly EvidenceExample[] = [
  {
    name: 'an answer, whose bytes are traffic and no payload',
    lines: [...HEADING, line()],
    witnesses: [
      {
        ...{
          kind: 'request',
          at: '2026-03-24T03:10:38Z',
          subject: SUBJECT,
          object: '/a%20b.csv',
          act: 'GET',
          effect: null,
        },
        ...{ outcome: 'ok', payload: null, bytes: null, size: 2000, principal: null, credential: null },
        ...{ address: '192.0.2.3', agent: 'curl/8.5 (x; y)', requestId: VALUES[12] },
      },
      {
        ...{ kind: 'flow', at: '2026-03-24T03:10:38Z', until: '2026-03-24T03:10:38Z', subject: SUBJECT },
        ...{ address: '192.0.2.3', port: null, direction: 'out', outcome: 'accepted', bytes: 2662, packets: null },
      },
    ],
  },
  {
    name: 'errors, an answer that was broken off before it began, and a part of an object',
    lines: [
      ...HEADING,
      line({ 'sc-status': '403' }),
      line({ 'sc-status': '000', 'sc-bytes': '0' }),
      line({ 'sc-status': '206', 'sc-bytes': '-' }),
    ],
    witnesses: [
      ...[{ kind: 'request', outcome: 'failed', size: null } as const, { kind: 'flow', bytes: 2662 } as const],
      ...[{ kind: 'request', outcome: 'failed', size: null } as const, { kind: 'flow', bytes: 0 } as const],
      ...[{ kind: 'request', outcome: 'ok', size: null } as const, { kind: 'flow', bytes: null } as const],
    ],
  },
  {
    name: 'as JSON',
    record: Object.fromEntries(NAMES.map((name, at) => [name, VALUES[at]])),
    witnesses: [
      { kind: 'request', subject: SUBJECT, size: 2000 },
      { kind: 'flow', bytes: 2662 },
    ],
  },
  {
    name: 'what a client writes names no other address, method or distribution',
    lines: [
      ...HEADING,
      line({ 'c-ip': '192.0.2.3, x', 'cs-method': 'root', 'cs(User-Agent)': '%E0%A4%A', 'x-host-header': 'other' }),
    ],
    witnesses: [
      { kind: 'request', subject: SUBJECT, act: 'unknown', address: null, agent: '%E0%A4%A' },
      { kind: 'flow', address: null },
    ],
  },
  {
    name: 'lines above the heading, with other fields, of no time or no distribution',
    lines: [
      line(),
      ...HEADING,
      `${line()}\tmore`,
      line().slice(0, 40),
      line({ time: '25:10:38' }),
      line({ 'cs(Host)': '../x' }),
    ],
    rejected: [
      'it stands above the heading that names its fields',
      'it has other fields than the heading above it, or was cut',
      'it has other fields than the heading above it, or was cut',
      'its time is none',
      'it names no distribution',
    ],
  },
]
