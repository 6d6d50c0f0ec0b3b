import { anyBeside } from '../../../domain/arn-form.ts'
import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { everyGroup, groupOf } from './names.ts'

const READ: Channel = {
  kind: 'management-call',
  way: 'reading, querying or following its records, or exporting them to a bucket',
  recordedBy: 'management-events',
  settledBy: 'the CloudTrail log files of {account} in {region} with their digest files',
}

const GROUP: readonly Channel[] = [
  READ,
  {
    kind: 'continuing-grant',
    way: 'a subscription filter, of the group or of the whole account, or a scheduled query that sends its records on',
    recordedBy: 'nothing',
    settledBy:
      '`aws logs describe-subscription-filters --log-group-name {name} --region {region}`, `aws logs describe-account-policies --policy-type SUBSCRIPTION_FILTER_POLICY --region {region}` and `aws logs list-scheduled-queries --region {region}`',
  },
  {
    kind: 'continuing-grant',
    way: 'a link by which a monitoring account reads the groups of this one; what it reads is recorded there',
    recordedBy: 'management-events',
    settledBy: '`aws oam list-links --region {region}` and the CloudTrail log files of the monitoring account',
  },
  {
    kind: 'neighbour',
    way: 'results of queries that others ran, kept for days, and exports in buckets',
    recordedBy: 'management-events',
    settledBy:
      '`aws logs describe-queries --log-group-name {name} --region {region}` and `aws logs describe-export-tasks --region {region}`',
  },
]

/** Log groups and the ways into them. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'log-group': { title: 'log group', name: groupOf, channels: GROUP },
  'log-group-set': {
    title: 'set of log groups',
    name: everyGroup,
    channels: [READ],
    // Results of a query and pointers to a record do not show the group they are of: any group of the place may be it.
    holds: anyBeside('log-group'),
  },
}
