import { type Channel, defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { backupOf, backupsOf, tableOf, tablesOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const COPIES: Channel = {
  kind: 'management-call',
  way: 'a backup, restore or export',
  recordedBy: 'management-events',
  settledBy: MANAGEMENT,
}

const TABLE: readonly Channel[] = [
  {
    kind: 'data-call',
    way: 'reading its items',
    recordedBy: 'data-events',
    selected: ({ id }) => [{ type: 'AWS::DynamoDB::Table', arn: id }],
    settledBy:
      'the data events of the table, and `aws cloudtrail get-event-selectors --trail-name {trail} --region {region}` to show that they were recorded',
  },
  {
    kind: 'data-call',
    way: 'reading its stream',
    recordedBy: 'data-events',
    selected: ({ id }) => [{ type: 'AWS::DynamoDB::Stream', arn: `${id}/stream/` }],
    settledBy: 'the data events of the stream, which are selected apart from those of the table',
  },
  COPIES,
  {
    kind: 'continuing-grant',
    way: 'a resource policy, or a stream to Kinesis, that lets others read it',
    recordedBy: 'data-events',
    selected: ({ id }) => [{ type: 'AWS::DynamoDB::Table', arn: id }],
    settledBy:
      '`aws dynamodb get-resource-policy --resource-arn {id} --region {region}` and `aws dynamodb describe-kinesis-streaming-destination --table-name {name} --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'a backup, replica or export that holds its items',
    recordedBy: 'nothing',
    settledBy:
      '`aws dynamodb list-backups --table-name {name} --region {region}`, `aws dynamodb list-exports --table-arn {id} --region {region}` and `aws dynamodb describe-table --table-name {name} --region {region}`',
  },
]

const row: ServiceRow = defineService({
  service: 'dynamodb',
  sources: ['dynamodb.amazonaws.com'],
  stores: {
    'dynamodb-table': { title: 'DynamoDB table', name: tableOf, channels: TABLE },
    'dynamodb-backup': { title: 'DynamoDB backup', name: backupOf, channels: [COPIES] },
  },
  mentions: [
    { kind: 'dynamodb-table', at: tablesOf },
    { kind: 'dynamodb-backup', at: backupsOf },
  ],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon DynamoDB developer guide: logging with CloudTrail, export to S3, resource-based policies; API reference',
  examples: EXAMPLES,
})

export default row
