import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const HOST = {
  id: 'eni-0a1b2c3d4e5f60718',
  kind: 'network-interface',
  account: '111122223333',
  region: null,
  name: 'eni-0a1b2c3d4e5f60718',
}
const V2 =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'

/** A record of the default format. */
function v2(between: string, numbers: string, end = 'ACCEPT OK'): string {
  return `2 111122223333 eni-0a1b2c3d4e5f60718 ${between} 6 ${numbers} 1774321800 1774321860 ${end}`
}

const AT = '2026-03-24T03:10:00Z'
const UNTIL = '2026-03-24T03:11:00Z'
const V5 =
  'version srcaddr dstaddr srcport dstport protocol start end type packets bytes account-id vpc-id subnet-id instance-id interface-id region az-id action tcp-flags pkt-srcaddr pkt-dstaddr pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path log-status'

const DEFAULT_FORMAT: readonly EvidenceExample[] = [
  {
    name: 'the default format without a heading: which way it went is told by the one private address',
    lines: [
      v2('203.0.113.9 172.31.16.139 40112 22', '20 4249'),
      v2('172.31.16.139 203.0.113.9 22 40112', '900 1048576'),
      v2('172.31.16.139 172.31.9.69 443 50000', '3 180'),
      v2('2001:db8::1 2001:db8::2 443 50000', '3 180'),
    ],
    witnesses: [
      {
        ...{ kind: 'flow', at: AT, until: UNTIL, subject: HOST, direction: 'in', address: '203.0.113.9', port: 22 },
        ...{ outcome: 'accepted', bytes: 4249, packets: 20 },
      },
      { kind: 'flow', direction: 'out', address: '203.0.113.9', port: 22, bytes: 1048576 },
      { kind: 'flow', direction: 'unknown', address: null, port: null, bytes: 180 },
      { kind: 'flow', direction: 'unknown', address: null, port: null, bytes: 180 },
    ],
  },
  {
    name: 'what was refused, what did not occur and what was not recorded',
    lines: [
      V2,
      v2('203.0.113.9 172.31.16.139 40112 3389', '20 4249', 'REJECT OK'),
      '2 111122223333 eni-0a1b2c3d4e5f60718 - - - - - - - 1774321800 1774321860 - NODATA',
      '2 unknown eni-0a1b2c3d4e5f60718 - - - - - - - 1774321800 1774321860 - SKIPDATA',
    ],
    witnesses: [
      { kind: 'flow', outcome: 'rejected', direction: 'in', bytes: 4249 },
      { kind: 'flow', outcome: 'no-data', direction: 'unknown', address: null, bytes: null, packets: null },
      { kind: 'flow', outcome: 'skipped', subject: { ...HOST, account: null }, bytes: null },
    ],
  },
  {
    name: 'as a group of logs exports it, with the time of each line before it',
    lines: [`2026-03-24T03:12:01.000Z ${v2('203.0.113.9 172.31.16.139 40112 22', '20 4249')}`],
    witnesses: [{ kind: 'flow', at: AT, direction: 'in', bytes: 4249 }],
  },
]

const CUSTOM_FORMATS: readonly EvidenceExample[] = [
  {
    name: 'version 5, which tells the direction, the instance and the packet’s own addresses',
    lines: [
      V5,
      '5 52.95.128.179 10.0.0.71 80 34210 6 1774321800 1774321860 IPv4 14 15044 111122223333 vpc-0a1b2c3d subnet-0a1b2c3d i-0a1b2c3d4e5f60718 eni-0a1b2c3d4e5f60718 eu-west-1 euw1-az3 ACCEPT 19 52.95.128.179 10.0.0.71 S3 - ingress - OK',
      '5 10.0.0.71 10.0.1.5 34210 443 6 1774321800 1774321860 IPv4 7 471 111122223333 vpc-0a1b2c3d subnet-0a1b2c3d i-0a1b2c3d4e5f60718 eni-0a1b2c3d4e5f60718 eu-west-1 euw1-az3 ACCEPT 3 10.0.0.71 203.0.113.9 - - egress 8 OK',
    ],
    witnesses: [
      {
        ...{ kind: 'flow', subject: { ...HOST, region: 'eu-west-1', name: 'i-0a1b2c3d4e5f60718' }, direction: 'in' },
        ...{ address: '52.95.128.179', port: 34210, bytes: 15044 },
      },
      { kind: 'flow', direction: 'out', address: '203.0.113.9', port: 34210, bytes: 471 },
    ],
  },
  {
    name: 'a short format, under which equal lines may be two flows, and another heading after it',
    lines: [
      'instance-id srcaddr dstaddr bytes start end',
      'i-0a1b2c3d4e5f60718 10.0.0.71 203.0.113.9 100 1774321800 1774321860',
      'i-0a1b2c3d4e5f60718 10.0.0.71 203.0.113.9 100 1774321800 1774321860',
      'i-0a1b2c3d4e5f60718 - - - 1774321800 1774321860',
      V2,
      v2('203.0.113.9 172.31.16.139 40112 22', '20 4249'),
    ],
    witnesses: [
      {
        ...{ kind: 'flow', direction: 'out', outcome: 'accepted', bytes: 100 },
        subject: {
          ...{ id: 'i-0a1b2c3d4e5f60718', kind: 'instance', account: null },
          region: null,
          name: 'i-0a1b2c3d4e5f60718',
        },
      },
      { kind: 'flow', bytes: 100 },
      { kind: 'flow', outcome: 'skipped', bytes: null },
      { kind: 'flow', subject: HOST, bytes: 4249 },
    ],
  },
  {
    name: 'a format of instances, whose place is told',
    lines: [
      'region account-id instance-id srcaddr dstaddr bytes start end action',
      'eu-west-1 111122223333 i-0a1b2c3d4e5f60718 10.0.0.71 203.0.113.9 100 1774321800 1774321860 REJECT',
    ],
    witnesses: [
      {
        ...{ kind: 'flow', outcome: 'rejected' },
        subject: {
          ...{ id: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718', kind: 'ec2-instance' },
          ...{ account: '111122223333', region: 'eu-west-1', name: 'i-0a1b2c3d4e5f60718' },
        },
      },
    ],
  },
  {
    name: 'lines that are cut, without times, of nothing, or whose bytes are no number',
    lines: [
      V2,
      v2('203.0.113.9 172.31.16.139 40112 22', '20 4249'),
      v2('203.0.113.9 172.31.16.139 40112 22', '20 4249').slice(0, 60),
      v2('203.0.113.9 172.31.16.139 40112 22', '20 4249').replace('1774321800', '-'),
      v2('203.0.113.9 172.31.16.139 40112 22', '20 4249').replace('eni-0a1b2c3d4e5f60718', '-'),
      v2('203.0.113.9 172.31.16.139 40112 22', '20 many'),
    ],
    witnesses: [{ kind: 'flow', bytes: 4249 }],
    rejected: [
      'it has 5 fields, and 14 are named above it',
      'it does not say when it began and ended',
      'it names neither an interface nor an instance',
      'its bytes or packets are no number',
    ],
  },
]

/** The row's tests; all lines are made after the formats in the user guide. */
export const examples: readonly EvidenceExample[] = [...DEFAULT_FORMAT, ...CUSTOM_FORMATS]
