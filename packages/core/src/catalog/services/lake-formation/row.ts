import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { type Action, defineService, type Grant, type ServiceRow } from '../../../domain/service-row.ts'
import type { StoreName } from '../../../domain/touch.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import {
  askedBuckets,
  askedTables,
  isOutside,
  permissionsOf,
  permittedSets,
  permittedTables,
  unnamed,
} from './names.ts'

const query = (call: CallEvent): string | null => {
  const id = pickText(call.response, 'queryId') ?? pickText(call.request, 'queryId')
  return id === null ? null : `query ${id}`
}

/** Credentials for the content of a table were handed out: whoever has them reads it in its bucket until they end. */
const READ: Action = {
  logged: 'management',
  on: { kind: 'glue-table', at: askedTables },
  effect: 'read',
  names: 'list',
  payload: 'object',
}
const READ_ANY: Action = { ...READ, on: { kind: 'glue-table-set', at: unnamed }, names: 'set', object: query }
const CREDENTIALS: readonly Action[] = [READ, { ...READ, on: { kind: 's3-bucket', at: askedBuckets } }, READ_ANY]

/** Only whoever is of another account gains a store by it; what principals of the own account gain is a change. */
function grants(grant: Grant['grant']): NonNullable<Action['grants']> {
  return (call: CallEvent, store: StoreName) =>
    permissionsOf(call)
      .filter((one) => one.id === store.id && isOutside(one.who, call))
      .map((one) => ({ grantee: one.who, grant, key: `permission ${one.permission}${one.detail}` }))
}

function sharing(grant: Grant['grant']): readonly Action[] {
  const base = { logged: 'management', effect: 'shared', grants: grants(grant) } as const
  return [
    { ...base, on: { kind: 'glue-table', at: permittedTables }, names: 'list' },
    { ...base, on: { kind: 'glue-table-set', at: permittedSets }, names: 'set' },
  ]
}

const row: ServiceRow = defineService({
  service: 'lake-formation',
  sources: ['lakeformation.amazonaws.com'],
  // Its permissions are on tables of the data catalog, which are declared there.
  stores: {},
  mentions: [{ kind: 'glue-table', at: askedTables }],
  actions: {
    GetDataAccess: CREDENTIALS,
    GetTemporaryGlueTableCredentials: CREDENTIALS,
    GetTemporaryGluePartitionCredentials: CREDENTIALS,
    GetTemporaryDataLocationCredentials: CREDENTIALS,
    StartQueryPlanning: READ_ANY,
    GetWorkUnitResults: READ_ANY,
    GetTableObjects: { ...READ, effect: 'listed', payload: 'listing' },
    UpdateTableObjects: { ...READ, effect: 'written' },
    GrantPermissions: sharing('open'),
    BatchGrantPermissions: sharing('open'),
    RevokePermissions: sharing('close'),
    BatchRevokePermissions: sharing('close'),
  },
  changes: CHANGES,
  cite: 'AWS Lake Formation developer guide: logging with CloudTrail, cross-account sharing, credential vending; API reference',
  examples: EXAMPLES,
})

export default row
