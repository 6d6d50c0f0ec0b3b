import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const ELB = 'app/web/50dc6c495c0c9188'
const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067'
const BALANCER = {
  ...{
    id: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/${ELB}`,
    kind: 'load-balancer',
    name: 'web',
  },
  ...{ account: '111122223333', region: 'eu-west-1' },
}
const NAMELESS = { id: `loadbalancer/${ELB}`, kind: 'load-balancer', account: null, region: null, name: 'web' }

function line(
  request: string,
  more: { agent?: string; numbers?: string; group?: string; client?: string } = {},
): string {
  const { agent = 'curl/8.5', numbers = '200 200 34 366', group = GROUP, client = '192.0.2.3:2817' } = more
  return `https 2026-03-24T03:10:38.186641Z ${ELB} ${client} 10.0.0.1:80 0.086 0.048 0.037 ${numbers} "${request}" "${agent}" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 ${group} "Root=1-58337281-1d84f3d73c47ec4e58577259" "www.example.com" "arn:aws:acm:eu-west-1:111122223333:certificate/1" 1 2026-03-24T03:10:38.086000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-" TID_1`
}

const GET = 'GET https://www.example.com:443/a?b=c HTTP/2.0'

/** The row's tests, made after the entries in the user guide. */
export const examples: readonly EvidenceExample[] = [
  {
    name: 'an answer, whose bytes are traffic and no payload, and one that failed',
    lines: [line(GET), line(GET, { numbers: '403 - 34 600', client: '2001:db8::1:2817' })],
    witnesses: [
      {
        kind: 'request',
        ...{
          at: '2026-03-24T03:10:38.186Z',
          subject: BALANCER,
          object: 'https://www.example.com:443/a?b=c',
          act: 'GET',
        },
        ...{ effect: null, outcome: 'ok', payload: null, bytes: null, size: null, principal: null, credential: null },
        ...{ address: '192.0.2.3', agent: 'curl/8.5', requestId: null },
      },
      {
        ...{ kind: 'flow', at: '2026-03-24T03:10:38.186Z', until: '2026-03-24T03:10:38.186Z', subject: BALANCER },
        ...{ address: '192.0.2.3', port: null, direction: 'out', outcome: 'accepted', bytes: 366, packets: null },
      },
      { kind: 'request', outcome: 'failed', bytes: null, address: '2001:db8::1' },
      { kind: 'flow', bytes: 600, address: '2001:db8::1' },
    ],
  },
  {
    name: 'a place of delivery tells whose it is where there is no target, and nothing else does',
    lines: [line(GET, { group: '-', numbers: '- - 0 -' })],
    beside: { key: 'logs/AWSLogs/111122223333/elasticloadbalancing/eu-west-1/2026/03/24/x.log.gz' },
    witnesses: [
      { kind: 'request', subject: BALANCER, outcome: 'ok' },
      { kind: 'flow', subject: BALANCER, bytes: null },
    ],
  },
  {
    name: 'without both it is known by its own name',
    lines: [line(GET, { group: '-' })],
    witnesses: [
      { kind: 'request', subject: NAMELESS },
      { kind: 'flow', subject: NAMELESS },
    ],
  },
  {
    name: 'what a client writes moves no number and names no other load balancer',
    lines: [
      line(`GET https://x/" "a" - - ${GROUP.replace('1111', '9999')} "Root=1`, { group: '-' }),
      line(`GET https://x/" "a" - - ${GROUP.replace('1111', '9999')} "Root=1`),
      line('- http://www.example.com:80- -', { agent: '-' }),
    ],
    witnesses: [
      { kind: 'request', subject: NAMELESS, act: 'unknown', object: null },
      { kind: 'flow', bytes: 366 },
      { kind: 'request', subject: NAMELESS, act: 'unknown', object: null },
      { kind: 'flow', bytes: 366 },
      { kind: 'request', subject: BALANCER, act: 'unknown', object: null, agent: null },
      { kind: 'flow', bytes: 366 },
    ],
  },
  {
    name: 'lines that are cut or of no time',
    lines: [line(GET), line(GET).slice(0, 80), line(GET).replace('03-24T03:10', '03-24T25:10')],
    witnesses: [{ kind: 'request' }, { kind: 'flow' }],
    rejected: ['it is no line of this log, or its end is missing', 'its time is none'],
  },
]
