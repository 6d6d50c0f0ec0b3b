import { accountOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { textsUnder, valuesUnder } from '../../../domain/named-in-call.ts'
import type { Action, StoreAt } from '../../../domain/service-row.ts'
import { aclGrants, opensByAcl } from './acl.ts'
import { bucketId, bucketOf, bucketsOf, copySource, objectOf, sourceBuckets, staysInside } from './names.ts'

const AT: StoreAt = { kind: 's3-bucket', at: bucketsOf }
const BYTES = 'extra.bytesTransferredOut'

/** Content was sent to the caller. */
const READ: Action = {
  logged: 'data',
  on: AT,
  effect: 'read',
  names: 'one',
  payload: 'object',
  bytes: BYTES,
  object: objectOf,
}

/** Names of objects were sent to the caller: those that begin with a prefix, where the request gives one. */
const LISTING: Action = {
  logged: 'data',
  on: AT,
  effect: 'listed',
  names: 'one',
  payload: 'listing',
  bytes: BYTES,
  object: (call) => pickText(call.request, 'prefix') || null,
}

/**
 * What is known about one object was sent, not its content: size, checksum, tags and the metadata its owner wrote. That is what
 * a listing shows and a little more, so it counts as one; its bytes are no content and are not counted.
 */
const FACTS: Action = { logged: 'data', on: AT, effect: 'listed', names: 'one', object: objectOf }

const WRITE: Action = { logged: 'data', on: AT, effect: 'written', names: 'one', object: objectOf }
const DESTROY: Action = { logged: 'data', on: AT, effect: 'destroyed', names: 'one', object: objectOf }

/** The list that comes with a new object: its content is the caller's, and whoever is let in reads it from the bucket. */
const SHARED_BY_LIST: Action = {
  logged: 'data',
  on: AT,
  effect: 'shared',
  names: 'one',
  object: objectOf,
  grants: (call) => aclGrants(call, `acl ${pickText(call.request, 'key') ?? ''}`),
}

const WITH_LIST: Action = { ...SHARED_BY_LIST, when: opensByAcl }

/** The source of a copy, when the copy leaves its bucket. */
const COPIED_OUT: Action = {
  logged: 'data',
  on: { kind: 's3-bucket', at: sourceBuckets },
  effect: 'copied-out',
  names: 'one',
  object: (call) => copySource(call)?.object ?? null,
  to: bucketId,
  when: (call) => !staysInside(call),
}

/** A key that the owner of the bucket does not hold: one the caller sends along, or one of KMS in another account. */
function isForeignKey(call: CallEvent): boolean {
  if (pickText(call.request, 'x-amz-server-side-encryption-customer-algorithm') !== null) return true
  const holder = accountOf(pickText(call.request, 'x-amz-server-side-encryption-aws-kms-key-id') ?? '')
  return holder !== null && holder !== call.account
}

/** A copy onto itself under a key that its owner does not hold: for the owner the content is gone (ransom by SSE-C or by KMS). */
function locksOut(call: CallEvent): boolean {
  const source = copySource(call)?.object?.split('?versionId=')[0] ?? null
  return isForeignKey(call) && staysInside(call) && source === pickText(call.request, 'key')
}

/**
 * The objects of the bucket that a copy acts on: the new one and, where it stays inside, its source as well, because what a part of
 * the bucket holds now stands in another part. None is named where the record leaves the source out: it may be any.
 */
function copiedObjects(call: CallEvent): readonly string[] {
  const [made, source] = [objectOf(call), copySource(call)]
  if (made === null || source === null) return []
  if (!staysInside(call)) return [made]
  return source.object === null ? [] : [made, source.object]
}

const COPIED_TO: Action = { ...WRITE, objects: copiedObjects }

const COPY: readonly Action[] = [
  COPIED_OUT,
  { ...COPIED_TO, when: (call) => !locksOut(call) },
  { ...DESTROY, when: locksOut },
  WITH_LIST,
]

/** Where a restore that runs a query over the object writes the answer to. */
function outputBucket(call: CallEvent): string | null {
  const [name] = valuesUnder(call.request, 'OutputLocation').flatMap((place) => textsUnder(place, 'BucketName'))
  return name === undefined ? null : (bucketOf(name, call)?.id ?? null)
}

/** A restore sends nothing to the caller; only one that runs a query writes content elsewhere. */
const RESTORE: Action = {
  logged: 'data',
  on: AT,
  effect: 'copied-out',
  names: 'one',
  object: objectOf,
  to: outputBucket,
  when: (call) => outputBucket(call) !== null,
}

/** What calls on objects do; all of them are data events. */
export const DATA_ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  GetObject: READ,
  SelectObjectContent: READ,
  HeadObject: FACTS,
  GetObjectAttributes: FACTS,
  GetObjectTagging: FACTS,
  // The torrent file lists checksums of pieces; the pieces themselves were fetched without any call that is recorded.
  GetObjectTorrent: FACTS,
  ListObjects: LISTING,
  ListObjectsV2: LISTING,
  ListObjectVersions: LISTING,
  ListMultipartUploads: LISTING,
  ListParts: { ...LISTING, object: objectOf },
  CopyObject: COPY,
  UploadPartCopy: [COPIED_OUT, COPIED_TO],
  RestoreObject: RESTORE,
  PutObject: [WRITE, WITH_LIST],
  PostObject: [WRITE, WITH_LIST],
  CreateMultipartUpload: [WRITE, WITH_LIST],
  InitiateMultipartUpload: [WRITE, WITH_LIST],
  UploadPart: WRITE,
  CompleteMultipartUpload: WRITE,
  AbortMultipartUpload: WRITE,
  // It takes one name away and makes another: neither alone is what it acted on.
  RenameObject: { ...WRITE, object: [] },
  PutObjectTagging: WRITE,
  DeleteObjectTagging: WRITE,
  PutObjectRetention: WRITE,
  PutObjectLegalHold: WRITE,
  UpdateObjectEncryption: WRITE,
  PutObjectAcl: SHARED_BY_LIST,
  DeleteObject: DESTROY,
  // The keys stand in the body, which no record holds.
  DeleteObjects: { logged: 'data', on: AT, effect: 'destroyed', names: 'one' },
}
