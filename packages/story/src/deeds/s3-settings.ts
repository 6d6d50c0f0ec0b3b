import type { Chance } from '../chance/chance.ts'
import type { Deed, Wire } from '../emit/deed.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Alteration } from '../world/history.ts'
import type { Store, Touch } from '../world/model.ts'
import { bucketResource, extra, hostOf, SOURCE, VERSION, wireOf } from './s3-frame.ts'

// Calls on the settings of a bucket.

/** What access logs and the query of a request call a setting. */
const SETTINGS: Readonly<Record<string, readonly [string, string]>> = {
  Policy: ['BUCKETPOLICY', 'policy'],
  Replication: ['REPLICATION', 'replication'],
  Lifecycle: ['LIFECYCLE', 'lifecycle'],
  Acl: ['ACL', 'acl'],
  Logging: ['LOGGING_STATUS', 'logging'],
  Versioning: ['VERSIONING', 'versioning'],
}

interface BucketCall {
  readonly name: string
  readonly isReadOnly: boolean
  readonly request: JsonObject
  readonly touches?: readonly Touch[]
  readonly alters?: Alteration
}

/** Access logs name the setting that a request is about. */
function settingWire(bucket: Store, { name, isReadOnly }: BucketCall, size: number): Wire {
  const [noun, query] = SETTINGS[name.replace(/^(?:Get|Put)Bucket/, '')] ?? ['BUCKET', '']
  return wireOf(bucket, null, {
    operation: `REST.${isReadOnly ? 'GET' : 'PUT'}.${noun}`,
    uri: `/?${query}`,
    ...(isReadOnly ? { sent: size } : { received: size }),
  })
}

function bucketCall(chance: Chance, bucket: Store, call: BucketCall): Deed {
  const { name, isReadOnly, request, ...effects } = call
  const size = chance.whole(200, 600)
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
    extra: extra(chance, isReadOnly ? { out: size } : { in: size }),
    resources: [bucketResource(bucket)],
    host: hostOf(bucket),
    wires: [settingWire(bucket, call, size)],
    ...effects,
  }
}

export function getBucketPolicy(chance: Chance, bucket: Store): Deed {
  return bucketCall(chance, bucket, { name: 'GetBucketPolicy', isReadOnly: true, request: { policy: '' } })
}

export function getBucketReplication(chance: Chance, bucket: Store): Deed {
  return bucketCall(chance, bucket, { name: 'GetBucketReplication', isReadOnly: true, request: { replication: '' } })
}

/** What is looked at before anything is taken: who may read, whether reads are logged, whether old versions are kept. */
export function lookAtBucket(chance: Chance, bucket: Store): readonly Deed[] {
  const look = (name: string, request: JsonObject): Deed =>
    bucketCall(chance, bucket, { name, isReadOnly: true, request })
  return [
    look('GetBucketAcl', { acl: '' }),
    look('GetBucketLogging', { logging: '' }),
    look('GetBucketVersioning', { versioning: '' }),
  ]
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
