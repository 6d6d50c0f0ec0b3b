import type { Channel } from '../../../domain/service-row.ts'

/** What shows the calls on the catalog. */
export const SETTLED = 'the CloudTrail log files of {account} in {region} with their digest files'

/** The ways to a table: to its definition, and to the content that it stands for. */
export const TABLE_CHANNELS: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'reading its definition, a query on it, or credentials for its content that Lake Formation hands out',
    recordedBy: 'management-events',
    settledBy: SETTLED,
  },
  {
    kind: 'continuing-grant',
    way: 'a policy of the catalog, or permissions of Lake Formation, that let others read it',
    recordedBy: 'management-events',
    settledBy:
      '`aws glue get-resource-policy --region {region}` and `aws lakeformation list-permissions --catalog-id {account} --region {region}`',
  },
  {
    kind: 'other-service',
    way: 'a job, a crawler, a notebook or a warehouse that reads it with a role',
    recordedBy: 'data-events',
    settledBy: 'the data events of the bucket where its content lies',
  },
  {
    kind: 'neighbour',
    way: 'the bucket where its content lies, and the buckets that hold results of queries',
    recordedBy: 'data-events',
    settledBy:
      'its entry in the data catalog for the place of its content, the output places of the query workgroups, and the data events of these buckets',
  },
]

/** The ways to a connection. */
export const CONNECTION_CHANNELS: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'fetching it with its password, or running a job that uses it',
    recordedBy: 'management-events',
    settledBy: SETTLED,
  },
  {
    kind: 'neighbour',
    way: 'the secret that it takes its password from, and the scripts and logs of jobs that use it',
    recordedBy: 'nothing',
    settledBy:
      '`aws glue get-connection --name {name} --hide-password --region {region}` and a search of the jobs that use it',
  },
]
