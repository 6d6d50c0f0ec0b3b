import { isAddress, isPrivateAddress } from '../../../domain/address.ts'
import { hostArn } from '../../../domain/compute.ts'
import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, instantOfMillis } from '../../../domain/instant.ts'
import { type JsonObject, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { Direction, FlowOutcome } from '../../../domain/witness.ts'

/** What tells one flow from another: a format that leaves one of these out may give equal lines to different flows. */
const TELLING = [
  ...['interface-id', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol'],
  ...['start', 'end', 'action', 'log-status'],
] as const

/** A field that says something; null for one that the format leaves out, or a hyphen. */
function said(record: JsonObject, name: string): string | null {
  const value = pickText(record, name)
  return value === '-' ? null : value
}

/** A whole number; null where the record does not say it, undefined where it is none. */
function numberIn(record: JsonObject, name: string): number | null | undefined {
  const text = said(record, name)
  if (text === null) return Object.hasOwn(record, name) && record[name] !== '-' ? undefined : null
  return /^\d{1,19}$/.test(text) ? Number(text) : undefined
}

/** A time in whole seconds; null where there is none. */
function timeIn(record: JsonObject, name: string): Instant | null {
  const seconds = numberIn(record, name)
  return typeof seconds === 'number' ? instantOfMillis(seconds * 1000) : null
}

/** The interface, named by the instance that it is of where the format tells; without an interface the instance itself. */
function hostIn(record: JsonObject): StoreName | null {
  const [id, instance, region] = [said(record, 'interface-id'), said(record, 'instance-id'), said(record, 'region')]
  const owner = said(record, 'account-id') ?? ''
  const account = /^\d{12}$/.test(owner) ? owner : null
  if (id !== null && /^eni-[0-9a-f]{8,17}$/.test(id))
    return { id, kind: 'network-interface', account, region, name: instance ?? id }
  if (instance === null || !/^i-[0-9a-f]{8,17}$/.test(instance)) return null
  // Under the name that calls give it, where its account and region are told.
  const arn = account === null || region === null ? null : hostArn(instance, { account, region })
  return { id: arn ?? instance, kind: arn === null ? 'instance' : 'ec2-instance', account, region, name: instance }
}

/**
 * Which way it went. Where the format does not tell: an interface's own IPv4 address is always a private one (VPC user guide: srcaddr),
 * so that of a private and a public address the private one is its own.
 */
function directionIn(record: JsonObject): Direction {
  const told = said(record, 'flow-direction')
  if (told !== null) return told === 'ingress' ? 'in' : told === 'egress' ? 'out' : 'unknown'
  const [source, target] = [said(record, 'srcaddr') ?? '', said(record, 'dstaddr') ?? '']
  // Of IPv6 both sides may have public ones.
  if (source.includes(':') || !isAddress(source) || !isAddress(target)) return 'unknown'
  const [fromPrivate, toPrivate] = [isPrivateAddress(source), isPrivateAddress(target)]
  if (fromPrivate === toPrivate) return 'unknown'
  return toPrivate ? 'in' : 'out'
}

/** The other side and the host's own port. An address of the packet itself goes beyond what translates addresses on the way. */
function sidesIn(
  record: JsonObject,
  direction: Direction,
): { readonly address: string | null; readonly port: string } | null {
  if (direction === 'unknown') return null
  const [peer, port] = direction === 'in' ? (['srcaddr', 'dstport'] as const) : (['dstaddr', 'srcport'] as const)
  const address = said(record, `pkt-${peer}`) ?? said(record, peer)
  return { address: address !== null && isAddress(address) ? address : null, port }
}

/**
 * What became of the traffic. A format without the action may hold refused traffic: it counts as passed, so that no bound is too small.
 * A record of no traffic that does not say why may stand for some that was not recorded.
 */
function outcomeIn(record: JsonObject): FlowOutcome {
  const state = said(record, 'log-status')
  if (state === 'NODATA') return 'no-data'
  if (state === 'SKIPDATA' || (said(record, 'srcaddr') === null && said(record, 'bytes') === null)) return 'skipped'
  return said(record, 'action') === 'REJECT' ? 'rejected' : 'accepted'
}

function rejected(reason: string): ReadRecord {
  return { kind: 'rejected', reason }
}

/** Reads a record by the names of its fields. */
export function read(record: JsonObject): ReadRecord {
  const [subject, at, until] = [hostIn(record), timeIn(record, 'start'), timeIn(record, 'end')]
  if (subject === null) return rejected('it names neither an interface nor an instance')
  if (at === null || until === null) return rejected('it does not say when it began and ended')
  const [bytes, packets] = [numberIn(record, 'bytes'), numberIn(record, 'packets')]
  if (bytes === undefined || packets === undefined) return rejected('its bytes or packets are no number')
  const direction = directionIn(record)
  const sides = sidesIn(record, direction)
  const port = sides === null ? null : (numberIn(record, sides.port) ?? null)
  return {
    kind: 'witnesses',
    witnesses: [
      {
        ...{ kind: 'flow', at, until, subject, direction, outcome: outcomeIn(record), bytes, packets },
        ...{ address: sides?.address ?? null, port },
      },
    ],
    ...(TELLING.every((name) => Object.hasOwn(record, name)) ? {} : { mayRepeat: true }),
  }
}
