import type { Seen, Witness } from '../deliver/witness.ts'
import type { Json } from '../json.ts'
import { snapshot } from '../snapshots/snapshot.ts'
import { HOUR, hourOf, iso } from '../time.ts'
import type { Flow, Host } from '../world/host.ts'
import type { Store } from '../world/model.ts'
import { type Request, requestsTo } from './wires.ts'

/** One metric by the hour; an hour without a data point is not there. */
export interface Series {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly stat: 'Sum' | 'Average'
  readonly points: (seen: Seen) => ReadonlyMap<number, number>
}

/** What is asked: metrics of one account and region, over whole hours. */
export interface MetricQuestion {
  readonly account: string
  readonly region: string
  /** When it is asked; only hours that ended by then have their whole value. */
  readonly at: number
  readonly name: string
  readonly series: readonly Series[]
}

function sums(amounts: readonly (readonly [number, number])[]): ReadonlyMap<number, number> {
  const hours = new Map<number, number>()
  for (const [at, amount] of amounts) hours.set(hourOf(at), (hours.get(hourOf(at)) ?? 0) + amount)
  return hours
}

/** The metrics of all requests to a bucket, under the filter that is for all of it. */
export function requestSeries(bucket: Store, filter: string): readonly Series[] {
  const series = (name: string, amount: (request: Request) => number): Series => ({
    namespace: 'AWS/S3',
    name,
    dimensions: { BucketName: bucket.name, FilterId: filter },
    stat: 'Sum',
    points: (seen) => sums(requestsTo(bucket, seen).map((request) => [request.call.at, amount(request)] as const)),
  })
  const one =
    (operations: RegExp) =>
    ({ wire }: Request): number =>
      operations.test(wire.operation) ? 1 : 0
  return [
    series('BytesDownloaded', ({ sent }) => sent),
    series('GetRequests', one(/[.]GET[.]OBJECT$/)),
    series('ListRequests', one(/[.]GET[.]BUCKET$/)),
    series('PutRequests', one(/[.](?:PUT|COPY)[.]OBJECT$/)),
    series('AllRequests', () => 1),
    series('4xxErrors', ({ status }) => (status >= 400 ? 1 : 0)),
  ]
}

/** What left a host through its interface, whether a log of flows tells of it or not. */
export function networkOut(host: Host, flows: readonly Flow[]): Series {
  const out = flows.filter(({ isOutbound, isAccepted }) => isOutbound && isAccepted)
  return {
    namespace: 'AWS/EC2',
    name: 'NetworkOut',
    dimensions: { InstanceId: host.instance },
    stat: 'Sum',
    points: () => sums(out.map(({ at, bytes }) => [at, bytes] as const)),
  }
}

/** An average that somebody else has made up, hour by hour. */
export function databaseAverage(database: Store, name: string, value: (hour: number) => number): Series {
  return {
    namespace: 'AWS/RDS',
    name,
    dimensions: { DBInstanceIdentifier: database.name },
    stat: 'Average',
    points: ({ span }) => {
      const hours = Array.from(
        { length: Math.ceil((span.to - hourOf(span.from)) / HOUR) },
        (_, at) => hourOf(span.from) + at * HOUR,
      )
      return new Map(hours.map((hour) => [hour, value(hour)]))
    },
  }
}

const stamped = (at: number): string => iso(at).replace('Z', '+00:00')

/** The newest hour comes first. */
function result(series: Series, index: number, points: ReadonlyMap<number, number>): Json {
  const hours = [...points.keys()].sort((left, right) => right - left)
  return {
    Id: `m${index}`,
    Label: series.name,
    Timestamps: hours.map(stamped),
    Values: hours.map((hour) => points.get(hour) ?? 0),
    StatusCode: 'Complete',
  }
}

function query({ namespace, name, dimensions, stat }: Series, index: number): Json {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]): Json => ({ Name, Value }))
  const Metric = { Namespace: namespace, MetricName: name, Dimensions }
  return { Id: `m${index}`, MetricStat: { Metric, Period: 3600, Stat: stat } }
}

/** The answer of `aws cloudwatch get-metric-data`, and beside it what was asked. */
export function metricData({ account, region, at, name, series }: MetricQuestion): Witness {
  return (seen) => {
    const [from, to] = [hourOf(seen.span.from), hourOf(at)]
    const within = (points: ReadonlyMap<number, number>): ReadonlyMap<number, number> =>
      new Map([...points].filter(([hour]) => hour >= from && hour < to))
    const results = series.map((one, index) => result(one, index, within(one.points(seen))))
    const queries = JSON.stringify(series.map(query))
    const command = `cloudwatch get-metric-data --start-time ${iso(from)} --end-time ${iso(to)} --metric-data-queries '${queries}'`
    const output = { MetricDataResults: results, Messages: [] }
    return snapshot({ account, region, at, command, name: `get-metric-data-${name}`, output })
  }
}
