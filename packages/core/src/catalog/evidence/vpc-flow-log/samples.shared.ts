import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FlowWitness } from '../../../domain/witness.ts'
import { rows } from '../index.generated.ts'
import row from './row.ts'

const DATA = process.env['VERASCOPE_SHARED_DATA'] ?? ''

/** The flows in some lines, and why others are none. */
function flowsIn(lines: readonly string[]): {
  readonly flows: readonly FlowWitness[]
  readonly rejected: readonly string[]
} {
  expect(rows.filter((one) => (one.lines?.starts(lines.slice(0, 64)) ?? null) !== null)).toEqual([row])
  const reader = row.lines?.starts(lines.slice(0, 64)) ?? expect.unreachable('its lines are of no known kind')
  const found = lines.flatMap((line) => reader.read(line) ?? [])
  const reads = found.map((one) => (one.kind === 'record' ? row.read(one.record) : one))
  return {
    flows: reads.flatMap((one) =>
      one.kind === 'witnesses' ? one.witnesses.flatMap((w) => (w.kind === 'flow' ? [w] : [])) : [],
    ),
    rejected: reads.flatMap((one) => (one.kind === 'rejected' ? [one.reason] : [])),
  }
}

describe('the records that AWS documents', () => {
  // CC BY-SA 4.0: they stay outside of this repository. Their formats stand in the same page's tables.
  const samples = readFileSync(join(DATA, 'aws-docs-samples/vpcflow.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly sample: string }).sample)
  const beginning = (start: string): readonly string[] => samples.filter((one) => one.startsWith(start))

  it('of version 2 are two that were let in by, two refused, no data, skipped data and one of IPv6', () => {
    const { flows, rejected } = flowsIn(beginning('2 '))
    expect(rejected).toEqual([])
    expect(flows.map((one) => [one.outcome, one.direction, one.bytes])).toEqual([
      ['accepted', 'unknown', 4249],
      ['rejected', 'unknown', 4249],
      ['no-data', 'unknown', null],
      ['skipped', 'unknown', null],
      ['accepted', 'in', 336],
      ['rejected', 'out', 336],
      ['accepted', 'unknown', 8855],
    ])
  })

  it('of version 3 go to and fro between one address and a server behind it', () => {
    const heading =
      'version vpc-id subnet-id instance-id interface-id account-id type srcaddr dstaddr srcport dstport pkt-srcaddr pkt-dstaddr protocol bytes packets start end action tcp-flags log-status'
    const { flows, rejected } = flowsIn([heading, ...beginning('3 vpc-')])
    expect(rejected).toEqual([])
    expect(flows.map((one) => [one.direction, one.address, one.port, one.bytes])).toEqual([
      ['in', '52.213.180.42', 5001, 568],
      ['out', '52.213.180.42', 5001, 376],
      ['in', '52.213.180.42', 5001, 100701],
      ['out', '52.213.180.42', 5001, 632],
      ['out', '52.213.180.42', 5001, 63388],
      ['in', '52.213.180.42', 5001, 23294588],
      ['in', '52.213.180.42', 5001, 1260],
      ['out', '52.213.180.42', 5001, 967],
    ])
  })

  it('of a format without times say nothing that can be placed, and are named', () => {
    const heading =
      'version interface-id account-id vpc-id subnet-id instance-id srcaddr dstaddr srcport dstport protocol tcp-flags type pkt-srcaddr pkt-dstaddr action log-status'
    const { flows, rejected } = flowsIn([heading, ...beginning('3 eni-')])
    expect([flows, rejected]).toEqual([[], Array(4).fill('it does not say when it began and ended')])
  })

  it('of version 5 tell the direction', () => {
    const heading =
      'version srcaddr dstaddr srcport dstport protocol start end type packets bytes account-id vpc-id subnet-id instance-id interface-id region az-id sublocation-type sublocation-id action tcp-flags pkt-srcaddr pkt-dstaddr pkt-src-aws-service pkt-dst-aws-service traffic-path flow-direction log-status'
    const { flows, rejected } = flowsIn([heading, ...beginning('5 ')])
    expect(rejected).toEqual([])
    expect(flows.map((one) => [one.direction, one.address, one.bytes, one.subject.region, one.subject.name])).toEqual([
      ['in', '52.95.128.179', 15044, 'ap-southeast-2', 'i-0c50d5961bcb2d47b'],
      ['out', '52.95.128.179', 471, 'ap-southeast-2', 'i-0c50d5961bcb2d47b'],
    ])
  })
})

describe('the records of a real network (opensearch-catalog, Apache-2.0)', () => {
  it('are one flow from outside to a closed port, over and over: the catalogue made the rest up', () => {
    const file = join(DATA, 'opensearch-catalog/amazon_vpc_flow/data/sample.json')
    const all = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly body: string }[]
    const { flows, rejected } = flowsIn(all.map((one) => one.body))
    expect([flows.length, rejected]).toEqual([all.length, []])
    expect(new Set(flows.map((one) => [one.direction, one.address, one.port, one.bytes].join(' ')))).toEqual(
      new Set(['in 162.142.125.177 12313 44']),
    )
  })
})
