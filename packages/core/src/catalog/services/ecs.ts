import type { CallEvent } from '../../domain/call.ts'
import {
  command,
  everySaid,
  forEach,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  said,
  unmade,
} from '../../domain/change-forms.ts'
import { about, type FromCall } from '../../domain/change-spec.ts'
import { taskArn } from '../../domain/compute.ts'
import { pick, pickText, pickTexts } from '../../domain/json.ts'
import { type CallChanges, defineService, type ServiceRow } from '../../domain/service-row.ts'

function last(text: string | null): string | null {
  return text?.replace(/^.*\//, '') ?? null
}

const CLUSTER: FromCall = (call) => last(said('clusterName', 'cluster')(call)) ?? 'default'
const CLUSTERED = plain({
  kind: 'configuration',
  noun: 'cluster',
  id: inPlace(CLUSTER),
  name: CLUSTER,
  remove: ['ecs delete-cluster', 'cluster'],
})

/** A definition by family and revision: `arn:...:task-definition/web:7` and `web:7` are the same. */
const DEFINITION: FromCall = (call) => last(said('taskDefinitionArn')(call) ?? pickText(call.request, 'taskDefinition'))
const DEFINED = plain({
  kind: 'persistence',
  noun: 'task definition',
  id: inPlace(DEFINITION),
  name: DEFINITION,
  remove: ['ecs deregister-task-definition', 'task-definition'],
})

const NAME: FromCall = (call) => last(pickText(call.request, 'serviceName') ?? pickText(call.request, 'service'))
const KEPT: Lasting = {
  kind: 'persistence',
  subject: part(CLUSTERED.subject, 'service', NAME),
  words: (call) => `service \`${NAME(call) ?? 'unknown'}\` of ${CLUSTERED.words(call)}`,
  remove: command('ecs delete-service --force', { cluster: CLUSTER, service: NAME, region: REGION }),
}

function task(id: FromCall): Lasting {
  const arn: FromCall = (call) => {
    const found = id(call)
    return found === null ? null : (taskArn(found, call) ?? found)
  }
  return {
    kind: 'persistence',
    subject: about('task', arn),
    words: (call) => `task \`${last(arn(call)) ?? 'unknown'}\` of ${CLUSTERED.words(call)}`,
    remove: command('ecs stop-task', { cluster: CLUSTER, task: id, region: REGION }),
    sentences: [
      (call) => `ran \`${DEFINITION(call) ?? 'unknown'}\` as task \`${last(arn(call)) ?? 'unknown'}\``,
      (call) => `stopped task \`${last(arn(call)) ?? 'unknown'}\``,
    ],
  }
}

/** Started tasks stand in the answer; where none could be placed, none runs. */
const run: CallChanges = (call) => {
  const arns = pickTexts(call.response, 'tasks[].taskArn')
  if (arns.length > 0) return arns.flatMap((arn) => made(task(() => arn)))
  return pick(call.response, 'tasks') === undefined ? made(task(() => null)) : []
}

const stopped: (call: CallEvent) => readonly string[] = (call) => {
  const found = pickText(call.response, 'task.taskArn') ?? pickText(call.request, 'task')
  return found === null ? [] : [found]
}

const row: ServiceRow = defineService({
  service: 'ecs',
  sources: ['ecs.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(CLUSTERED, 'CreateCluster', 'DeleteCluster'),
    RegisterTaskDefinition: made(DEFINED),
    DeregisterTaskDefinition: unmade(DEFINED),
    DeleteTaskDefinitions: forEach(everySaid('taskDefinitions'), (id) =>
      unmade({
        ...DEFINED,
        subject: about(
          'task definition',
          inPlace((call) => last(id(call))),
        ),
      }),
    ),
    ...pair(KEPT, 'CreateService', 'DeleteService'),
    UpdateService: opening(
      'persistence',
      part(KEPT.subject, 'update', (call) => call.eventId),
      (call) => `changed ${KEPT.words(call)}: its task definition, count or network`,
      command('ecs update-service --task-definition FORMER', { cluster: CLUSTER, service: NAME, region: REGION }),
    ),
    RunTask: run,
    StartTask: run,
    StopTask: forEach(stopped, (id) => unmade(task(id))),
  },
  cite: 'Amazon ECS API reference',
  examples: [
    {
      name: 'a task is run',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RunTask',
        requestParameters: { cluster: 'shop', taskDefinition: 'orders:7' },
        responseElements: {
          tasks: [{ taskArn: 'arn:aws:ecs:us-east-1:111122223333:task/shop/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f' }],
          failures: [],
        },
      },
      changes: [
        {
          kind: 'persistence',
          subject: 'task arn:aws:ecs:us-east-1:111122223333:task/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject: 'deleted task arn:aws:ecs:us-east-1:111122223333:task/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f',
          does: 'close',
        },
      ],
    },
    {
      name: 'a task that could not be placed does not run',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RunTask',
        requestParameters: { cluster: 'shop', taskDefinition: 'orders:7' },
        responseElements: { tasks: [], failures: [{ reason: 'RESOURCE:MEMORY' }] },
      },
      changes: [],
    },
    {
      name: 'a definition is registered',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RegisterTaskDefinition',
        requestParameters: { family: 'orders', containerDefinitions: [] },
        responseElements: {
          taskDefinition: { taskDefinitionArn: 'arn:aws:ecs:us-east-1:123837392027:task-definition/orders:8' },
        },
      },
      changes: [
        { kind: 'persistence', subject: 'task definition 123837392027:us-east-1:orders:8', does: 'open' },
        { kind: 'destruction', subject: 'deleted task definition 123837392027:us-east-1:orders:8', does: 'close' },
      ],
    },
  ],
})

export default row
