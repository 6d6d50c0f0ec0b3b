import { anyBeside } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { type Json, pick } from '../../../domain/json.ts'
import { closeAll, policyGrants } from '../../../domain/policy-grants.ts'
import { type Action, defineService, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { CONNECTION_CHANNELS, SETTLED, TABLE_CHANNELS } from './kinds.ts'
import {
  connectionOf,
  connectionsOf,
  everyConnection,
  inSet,
  namedTables,
  policyOf,
  tableOf,
  tablesOf,
  unnamedConnections,
  unnamedTables,
  wholeCatalog,
  wholeDatabase,
} from './names.ts'

const TABLE: StoreAt = { kind: 'glue-table', at: namedTables }
const CONNECTION: StoreAt = { kind: 'glue-connection', at: connectionsOf }

/** Definitions were sent: names of columns, where the content lies, and statistics of it. The content itself was not. */
const LIST: Action = { logged: 'management', on: TABLE, effect: 'listed', names: 'list', payload: 'listing' }
const LISTING: readonly Action[] = [LIST, { ...LIST, on: { kind: 'glue-table-set', at: unnamedTables }, names: 'set' }]
const LIST_DATABASE: Action = { ...LIST, on: { kind: 'glue-table-set', at: wholeDatabase }, names: 'set' }
const WRITE: Action = { logged: 'management', on: TABLE, effect: 'written', names: 'list' }
const DESTROY: Action = { ...WRITE, effect: 'destroyed' }

/** A connection holds the address, the user and the password of a database; the caller may ask for it without the password. */
const withPassword = (call: CallEvent): boolean => pick(call.request, 'hidePassword') !== true
const READ: Action = {
  logged: 'management',
  on: CONNECTION,
  effect: 'read',
  names: 'one',
  payload: 'object',
  when: withPassword,
}
const READ_ANY: Action = { ...READ, on: { kind: 'glue-connection-set', at: unnamedConnections }, names: 'set' }
const WRITE_CONNECTION: Action = { ...WRITE, on: CONNECTION }

const policyIn = (call: CallEvent): Json | undefined => pick(call.request, 'policyInJson')
const policyKey = (call: CallEvent): string => `policy ${policyOf(call)}`
const SHARE: Action = {
  logged: 'management',
  on: { kind: 'glue-table-set', at: wholeCatalog },
  effect: 'shared',
  names: 'set',
}

const row: ServiceRow = defineService({
  service: 'glue',
  sources: ['glue.amazonaws.com'],
  stores: {
    'glue-table': { title: 'table of the data catalog', name: tableOf, channels: TABLE_CHANNELS },
    'glue-table-set': {
      title: 'set of tables of the data catalog',
      name: tablesOf,
      channels: TABLE_CHANNELS.slice(0, 3),
      holds: inSet,
    },
    'glue-connection': { title: 'connection with a password', name: connectionOf, channels: CONNECTION_CHANNELS },
    'glue-connection-set': {
      title: 'set of connections',
      name: everyConnection,
      channels: [{ kind: 'management-call', way: 'listing them', recordedBy: 'management-events', settledBy: SETTLED }],
      holds: anyBeside('glue-connection'),
    },
  },
  mentions: [TABLE, CONNECTION],
  actions: {
    GetTable: LISTING,
    GetTableVersion: LISTING,
    GetTableVersions: LISTING,
    GetPartition: LISTING,
    GetPartitions: LISTING,
    BatchGetPartition: LISTING,
    GetColumnStatisticsForTable: LISTING,
    GetColumnStatisticsForPartition: LISTING,
    GetUnfilteredTableMetadata: LISTING,
    GetUnfilteredPartitionMetadata: LISTING,
    GetUnfilteredPartitionsMetadata: LISTING,
    GetTables: LIST_DATABASE,
    SearchTables: LIST_DATABASE,
    CreateTable: WRITE,
    UpdateTable: WRITE,
    CreatePartition: WRITE,
    BatchCreatePartition: WRITE,
    UpdatePartition: WRITE,
    DeleteTable: DESTROY,
    BatchDeleteTable: DESTROY,
    DeleteTableVersion: DESTROY,
    BatchDeleteTableVersion: DESTROY,
    DeletePartition: DESTROY,
    BatchDeletePartition: DESTROY,
    DeleteDatabase: { ...DESTROY, on: { kind: 'glue-table-set', at: wholeDatabase }, names: 'set' },
    GetConnection: [READ, READ_ANY],
    GetConnections: READ_ANY,
    CreateConnection: WRITE_CONNECTION,
    UpdateConnection: WRITE_CONNECTION,
    DeleteConnection: { ...DESTROY, on: CONNECTION },
    BatchDeleteConnection: { ...DESTROY, on: CONNECTION },
    PutResourcePolicy: { ...SHARE, grants: (call) => policyGrants(policyIn(call), call, policyKey(call)) },
    DeleteResourcePolicy: { ...SHARE, grants: (call) => closeAll(policyKey(call)) },
  },
  changes: CHANGES,
  cite: 'AWS Glue developer guide: logging with CloudTrail, cross-account access, encrypting connection passwords; API reference',
  examples: EXAMPLES,
})

export default row
