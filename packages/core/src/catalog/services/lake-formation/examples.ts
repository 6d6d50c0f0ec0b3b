import type { ServiceExample } from '../../../domain/service-row.ts'

const LAKE = { eventSource: 'lakeformation.amazonaws.com' }
const HERE = 'arn:aws:glue:us-east-1:123837392027'
const TABLE = `${HERE}:table/sales/orders`
const ROLE = 'arn:aws:iam::123837392027:role/analyst'

function entry(who: string, resource: object, ...permissions: readonly string[]): object {
  return { principal: { dataLakePrincipalIdentifier: who }, resource, permissions }
}

const ORDERS = { table: { databaseName: 'sales', name: 'orders' } }

/** Records and what they did to tables: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a query service is handed credentials for a table',
    record: {
      ...LAKE,
      eventName: 'GetDataAccess',
      requestParameters: { tableArn: TABLE, permissions: ['SELECT'], auditContext: { additionalAuditContext: '{}' } },
      additionalEventData: { requesterService: 'ATHENA', lakeFormationPrincipal: ROLE },
    },
    touches: [{ store: TABLE, effect: 'read' }],
    changes: [],
  },
  {
    name: 'credentials whose record names no table may be for any',
    record: { ...LAKE, eventName: 'GetDataAccess', requestParameters: null },
    touches: [{ store: `${HERE}:table/*/*`, effect: 'read' }],
  },
  {
    name: 'credentials for a table are fetched',
    record: { ...LAKE, eventName: 'GetTemporaryGlueTableCredentials', requestParameters: { tableArn: TABLE } },
    touches: [{ store: TABLE, effect: 'read' }],
  },
  {
    name: 'credentials for a place in a bucket are fetched',
    record: {
      ...LAKE,
      eventName: 'GetTemporaryDataLocationCredentials',
      requestParameters: { dataLocations: ['s3://lake/sales/'] },
    },
    touches: [{ store: 'arn:aws:s3:::lake', effect: 'read' }],
  },
  {
    name: 'objects of a table are listed',
    record: {
      ...LAKE,
      eventName: 'GetTableObjects',
      requestParameters: { databaseName: 'sales', tableName: 'orders' },
    },
    touches: [{ store: TABLE, effect: 'listed' }],
  },
  {
    name: 'objects of a table are replaced',
    record: {
      ...LAKE,
      eventName: 'UpdateTableObjects',
      requestParameters: { databaseName: 'sales', tableName: 'orders' },
    },
    touches: [{ store: TABLE, effect: 'written' }],
  },
  {
    name: 'another account may read a table',
    record: {
      ...LAKE,
      eventName: 'GrantPermissions',
      requestParameters: entry('999999999999', ORDERS, 'SELECT'),
    },
    touches: [{ store: TABLE, effect: 'shared', grantee: '999999999999', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `permissions on ${TABLE} / SELECT 999999999999`, does: 'open' }],
  },
  {
    name: 'it may no longer',
    record: {
      ...LAKE,
      eventName: 'RevokePermissions',
      requestParameters: entry('999999999999', ORDERS, 'SELECT'),
    },
    touches: [{ store: TABLE, effect: 'named', grantee: '999999999999', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `permissions on ${TABLE} / SELECT 999999999999`, does: 'close' }],
  },
  {
    name: 'of several grants each is on its own table; a role of the own account gets a change and no grant',
    record: {
      ...LAKE,
      eventName: 'BatchGrantPermissions',
      requestParameters: {
        entries: [
          { id: '1', ...entry('999999999999', ORDERS, 'SELECT') },
          { id: '2', ...entry('888888888888', { database: { name: 'hr' } }, 'DESCRIBE') },
          { id: '3', ...entry(ROLE, ORDERS, 'ALL') },
        ],
      },
    },
    touches: [
      { store: TABLE, effect: 'shared', grantee: '999999999999', grant: 'open' },
      { store: `${HERE}:table/hr/*`, effect: 'shared', grantee: '888888888888', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `permissions on ${TABLE} / SELECT 999999999999`, does: 'open' },
      { kind: 'exposure', subject: `permissions on ${HERE}:table/hr/* / DESCRIBE 888888888888`, does: 'open' },
      { kind: 'exposure', subject: `permissions on ${TABLE} / ALL ${ROLE}`, does: 'open' },
    ],
  },
  {
    name: 'permissions on whatever bears a tag may be on any table',
    record: {
      ...LAKE,
      eventName: 'GrantPermissions',
      requestParameters: entry(
        'arn:aws:organizations::999999999999:organization/o-1',
        { lFTagPolicy: { resourceType: 'TABLE', expression: [{ tagKey: 'k', tagValues: ['v'] }] } },
        'SELECT',
      ),
    },
    touches: [
      {
        store: `${HERE}:table/*/*`,
        effect: 'shared',
        grantee: 'arn:aws:organizations::999999999999:organization/o-1',
        grant: 'open',
      },
    ],
  },
  {
    name: 'a grant whose record says nothing is a change, and may be on any table and to anybody',
    record: { ...LAKE, eventName: 'GrantPermissions', requestParameters: null },
    touches: [{ store: `${HERE}:table/*/*`, effect: 'shared', grantee: 'unknown', grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: `permissions on ${HERE}:table/*/* unknown / unknown unnamed e-1`, does: 'open' },
    ],
  },
  {
    name: 'somebody becomes administrator of the data lake',
    record: {
      ...LAKE,
      eventName: 'PutDataLakeSettings',
      requestParameters: { dataLakeSettings: { dataLakeAdmins: [{ dataLakePrincipalIdentifier: ROLE }] } },
    },
    touches: [],
    changes: [
      { kind: 'persistence', subject: 'settings of the data lake 123837392027:us-east-1', does: 'close' },
      { kind: 'persistence', subject: 'settings of the data lake 123837392027:us-east-1', does: 'open' },
    ],
  },
  {
    name: 'a location is taken out of the data lake',
    record: { ...LAKE, eventName: 'DeregisterResource', requestParameters: { resourceArn: 'arn:aws:s3:::lake/sales' } },
    changes: [
      { kind: 'destruction', subject: 'deleted location of the data lake arn:aws:s3:::lake/sales', does: 'open' },
      { kind: 'configuration', subject: 'location of the data lake arn:aws:s3:::lake/sales', does: 'close' },
    ],
  },
]
