import type { Chance } from '../chance/chance.ts'
import { letters } from '../chance/ids.ts'
import type { Deed } from '../emit/deed.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Alteration } from '../world/history.ts'
import type { Account, Store, StoredObject, Touch } from '../world/model.ts'

const SOURCE = 's3.amazonaws.com'
const VERSION = '1.11'

/** How a request to S3 was signed. */
export type Signature = 'AuthHeader' | 'QueryString' | 'none'

interface Transfer {
  readonly signature?: Signature
  readonly out?: number
  readonly in?: number
}

const hostOf = (bucket: Store): string => `${bucket.name}.s3.${bucket.region}.amazonaws.com`

function extra(chance: Chance, { signature = 'AuthHeader', out = 0, in: received = 0 }: Transfer): JsonObject {
  const signed = signature === 'none' ? {} : { SignatureVersion: 'SigV4' }
  const method = signature === 'none' ? {} : { AuthenticationMethod: signature }
  return {
    ...signed,
    CipherSuite: 'TLS_AES_128_GCM_SHA256',
    bytesTransferredIn: received,
    ...method,
    'x-amz-id-2': `${letters(chance, 75)}=`,
    bytesTransferredOut: out,
  }
}

const bucketResource = (bucket: Store): JsonObject => ({
  accountId: bucket.account.id,
  type: 'AWS::S3::Bucket',
  ARN: bucket.arn,
})

interface ObjectCall {
  readonly name: string
  readonly isReadOnly: boolean
  readonly transfer: Transfer
  readonly request?: JsonObject
  readonly touch: Touch
}

function objectCall(chance: Chance, bucket: Store, key: string, call: ObjectCall): Deed {
  const arn = `${bucket.arn}/${key}`
  return {
    source: SOURCE,
    name: call.name,
    version: VERSION,
    category: 'Data',
    isReadOnly: call.isReadOnly,
    account: bucket.account,
    region: bucket.region,
    request: { bucketName: bucket.name, Host: hostOf(bucket), key, ...call.request },
    response: null,
    extra: extra(chance, call.transfer),
    resources: [{ type: 'AWS::S3::Object', ARN: arn }, bucketResource(bucket)],
    host: hostOf(bucket),
    selectable: { type: 'AWS::S3::Object', arn },
    touches: [call.touch],
  }
}

/** The ways to sign in the query carry the parts of the signature among the parameters. */
const PRESIGNED: JsonObject = {
  'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
  'X-Amz-Expires': '3600',
  'X-Amz-SignedHeaders': 'host',
}

export function getObject(
  chance: Chance,
  bucket: Store,
  object: StoredObject,
  signature: Signature = 'AuthHeader',
): Deed {
  return objectCall(chance, bucket, object.key, {
    name: 'GetObject',
    isReadOnly: true,
    transfer: { signature, out: object.bytes },
    request: signature === 'QueryString' ? PRESIGNED : {},
    touch: { store: bucket, effect: 'read', bytes: object.bytes, objects: [object.key] },
  })
}

export function putObject(chance: Chance, bucket: Store, object: StoredObject): Deed {
  return objectCall(chance, bucket, object.key, {
    name: 'PutObject',
    isReadOnly: false,
    transfer: { in: object.bytes },
    touch: { store: bucket, effect: 'written', bytes: object.bytes, objects: [object.key] },
  })
}

/** Both versions of the list call are recorded under this name. */
export function listObjects(chance: Chance, bucket: Store): Deed {
  return {
    source: SOURCE,
    name: 'ListObjects',
    version: VERSION,
    category: 'Data',
    isReadOnly: true,
    account: bucket.account,
    region: bucket.region,
    request: {
      'list-type': '2',
      bucketName: bucket.name,
      'encoding-type': 'url',
      prefix: '',
      delimiter: '/',
      Host: hostOf(bucket),
    },
    response: null,
    extra: extra(chance, { out: 200 + 120 * bucket.objects.length }),
    resources: [{ type: 'AWS::S3::Object', ARNPrefix: `${bucket.arn}/` }, bucketResource(bucket)],
    host: hostOf(bucket),
    selectable: { type: 'AWS::S3::Object', arn: `${bucket.arn}/` },
    touches: [{ store: bucket, effect: 'listed', bytes: 0, objects: [] }],
  }
}

export function listBuckets(chance: Chance, account: Account): Deed {
  return {
    source: SOURCE,
    name: 'ListBuckets',
    version: VERSION,
    category: 'Management',
    isReadOnly: true,
    account,
    region: 'us-east-1',
    request: { Host: 's3.amazonaws.com' },
    response: null,
    extra: extra(chance, { out: chance.whole(400, 4000) }),
    host: 's3.amazonaws.com',
  }
}

interface BucketCall {
  readonly name: string
  readonly isReadOnly: boolean
  readonly request: JsonObject
  readonly touches?: readonly Touch[]
  readonly alters?: Alteration
}

function bucketCall(chance: Chance, bucket: Store, call: BucketCall): Deed {
  const { name, isReadOnly, request, ...effects } = call
  return {
    source: SOURCE,
    name,
    version: VERSION,
    category: 'Management',
    isReadOnly,
    account: bucket.account,
    region: bucket.region,
    request: { bucketName: bucket.name, Host: hostOf(bucket), ...request },
    response: null,
    extra: extra(chance, isReadOnly ? { out: chance.whole(200, 600) } : { in: chance.whole(200, 600) }),
    resources: [bucketResource(bucket)],
    host: hostOf(bucket),
    ...effects,
  }
}

export function getBucketPolicy(chance: Chance, bucket: Store): Deed {
  return bucketCall(chance, bucket, { name: 'GetBucketPolicy', isReadOnly: true, request: { policy: '' } })
}

export function getBucketReplication(chance: Chance, bucket: Store): Deed {
  return bucketCall(chance, bucket, { name: 'GetBucketReplication', isReadOnly: true, request: { replication: '' } })
}

interface PolicyChange {
  readonly policy: Json
  readonly touches?: readonly Touch[]
  readonly alters?: Alteration
}

function putBucketPolicy(chance: Chance, bucket: Store, { policy, ...effects }: PolicyChange): Deed {
  return bucketCall(chance, bucket, {
    name: 'PutBucketPolicy',
    isReadOnly: false,
    request: { bucketPolicy: policy, policy: '' },
    ...effects,
  })
}

/** Opens a bucket to whoever the principal stands for; the grant itself is a continuing way out. */
export function shareBucket(chance: Chance, bucket: Store, principal: Json): Deed {
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [bucket.arn, `${bucket.arn}/*`],
      },
    ],
  }
  return putBucketPolicy(chance, bucket, {
    policy,
    touches: [{ store: bucket, effect: 'shared', bytes: 0, objects: [] }],
  })
}

/** Lets log files of some regions in no more. Digests go elsewhere, and on; so does every other region. */
export function refuseLogs(chance: Chance, bucket: Store, regions: readonly string[]): Deed {
  const service = { Service: 'cloudtrail.amazonaws.com' }
  const allow = { Effect: 'Allow', Principal: service, Action: 's3:PutObject', Resource: `${bucket.arn}/*` }
  const deny = regions.map((region) => ({
    Effect: 'Deny',
    Principal: service,
    Action: 's3:PutObject',
    Resource: `${bucket.arn}/*/CloudTrail/${region}/*`,
  }))
  const policy = { Version: '2012-10-17', Statement: [allow, ...deny] }
  return putBucketPolicy(chance, bucket, {
    policy,
    alters: { kind: 'log-bucket', bucket: bucket.name, refuses: regions },
  })
}

/** Copies every object written from now on to another bucket, which may be anybody's. */
export function putBucketReplication(
  chance: Chance,
  bucket: Store,
  to: { readonly bucket: string; readonly role: string },
): Deed {
  const rule = {
    ID: 'all',
    Status: 'Enabled',
    Priority: 1,
    Filter: '',
    Destination: { Bucket: `arn:aws:s3:::${to.bucket}` },
  }
  return bucketCall(chance, bucket, {
    name: 'PutBucketReplication',
    isReadOnly: false,
    request: {
      replication: '',
      ReplicationConfiguration: { Role: to.role, Rule: rule, xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/' },
    },
    touches: [{ store: bucket, effect: 'redirected', bytes: 0, objects: [] }],
  })
}

export function putBucketLifecycle(chance: Chance, bucket: Store, days: number): Deed {
  const rule = { Status: 'Enabled', Filter: { Prefix: '*' }, Expiration: { Days: days }, ID: 'expire' }
  return bucketCall(chance, bucket, {
    name: 'PutBucketLifecycle',
    isReadOnly: false,
    request: {
      lifecycle: '',
      LifecycleConfiguration: { xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/', Rule: rule },
    },
  })
}
