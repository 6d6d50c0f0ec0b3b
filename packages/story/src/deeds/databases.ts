import type { Chance } from '../chance/chance.ts'
import { uuid } from '../chance/ids.ts'
import type { Deed } from '../emit/deed.ts'
import type { JsonObject } from '../json.ts'
import { type Account, gibibytes, type Store } from '../world/model.ts'
import { reading, type Service, serviceAt, writing } from './management.ts'

const rds = (account: Account, region: string): Service => serviceAt('rds', account, region, '1.08')
const dynamo = (table: Store): Service => serviceAt('dynamodb', table.account, table.region, '1.11')

export const describeDatabases = (account: Account, region: string): Deed =>
  reading(rds(account, region), 'DescribeDBInstances')

export const describeDatabaseSnapshots = (account: Account, region: string): Deed =>
  reading(rds(account, region), 'DescribeDBSnapshots', { request: { includeShared: false, includePublic: false } })

/** What the answer says about a database, whatever the copy is called. */
function snapshotAnswer(database: Store): JsonObject {
  return {
    allocatedStorage: database.capacity === undefined ? 20 : gibibytes(database.capacity),
    instanceCreateTime: 'Jan 7, 2025 9:14:02 AM',
    dbiResourceId: 'db-4Z6GQ2JX3N5KWYTB7RDCVLMHPA',
    port: 3306,
    availabilityZone: `${database.region}b`,
    processorFeatures: [],
    encrypted: false,
    percentProgress: 0,
    optionGroupName: 'default:mysql-8-0',
    dBInstanceIdentifier: database.name,
    storageType: 'gp3',
    iAMDatabaseAuthenticationEnabled: false,
    vpcId: 'vpc-05b7a1c9e2d3f4a68',
    storageThroughput: 0,
    dedicatedLogVolume: false,
    status: 'creating',
    masterUsername: 'admin',
    engine: 'mysql',
    snapshotType: 'manual',
    engineVersion: '8.0.39',
    licenseModel: 'general-public-license',
    snapshotTarget: 'region',
  }
}

/** A copy of a database, as a store of its own. */
export function createDbSnapshot(database: Store, name: string): { readonly deed: Deed; readonly snapshot: Store } {
  const { account, region } = database
  const arn = `arn:aws:rds:${region}:${account.id}:snapshot:${name}`
  const { capacity } = database
  const snapshot: Store = {
    kind: 'rds-snapshot',
    arn,
    account,
    region,
    name,
    objects: database.objects,
    ...(capacity === undefined ? {} : { capacity }),
  }
  const response = { ...snapshotAnswer(database), dBSnapshotIdentifier: name, dBSnapshotArn: arn }
  const request = { dBInstanceIdentifier: database.name, dBSnapshotIdentifier: name }
  const bytes = database.objects.reduce((sum, one) => sum + one.bytes, 0)
  const deed: Deed = {
    ...writing(rds(account, region), 'CreateDBSnapshot', { request, response }),
    touches: [
      { store: database, effect: 'copied-out', bytes, objects: [] },
      { store: snapshot, effect: 'written', bytes, objects: [] },
    ],
  }
  return { deed, snapshot }
}

/** Shares a snapshot with an account; what happens with it there, no record here tells. */
export function shareDbSnapshot(snapshot: Store, account: string): Deed {
  const request = { dBSnapshotIdentifier: snapshot.name, attributeName: 'restore', valuesToAdd: [account] }
  const attributes = [{ attributeName: 'restore', attributeValues: [account] }]
  const response = { dBSnapshotIdentifier: snapshot.name, dBSnapshotAttributes: attributes }
  const deed = writing(rds(snapshot.account, snapshot.region), 'ModifyDBSnapshotAttribute', { request, response })
  return { ...deed, touches: [{ store: snapshot, effect: 'shared', bytes: 0, objects: [], to: account }] }
}

const tableResource = (table: Store) => ({ accountId: table.account.id, type: 'AWS::DynamoDB::Table', ARN: table.arn })

function tableRead(table: Store, name: string, request: Deed['request'], bytes: number): Deed {
  return {
    ...reading(dynamo(table), name, { request }),
    category: 'Data',
    resources: [tableResource(table)],
    selectable: { type: 'AWS::DynamoDB::Table', arn: table.arn },
    touches: [{ store: table, effect: 'read', bytes, objects: [] }],
  }
}

export const getItem = (table: Store): Deed =>
  tableRead(table, 'GetItem', { tableName: table.name, key: { id: '***' }, consistentRead: false }, 0)

/** Reads a table from end to end. */
export const scan = (table: Store): Deed => tableRead(table, 'Scan', { tableName: table.name }, 0)

export function exportTable(chance: Chance, table: Store, bucket: string): Deed {
  const request = { tableArn: table.arn, s3Bucket: bucket, exportFormat: 'DYNAMODB_JSON', clientToken: uuid(chance) }
  const description = { exportStatus: 'IN_PROGRESS', tableArn: table.arn, s3Bucket: bucket }
  return {
    ...writing(dynamo(table), 'ExportTableToPointInTime', { request, response: { exportDescription: description } }),
    resources: [tableResource(table)],
    touches: [{ store: table, effect: 'copied-out', bytes: 0, objects: [] }],
  }
}
