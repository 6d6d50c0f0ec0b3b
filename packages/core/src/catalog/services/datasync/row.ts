import { parseArn } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import { mentions } from '../../../domain/change-toggles.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import {
  type Action,
  defineService,
  type ServiceRow,
  type StoreAt,
  type StoreKind,
} from '../../../domain/service-row.ts'
import { act, firstOf } from '../../../domain/store-forms.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'

/** What a task may copy. Buckets of other regions and accounts may be locations; file systems lie where the task does. */
const COPIED: ReadonlySet<string> = new Set(['efs-file-system', 'fsx-file-system', 'fsx-volume'])

const taskNamed = namedAs({ service: 'datasync', head: 'task/', name: /^task-[0-9a-z]{8,32}$/ })

const TASK: StoreKind = {
  title: 'what a DataSync task copies',
  // An execution is of its task.
  name: (value, call) => taskNamed(value.replace(/\/execution\/[\w-]{1,64}$/, ''), call),
  channels: [
    {
      kind: 'other-service',
      way: 'runs of the task, which read its source with a role and write to its destination',
      recordedBy: 'management-events',
      settledBy:
        '`aws datasync describe-task --task-arn {id} --region {region}` and `aws datasync describe-location-s3 --location-arn LOCATION --region {region}`, or its like, for its source and its destination; the data events of those',
    },
  ],
  // A run names the task alone: any bucket, and any file system of the place, may be its source.
  holds: (task, member) => member.kind === 's3-bucket' || (COPIED.has(member.kind) && mayBeBeside(task, member)),
}

const tasks: TextsOf = firstOf(everySaid('taskArn'), everySaid('taskExecutionArn'))
const AT: StoreAt = { kind: 'datasync-task', at: tasks }

function located(key: string, service: string): TextsOf {
  return (call) => everySaid(key)(call).filter((arn) => parseArn(arn)?.service === service)
}

/** A bucket by its ARN; that of an access point or of an outpost names no bucket. */
const BUCKET: StoreAt = {
  kind: 's3-bucket',
  at: (call) => located('s3BucketArn', 's3')(call).filter((arn) => !/accesspoint/.test(arn)),
}

const FILES: readonly StoreAt[] = [
  { kind: 'efs-file-system', at: located('efsFilesystemArn', 'elasticfilesystem') },
  { kind: 'fsx-file-system', at: located('fsxFilesystemArn', 'fsx') },
]

const scheduled = mentions('schedule')

/** A task with a schedule runs by itself from now on. */
const SCHEDULED: Action = act('redirected', AT, {
  names: 'set',
  when: scheduled,
  grants: (call: CallEvent) => openTo([said('destinationLocationArn')(call) ?? 'its destination'], 'schedule'),
})

const row: ServiceRow = defineService({
  service: 'datasync',
  sources: ['datasync.amazonaws.com'],
  stores: { 'datasync-task': TASK },
  mentions: [AT, BUCKET, ...FILES],
  actions: {
    CreateTask: SCHEDULED,
    UpdateTask: SCHEDULED,
    StartTaskExecution: act('copied-out', AT, { names: 'set', payload: 'object', to: () => 'its destination' }),
    DeleteTask: act('redirected', AT, { names: 'set', grants: () => closeAll('schedule') }),
  },
  changes: CHANGES,
  cite: 'AWS DataSync API reference and user guide: logging with CloudTrail, locations, tasks, schedules',
  examples: EXAMPLES,
})

export default row
