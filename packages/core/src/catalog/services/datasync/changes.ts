import { orUnnamed } from '../../../domain/arn-form.ts'
import {
  command,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import type { CallChanges } from '../../../domain/service-row.ts'

/** What a location is: a store of this provider, or a server or container anywhere. */
const PLACE = said(
  's3BucketArn',
  'efsFilesystemArn',
  'fsxFilesystemArn',
  'storageVirtualMachineArn',
  'serverHostname',
  'containerUrl',
  'hostname',
)
const LOCATION_ARN = said('locationArn')
const LOCATION: Lasting = {
  ...plain({
    kind: 'exposure',
    noun: 'DataSync location',
    id: LOCATION_ARN,
    remove: ['datasync delete-location', 'location-arn'],
  }),
  sentences: [
    (call) => `made \`${shown(PLACE)(call)}\` a place that files are copied from or to`,
    (call) => `deleted DataSync location \`${shown(LOCATION_ARN)(call)}\``,
  ],
}

/** Kinds of locations; each has a call of its own that makes one and, but for some, one that changes it. */
const KINDS = [
  'S3',
  'Efs',
  'FsxLustre',
  'FsxOntap',
  'FsxOpenZfs',
  'FsxWindows',
  'Nfs',
  'Smb',
  'Hdfs',
  'ObjectStorage',
  'AzureBlob',
]
const LOCATIONS: Readonly<Record<string, CallChanges>> = Object.fromEntries(
  KINDS.flatMap((kind): readonly (readonly [string, CallChanges])[] => [
    [`CreateLocation${kind}`, made(LOCATION)],
    [
      `UpdateLocation${kind}`,
      replacing(
        'exposure',
        part(LOCATION.subject, 'content'),
        (call) => `changed DataSync location \`${shown(LOCATION_ARN)(call)}\``,
        LOCATION.remove,
      ),
    ],
  ]),
)

/** An execution is of its task. */
const TASK_ARN: FromCall = (call) => {
  const arn = said('taskArn', 'taskExecutionArn')(call)
  return arn === null ? null : arn.replace(/\/execution\/[\w-]{1,64}$/, '')
}
const TASK: Lasting = {
  ...plain({ kind: 'exposure', noun: 'DataSync task', id: TASK_ARN, remove: ['datasync delete-task', 'task-arn'] }),
  sentences: [
    (call) =>
      `set up copying from \`${shown(said('sourceLocationArn'))(call)}\` to \`${shown(said('destinationLocationArn'))(call)}\``,
    (call) => `deleted DataSync task \`${shown(TASK_ARN)(call)}\``,
  ],
}

const RUN = part(about('DataSync task', orUnnamed(TASK_ARN)), 'run', orUnnamed(said('taskExecutionArn')))

const AGENT = plain({
  kind: 'persistence',
  noun: 'DataSync agent',
  id: said('agentArn'),
  remove: ['datasync delete-agent', 'agent-arn'],
})

/** What calls on tasks and locations change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...LOCATIONS,
  DeleteLocation: unmade(LOCATION),
  ...pair(TASK, 'CreateTask', 'DeleteTask'),
  UpdateTask: replacing(
    'exposure',
    part(TASK.subject, 'content'),
    (call) => `changed DataSync task \`${shown(TASK_ARN)(call)}\`: when it runs, or what it copies`,
    TASK.remove,
  ),
  StartTaskExecution: opening(
    'exposure',
    RUN,
    (call) => `ran DataSync task \`${shown(TASK_ARN)(call)}\`, which copies its source to its destination`,
    command('datasync cancel-task-execution', { 'task-execution-arn': said('taskExecutionArn'), region: REGION }),
  ),
  CancelTaskExecution: closing(
    'exposure',
    RUN,
    (call) => `cancelled a run of DataSync task \`${shown(TASK_ARN)(call)}\``,
  ),
  ...pair(AGENT, 'CreateAgent', 'DeleteAgent'),
}
