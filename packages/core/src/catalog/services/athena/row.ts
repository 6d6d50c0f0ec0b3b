import { listed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import { type Action, defineService, type Grant, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import {
  anyTable,
  askedDatabase,
  askedTable,
  outputBucket,
  outputPlace,
  queryOf,
  removesOutput,
  workgroupOf,
  workgroupsOf,
} from './names.ts'

const WORKGROUP: StoreAt = { kind: 'athena-workgroup', at: workgroupsOf }
const ANY_TABLE: StoreAt = { kind: 'glue-table-set', at: anyTable }

/** Every query puts its results in a bucket, those that only change something too: which one it is stands in its text alone. */
const QUERY: readonly Action[] = [
  {
    logged: 'management',
    on: ANY_TABLE,
    effect: 'copied-out',
    names: 'set',
    payload: 'object',
    object: queryOf,
    to: outputBucket,
  },
  {
    logged: 'management',
    on: { kind: 's3-bucket', at: listed(outputBucket) },
    effect: 'written',
    names: 'one',
  },
]

/** Results of any query, also of those that others ran. */
const RESULTS: Action = {
  logged: 'management',
  on: ANY_TABLE,
  effect: 'read',
  names: 'set',
  payload: 'object',
  object: queryOf,
}

const FLOW: Action = { logged: 'management', on: WORKGROUP, effect: 'redirected', names: 'one' }

/** Where results go from now on; a call that names no place leaves the former one. */
function output(call: CallEvent): readonly Grant[] {
  const place = outputPlace(call)
  if (place === null) return removesOutput(call) ? closeAll('results') : []
  return [...closeAll('results'), ...openTo([place], 'results')]
}

const DEFINITION: Action = {
  logged: 'management',
  on: { kind: 'glue-table', at: askedTable },
  effect: 'listed',
  names: 'one',
  payload: 'listing',
}

const row: ServiceRow = defineService({
  service: 'athena',
  sources: ['athena.amazonaws.com'],
  stores: {
    'athena-workgroup': {
      title: 'query workgroup',
      name: workgroupOf,
      channels: [
        {
          kind: 'management-call',
          way: 'fetching its queries and their results',
          recordedBy: 'management-events',
          settledBy: 'the CloudTrail log files of {account} in {region} with their digest files',
        },
        {
          kind: 'continuing-grant',
          way: 'another place for its results',
          recordedBy: 'management-events',
          settledBy: '`aws athena get-work-group --work-group {name} --region {region}`',
        },
        {
          kind: 'neighbour',
          way: 'the bucket that holds results of its queries',
          recordedBy: 'data-events',
          settledBy:
            '`aws athena get-work-group --work-group {name} --region {region}` for the place, and the data events of that bucket',
        },
      ],
    },
  },
  mentions: [WORKGROUP],
  actions: {
    StartQueryExecution: QUERY,
    GetQueryResults: RESULTS,
    GetQueryResultsStream: RESULTS,
    GetTableMetadata: DEFINITION,
    ListTableMetadata: { ...DEFINITION, on: { kind: 'glue-table-set', at: askedDatabase }, names: 'set' },
    CreateWorkGroup: { ...FLOW, grants: output },
    UpdateWorkGroup: { ...FLOW, grants: output },
    DeleteWorkGroup: [
      { ...FLOW, effect: 'destroyed' },
      { ...FLOW, grants: () => closeAll('results') },
    ],
  },
  changes: CHANGES,
  cite: 'Amazon Athena user guide: logging with CloudTrail, query results, workgroups; API reference',
  examples: EXAMPLES,
})

export default row
