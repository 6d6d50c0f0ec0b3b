import type { ServiceExample } from '../../../domain/service-row.ts'

const SYNC = { eventSource: 'datasync.amazonaws.com', eventVersion: '1.05' }
const PLACE = 'arn:aws:datasync:us-east-1:123837392027'
const TASK = `${PLACE}:task/task-00e5db3f3f41f6cd2`
const RUN = `${TASK}/execution/exec-0123456789abcdef0`
const [FROM, TO] = [`${PLACE}:location/loc-04aaa9c609812135d`, `${PLACE}:location/loc-020c33c5d9966f40a`]

function call(eventName: string, requestParameters: object, responseElements: object | null = null): object {
  return { ...SYNC, eventName, requestParameters, responseElements }
}

/** Records and what they did: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a bucket becomes a location',
    record: call(
      'CreateLocationS3',
      {
        s3BucketArn: 'arn:aws:s3:::customer-files',
        s3Config: { bucketAccessRoleArn: 'arn:aws:iam::123837392027:role/x' },
      },
      { locationArn: FROM },
    ),
    touches: [{ store: 'arn:aws:s3:::customer-files', effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `DataSync location ${FROM}`, does: 'open' },
      { kind: 'destruction', subject: `deleted DataSync location ${FROM}`, does: 'close' },
    ],
  },
  {
    name: 'a server that is anywhere becomes a location',
    record: call(
      'CreateLocationObjectStorage',
      { serverHostname: 'files.example.net', bucketName: 'x' },
      { locationArn: TO },
    ),
    touches: [],
    changes: [
      { kind: 'exposure', subject: `DataSync location ${TO}`, does: 'open' },
      { kind: 'destruction', subject: `deleted DataSync location ${TO}`, does: 'close' },
    ],
  },
  {
    name: 'a file system becomes a location',
    record: call('CreateLocationEfs', {
      efsFilesystemArn: 'arn:aws:elasticfilesystem:us-east-1:123837392027:file-system/fs-017557a9f00b1bec9',
    }),
    touches: [
      { store: 'arn:aws:elasticfilesystem:us-east-1:123837392027:file-system/fs-017557a9f00b1bec9', effect: 'named' },
    ],
  },
  {
    name: 'a task is made that runs by a schedule',
    record: call(
      'CreateTask',
      { sourceLocationArn: FROM, destinationLocationArn: TO, schedule: { scheduleExpression: 'rate(1 hour)' } },
      { taskArn: TASK },
    ),
    touches: [{ store: TASK, effect: 'redirected', grantee: TO, grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: `DataSync task ${TASK}`, does: 'open' },
      { kind: 'destruction', subject: `deleted DataSync task ${TASK}`, does: 'close' },
    ],
  },
  {
    name: 'a task is run, and the record names it alone',
    record: call('StartTaskExecution', { taskArn: TASK }, { taskExecutionArn: RUN }),
    touches: [{ store: TASK, effect: 'copied-out', grantee: 'its destination', bytes: null }],
    changes: [{ kind: 'exposure', subject: `DataSync task ${TASK} / run ${RUN}`, does: 'open' }],
  },
  {
    name: 'the run is cancelled',
    record: call('CancelTaskExecution', { taskExecutionArn: RUN }),
    touches: [{ store: TASK, effect: 'named' }],
    changes: [{ kind: 'exposure', subject: `DataSync task ${TASK} / run ${RUN}`, does: 'close' }],
  },
  {
    name: 'the task is deleted',
    record: call('DeleteTask', { taskArn: TASK }),
    touches: [{ store: TASK, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'destruction', subject: `deleted DataSync task ${TASK}`, does: 'open' },
      { kind: 'exposure', subject: `DataSync task ${TASK}`, does: 'close' },
    ],
  },
]
