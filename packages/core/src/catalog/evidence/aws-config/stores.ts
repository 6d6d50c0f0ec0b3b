import { type InventoryArn, namedByArn } from '../../../domain/inventory.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { ConfigItem } from './item.ts'

/** The kind of store that a type of resource is, and how its ARN names it. */
type StoreType = readonly [kind: string, form: InventoryArn]

const lower = (rest: string): string => rest.toLowerCase()
/** ARNs of functions and log groups go on to a part of them. */
const head = (rest: string): string => rest.split(':')[0] ?? ''
const withoutSuffix = (own: string): string => own.replace(/-[A-Za-z0-9]{6}$/, '')

/** Types whose items hold the ARN of a store (AWS Config developer guide: supported resource types). */
const TYPES: ReadonlyMap<string, StoreType> = new Map<string, StoreType>([
  ['AWS::DynamoDB::Table', ['dynamodb-table', { service: 'dynamodb', head: 'table/' }]],
  ['AWS::RDS::DBInstance', ['rds-instance', { service: 'rds', head: 'db:', own: lower }]],
  ['AWS::RDS::DBCluster', ['rds-cluster', { service: 'rds', head: 'cluster:', own: lower }]],
  ['AWS::RDS::DBSnapshot', ['rds-snapshot', { service: 'rds', head: 'snapshot:', own: lower }]],
  ['AWS::RDS::DBClusterSnapshot', ['rds-cluster-snapshot', { service: 'rds', head: 'cluster-snapshot:', own: lower }]],
  ['AWS::Lambda::Function', ['lambda-function', { service: 'lambda', head: 'function:', own: head }]],
  ['AWS::SecretsManager::Secret', ['secret', { service: 'secretsmanager', head: 'secret:', known: withoutSuffix }]],
  ['AWS::KMS::Key', ['kms-key', { service: 'kms', head: 'key/' }]],
  ['AWS::EC2::Volume', ['ebs-volume', { service: 'ec2', head: 'volume/' }]],
  ['AWS::EFS::FileSystem', ['efs-file-system', { service: 'elasticfilesystem', head: 'file-system/' }]],
  ['AWS::ECR::Repository', ['ecr-repository', { service: 'ecr', head: 'repository/' }]],
])

/** Buckets have an ARN without account and region; the item holds both. */
function bucketOf({ arn, account, region }: ConfigItem): StoreName | null {
  const name = /^arn:[\w-]+:s3:::([A-Za-z0-9][A-Za-z0-9._-]{1,254})$/.exec(arn ?? '')?.[1]
  return arn === null || name === undefined ? null : { id: arn, kind: 's3-bucket', account, region, name }
}

/** Whether items of a type are of stores. */
export function isStoreType(type: string): boolean {
  return type === BUCKETS || TYPES.has(type)
}

/** The type of items that are of buckets. */
export const BUCKETS = 'AWS::S3::Bucket'
/** The type of items that are of keys. */
export const KEYS = 'AWS::KMS::Key'

/** The store that an item is of; null where its type is no store's, or where its ARN is missing or another thing's. */
export function storeOf(item: ConfigItem): StoreName | null {
  if (item.type === BUCKETS) return bucketOf(item)
  const [kind, form] = TYPES.get(item.type) ?? []
  const named = form === undefined ? null : namedByArn(item.arn, form)
  return named === null || kind === undefined ? null : { ...named, kind }
}
