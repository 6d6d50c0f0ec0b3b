import { parseArn } from '../../../domain/arn.ts'
import type { Selected, StoreKind } from '../../../domain/service-row.ts'
import type { StoreName } from '../../../domain/touch.ts'
import { bucketOf } from './names.ts'

const DATA_EVENTS =
  'the data events of the bucket, and `aws cloudtrail get-event-selectors --trail-name {trail} --region {region}` to show that they were recorded'

/** The type under which events on objects of a bucket are selected (CloudTrail user guide: data events). */
function objectsOf({ id }: StoreName): readonly Selected[] {
  if (parseArn(id)?.service === 's3express') return [{ type: 'AWS::S3Express::Object', arn: `${id}/` }]
  // An access point whose bucket nobody knows: its requests are recorded as those on the bucket's objects.
  return id.includes(':accesspoint') ? [] : [{ type: 'AWS::S3::Object', arn: `${id}/` }]
}

/** A bucket and the ways into it. */
export const BUCKET: StoreKind = {
  title: 'S3 bucket',
  name: bucketOf,
  partsByName: true,
  channels: [
    {
      kind: 'data-call',
      way: 'reading, copying or listing its objects',
      recordedBy: 'data-events',
      selected: objectsOf,
      settledBy: DATA_EVENTS,
    },
    {
      kind: 'management-call',
      way: 'a batch job or a change of its policy, access list or replication',
      recordedBy: 'management-events',
      settledBy: 'the CloudTrail log files of {account} with their digest files, for every region',
    },
    {
      kind: 'continuing-grant',
      way: 'a policy, access list, access point or presigned URL that lets others in',
      recordedBy: 'data-events',
      selected: objectsOf,
      settledBy:
        '`aws s3api get-bucket-policy --bucket {name}`, `aws s3api get-bucket-acl --bucket {name}` and the data events of the bucket',
    },
    {
      kind: 'other-service',
      way: 'a query, transfer or import service that reads it with a role',
      recordedBy: 'data-events',
      selected: objectsOf,
      settledBy: DATA_EVENTS,
    },
    {
      kind: 'neighbour',
      way: 'a replica, backup, inventory report or access log that holds its content or its names',
      recordedBy: 'nothing',
      settledBy:
        '`aws s3api get-bucket-replication --bucket {name}`, `aws s3api list-bucket-inventory-configurations --bucket {name}` and `aws backup list-recovery-points-by-resource --resource-arn {id} --region {region}`',
    },
  ],
}
