import type { Chance } from '../chance/chance.ts'
import type { Deed } from '../emit/deed.ts'
import type { JsonObject } from '../json.ts'
import type { Account, Store, StoredObject, Touch } from '../world/model.ts'
import {
  bucketResource,
  extra,
  hostOf,
  type Signature,
  SOURCE,
  type Transfer,
  VERSION,
  type WireFacts,
  wireOf,
} from './s3-frame.ts'

interface ObjectCall {
  readonly name: string
  readonly isReadOnly: boolean
  readonly transfer: Transfer
  readonly request?: JsonObject
  readonly touch: Touch
  readonly wire: WireFacts
}

/** A call about one object. */
export function objectCall(chance: Chance, bucket: Store, key: string, call: ObjectCall): Deed {
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
    wires: [wireOf(bucket, key, call.wire)],
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
    wire: { operation: 'REST.GET.OBJECT', sent: object.bytes, size: object.bytes },
  })
}

export function putObject(chance: Chance, bucket: Store, object: StoredObject): Deed {
  return objectCall(chance, bucket, object.key, {
    name: 'PutObject',
    isReadOnly: false,
    transfer: { in: object.bytes },
    touch: { store: bucket, effect: 'written', bytes: object.bytes, objects: [object.key] },
    wire: { operation: 'REST.PUT.OBJECT', received: object.bytes, size: object.bytes },
  })
}

/** How much of a bucket a listing names. */
export interface Listing {
  readonly prefix: string
  /** With a delimiter, the names of folders alone. */
  readonly delimiter: string | null
  /** Objects that came about during the story. */
  readonly also?: readonly StoredObject[]
}

/** What a listing asks for, as a record and as the first line of the request write it. */
function listingParts(
  bucket: Store,
  { prefix, delimiter }: Listing,
): { readonly request: JsonObject; readonly uri: string } {
  const cut = delimiter === null ? {} : { delimiter }
  const query = new URLSearchParams({ 'list-type': '2', prefix, ...cut, 'encoding-type': 'url' })
  return {
    request: {
      'list-type': '2',
      bucketName: bucket.name,
      'encoding-type': 'url',
      prefix,
      ...cut,
      Host: hostOf(bucket),
    },
    uri: `/?${query}`,
  }
}

/** Both versions of the list call are recorded under this name. */
export function listObjects(chance: Chance, bucket: Store, listing: Listing = { prefix: '', delimiter: '/' }): Deed {
  const all = [...bucket.objects, ...(listing.also ?? [])]
  const named = all.map(({ key }) => key).filter((key) => key.startsWith(listing.prefix))
  const out = 200 + 120 * named.length
  const { request, uri } = listingParts(bucket, listing)
  const objects = listing.delimiter === null ? named : []
  return {
    source: SOURCE,
    name: 'ListObjects',
    version: VERSION,
    category: 'Data',
    isReadOnly: true,
    account: bucket.account,
    region: bucket.region,
    request,
    response: null,
    extra: extra(chance, { out }),
    resources: [{ type: 'AWS::S3::Object', ARNPrefix: `${bucket.arn}/` }, bucketResource(bucket)],
    host: hostOf(bucket),
    selectable: { type: 'AWS::S3::Object', arn: `${bucket.arn}/` },
    touches: [{ store: bucket, effect: 'listed', bytes: 0, objects }],
    wires: [wireOf(bucket, null, { operation: 'REST.GET.BUCKET', uri, sent: out })],
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
