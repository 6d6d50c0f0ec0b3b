import type { CallEvent } from '../../../domain/call.ts'
import { command, endings, forEach, REGION, type Words } from '../../../domain/change-forms.ts'
import {
  about,
  closing,
  creation,
  deletion,
  type FromCall,
  restoration,
  type Thing,
} from '../../../domain/change-spec.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { INSTANCE_CHANGES } from './instance-changes.ts'
import { bucketIn, snapshotsOf, textsNamed, volumesOf } from './names.ts'
import { SETTING_CHANGES } from './setting-changes.ts'
import { IMAGE_RESET, IMAGE_SHARED, SNAPSHOT_RESET, SNAPSHOT_SHARED } from './sharing-changes.ts'
import { IMAGE, instanceName, onThing, partOf, SNAPSHOT, snapshot, VOLUME, volume } from './things.ts'

const SNAPSHOTS_MADE: CallChanges = forEach(snapshotsOf, (one) =>
  creation(snapshot(one), onThing(snapshot(one), 'delete-snapshot', 'snapshot-id')),
)
const VOLUMES_MADE: CallChanges = forEach(
  (call) => volumesOf({ ...call, request: null }),
  (one) => creation(volume(one), onThing(volume(one), 'delete-volume', 'volume-id')),
)
const IMAGE_MADE = creation(IMAGE, onThing(IMAGE, 'deregister-image', 'image-id'))

const BIN = ' (while the recycle bin keeps it; without a rule of the recycle bin it is gone)'
const AGAIN = 'make the volume again from its last snapshot; without one its content is gone'

/** What other calls open on a thing under a subject of its own ends with the thing. */
function gone(of: Thing, topics: readonly string[], undo: Words): readonly ChangeSpec[] {
  const what: Words = (call) => `deleted ${of.noun} \`${of.name(call)}\``
  return [
    ...deletion(of, undo),
    ...endings(
      'configuration',
      topics.map((topic) => partOf(of, topic)),
      what,
    ),
  ]
}

const ATTACHED = partOf(VOLUME, 'attachment', instanceName)

/** An export by the id of its task, which has one of two names in a record. */
const TASK: FromCall = (call) => {
  const ids = [call.response, call.request].flatMap((body) =>
    ['exportImageTaskId', 'exportTaskId'].flatMap((field) => textsNamed(body, field)),
  )
  return ids[0] ?? null
}

function bucketWords(call: CallEvent): string {
  const bucket = bucketIn(call)
  return bucket === null ? 'a bucket that the record does not name' : `\`${bucket}\``
}

function exported(words: (call: CallEvent) => string): ChangeSpec {
  const cancel = command('ec2 cancel-export-task', { 'export-task-id': TASK, region: REGION })
  return {
    kind: 'configuration',
    does: 'open',
    subject: (call) => `export task ${TASK(call) ?? call.eventId}`,
    what: (call) => `started an export of ${words(call)} to ${bucketWords(call)}`,
    undo: (call) => `${cancel(call)} (while it runs; then delete the file from the bucket)`,
  }
}

const STORED: ChangeSpec = {
  kind: 'configuration',
  does: 'open',
  subject: about('stored image', (call) => {
    const id = IMAGE.id(call)
    return id === null ? null : `${id} ${bucketIn(call) ?? 'unknown'}`
  }),
  what: (call) => `stored image \`${IMAGE.name(call)}\` in ${bucketWords(call)}`,
  undo: (call) => {
    const bucket = (bucketIn(call) ?? 'BUCKET').split(':::').at(-1) ?? 'BUCKET'
    return `aws s3 rm ${shellWord(`s3://${bucket}/${IMAGE.name(call)}.bin`)} --region ${shellWord(call.region)}`
  },
}

/** What calls of this row change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...SETTING_CHANGES,
  ...INSTANCE_CHANGES,
  CreateSnapshot: SNAPSHOTS_MADE,
  CreateSnapshots: SNAPSHOTS_MADE,
  CopySnapshot: SNAPSHOTS_MADE,
  StartSnapshot: SNAPSHOTS_MADE,
  DeleteSnapshot: gone(
    SNAPSHOT,
    ['permission', 'lock', 'missing lock', 'fast restore'],
    onThing(SNAPSHOT, 'restore-snapshot-from-recycle-bin', 'snapshot-id', BIN),
  ),
  RestoreSnapshotFromRecycleBin: restoration(SNAPSHOT),
  ModifySnapshotAttribute: SNAPSHOT_SHARED,
  ResetSnapshotAttribute: SNAPSHOT_RESET,
  CreateVolume: VOLUMES_MADE,
  CopyVolumes: VOLUMES_MADE,
  DeleteVolume: deletion(VOLUME, () => AGAIN),
  AttachVolume: {
    kind: 'configuration',
    does: 'open',
    subject: ATTACHED,
    what: (call) => `hung volume \`${VOLUME.name(call)}\` on instance \`${instanceName(call) ?? 'unknown'}\``,
    undo: onThing(VOLUME, 'detach-volume', 'volume-id'),
  },
  DetachVolume: closing('configuration', ATTACHED, (call) => `took volume \`${VOLUME.name(call)}\` off an instance`),
  CreateImage: IMAGE_MADE,
  CopyImage: IMAGE_MADE,
  RegisterImage: IMAGE_MADE,
  CreateRestoreImageTask: IMAGE_MADE,
  DeregisterImage: gone(IMAGE, ['permission'], onThing(IMAGE, 'restore-image-from-recycle-bin', 'image-id', BIN)),
  RestoreImageFromRecycleBin: restoration(IMAGE),
  ModifyImageAttribute: IMAGE_SHARED,
  ResetImageAttribute: IMAGE_RESET,
  CreateStoreImageTask: STORED,
  ExportImage: exported((call) => `image \`${IMAGE.name(call)}\``),
  CreateInstanceExportTask: exported((call) => `instance \`${instanceName(call) ?? 'unknown'}\``),
  CancelExportTask: closing('configuration', about('export task', TASK), () => 'cancelled an export task'),
}
