import { gzipSync } from 'node:zlib'
import type { Chance } from '../chance/chance.ts'
import { hex } from '../chance/ids.ts'
import type { Witness } from '../deliver/witness.ts'
import type { StoryFile } from '../deliver/written.ts'
import { dayPath, hourOf, MINUTE, minuteStamp } from '../time.ts'
import type { Flow, Host } from '../world/host.ts'
import type { Account } from '../world/model.ts'

/** A stretch that the log of a host skipped: it says so, and not what it skipped. */
export interface Skip {
  readonly host: Host
  readonly at: number
  readonly seconds: number
}

/** The network of an account: its hosts, what flowed, and when the log of it had no room. */
export interface FlowLogPlan {
  readonly account: Account
  readonly region: string
  readonly target: string
  readonly chance: Chance
  readonly traffic: readonly { readonly host: Host; readonly flows: readonly Flow[] }[]
  readonly skipped: readonly Skip[]
}

const HEADER =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'
const WINDOW = 10 * MINUTE

interface Entry {
  readonly at: number
  readonly text: string
}

const seconds = (at: number): string => String(Math.floor(at / 1000))

function flowEntry(host: Host, flow: Flow): Entry {
  const ends = [
    [host.address, flow.port],
    [flow.peer, flow.peerPort],
  ] as const
  const [from, to] = flow.isOutbound ? ends : ([ends[1], ends[0]] as const)
  const until = flow.at + flow.seconds * 1000
  const text = [
    '2',
    host.account.id,
    host.interfaceId,
    from[0],
    to[0],
    String(from[1]),
    String(to[1]),
    String(flow.protocol),
    String(flow.packets),
    String(flow.bytes),
    seconds(flow.at),
    seconds(until),
    flow.isAccepted ? 'ACCEPT' : 'REJECT',
    'OK',
  ].join(' ')
  return { at: until, text }
}

/** A stretch about which the log has nothing to say but that. */
function emptyEntry(host: Host, at: number, until: number, status: 'NODATA' | 'SKIPDATA'): Entry {
  const dashes = Array.from({ length: 7 }, () => '-')
  const text = ['2', host.account.id, host.interfaceId, ...dashes, seconds(at), seconds(until), '-', status].join(' ')
  return { at: until, text }
}

const isWithin = (at: number, from: number, until: number): boolean => at >= from && at < until

/** The flow log of a host looks ten minutes at a time, and tells of each of them in which there was nothing. */
function silences(
  host: Host,
  plan: FlowLogPlan,
  span: { readonly from: number; readonly to: number },
): readonly Entry[] {
  const flows = plan.traffic.filter((one) => one.host === host).flatMap((one) => one.flows)
  const busy = new Set(flows.map(({ at }) => Math.floor(at / WINDOW)))
  for (const one of plan.skipped) {
    if (one.host !== host) continue
    const last = Math.floor((one.at + one.seconds * 1000 - 1) / WINDOW)
    for (let slot = Math.floor(one.at / WINDOW); slot <= last; slot += 1) busy.add(slot)
  }
  const first = Math.ceil(span.from / WINDOW)
  const count = Math.floor(span.to / WINDOW) - first
  return Array.from({ length: count }, (_, at) => first + at)
    .filter((slot) => !busy.has(slot))
    .map((slot) => emptyEntry(host, slot * WINDOW, (slot + 1) * WINDOW - 1000, 'NODATA'))
}

function entries(plan: FlowLogPlan, span: { readonly from: number; readonly to: number }): readonly Entry[] {
  const isSkipped = (host: Host, { at }: Flow): boolean =>
    plan.skipped.some((one) => one.host === host && isWithin(at, one.at, one.at + one.seconds * 1000))
  const flows = plan.traffic.flatMap(({ host, flows: own }) =>
    own.filter((flow) => !isSkipped(host, flow)).map((flow) => flowEntry(host, flow)),
  )
  const skips = plan.skipped.map(({ host, at, seconds: long }) => emptyEntry(host, at, at + long * 1000, 'SKIPDATA'))
  const quiet = plan.traffic.flatMap(({ host }) => silences(host, plan, span))
  return [...flows, ...skips, ...quiet]
    .filter(({ at }) => at >= span.from && at < span.to)
    .sort((left, right) => left.at - right.at)
}

function fileOf(plan: FlowLogPlan, id: string, hour: number, texts: readonly string[]): StoryFile {
  const { account, region, target, chance } = plan
  const folder = `AWSLogs/${account.id}/vpcflowlogs/${region}/${dayPath(hour)}`
  const name = `${account.id}_vpcflowlogs_${region}_${id}_${minuteStamp(hour)}_${hex(chance, 8)}.log.gz`
  return { path: `s3/${target}/${folder}/${name}`, bytes: gzipSync(`${[HEADER, ...texts].join('\n')}\n`) }
}

/** The flow log of a network in its default format: one file an hour. */
export function flowLog(plan: FlowLogPlan): Witness {
  return ({ span }) => {
    const id = `fl-${hex(plan.chance, 17)}`
    const hours = new Map<number, string[]>()
    for (const { at, text } of entries(plan, span)) {
      hours.set(hourOf(at), [...(hours.get(hourOf(at)) ?? []), text])
    }
    return [...hours].map(([hour, texts]) => fileOf(plan, id, hour, texts))
  }
}
