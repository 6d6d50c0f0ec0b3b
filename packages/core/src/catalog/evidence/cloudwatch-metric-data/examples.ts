import { SAVE_THE_COMMAND } from '../../../domain/asked-subject.ts'
import type { Asked, EvidenceExample } from '../../../domain/evidence-row.ts'

const BUCKET = {
  ...{ id: 'arn:aws:s3:::payroll', kind: 's3-bucket', account: '111122223333', region: 'eu-west-1', name: 'payroll' },
}
const HOURS = ['2026-03-24T03:00:00+00:00', '2026-03-24T04:00:00+00:00']

function asked(command: string): { readonly asked: Asked } {
  return { asked: { command, at: null, account: '111122223333', region: 'eu-west-1' } }
}

function query(
  id: string,
  metric: string,
  more: { dimensions?: object; stat?: string; namespace?: string } = {},
): object {
  const { dimensions = { BucketName: 'payroll', FilterId: 'EntireBucket' }, stat = 'Sum', namespace = 'AWS/S3' } = more
  const list = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))
  const Metric = { Namespace: namespace, MetricName: metric, Dimensions: list }
  return { Id: id, MetricStat: { Metric, Period: 3600, Stat: stat } }
}

function many(...queries: readonly object[]): { readonly asked: Asked } {
  return asked(
    `aws cloudwatch get-metric-data --metric-data-queries ${JSON.stringify(queries)} --start-time 2026-03-24`,
  )
}

function result(id: string, ...values: readonly (number | null)[]): object {
  return { Id: id, Label: id, Timestamps: HOURS.slice(0, values.length), Values: values, StatusCode: 'Complete' }
}

const answer = (...results: readonly object[]): object => ({ MetricDataResults: results, Messages: [] })

const SERIES = 'aws cloudwatch get-metric-statistics --namespace AWS/S3 --metric-name BytesDownloaded --statistics Sum'
const DIMENSIONS = '--dimensions Name=BucketName,Value=payroll Name=FilterId,Value=EntireBucket'

const UNASKED = `it does not say what was measured: ${SAVE_THE_COMMAND}, with the queries written out in the command`
const OTHER = 'the command beside it asks for something else than it answers: save both again'
const NO_AMOUNT =
  'none of its series is an amount that is read: sums of bytes and requests, averages of what is held and of rates, each of one store or host'

const AMOUNTS: readonly EvidenceExample[] = [
  {
    name: 'bytes and requests of a bucket by a filter of which nothing shows that it takes in all of it',
    record: answer(result('sent', 4096, 0), result('all', 7), result('reads', 5), result('listings', 2)),
    beside: many(
      ...[query('sent', 'BytesDownloaded'), query('all', 'AllRequests'), query('reads', 'GetRequests')],
      query('listings', 'ListRequests'),
    ),
    witnesses: [
      {
        ...{ kind: 'amount', at: '2026-03-24T03:00:00Z', until: '2026-03-24T04:00:00Z', subject: BUCKET },
        ...{ measure: 'bytes-sent', part: 'unknown', amount: 4096, complete: false },
      },
      { kind: 'amount', at: '2026-03-24T04:00:00Z', measure: 'bytes-sent', amount: 0 },
      { kind: 'amount', measure: 'requests', part: 'unknown', amount: 7, complete: false },
      { kind: 'amount', measure: 'requests', part: 'reads', amount: 5 },
      { kind: 'amount', measure: 'requests', part: 'listings', amount: 2 },
    ],
  },
  {
    name: 'what a bucket held, by a class of storage and in number',
    record: answer(result('size', 12), result('count', 3)),
    beside: many(
      query('size', 'BucketSizeBytes', {
        dimensions: { BucketName: 'payroll', StorageType: 'StandardStorage' },
        stat: 'Average',
      }),
      query('count', 'NumberOfObjects', {
        dimensions: { BucketName: 'payroll', StorageType: 'AllStorageTypes' },
        stat: 'Average',
      }),
    ),
    witnesses: [
      { kind: 'amount', measure: 'stored-bytes', part: 'unknown', amount: 12, complete: false },
      { kind: 'amount', measure: 'objects', part: 'all', amount: 3, complete: false },
    ],
  },
  {
    name: 'traffic of a database, in bytes a second, and of a host',
    record: answer(result('db', 2.5), result('host', 77)),
    beside: many(
      query('db', 'NetworkTransmitThroughput', {
        ...{ namespace: 'AWS/RDS', dimensions: { DBInstanceIdentifier: 'ERP' }, stat: 'Average' },
      }),
      query('host', 'NetworkOut', { namespace: 'AWS/EC2', dimensions: { InstanceId: 'i-0123456789abcdef0' } }),
    ),
    witnesses: [
      {
        ...{ kind: 'amount', measure: 'bytes-sent', part: 'host', amount: 9_000, complete: false },
        subject: {
          ...{ id: 'arn:aws:rds:eu-west-1:111122223333:db:erp', kind: 'rds-instance', name: 'erp' },
          ...{ account: '111122223333', region: 'eu-west-1' },
        },
      },
      {
        ...{ kind: 'amount', measure: 'bytes-sent', part: 'host', amount: 77 },
        subject: {
          ...{ id: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0', kind: 'ec2-instance' },
          ...{ account: '111122223333', region: 'eu-west-1', name: 'i-0123456789abcdef0' },
        },
      },
    ],
  },
  {
    name: 'one series, in either way to name what tells it apart, and a value that is not there',
    record: {
      Label: 'BytesDownloaded',
      Datapoints: [
        { Timestamp: HOURS[0], Sum: 2662, Unit: 'Bytes' },
        { Timestamp: HOURS[1], Average: 5, Unit: 'Bytes' },
      ],
    },
    beside: asked(`${SERIES} --period 3600 ${DIMENSIONS} --start-time 2026-03-24`),
    witnesses: [
      {
        ...{ kind: 'amount', at: '2026-03-24T03:00:00Z', until: '2026-03-24T04:00:00Z', subject: BUCKET },
        ...{ measure: 'bytes-sent', part: 'unknown', amount: 2662, complete: false },
      },
      { kind: 'amount', at: '2026-03-24T04:00:00Z', amount: null },
    ],
  },
]

const REFUSED: readonly EvidenceExample[] = [
  {
    name: 'without the command its numbers are of nothing',
    record: answer(result('sent', 4096)),
    event: { rejected: UNASKED },
  },
  {
    name: 'queries that stand in a file which is not here',
    record: answer(result('sent', 4096)),
    beside: asked('aws cloudwatch get-metric-data --metric-data-queries file://queries.json'),
    event: { rejected: UNASKED },
  },
  {
    name: 'two queries of one id',
    record: answer(result('sent', 4096)),
    beside: many(query('sent', 'BytesDownloaded'), query('sent', 'BytesUploaded')),
    event: { rejected: UNASKED },
  },
  {
    name: 'beside the command of another answer',
    record: answer(result('other', 4096)),
    beside: many(query('sent', 'BytesDownloaded')),
    event: { rejected: OTHER },
  },
  {
    name: 'the series of another metric than was asked for',
    record: { Label: 'BytesUploaded', Datapoints: [{ Timestamp: HOURS[0], Sum: 1, Unit: 'Bytes' }] },
    beside: asked(`${SERIES} --period 3600 ${DIMENSIONS}`),
    event: { rejected: OTHER },
  },
  {
    name: 'an average for each request is no amount, and neither is a time or a group of hosts',
    record: answer(result('a', 1), result('b', 1), result('c', 1), result('d', 1)),
    beside: many(
      query('a', 'BytesDownloaded', { stat: 'Average' }),
      query('b', 'FirstByteLatency'),
      query('c', 'NetworkOut', { namespace: 'AWS/EC2', dimensions: { AutoScalingGroupName: 'web' } }),
      query('d', 'NetworkOut', {
        namespace: 'AWS/EC2',
        dimensions: { InstanceId: 'i-0123456789abcdef0', Device: 'eth1' },
      }),
    ),
    event: { rejected: NO_AMOUNT },
  },
  {
    name: 'an answer without a value shows nothing',
    record: answer(result('sent')),
    beside: many(query('sent', 'BytesDownloaded')),
    event: { rejected: 'it holds no value: nothing was measured, or nothing is kept of that time any more' },
  },
  {
    name: 'a value without its time',
    record: answer({ Id: 'sent', Timestamps: [], Values: [1], StatusCode: 'Complete' }),
    beside: many(query('sent', 'BytesDownloaded')),
    event: { rejected: 'its times and values do not fit each other' },
  },
]

/** The row's tests. */
export const examples: readonly EvidenceExample[] = [...AMOUNTS, ...REFUSED]
