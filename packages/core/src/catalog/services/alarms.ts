import type { CallEvent } from '../../domain/call.ts'
import {
  command,
  everySaid,
  forEach,
  inPlace,
  type Lasting,
  made,
  opening,
  part,
  plain,
  REGION,
  unmade,
} from '../../domain/change-forms.ts'
import { closing, type FromCall } from '../../domain/change-spec.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

const names = everySaid('alarmNames', 'alarmName')

function alarm(name: FromCall): Lasting {
  return {
    ...plain({
      kind: 'configuration',
      noun: 'alarm',
      id: inPlace(name),
      name,
      remove: ['cloudwatch delete-alarms', 'alarm-names'],
    }),
    remake: command('cloudwatch put-metric-alarm --cli-input-json file://former-alarm.json', { region: REGION }),
  }
}

/** An alarm that is gone warns nobody: a change of logging, not the loss of a thing. */
function gone(name: FromCall): readonly ChangeSpec[] {
  return unmade(alarm(name)).map((spec): ChangeSpec => ({ ...spec, kind: 'logging' }))
}

function silenced(name: FromCall): readonly ChangeSpec[] {
  return [
    opening(
      'logging',
      part(alarm(name).subject, 'silent'),
      (call) => `silenced ${alarm(name).words(call)}`,
      command('cloudwatch enable-alarm-actions', { 'alarm-names': name, region: REGION }),
    ),
  ]
}

function audible(name: FromCall): readonly ChangeSpec[] {
  const what = (call: CallEvent): string => `let ${alarm(name).words(call)} warn again`
  return [closing('logging', part(alarm(name).subject, 'silent'), what)]
}

const row: ServiceRow = defineService({
  service: 'alarms',
  sources: ['monitoring.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    PutMetricAlarm: forEach(names, (name) => made(alarm(name))),
    PutCompositeAlarm: forEach(names, (name) => made(alarm(name))),
    DeleteAlarms: forEach(names, gone),
    DisableAlarmActions: forEach(names, silenced),
    EnableAlarmActions: forEach(names, audible),
  },
  cite: 'Amazon CloudWatch API reference',
  examples: [
    {
      name: 'two alarms are deleted',
      record: {
        eventSource: 'monitoring.amazonaws.com',
        eventName: 'DeleteAlarms',
        requestParameters: { alarmNames: ['root-sign-in', 'trail-changed'] },
      },
      changes: [
        { kind: 'logging', subject: 'deleted alarm 123837392027:us-east-1:root-sign-in', does: 'open' },
        { kind: 'logging', subject: 'alarm 123837392027:us-east-1:root-sign-in', does: 'close' },
        { kind: 'logging', subject: 'deleted alarm 123837392027:us-east-1:trail-changed', does: 'open' },
        { kind: 'logging', subject: 'alarm 123837392027:us-east-1:trail-changed', does: 'close' },
      ],
    },
  ],
})

export default row
