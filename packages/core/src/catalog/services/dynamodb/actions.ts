import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { type Json, pick, pickText, pickTexts } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, StoreAt } from '../../../domain/service-row.ts'
import { backupId, backupsOf, tableOf, tablesOf } from './names.ts'

const AT: StoreAt = { kind: 'dynamodb-table', at: tablesOf }

/** Items were sent to the caller; no record says how many bytes. */
const READ: Action = { logged: 'data', on: AT, effect: 'read', names: 'one', payload: 'object' }
const WRITE: Action = { logged: 'data', on: AT, effect: 'written', names: 'one' }
const DESTROY: Action = { logged: 'data', on: AT, effect: 'destroyed', names: 'one' }

/** The statement itself is not readable in the record; only what the record says of itself tells reading from writing. */
const writes = (call: CallEvent): boolean => call.readOnly === false

/** A statement that is not marked as writing may have read. */
const STATEMENT: readonly Action[] = [
  { ...READ, names: 'list', when: (call) => !writes(call) },
  { ...WRITE, names: 'list', when: writes },
]

/** The policy in a request, on a table or on its stream. */
export function policyIn(call: CallEvent): Json | undefined {
  return pick(call.request, 'policy')
}

/** The bucket that an export writes to. */
function exportBucket(call: CallEvent): string | null {
  const name = pickText(call.request, 's3Bucket')
  return name === null ? null : `arn:${partitionOf(call.region)}:s3:::${name}`
}

function source(call: CallEvent): readonly string[] {
  const root = { request: call.request }
  return ['request.sourceTableArn', 'request.sourceTableName'].flatMap((path) => pickTexts(root, path)).slice(0, 1)
}

/** The table that a restore makes. */
export function target(call: CallEvent): string | null {
  const answered = pickText(call.response, 'tableDescription.tableArn')
  const name = answered ?? pickText(call.request, 'targetTableName')
  return name === null ? null : (tableOf(name, call)?.id ?? null)
}

function asList(value: string | null): readonly string[] {
  return value === null ? [] : [value]
}

const COPY: Action = { logged: 'management', on: AT, effect: 'copied-out', names: 'one' }
const RESTORED: Action = {
  logged: 'management',
  on: { kind: 'dynamodb-table', at: (call) => asList(target(call)) },
  effect: 'written',
  names: 'one',
}
const OF_BACKUP: StoreAt = { kind: 'dynamodb-backup', at: backupsOf }

/** Streams of changes to a table go on until they are switched off. */
const STREAM: Action = {
  logged: 'management',
  on: AT,
  effect: 'redirected',
  names: 'one',
  grants: (call) => openTo(asList(pickText(call.request, 'streamArn')), 'kinesis'),
}

/** What calls on tables and backups do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  GetItem: READ,
  Query: READ,
  Scan: READ,
  BatchGetItem: { ...READ, names: 'list' },
  TransactGetItems: { ...READ, names: 'list' },
  ExecuteStatement: STATEMENT,
  BatchExecuteStatement: STATEMENT,
  ExecuteTransaction: STATEMENT,
  // Records of a stream hold the items as they were and as they became.
  GetRecords: READ,
  PutItem: WRITE,
  UpdateItem: WRITE,
  BatchWriteItem: { ...WRITE, names: 'list' },
  TransactWriteItems: { ...WRITE, names: 'list' },
  DeleteItem: DESTROY,
  ExportTableToPointInTime: [
    { ...COPY, to: exportBucket },
    {
      logged: 'management',
      on: { kind: 's3-bucket', at: (call) => asList(exportBucket(call)) },
      effect: 'written',
      names: 'one',
    },
  ],
  ImportTable: {
    ...WRITE,
    logged: 'management',
    on: { kind: 'dynamodb-table', at: ['request.tableCreationParameters.tableName'] },
  },
  CreateBackup: [
    { ...COPY, to: backupId },
    { ...WRITE, logged: 'management', on: OF_BACKUP },
  ],
  RestoreTableFromBackup: [{ ...COPY, on: OF_BACKUP, to: target }, RESTORED],
  RestoreTableToPointInTime: [{ ...COPY, on: { kind: 'dynamodb-table', at: source }, to: target }, RESTORED],
  DeleteBackup: { ...DESTROY, logged: 'management', on: OF_BACKUP },
  DeleteTable: { ...DESTROY, logged: 'management' },
  EnableKinesisStreamingDestination: STREAM,
  DisableKinesisStreamingDestination: { ...STREAM, grants: () => closeAll('kinesis') },
  PutResourcePolicy: {
    ...COPY,
    effect: 'shared',
    grants: (call) => policyGrants(policyIn(call), call, policyKey(call)),
  },
  DeleteResourcePolicy: { ...COPY, effect: 'shared', grants: (call) => closeAll(policyKey(call)) },
}

/** A table and its stream have a policy each. */
function policyKey(call: CallEvent): string {
  return (pickText(call.request, 'resourceArn') ?? '').includes('/stream/') ? 'stream policy' : 'policy'
}
