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

function namesBucket({ name, source }: Record, request: Json, store: Asked): boolean {
  const isConfiguration = name.startsWith('GetBucket') || name === 'ListBuckets'
  const isNamed = textAt(request, 'bucketName') === store.name || isCopiedFrom(request, store)
  return source === 's3.amazonaws.com' && !isConfiguration && isNamed
}

/** Whether a record is an access to the store; configuration reads are not, and failed calls are not. */
export function isAccess(record: Record, store: Asked): boolean {
  if (record.hasFailed || !isHere(record, store)) return false
  const request = member(record.json, 'requestParameters')
  // A bucket's records may be the caller's account's.
  if (store.kind === 's3-bucket') return namesBucket(record, request, store)
  return record.account === store.account && isNamedIn(record, request, store)
}

function isNamedIn({ name, source, json }: Record, request: Json, store: Asked): boolean {
  switch (store.kind) {
    case 'dynamodb-table':
      return (
        source === 'dynamodb.amazonaws.com' &&
        (means(textAt(request, 'tableName'), store) || means(textAt(request, 'tableArn'), store))
      )
    case 'secret':
      return namesSecret(request, name, store) || decrypts(json, store)
    case 'parameter':
      return namesParameter(request, name, store) || decrypts(json, store)
    case 'rds-instance':
      return DATABASE_CALLS.includes(name) && means(textAt(request, 'dBInstanceIdentifier'), store)
    case 'rds-snapshot':
      return means(textAt(request, 'dBSnapshotIdentifier'), store)
    case 'lambda-function':
      return /^(?:GetFunction|UpdateFunctionCode)/.test(name) && means(textAt(request, 'functionName'), store)
    case 'ebs-volume':
      return textAt(request, 'volumeId') === store.name
    case 'ses-identity':
      return textAt(request, 'identity') === store.name || concerns(json, store)
    default:
      return textAt(request, 'snapshotId') === store.name
  }
}

const isCopiedFrom = (request: Json, store: Asked): boolean =>
  textAt(request, 'x-amz-copy-source').startsWith(`${store.name}/`)

/** Whether an access only changes what lies there: whoever does that has to be accounted for, and has learnt nothing. */
export function isOnlyWriting({ name, json }: Record, store: Asked): boolean {
  const isWrite = name === 'PutObject' || name === 'CopyObject'
  return isWrite && !isCopiedFrom(member(json, 'requestParameters'), store)
}

/** Whether the resources of a record name the store. */
function concerns(json: Json, store: Asked): boolean {
  return listAt(json, 'resources').some((one) => textAt(one, 'ARN') === store.arn)
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
