import type { Chance } from '../chance/chance.ts'
import { hex, letters, uuid } from '../chance/ids.ts'
import type { Deed } from '../emit/deed.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../time.ts'
import { type Account, gibibytes, ofGibibytes, type Store } from '../world/model.ts'
import { reading, type Service, serviceAt, writing } from './management.ts'

const lambda = (store: Store): Service => serviceAt('lambda', store.account, store.region, '1.08')
const ec2 = (account: Account, region: string): Service => serviceAt('ec2', account, region, '1.09')

/** Runs a function: a data event of the function. */
export const invoke = (fn: Store): Deed => ({
  ...writing(lambda(fn), 'Invoke', {
    request: { functionName: fn.name, invocationType: 'RequestResponse', sourceArn: null },
  }),
  category: 'Data',
  resources: [{ accountId: fn.account.id, type: 'AWS::Lambda::Function', ARN: fn.arn }],
  selectable: { type: 'AWS::Lambda::Function', arn: fn.arn },
})

function functionAnswer(chance: Chance, fn: Store, at: number): JsonObject {
  return {
    functionName: fn.name,
    functionArn: `${fn.arn}:2`,
    runtime: 'python3.12',
    role: `arn:aws:iam::${fn.account.id}:role/${fn.name}`,
    handler: 'main.handler',
    codeSize: chance.whole(200, 9000),
    description: '',
    timeout: 3,
    memorySize: 128,
    lastModified: iso(at).replace('Z', '.000+0000'),
    codeSha256: `${letters(chance, 43)}=`,
    version: '2',
    environment: {},
    tracingConfig: { mode: 'PassThrough' },
    revisionId: uuid(chance),
    state: 'Pending',
    stateReason: 'The function is being created.',
    stateReasonCode: 'Creating',
    packageType: 'Zip',
    architectures: ['x86_64'],
    ephemeralStorage: { size: 512 },
    snapStart: { applyOn: 'None', optimizationStatus: 'Off' },
    runtimeVersionConfig: { runtimeVersionArn: `arn:aws:lambda:${fn.region}::runtime:${hex(chance, 64)}` },
  }
}

export function updateFunctionCode(chance: Chance, fn: Store, at: number): Deed {
  const request = {
    fullyQualifiedArn: {
      arnPrefix: { partition: 'aws', region: fn.region, account: fn.account.id },
      relativeId: { functionName: fn.name },
      functionQualifier: {},
    },
    functionName: fn.arn,
    publish: true,
    dryRun: false,
  }
  const response = functionAnswer(chance, fn, at)
  const deed = writing(lambda(fn), 'UpdateFunctionCode20150331v2', { request, response })
  return { ...deed, touches: [{ store: fn, effect: 'written', bytes: 0, objects: [] }] }
}

/** The answer holds the code's address and the environment, secrets included. */
export const getFunction = (fn: Store): Deed => ({
  ...reading(lambda(fn), 'GetFunction20150331v2', { request: { functionName: fn.name } }),
  touches: [{ store: fn, effect: 'read', bytes: 0, objects: [] }],
})

export const describeInstances = (account: Account, region: string): Deed =>
  reading(ec2(account, region), 'DescribeInstances', { request: { instancesSet: {}, filterSet: {} } })

/** A log-in on a host; what is done there is in no record. */
export function startSession(
  chance: Chance,
  at: { readonly account: Account; readonly region: string },
  instance: string,
): Deed {
  const id = `session-${hex(chance, 17)}`
  const response = {
    sessionId: id,
    tokenValue: 'Value hidden due to security reasons.',
    streamUrl: `wss://ssmmessages.${at.region}.amazonaws.com/v1/data-channel/${id}?role=publish_subscribe`,
  }
  return writing(serviceAt('ssm', at.account, at.region, '1.08'), 'StartSession', {
    request: { target: instance },
    response,
  })
}

export function startBuild(
  chance: Chance,
  at: { readonly account: Account; readonly region: string },
  project: string,
): Deed {
  const id = `${project}:${uuid(chance)}`
  const arn = `arn:aws:codebuild:${at.region}:${at.account.id}:build/${id}`
  const response = { build: { id, arn, projectName: project, buildStatus: 'IN_PROGRESS', currentPhase: 'QUEUED' } }
  return writing(serviceAt('codebuild', at.account, at.region, '1.08'), 'StartBuild', {
    request: { projectName: project },
    response,
  })
}

const SMALLEST = 8

function snapshotStore(
  chance: Chance,
  { account, region }: { readonly account: Account; readonly region: string },
  capacity: number,
): Store {
  const name = `snap-${hex(chance, 17)}`
  const arn = `arn:aws:ec2:${region}:${account.id}:snapshot/${name}`
  return { kind: 'ebs-snapshot', arn, account, region, name, objects: [], capacity }
}

/** A copy of a disk, as a store of its own. A disk that is known by its id alone has the smallest size. */
export function createSnapshot(
  chance: Chance,
  at: { readonly account: Account; readonly region: string },
  volume: string | Store,
): { readonly deed: Deed; readonly snapshot: Store } {
  const disk = typeof volume === 'string' ? null : volume
  const volumeId = typeof volume === 'string' ? volume : volume.name
  const capacity = disk?.capacity ?? ofGibibytes(SMALLEST)
  const snapshot = snapshotStore(chance, at, capacity)
  const response = {
    requestId: uuid(chance),
    snapshotId: snapshot.name,
    volumeId,
    status: 'pending',
    startTime: chance.whole(1_700_000_000, 1_800_000_000) * 1000,
    ownerId: at.account.id,
    volumeSize: String(gibibytes(capacity)),
    encrypted: false,
  }
  const written = { store: snapshot, effect: 'written', bytes: 0, objects: [] } as const
  const copied = { effect: 'copied-out', bytes: capacity, objects: [], to: snapshot.arn } as const
  const touches = disk === null ? [written] : [{ store: disk, ...copied }, written]
  return {
    deed: { ...writing(ec2(at.account, at.region), 'CreateSnapshot', { request: { volumeId }, response }), touches },
    snapshot,
  }
}

export function shareSnapshot(chance: Chance, snapshot: Store, account: string): Deed {
  const request = {
    snapshotId: snapshot.name,
    createVolumePermission: { add: { items: [{ userId: account }] } },
    attributeType: 'CREATE_VOLUME_PERMISSION',
  }
  const response = { requestId: uuid(chance), _return: true }
  const deed = writing(ec2(snapshot.account, snapshot.region), 'ModifySnapshotAttribute', { request, response })
  return { ...deed, touches: [{ store: snapshot, effect: 'shared', bytes: 0, objects: [], to: account }] }
}
