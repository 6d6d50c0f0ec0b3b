import type { Chance } from '../chance/chance.ts'
import { letters } from '../chance/ids.ts'
import type { Emitted } from '../emit/record.ts'
import type { Stage } from '../play/stage.ts'
import { dayPath, MINUTE, minuteStamp } from '../time.ts'
import type { Trail } from '../world/trail.ts'
import type { LogFile } from './delivered.ts'
import type { Recording } from './recorded.ts'
import type { Weather } from './weather.ts'

const SPAN = 5 * MINUTE
const MOST_RECORDS = 200

/** The folder of a trail in its bucket, down to the kind of file. */
export function folderOf(
  stage: Stage,
  trail: Trail,
  account: string,
  kind: 'CloudTrail' | 'CloudTrail-Digest',
): string {
  // Organisation trails have one more level, for the accounts of all members alike.
  const organization = trail.initial.isOrganization ? `${stage.organization}/` : ''
  const prefix = trail.prefix === null ? '' : `${trail.prefix}/`
  return `${prefix}AWSLogs/${organization}${account}/${kind}`
}

function keyOf(stage: Stage, trail: Trail, group: Group): string {
  const { account, region, at } = group
  const name = `${account}_CloudTrail_${region}_${minuteStamp(at)}_${letters(stage.chance, 16)}.json.gz`
  return `${folderOf(stage, trail, account, 'CloudTrail')}/${region}/${dayPath(at)}/${name}`
}

interface Group {
  readonly account: string
  readonly region: string
  /** The end of the five minutes. */
  readonly at: number
  readonly events: Emitted[]
}

/** Events of one account and region within the same five minutes travel together; few of them travel twice. */
function groupsOf(events: readonly Emitted[], chance: Chance, weather: Weather): readonly Group[] {
  const groups = new Map<string, Group>()
  const put = (event: Emitted, at: number): void => {
    const id = `${event.account}/${event.region}/${at}`
    const group = groups.get(id) ?? { account: event.account, region: event.region, at, events: [] }
    groups.set(id, group)
    group.events.push(event)
  }
  for (const event of events) {
    const at = (Math.floor(event.at / SPAN) + 1) * SPAN
    put(event, at)
    if (chance.happens(weather.duplicates)) put(event, at + SPAN)
  }
  return [...groups.values()]
}

/** When a file arrives; null when nothing ever lets it in. Refused files are offered again after each change. */
function arrival(stage: Stage, trail: Trail, region: string, ready: number): number | null {
  const { history, chance } = stage
  const isOpen = (at: number): boolean => {
    const { kmsKey } = history.trailAt(trail, at)
    return (kmsKey === null || history.isKeyUsable(kmsKey, at)) && !history.refuses(trail.bucket, region, at)
  }
  if (isOpen(ready)) return ready
  for (const change of history.deliveryChanges()) {
    const again = change + chance.whole(1, 5) * MINUTE
    if (change > ready && isOpen(again)) return again
  }
  return null
}

function fileOf(stage: Stage, trail: Trail, group: Group, deliveredAt: number): LogFile {
  const times = group.events.map(({ at }) => at)
  return {
    kind: 'log',
    trail: trail.arn,
    account: group.account,
    region: group.region,
    bucket: trail.bucket,
    key: keyOf(stage, trail, group),
    content: Buffer.from(JSON.stringify({ Records: group.events.map(({ record }) => record) })),
    deliveredAt,
    oldest: Math.min(...times),
    newest: Math.max(...times),
    eventIds: group.events.map(({ eventId }) => eventId),
  }
}

function parts(group: Group): readonly Group[] {
  const count = Math.ceil(group.events.length / MOST_RECORDS)
  return Array.from({ length: count }, (_, at) => ({
    ...group,
    events: group.events.slice(at * MOST_RECORDS, (at + 1) * MOST_RECORDS),
  }))
}

/** The log files that reached the bucket of a trail. */
export function logFiles(stage: Stage, { trail, events }: Recording, weather: Weather): readonly LogFile[] {
  const { chance } = stage
  return groupsOf(events, chance, weather)
    .flatMap(parts)
    .flatMap((group) => {
      const isLate = chance.happens(weather.late)
      const delay = isLate ? chance.whole(40, 105) * MINUTE : chance.whole(60, 420) * 1000
      const at = arrival(stage, trail, group.region, group.at + delay)
      return at === null ? [] : [fileOf(stage, trail, group, at)]
    })
}
