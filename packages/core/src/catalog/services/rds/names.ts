import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { type Json, pickTexts } from '../../../domain/json.ts'
import { resourceArns, textsUnder } from '../../../domain/named-in-call.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>
type Texts = (call: CallEvent) => readonly string[]

/** The word for a kind of store in its ARN. */
type Type = 'db' | 'cluster' | 'snapshot' | 'cluster-snapshot'

const NAME = /^[a-z0-9][\w-]{0,254}$/
/** What a service took by itself begins with that service's name: `rds:mydb-2026-03-24-08-00`. */
const SNAPSHOT_NAME = /^(?:[a-z]+:)?[a-z0-9][\w-]{0,254}$/

/**
 * The store of one kind that an identifier or an ARN stands for. INVARIANT: in small letters, because RDS stores identifiers so,
 * whatever the request says; one store must not become two.
 */
function storeOf(type: Type): (value: string, call: CallEvent) => Name | null {
  const pattern = type.endsWith('snapshot') ? SNAPSHOT_NAME : NAME
  return (value, call) => {
    const arn = parseArn(value)
    const isOther = arn !== null && (arn.service !== 'rds' || !arn.resource.startsWith(`${type}:`))
    const name = (arn === null ? value : arn.resource.slice(type.length + 1)).toLowerCase()
    if (isOther || !pattern.test(name)) return null
    const { region, account } = arn ?? call
    const id = `arn:${arn?.partition ?? partitionOf(region)}:rds:${region}:${account}:${type}:${name}`
    return { id, account: account || null, region: region || null, name }
  }
}

/** The database instance that an identifier or an ARN stands for. */
export const instanceOf: (value: string, call: CallEvent) => Name | null = storeOf('db')
/** The database cluster that an identifier or an ARN stands for. */
export const clusterOf: (value: string, call: CallEvent) => Name | null = storeOf('cluster')
/** The snapshot of an instance that an identifier or an ARN stands for. */
export const snapshotOf: (value: string, call: CallEvent) => Name | null = storeOf('snapshot')
/** The snapshot of a cluster that an identifier or an ARN stands for. */
export const clusterSnapshotOf: (value: string, call: CallEvent) => Name | null = storeOf('cluster-snapshot')

/** What a request says under the first of these fields that it has, in any spelling of their case. */
export function asked(...fields: readonly string[]): Texts {
  return ({ request }) => fields.map((field) => textsUnder(request, field)).find((found) => found.length > 0) ?? []
}

/** What an answer says under a field of its own, and else what the request says. */
function answered(field: string, ...fields: readonly string[]): Texts {
  const inRequest = asked(...fields)
  return (call) => {
    const found = pickTexts({ response: call.response }, `response.${field}`)
    return found.length > 0 ? found : inRequest(call)
  }
}

function isArn(value: string): boolean {
  return parseArn(value) !== null
}

/** Only whole ARNs: where a field may hold the ARN of several kinds of store, a bare name is of an unknown kind. */
export function arnsIn(...fields: readonly string[]): Texts {
  const texts = asked(...fields)
  return (call) => texts(call).filter(isArn)
}

const ANY_ARN = ['resourceArn', 'resourceName', 'sourceArn', 'source', 'dbClusterOrInstanceArn']

function firstOf(...places: readonly Texts[]): Texts {
  return (call) => places.map((place) => place(call)).find((found) => found.length > 0) ?? []
}

function listed(type: Type): Texts {
  return (call) => resourceArns(call).filter((arn) => storeOf(type)(arn, call) !== null)
}

/** The instances of a call: as it names them, else as its answer or a field for any kind of ARN does. */
export const instancesOf: Texts = firstOf(
  listed('db'),
  answered('dBInstanceArn', 'dBInstanceIdentifier', 'sourceDBInstanceArn'),
  arnsIn(...ANY_ARN),
)
/** The instance that a restore of a former state makes. */
export const restoredInstances: Texts = answered('dBInstanceArn', 'targetDBInstanceIdentifier')
/** The clusters of a call. */
export const clustersOf: Texts = firstOf(
  listed('cluster'),
  answered('dBClusterArn', 'dBClusterIdentifier'),
  arnsIn(...ANY_ARN),
)
/** The snapshots of instances of a call; of a copy, the new one. */
export const snapshotsOf: Texts = firstOf(
  answered('dBSnapshotArn', 'targetDBSnapshotIdentifier', 'dBSnapshotIdentifier'),
  arnsIn(...ANY_ARN),
)
/** The snapshots of clusters of a call; of a copy, the new one. */
export const clusterSnapshotsOf: Texts = firstOf(
  answered('dBClusterSnapshotArn', 'targetDBClusterSnapshotIdentifier', 'dBClusterSnapshotIdentifier'),
  arnsIn(...ANY_ARN),
)

/** The bucket that a call exports to or takes a database from. */
export function bucketIn(call: CallEvent): string | null {
  const [name] = asked('s3BucketName')(call)
  return name === undefined ? null : `arn:${partitionOf(call.region)}:s3:::${name}`
}

function members(body: Json, field: string, { account }: CallEvent): readonly string[] {
  const found = textsUnder(body, field).filter((value) => value !== account)
  return [...new Set(found.map((value) => (value === 'all' ? '*' : value)))]
}

/** Whether a call is about who may restore a snapshot; a record that leaves the attribute out may be. */
function isSharing(call: CallEvent): boolean {
  const [attribute] = asked('attributeName')(call)
  return attribute === undefined || attribute === 'restore'
}

/** Whom a call lets restore a snapshot: accounts, or everyone. */
export function added(call: CallEvent): readonly string[] {
  return isSharing(call) ? members(call.request, 'valuesToAdd', call) : []
}

/** Whom a call no longer lets restore a snapshot. */
export function removed(call: CallEvent): readonly string[] {
  return isSharing(call) ? members(call.request, 'valuesToRemove', call) : []
}

/** Whether a call is, or may be, about a sharing, but the record does not hold whom it lets in or out. */
export function isUnreadable(call: CallEvent): boolean {
  return isSharing(call) && asked('valuesToAdd', 'valuesToRemove')(call).length === 0
}
