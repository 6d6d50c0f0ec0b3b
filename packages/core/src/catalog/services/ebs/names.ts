import { accountOf, formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { isObject, type Json, pickText } from '../../../domain/json.ts'
import { holderOf, resourceArns, valuesUnder } from '../../../domain/named-in-call.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>
type Texts = (call: CallEvent) => readonly string[]

/** One kind of thing: its word in an ARN, how its ids begin, and the field that holds them. */
interface Thing {
  readonly type: 'snapshot' | 'image' | 'volume' | 'instance'
  readonly prefix: string
  readonly field: string
}

const SNAPSHOT: Thing = { type: 'snapshot', prefix: 'snap', field: 'snapshotId' }
const IMAGE: Thing = { type: 'image', prefix: 'ami', field: 'imageId' }
const VOLUME: Thing = { type: 'volume', prefix: 'vol', field: 'volumeId' }
const INSTANCE: Thing = { type: 'instance', prefix: 'i', field: 'instanceId' }

/** Calls that only the owner of every snapshot or image they name can make successfully (EC2 API reference). */
const OWNERS_ALONE: ReadonlySet<string> = new Set([
  'CreateSnapshot',
  'CreateSnapshots',
  'DeleteSnapshot',
  'ModifySnapshotAttribute',
  'ResetSnapshotAttribute',
  'DescribeSnapshotAttribute',
  'CompleteSnapshot',
  'PutSnapshotBlock',
  'LockSnapshot',
  'UnlockSnapshot',
  'ModifySnapshotTier',
  'RestoreSnapshotTier',
  'RestoreSnapshotFromRecycleBin',
  'CreateImage',
  'DeregisterImage',
  'ModifyImageAttribute',
  'ResetImageAttribute',
  'RestoreImageFromRecycleBin',
])

/** Calls whose answer names what they made, while the request may name what is another account's. */
const MAKERS: ReadonlySet<string> = new Set([
  'CopySnapshot',
  'StartSnapshot',
  'CopyImage',
  'RegisterImage',
  'CreateRestoreImageTask',
])

/** Where a snapshot that is shared was used by whoever it is shared with; the service writes these into the log by itself. */
const USES: ReadonlySet<string> = new Set(['SharedSnapshotVolumeCreated', 'SharedSnapshotCopyInitiated'])

function texts(found: Json): readonly string[] {
  if (Array.isArray(found)) return found.flatMap(texts)
  const text = isObject(found) ? found['content'] : found
  return typeof text === 'string' && text !== '' ? [text] : []
}

/**
 * Every text under a key, at any depth and in any spelling of its case. Older calls record `snapshotId`, newer ones
 * `{"LockSnapshotRequest": {"SnapshotId": ...}}`, and a member of a list as `{"tag": 1, "content": ...}`.
 */
export function textsNamed(value: Json, key: string): readonly string[] {
  return valuesUnder(value, key).flatMap(texts)
}

/** The account that used a snapshot which another account shares with it; null when the call is no such use. */
export function userOfShare(call: CallEvent): string | null {
  const user = USES.has(call.name) ? accountOf(call.principalAccount ?? '') : null
  return user === call.account ? null : user
}

function isOwn(id: string, { field }: Thing, call: CallEvent): boolean {
  if (call.outcome !== 'ok') return false
  if (OWNERS_ALONE.has(call.name) || userOfShare(call) !== null) return true
  return MAKERS.has(call.name) && textsNamed(call.response, field).includes(id)
}

function idInArn(text: string, { type, prefix }: Thing): string | null {
  const arn = parseArn(text)
  const id = arn?.service === 'ec2' && arn.resource.startsWith(`${type}/`) ? arn.resource.slice(type.length + 1) : ''
  return isId(id, prefix) ? id : null
}

/** Ids are hexadecimal; logs that were made anonymous put other letters and digits in their place. */
function isId(text: string, prefix: string): boolean {
  return text.startsWith(`${prefix}-`) && /^[0-9A-Za-z]{4,40}$/.test(text.slice(prefix.length + 1))
}

/** The ARN of a snapshot or an image holds no account: several may use it, and its owner is known only where a record shows it. */
function shareable(thing: Thing): (value: string, call: CallEvent) => Name | null {
  return (value, call) => {
    const { partition, region } = parseArn(value) ?? { partition: partitionOf(call.region), region: call.region }
    const name = value.startsWith('arn:') ? idInArn(value, thing) : isId(value, thing.prefix) ? value : null
    if (name === null) return null
    const id = formatArn({ partition, service: 'ec2', region, account: '', resource: `${thing.type}/${name}` })
    return { id, account: holderOf(id, call) ?? (isOwn(name, thing, call) ? call.account : null), region, name }
  }
}

/** Volumes and instances belong to the account whose log names them. */
function owned(thing: Thing): (value: string, call: CallEvent) => Name | null {
  return (value, { account, region }) => {
    const arn = parseArn(value)
    if (arn !== null) {
      const name = idInArn(value, thing)
      return name === null ? null : { id: value, account: arn.account || null, region: arn.region || null, name }
    }
    if (!isId(value, thing.prefix)) return null
    const id = `arn:${partitionOf(region)}:ec2:${region}:${account}:${thing.type}/${value}`
    return { id, account, region, name: value }
  }
}

/** The snapshot that an id or an ARN stands for. */
export const snapshotOf: (value: string, call: CallEvent) => Name | null = shareable(SNAPSHOT)
/** The image that an id or an ARN stands for. */
export const imageOf: (value: string, call: CallEvent) => Name | null = shareable(IMAGE)
/** The volume that an id or an ARN stands for. */
export const volumeOf: (value: string, call: CallEvent) => Name | null = owned(VOLUME)
/** The instance that an id or an ARN stands for. */
export const instanceOf: (value: string, call: CallEvent) => Name | null = owned(INSTANCE)

/** The things of one kind that a call is on: as the record lists its resources, else as the request, else as the answer names them. */
function namedIn(thing: Thing): Texts {
  return (call) => {
    const listed = resourceArns(call).filter((arn) => idInArn(arn, thing) !== null)
    if (listed.length > 0) return listed
    const asked = textsNamed(call.request, thing.field)
    return asked.length > 0 ? asked : textsNamed(call.response, thing.field)
  }
}

/** The snapshots of a call. */
export const snapshotsOf: Texts = namedIn(SNAPSHOT)
/** The images of a call. */
export const imagesOf: Texts = namedIn(IMAGE)
/** The volumes of a call. */
export const volumesOf: Texts = namedIn(VOLUME)
/** The instances of a call. */
export const instancesOf: Texts = namedIn(INSTANCE)

/** The two snapshots that a call compared. */
export function comparedSnapshots(call: CallEvent): readonly string[] {
  const listed = snapshotsOf(call)
  return listed.length > 0
    ? listed
    : ['first', 'second'].flatMap((word) => textsNamed(call.request, `${word}SnapshotId`))
}

/**
 * The snapshot that another account used. A threat: starting a public image writes the same event, with the account's own id as
 * the user's, into the log of whoever starts it; that snapshot is somebody else's and none of this account's data.
 */
export function usedSnapshots(call: CallEvent): readonly string[] {
  const isDecoy = call.principalAccount === call.account
  const id = pickText(call.extra, 'serviceEventDetails.snapshotId')
  return id === null || isDecoy ? [] : [id]
}

/** What a copy was made of: it may lie in another region than the one that answered. */
function sourceOf(field: string, { type }: Thing): Texts {
  return (call) => {
    const region = textsNamed(call.request, 'sourceRegion')[0] ?? call.region
    if (!/^[\w-]+$/.test(region)) return []
    return textsNamed(call.request, field).map((id) => `arn:${partitionOf(region)}:ec2:${region}::${type}/${id}`)
  }
}

/** The snapshot that a call copied. */
export const sourceSnapshots: Texts = sourceOf('sourceSnapshotId', SNAPSHOT)
/** The image that a call copied. */
export const sourceImages: Texts = sourceOf('sourceImageId', IMAGE)

/** The bucket that a call exports to, or takes an image from. */
export function bucketIn(call: CallEvent): string | null {
  const name = textsNamed(call.request, 's3Bucket')[0] ?? textsNamed(call.request, 'bucket')[0]
  return name === undefined ? null : `arn:${partitionOf(call.region)}:s3:::${name}`
}

/** Whether a call asks for the user data of an instance, or sets it; its other attributes are configuration. */
export function isUserData(call: CallEvent): boolean {
  return valuesUnder(call.request, 'userData').length > 0 || textsNamed(call.request, 'attribute').includes('userData')
}
