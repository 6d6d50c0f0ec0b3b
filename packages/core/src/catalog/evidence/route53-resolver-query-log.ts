import { isAddress } from '../../domain/address.ts'
import { hostArn } from '../../domain/compute.ts'
import { defineEvidence, type EvidenceRow, type ReadRecord } from '../../domain/evidence-row.ts'
import { parseInstant } from '../../domain/instant.ts'
import { type JsonObject, pickText } from '../../domain/json.ts'
import type { StoreName } from '../../domain/touch.ts'

/** Fields that every query has (Route 53 developer guide: values that appear in Resolver query logs). */
const NEEDS = ['query_timestamp', 'query_name', 'query_type', 'vpc_id'] as const

/** Who asked: the instance, under the name that calls give it where its place is told; where none is told, the network. */
function askerIn(record: JsonObject): StoreName | null {
  const [owner, region, vpc] = [
    pickText(record, 'account_id') ?? '',
    pickText(record, 'region'),
    pickText(record, 'vpc_id'),
  ]
  const account = /^\d{12}$/.test(owner) ? owner : null
  const name = pickText(record, 'srcids.instance')
  if (name === null || !/^i-[0-9a-f]{8,17}$/.test(name))
    return vpc === null ? null : { id: vpc, kind: 'vpc', account, region, name: vpc }
  const id = account === null || region === null ? null : hostArn(name, { account, region })
  return { id: id ?? name, kind: id === null ? 'instance' : 'ec2-instance', account, region, name }
}

/** An answer that names nothing, and a query that a rule of the firewall stopped, told nobody anything. */
function isAnswered(record: JsonObject): boolean {
  return pickText(record, 'rcode') === 'NOERROR' && pickText(record, 'firewall_rule_action') !== 'BLOCK'
}

/** Names end with a dot or do not, in any case: they are one name. */
function nameIn(record: JsonObject): string | null {
  return pickText(record, 'query_name')?.toLowerCase().replace(/\.$/, '') ?? null
}

function read(record: JsonObject): ReadRecord {
  const [subject, at] = [askerIn(record), parseInstant(pickText(record, 'query_timestamp') ?? '')]
  const [object, act] = [nameIn(record), pickText(record, 'query_type')]
  if (at === null) return { kind: 'rejected', reason: 'its query_timestamp is no time' }
  if (subject === null || object === null || act === null)
    return { kind: 'rejected', reason: 'it does not say who asked for which name' }
  const address = pickText(record, 'srcaddr')
  return {
    kind: 'witnesses',
    witnesses: [
      {
        ...{ kind: 'request', at, subject, object, act, effect: null, outcome: isAnswered(record) ? 'ok' : 'failed' },
        ...{ payload: null, bytes: null, size: null, principal: null, credential: null },
        ...{ address: address !== null && isAddress(address) ? address : null, agent: null, requestId: null },
      },
    ],
  }
}

const QUERY = {
  version: '1.100000',
  account_id: '111122223333',
  region: 'eu-west-1',
  vpc_id: 'vpc-0a1b2c3d4e5f60718',
  query_timestamp: '2026-03-24T03:10:38Z',
  query_name: 'Drop.example.',
  query_type: 'A',
  query_class: 'IN',
  rcode: 'NOERROR',
  answers: [{ Rdata: '203.0.113.9', Type: 'A', Class: 'IN' }],
  srcaddr: '10.0.0.71',
  srcport: '34210',
  transport: 'UDP',
  srcids: { instance: 'i-0a1b2c3d4e5f60718' },
}

const row: EvidenceRow = defineEvidence({
  kind: 'route53-resolver-query-log',
  title: 'Route 53 Resolver query log',
  recordArrays: [],
  recognises: (record) => NEEDS.every((name) => pickText(record, name) !== null),
  read,
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'names that hosts of a network asked for; answers that a host had already, and queries to other resolvers, are missing',
  requests: [],
  cite: 'Amazon Route 53 developer guide: values that appear in Resolver query logs',
  examples: [
    {
      name: 'a name that a host asked for',
      record: QUERY,
      witnesses: [
        {
          ...{ kind: 'request', at: '2026-03-24T03:10:38Z', act: 'A', object: 'drop.example', outcome: 'ok' },
          ...{ effect: null, payload: null, bytes: null, address: '10.0.0.71', principal: null },
          subject: {
            ...{ id: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718', kind: 'ec2-instance' },
            ...{ account: '111122223333', region: 'eu-west-1', name: 'i-0a1b2c3d4e5f60718' },
          },
        },
      ],
    },
    {
      name: 'by nobody that is told, and without an answer',
      record: { ...QUERY, srcids: {}, rcode: 'NXDOMAIN', answers: [] },
      witnesses: [{ kind: 'request', outcome: 'failed', subject: { id: 'vpc-0a1b2c3d4e5f60718', kind: 'vpc' } }],
    },
    {
      name: 'stopped by a rule of the firewall',
      record: { ...QUERY, firewall_rule_action: 'BLOCK', firewall_domain_list_id: 'rslvr-fdl-1' },
      witnesses: [{ kind: 'request', outcome: 'failed' }],
    },
    {
      name: 'without a time',
      record: { ...QUERY, query_timestamp: 'yesterday' },
      event: { rejected: 'its query_timestamp is no time' },
    },
  ],
})

export default row
