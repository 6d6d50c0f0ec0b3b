import type { Chance } from '../chance/chance.ts'
import { hex, letters } from '../chance/ids.ts'
import type { Witness } from '../deliver/witness.ts'
import type { StoryFile } from '../deliver/written.ts'
import { accessLogTime, HOUR, iso, MINUTE } from '../time.ts'
import { type Caller, principalOf, type Store } from '../world/model.ts'
import { type Request, requestsTo } from './wires.ts'

/** Where the log of a bucket goes, and how well it is kept: lines are lost and come late, for it is a best effort. */
export interface AccessLogPlan {
  readonly bucket: Store
  /** The name of the bucket in which its files lie. */
  readonly target: string
  readonly prefix: string
  readonly chance: Chance
  /** The share of lines that never come, and of those that come hours later. */
  readonly lost: number
  readonly late: number
  /** Requests whose line is lost in any case. */
  readonly isLost?: (request: Request) => boolean
}

/** Who asked, as access logs write it: sessions under their own ARN. */
function requesterOf(caller: Caller): string {
  if (caller.kind === 'anonymous') return '-'
  if (caller.kind === 'service') return `svc:${caller.service}`
  if (caller.kind !== 'session') return principalOf(caller)
  const { role, name } = caller
  return `arn:aws:sts::${role.account.id}:assumed-role/${role.name}/${name}`
}

const METHODS: Readonly<Record<string, string>> = { COPY: 'PUT' }
const counted = (bytes: number): string => (bytes === 0 ? '-' : String(bytes))

function line({ call, wire, status, sent }: Request, owner: string, chance: Chance): string {
  const { bucketName, host } = { bucketName: wire.store.name, host: call.deed.host ?? '-' }
  const [, verb = 'GET'] = wire.operation.split('.')
  const isSigned = call.who.caller.kind !== 'anonymous'
  const error = call.failure === null ? '-' : call.failure.code
  const turnaround = chance.whole(8, 60)
  return [
    owner,
    bucketName,
    `[${accessLogTime(call.at)}]`,
    call.who.origin.address,
    requesterOf(call.who.caller),
    call.requestId,
    wire.operation,
    wire.key ?? '-',
    `"${METHODS[verb] ?? verb} ${wire.uri} HTTP/1.1"`,
    String(status),
    error,
    counted(sent),
    counted(call.failure === null ? (wire.size ?? 0) : 0),
    // A gigabyte takes some ten seconds.
    String(turnaround + Math.ceil((sent + wire.received) / 100_000)),
    String(turnaround),
    '"-"',
    `"${call.who.origin.agent}"`,
    '-',
    `${letters(chance, 75)}=`,
    isSigned ? 'SigV4' : '-',
    'ECDHE-RSA-AES128-GCM-SHA256',
    isSigned ? 'AuthHeader' : '-',
    host,
    'TLSv1.3',
    '-',
    '-',
  ].join(' ')
}

interface Line {
  readonly text: string
  readonly deliveredAt: number
}

function linesOf(requests: readonly Request[], { chance, lost, late, isLost }: AccessLogPlan): readonly Line[] {
  const owner = hex(chance, 64)
  return requests.flatMap((request) => {
    const text = line(request, owner, chance)
    const isLate = chance.happens(late)
    const delay = isLate ? chance.whole(3 * HOUR, 7 * HOUR) : chance.whole(10 * MINUTE, 70 * MINUTE)
    // Chance is asked before the plan, so that a line lost on purpose moves no other.
    const isGone = chance.happens(lost) || isLost?.(request) === true
    return isGone ? [] : [{ text, deliveredAt: request.call.at + delay }]
  })
}

/** One file for each half hour in which lines came. */
function files(lines: readonly Line[], { target, prefix, chance }: AccessLogPlan): readonly StoryFile[] {
  const groups = new Map<number, string[]>()
  for (const { text, deliveredAt } of [...lines].sort((left, right) => left.deliveredAt - right.deliveredAt)) {
    const slot = Math.ceil(deliveredAt / (30 * MINUTE)) * 30 * MINUTE
    groups.set(slot, [...(groups.get(slot) ?? []), text])
  }
  return [...groups].map(([slot, texts]) => {
    const stamp = iso(slot + chance.whole(0, 59) * 1000)
      .slice(0, 19)
      .replaceAll(/[T:]/g, '-')
    const path = `s3/${target}/${prefix}${stamp}-${hex(chance, 16).toUpperCase()}`
    return { path, bytes: Buffer.from(`${texts.join('\n')}\n`) }
  })
}

/** The server access log of a bucket, as the provider writes it. */
export function accessLog(plan: AccessLogPlan): Witness {
  return (seen) => {
    const lines = linesOf(requestsTo(plan.bucket, seen), plan)
    return files(
      lines.filter(({ deliveredAt }) => deliveredAt < seen.span.to),
      plan,
    )
  }
}
