import type { ServiceExample } from '../../../domain/service-row.ts'

const DMS = { eventSource: 'dms.amazonaws.com', eventVersion: '1.05' }
const PLACE = 'arn:aws:dms:us-east-1:123837392027'
const TASK = `${PLACE}:task:EX4MBJ2NMRDL3BMAYJOXUGYPUE`
const [SOURCE, TARGET] = [`${PLACE}:endpoint:SRC`, `${PLACE}:endpoint:DST`]

function call(eventName: string, requestParameters: object, responseElements: object | null = null): object {
  return { ...DMS, eventName, requestParameters, responseElements }
}

function answered(migrationType: string): object {
  return {
    replicationTask: { replicationTaskArn: TASK, sourceEndpointArn: SOURCE, targetEndpointArn: TARGET, migrationType },
  }
}

/** Records and what they did: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a bucket becomes the target of copies',
    record: call(
      'CreateEndpoint',
      { endpointIdentifier: 'x', endpointType: 'target', engineName: 's3', s3Settings: { bucketName: 'elsewhere' } },
      { endpoint: { endpointArn: TARGET, engineName: 's3' } },
    ),
    touches: [{ store: 'arn:aws:s3:::elsewhere', effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `DMS endpoint ${TARGET}`, does: 'open' },
      { kind: 'destruction', subject: `deleted DMS endpoint ${TARGET}`, does: 'close' },
    ],
  },
  {
    name: 'a task is set up',
    record: call(
      'CreateReplicationTask',
      { sourceEndpointArn: SOURCE, targetEndpointArn: TARGET },
      answered('full-load'),
    ),
    touches: [{ store: TASK, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `DMS task ${TASK}`, does: 'open' },
      { kind: 'destruction', subject: `deleted DMS task ${TASK}`, does: 'close' },
    ],
  },
  {
    name: 'a task copies what is there',
    record: call('StartReplicationTask', { replicationTaskArn: TASK }, answered('full-load')),
    touches: [{ store: TASK, effect: 'copied-out', grantee: TARGET, bytes: null }],
    changes: [{ kind: 'exposure', subject: `DMS task ${TASK} / running`, does: 'open' }],
  },
  {
    name: 'a task goes on with what changes',
    record: call('StartReplicationTask', { replicationTaskArn: TASK }, answered('full-load-and-cdc')),
    touches: [
      { store: TASK, effect: 'copied-out', grantee: TARGET },
      { store: TASK, effect: 'redirected', grantee: TARGET, grant: 'open' },
    ],
  },
  {
    name: 'the task is stopped',
    record: call('StopReplicationTask', { replicationTaskArn: TASK }),
    touches: [{ store: TASK, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `DMS task ${TASK} / running`, does: 'close' }],
  },
  {
    name: 'a run whose task the record leaves out is still a change',
    record: call('StartReplication', {}),
    touches: [],
    changes: [{ kind: 'exposure', subject: 'DMS task unnamed e-1 / running', does: 'open' }],
  },
  {
    name: 'the password of a source is taken from a secret',
    record: call('CreateEndpoint', {
      endpointType: 'source',
      engineName: 'postgres',
      postgreSQLSettings: {
        secretsManagerSecretId: 'arn:aws:secretsmanager:us-east-1:123837392027:secret:payroll-ABC123',
      },
    }),
    touches: [{ store: 'arn:aws:secretsmanager:us-east-1:123837392027:secret:payroll-ABC123', effect: 'named' }],
  },
]
