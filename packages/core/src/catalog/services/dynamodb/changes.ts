import type { CallEvent } from '../../../domain/call.ts'
import {
  about,
  closing,
  creation,
  deletion,
  policyDeleted,
  policyPut,
  type Thing,
} from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { policyIn, target } from './actions.ts'
import { backupId, tableId, tableName } from './names.ts'

const TABLE: Thing = { noun: 'table', id: tableId, name: tableName }
const BACKUP: Thing = { noun: 'backup', id: backupId, name: (call) => backupId(call) ?? 'unknown' }
const NEW_TABLE: Thing = {
  noun: 'table',
  id: target,
  name: (call) => pickText(call.request, 'targetTableName') ?? target(call) ?? 'unknown',
}
const POLICED: Thing = {
  noun: 'table',
  id: (call) => pickText(call.request, 'resourceArn') ?? tableId(call),
  name: tableName,
}

function command(verb: string, rest = ''): (call: CallEvent) => string {
  return (call) =>
    `aws dynamodb ${verb} --table-name ${shellWord(tableName(call))} --region ${shellWord(call.region)}${rest}`
}

const table = (call: CallEvent): string => `table \`${tableName(call)}\``

const dropBackup = (call: CallEvent): string =>
  `aws dynamodb delete-backup --backup-arn ${shellWord(backupId(call) ?? 'BACKUP')} --region ${shellWord(call.region)}`
const dropNew = (call: CallEvent): string =>
  `aws dynamodb delete-table --table-name ${shellWord(NEW_TABLE.name(call))} --region ${shellWord(call.region)}`
const dropPolicy = (call: CallEvent): string =>
  `aws dynamodb delete-resource-policy --resource-arn ${shellWord(POLICED.id(call) ?? 'TABLE')} --region ${shellWord(call.region)}`

const PROTECTION = about('deletion protection', tableId)
const RECOVERY = about('point-in-time recovery', tableId)
const EXPIRY = about('time to live', tableId)
const STREAM = about('stream', tableId)

function isSwitched(call: CallEvent, key: string, on: boolean): boolean {
  return valuesUnder(call.request, key).some((value) => value === on)
}

/** A switch whose being off lets content be lost. */
function protection(
  subject: ChangeSpec['subject'],
  key: string,
  words: string,
  undo: (call: CallEvent) => string,
): readonly ChangeSpec[] {
  return [
    {
      kind: 'destruction',
      does: 'open',
      subject,
      what: (call) => `switched off ${words} of ${table(call)}`,
      undo,
      when: (call) => isSwitched(call, key, false),
    },
    {
      ...closing('destruction', subject, (call) => `switched on ${words} of ${table(call)}`),
      when: (call) => isSwitched(call, key, true),
    },
  ]
}

const EXPIRES: readonly ChangeSpec[] = [
  {
    kind: 'destruction',
    does: 'open',
    subject: EXPIRY,
    what: (call) => `set items of ${table(call)} to be deleted at a time that stands in them`,
    undo: (call) =>
      command(
        'update-time-to-live',
        ` --time-to-live-specification Enabled=false,AttributeName=${shellWord(attribute(call))}`,
      )(call),
    when: (call) => isSwitched(call, 'enabled', true),
  },
  {
    ...closing('destruction', EXPIRY, (call) => `stopped the expiry of items of ${table(call)}`),
    when: (call) => isSwitched(call, 'enabled', false),
  },
]

function attribute(call: CallEvent): string {
  return pickText(pick(call.request, 'timeToLiveSpecification'), 'attributeName') ?? 'ATTRIBUTE'
}

/** What calls on tables change for longer than themselves. */
export const CHANGES: Readonly<Record<string, ChangeSpec | readonly ChangeSpec[]>> = {
  CreateTable: creation(TABLE, command('delete-table')),
  DeleteTable: deletion(
    TABLE,
    (call) =>
      `restore table \`${tableName(call)}\` from a backup: aws dynamodb restore-table-from-backup (the last state is kept for 35 days where point-in-time recovery was on)`,
  ),
  RestoreTableFromBackup: creation(NEW_TABLE, dropNew),
  RestoreTableToPointInTime: creation(NEW_TABLE, dropNew),
  CreateBackup: creation(BACKUP, dropBackup),
  DeleteBackup: deletion(BACKUP, () => 'take a new backup; the deleted one cannot be brought back'),
  PutResourcePolicy: policyPut({ ...POLICED, document: policyIn, undo: dropPolicy }),
  DeleteResourcePolicy: policyDeleted(POLICED),
  UpdateTable: protection(
    PROTECTION,
    'deletionProtectionEnabled',
    'protection against deletion',
    command('update-table', ' --deletion-protection-enabled'),
  ),
  UpdateContinuousBackups: protection(
    RECOVERY,
    'pointInTimeRecoveryEnabled',
    'point-in-time recovery',
    command('update-continuous-backups', ' --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true'),
  ),
  UpdateTimeToLive: EXPIRES,
  EnableKinesisStreamingDestination: {
    kind: 'exposure',
    does: 'open',
    subject: STREAM,
    what: (call) =>
      `sent every change of ${table(call)} to stream \`${pickText(call.request, 'streamArn') ?? 'unknown'}\``,
    undo: (call) =>
      command(
        'disable-kinesis-streaming-destination',
        ` --stream-arn ${shellWord(pickText(call.request, 'streamArn') ?? 'STREAM')}`,
      )(call),
  },
  DisableKinesisStreamingDestination: closing(
    'exposure',
    STREAM,
    (call) => `stopped sending the changes of ${table(call)}`,
  ),
}
