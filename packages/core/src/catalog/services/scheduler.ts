import { command, inPlace, type Lasting, opening, pair, part, plain, REGION, shown } from '../../domain/change-forms.ts'
import type { FromCall } from '../../domain/change-spec.ts'
import { pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const NAME: FromCall = (call) => pickText(call.request, 'name')
const GROUP: FromCall = (call) => pickText(call.request, 'groupName') ?? 'default'
const SCHEDULE: Lasting = {
  ...plain({
    kind: 'persistence',
    noun: 'schedule',
    id: inPlace((call) => (NAME(call) === null ? null : `${shown(GROUP)(call)}/${NAME(call)}`)),
    name: NAME,
    remove: ['scheduler delete-schedule', 'name'],
  }),
  remove: command('scheduler delete-schedule', { name: NAME, 'group-name': GROUP, region: REGION }),
}

const row: ServiceRow = defineService({
  service: 'scheduler',
  sources: ['scheduler.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(SCHEDULE, 'CreateSchedule', 'DeleteSchedule'),
    UpdateSchedule: opening(
      'persistence',
      part(SCHEDULE.subject, 'content'),
      (call) => `changed ${SCHEDULE.words(call)}`,
      SCHEDULE.remove,
    ),
  },
  cite: 'Amazon EventBridge Scheduler API reference',
  examples: [
    {
      name: 'a schedule is made',
      record: {
        eventSource: 'scheduler.amazonaws.com',
        eventName: 'CreateSchedule',
        requestParameters: { name: 'hourly', groupName: 'default', clientToken: 't' },
      },
      changes: [
        { kind: 'persistence', subject: 'schedule 123837392027:us-east-1:default/hourly', does: 'open' },
        { kind: 'destruction', subject: 'deleted schedule 123837392027:us-east-1:default/hourly', does: 'close' },
      ],
    },
  ],
})

export default row
