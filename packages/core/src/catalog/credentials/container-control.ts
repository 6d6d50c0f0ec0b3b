import type { CallEvent } from '../../domain/call.ts'
import { taskArn } from '../../domain/compute.ts'
import { type CredentialRow, defineCredential, type MintDraft } from '../../domain/credential-row.ts'
import { pickTexts } from '../../domain/json.ts'

/** The task in a session's target, `ecs:cluster_task_runtime`: the name of the cluster may hold underscores itself. */
function targeted(target: string): readonly string[] {
  return target.startsWith('ecs:') ? target.split('_').slice(-2, -1) : []
}

function tasksOf(call: CallEvent): readonly string[] {
  switch (call.name) {
    case 'StartSession':
      return pickTexts(call.request, 'target').flatMap(targeted)
    case 'ExecuteCommand':
      return [...pickTexts(call.response, 'taskArn'), ...pickTexts(call.request, 'task')]
    default:
      return pickTexts(call.response, 'tasks[].taskArn')
  }
}

function mintsOf(call: CallEvent): readonly MintDraft[] {
  const tasks = tasksOf(call).flatMap((task) => taskArn(task, call) ?? [])
  return [...new Set(tasks)].map((minted) => ({ minted, kind: 'compute', link: 'possible' }))
}

const BY = {
  type: 'IAMUser',
  arn: 'arn:aws:iam::111122223333:user/dev',
  accountId: '111122223333',
  accessKeyId: 'AKIA00000000000000C1',
}
const TASK = {
  minted: 'arn:aws:ecs:us-east-1:111122223333:task/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f',
  kind: 'compute',
  link: 'possible',
} as const

const row: CredentialRow = defineCredential({
  id: 'container-control',
  title: 'Ways to act in a container, with the credentials of its task',
  sources: ['ecs.amazonaws.com', 'ssm.amazonaws.com'],
  names: ['RunTask', 'StartTask', 'ExecuteCommand', 'StartSession'],
  mints: mintsOf,
  cite: 'Amazon ECS API reference: RunTask, StartTask, ExecuteCommand',
  examples: [
    {
      name: 'a task is run',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RunTask',
        userIdentity: BY,
        requestParameters: { cluster: 'shop', taskDefinition: 'orders:7' },
        responseElements: {
          tasks: [{ taskArn: 'arn:aws:ecs:us-east-1:111122223333:task/shop/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f' }],
          failures: [],
        },
      },
      mints: [TASK],
    },
    {
      name: 'a command is run in a task',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'ExecuteCommand',
        userIdentity: BY,
        requestParameters: {
          cluster: 'shop',
          task: '5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f',
          command: '/bin/sh',
          interactive: true,
        },
        responseElements: { taskArn: 'arn:aws:ecs:us-east-1:111122223333:task/shop/5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f' },
      },
      mints: [TASK],
    },
    {
      name: 'a session is opened in a task',
      record: {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'StartSession',
        userIdentity: BY,
        requestParameters: {
          target: 'ecs:my_shop_5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f_5f0b0c3f2a8d4b0c9d1e7a6b5c4d3e2f-0527074092',
        },
      },
      mints: [TASK],
    },
    {
      name: 'a task that could not be placed is none',
      record: {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'RunTask',
        userIdentity: BY,
        responseElements: { tasks: [], failures: [{ reason: 'RESOURCE:MEMORY' }] },
      },
      mints: [],
    },
  ],
})

export default row
