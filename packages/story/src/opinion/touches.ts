import { isObject, type Json, listAt, member, textAt } from '../json.ts'
import type { Record } from './evidence.ts'
import type { Channel } from './selection.ts'

/** A store, as far as a question about it needs. */
export interface Asked {
  readonly arn: string
  readonly kind: string
  readonly account: string
  readonly region: string
  readonly name: string
}

const last = (arn: string): string => arn.split(/[:/]/).at(-1) ?? ''

/** Whether a name in a request, short or whole, means the store. */
const means = (said: string, store: Asked): boolean =>
  said !== '' &&
  (said === store.arn ||
    said === store.name ||
    store.arn.startsWith(`${said}-`) ||
    (said.startsWith('arn:') && last(said) === store.name))

function isHere(record: Record, store: Asked): boolean {
  return record.region === store.region
}

function namesSecret(request: Json, name: string, store: Asked): boolean {
  // A filter may name any secret of the account and region.
  if (name === 'BatchGetSecretValue') return true
  return name === 'GetSecretValue' && means(textAt(request, 'secretId'), store)
}

function namesParameter(request: Json, name: string, store: Asked): boolean {
  if (name === 'GetParametersByPath') return store.name.startsWith(textAt(request, 'path'))
  if (name === 'GetParameters') return listAt(request, 'names').includes(store.name)
  return name === 'GetParameter' && means(textAt(request, 'name'), store)
}

const DATABASE_CALLS = ['CreateDBSnapshot', 'StartExportTask', 'ModifyDBInstance']

/** Whether a record is an access to the store; configuration reads are not, and failed calls are not. */
export function isAccess(record: Record, store: Asked): boolean {
  const { name, json, hasFailed } = record
  if (hasFailed || !isHere(record, store)) return false
  const request = member(json, 'requestParameters')
  switch (store.kind) {
    case 's3-bucket': {
      const isConfiguration = name.startsWith('GetBucket') || name === 'ListBuckets'
      return record.source === 's3.amazonaws.com' && !isConfiguration && textAt(request, 'bucketName') === store.name
    }
    case 'dynamodb-table':
      return (
        record.source === 'dynamodb.amazonaws.com' &&
        (means(textAt(request, 'tableName'), store) || means(textAt(request, 'tableArn'), store)) &&
        record.account === store.account
      )
    case 'secret':
      return record.account === store.account && (namesSecret(request, name, store) || decrypts(json, store))
    case 'parameter':
      return record.account === store.account && (namesParameter(request, name, store) || decrypts(json, store))
    case 'rds-instance':
      return (
        record.account === store.account &&
        DATABASE_CALLS.includes(name) &&
        means(textAt(request, 'dBInstanceIdentifier'), store)
      )
    case 'rds-snapshot':
      return record.account === store.account && means(textAt(request, 'dBSnapshotIdentifier'), store)
    case 'lambda-function':
      return (
        record.account === store.account &&
        /^(?:GetFunction|UpdateFunctionCode)/.test(name) &&
        means(textAt(request, 'functionName'), store)
      )
    default:
      return record.account === store.account && textAt(request, 'snapshotId') === store.name
  }
}

function decrypts(json: Json, store: Asked): boolean {
  const context = member(json, 'requestParameters', 'encryptionContext')
  return isObject(context) && Object.values(context).includes(store.arn)
}

/** The ways into a store that a trail can record; null stands for one that none can. */
export function channelsOf(store: Asked): readonly (Channel | null)[] {
  const management = (source: string): Channel => ({ kind: 'management', source: `${source}.amazonaws.com` })
  switch (store.kind) {
    case 's3-bucket':
      return [{ kind: 'data', type: 'AWS::S3::Object', arn: store.arn }, management('s3')]
    case 'dynamodb-table':
      return [
        { kind: 'data', type: 'AWS::DynamoDB::Table', arn: store.arn },
        { kind: 'data', type: 'AWS::DynamoDB::Stream', arn: `${store.arn}/stream/` },
        management('dynamodb'),
      ]
    case 'secret':
      return [management('secretsmanager')]
    case 'parameter':
      return [management('ssm')]
    case 'lambda-function':
      return [{ kind: 'data', type: 'AWS::Lambda::Function', arn: store.arn }, management('lambda')]
    case 'rds-instance':
      // Whoever logs in with a password leaves no record here.
      return [management('rds'), null]
    default:
      // Once shared, a snapshot is used where nothing of ours records.
      return [management('rds'), null]
  }
}
