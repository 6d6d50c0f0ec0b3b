import type { CallEvent } from '../../../domain/call.ts'
import { pick, pickText } from '../../../domain/json.ts'
import { closeAll } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import {
  bucketIn,
  comparedSnapshots,
  imageOf,
  imagesOf,
  instanceOf,
  instancesOf,
  isUserData,
  snapshotOf,
  snapshotsOf,
  sourceImages,
  sourceSnapshots,
  textsNamed,
  usedSnapshots,
  userOfShare,
  volumeOf,
  volumesOf,
} from './names.ts'
import { PERMISSION, permissionGrants } from './sharing.ts'

const SNAPSHOT: StoreAt = { kind: 'ebs-snapshot', at: snapshotsOf }
const IMAGE: StoreAt = { kind: 'ami', at: imagesOf }
const VOLUME: StoreAt = { kind: 'ebs-volume', at: volumesOf }
const INSTANCE: StoreAt = { kind: 'ec2-instance', at: instancesOf }
const BUCKET: StoreAt = {
  kind: 's3-bucket',
  at: (call) => {
    const bucket = bucketIn(call)
    return bucket === null ? [] : [bucket]
  },
}

function made(field: string, kind: StoreAt['kind']): StoreAt {
  return { kind, at: (call) => textsNamed(call.response, field) }
}

const NEW_SNAPSHOT = made('snapshotId', 'ebs-snapshot')
const NEW_IMAGE = made('imageId', 'ami')
const NEW_VOLUME = made('volumeId', 'ebs-volume')

/** The ids of what a call made: the one store, or all of them in one text, that copies went to. */
function into(of: typeof snapshotOf, field: string): (call: CallEvent) => string | null {
  return (call) =>
    textsNamed(call.response, field)
      .flatMap((id) => of(id, call)?.id ?? [])
      .join(', ') || null
}

const toSnapshot = into(snapshotOf, 'snapshotId')
const toImage = into(imageOf, 'imageId')
const toVolume = into(volumeOf, 'volumeId')

function toInstance(call: CallEvent): string | null {
  const [instance] = instancesOf(call)
  return instance === undefined ? null : (instanceOf(instance, call)?.id ?? null)
}

function write(on: StoreAt): Action {
  return { logged: 'management', on, effect: 'written', names: 'one' }
}

function destroy(on: StoreAt): Action {
  return { ...write(on), effect: 'destroyed' }
}

function copy(on: StoreAt, to: (call: CallEvent) => string | null): Action {
  return { ...write(on), effect: 'copied-out', to }
}

function share(on: StoreAt, grants: (call: CallEvent) => readonly Grant[]): Action {
  return { ...write(on), effect: 'shared', grants }
}

/** What an instance holds besides its disks: a script with secrets, what stands on its screen, its first password. */
function readOf(object: string): Action {
  return { ...write(INSTANCE), effect: 'read', payload: 'object', object: () => object }
}

/** Blocks are numbered; one has 512 KiB, and no record says how many bytes were sent. */
function block(call: CallEvent): string | null {
  const index = pick(call.request, 'blockIndex')
  return typeof index === 'number' || typeof index === 'string' ? `block ${index}` : null
}

const BLOCK_READ: Action = {
  logged: 'data',
  on: SNAPSHOT,
  effect: 'read',
  names: 'one',
  payload: 'object',
  object: block,
}
const BLOCKS_LISTED: Action = { logged: 'data', on: SNAPSHOT, effect: 'listed', names: 'list', payload: 'listing' }

/** A disk that hangs on an instance is read there, by whoever is on the instance, until it is taken off. */
function attachment(grant: Grant['grant']): (call: CallEvent) => readonly Grant[] {
  return (call) => {
    const grantee = toInstance(call)
    if (grantee === null) return grant === 'open' ? [] : closeAll('attachment')
    return [{ grantee, grant, key: 'attachment' }]
  }
}

const USED: Action = copy({ kind: 'ebs-snapshot', at: usedSnapshots }, userOfShare)
const STORED: readonly Action[] = [copy(IMAGE, bucketIn), write(BUCKET)]
const EXPORTED: readonly Action[] = [copy(INSTANCE, bucketIn), write(BUCKET)]

/** A new snapshot on top of another one holds all blocks of that one that are not written anew. */
const PARENT: StoreAt = {
  kind: 'ebs-snapshot',
  at: (call) => [pickText(call.request, 'parentSnapshotId')].filter((id) => id !== null),
}

/** What calls on snapshots, images, volumes and instances do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  CreateSnapshot: [copy(VOLUME, toSnapshot), write(NEW_SNAPSHOT)],
  CreateSnapshots: [
    copy(INSTANCE, toSnapshot),
    { ...copy(VOLUME, toSnapshot), names: 'list' },
    { ...write(NEW_SNAPSHOT), names: 'list' },
  ],
  CopySnapshot: [copy({ kind: 'ebs-snapshot', at: sourceSnapshots }, toSnapshot), write(NEW_SNAPSHOT)],
  ModifySnapshotAttribute: share(SNAPSHOT, permissionGrants),
  ResetSnapshotAttribute: share(SNAPSHOT, () => closeAll(PERMISSION)),
  SharedSnapshotVolumeCreated: USED,
  SharedSnapshotCopyInitiated: USED,
  DeleteSnapshot: [destroy(SNAPSHOT), share(SNAPSHOT, () => closeAll(PERMISSION))],
  CreateVolume: [copy(SNAPSHOT, toVolume), write(NEW_VOLUME)],
  CopyVolumes: [
    copy({ kind: 'ebs-volume', at: (call) => textsNamed(call.request, 'sourceVolumeId') }, toVolume),
    write(NEW_VOLUME),
  ],
  AttachVolume: share(VOLUME, attachment('open')),
  DetachVolume: share(VOLUME, attachment('close')),
  DeleteVolume: destroy(VOLUME),
  CreateImage: [copy(INSTANCE, toImage), write(NEW_IMAGE)],
  CopyImage: [copy({ kind: 'ami', at: sourceImages }, toImage), write(NEW_IMAGE)],
  // An image leads to its snapshots: whoever may start it has their content.
  RegisterImage: [{ ...copy(SNAPSHOT, toImage), names: 'list' }, write(NEW_IMAGE)],
  ModifyImageAttribute: share(IMAGE, permissionGrants),
  ResetImageAttribute: share(IMAGE, () => closeAll(PERMISSION)),
  DeregisterImage: [destroy(IMAGE), share(IMAGE, () => closeAll(PERMISSION))],
  CreateStoreImageTask: STORED,
  ExportImage: STORED,
  CreateRestoreImageTask: [copy(BUCKET, toImage), write(NEW_IMAGE)],
  CreateInstanceExportTask: EXPORTED,
  BundleInstance: EXPORTED,
  CreateReplaceRootVolumeTask: [copy(SNAPSHOT, toInstance), copy(IMAGE, toInstance), write(INSTANCE)],
  GetSnapshotBlock: BLOCK_READ,
  ListSnapshotBlocks: BLOCKS_LISTED,
  ListChangedBlocks: { ...BLOCKS_LISTED, on: { kind: 'ebs-snapshot', at: comparedSnapshots } },
  PutSnapshotBlock: { ...BLOCK_READ, effect: 'written' },
  StartSnapshot: [copy(PARENT, toSnapshot), write(NEW_SNAPSHOT)],
  CompleteSnapshot: write(SNAPSHOT),
  DescribeInstanceAttribute: { ...readOf('user data'), when: isUserData },
  ModifyInstanceAttribute: { ...write(INSTANCE), object: () => 'user data', when: isUserData },
  GetLaunchTemplateData: readOf('user data'),
  GetPasswordData: readOf('password'),
  GetConsoleOutput: readOf('console output'),
  GetConsoleScreenshot: readOf('screen'),
}
