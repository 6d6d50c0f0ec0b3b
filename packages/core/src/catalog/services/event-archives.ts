import {
  type ArnForm,
  bareIn,
  idIn,
  type NameOf,
  namedAs,
  nameIn,
  namesIn,
  orUnnamed,
  type TextsOf,
} from '../../domain/arn-form.ts'
import type { CallEvent } from '../../domain/call.ts'
import { command, inPlace, opening, part, plain, REGION, replacing } from '../../domain/change-forms.ts'
import { about, closing, creation, deletion, type Thing } from '../../domain/change-spec.ts'
import { pickText } from '../../domain/json.ts'
import { type Action, defineService, type ServiceRow, type StoreAt } from '../../domain/service-row.ts'

const FORM: ArnForm = { service: 'events', head: 'archive/', name: /^[\w.-]{1,48}$/ }
const archiveOf: NameOf = namedAs(FORM)
/** The source of a replay is an archive; the source of an archive is a bus, which is named by an ARN of another form. */
const archivesOf: TextsOf = namesIn(archiveOf, 'archiveName', 'archiveArn', 'eventSourceArn')

const ARCHIVE: StoreAt = { kind: 'event-archive', at: archivesOf }
const COPY: Action = { logged: 'management', on: ARCHIVE, effect: 'copied-out', names: 'one' }

const to = (call: CallEvent): string | null => pickText(call.request, 'destination.arn')

const ID = orUnnamed(idIn(archiveOf, archivesOf))
const THING: Thing = { noun: 'event archive', id: ID, name: nameIn(archiveOf, archivesOf) }
const archive = (call: CallEvent): string => `event archive \`${THING.name(call)}\``
const ON_ARCHIVE = { 'archive-name': bareIn(archiveOf, archivesOf), region: REGION }

const REPLAY_NAME = (call: CallEvent): string | null => pickText(call.request, 'replayName')
const REPLAY = plain({
  kind: 'exposure',
  noun: 'replay of events',
  id: inPlace(REPLAY_NAME),
  name: REPLAY_NAME,
  remove: ['events cancel-replay', 'replay-name'],
})

const ARCHIVE_NAMED = { eventSource: 'events.amazonaws.com' }
const ARN = 'arn:aws:events:us-east-1:123837392027:archive/orders'
const BUS = 'arn:aws:events:us-east-1:123837392027:event-bus/orders'

const row: ServiceRow = defineService({
  service: 'event-archives',
  sources: ['events.amazonaws.com'],
  stores: {
    'event-archive': {
      title: 'event archive',
      name: archiveOf,
      channels: [
        {
          kind: 'management-call',
          way: 'replaying its events to a bus, whose rules send them on',
          recordedBy: 'management-events',
          settledBy:
            '`aws events list-replays --event-source-arn {id} --region {region}` and the CloudTrail log files of {account} in {region} with their digest files',
        },
        {
          kind: 'neighbour',
          way: 'the bus that it is filled from, and the targets of its rules',
          recordedBy: 'nothing',
          settledBy: '`aws events describe-archive --archive-name {name} --region {region}`',
        },
      ],
    },
  },
  mentions: [ARCHIVE],
  actions: {
    StartReplay: { ...COPY, to },
    DeleteArchive: { ...COPY, effect: 'destroyed' },
  },
  changes: {
    CreateArchive: creation(THING, command('events delete-archive', ON_ARCHIVE)),
    DeleteArchive: deletion(THING, () => 'nothing brings back the archived events'),
    UpdateArchive: replacing(
      'destruction',
      part(about('event archive', ID), 'content'),
      (call) => `changed what ${archive(call)} keeps, and for how long`,
      (call) => `${command('events update-archive', ON_ARCHIVE)(call)} --retention-days FORMER`,
    ),
    StartReplay: opening(
      'exposure',
      REPLAY.subject,
      (call) => `sent the events of ${archive(call)} to \`${to(call) ?? 'unknown'}\` again`,
      (call) => `${REPLAY.remove(call)} (while it runs; what was sent is sent)`,
    ),
    CancelReplay: closing('exposure', REPLAY.subject, (call) => `cancelled ${REPLAY.words(call)}`),
  },
  cite: 'Amazon EventBridge user guide: archives and replays; API reference',
  examples: [
    {
      name: 'archived events are sent to a bus again',
      record: {
        ...ARCHIVE_NAMED,
        eventName: 'StartReplay',
        requestParameters: {
          replayName: 'again',
          eventSourceArn: ARN,
          eventStartTime: 'Mar 24, 2026, 8:00:00 AM',
          eventEndTime: 'Mar 25, 2026, 8:00:00 AM',
          destination: { arn: BUS },
        },
        responseElements: { replayArn: 'arn:aws:events:us-east-1:123837392027:replay/again', state: 'STARTING' },
      },
      touches: [{ store: ARN, effect: 'copied-out', grantee: BUS }],
      changes: [{ kind: 'exposure', subject: 'replay of events 123837392027:us-east-1:again', does: 'open' }],
    },
    {
      name: 'the replay is cancelled',
      record: { ...ARCHIVE_NAMED, eventName: 'CancelReplay', requestParameters: { replayName: 'again' } },
      touches: [],
      changes: [{ kind: 'exposure', subject: 'replay of events 123837392027:us-east-1:again', does: 'close' }],
    },
    {
      name: 'events of a bus are archived',
      record: {
        ...ARCHIVE_NAMED,
        eventName: 'CreateArchive',
        requestParameters: { archiveName: 'orders', eventSourceArn: BUS, retentionDays: 0 },
      },
      touches: [{ store: ARN, effect: 'named' }],
      changes: [
        { kind: 'configuration', subject: `event archive ${ARN}`, does: 'open' },
        { kind: 'destruction', subject: `deleted ${ARN}`, does: 'close' },
      ],
    },
    {
      name: 'an archive keeps its events for a day',
      record: {
        ...ARCHIVE_NAMED,
        eventName: 'UpdateArchive',
        requestParameters: { archiveName: 'orders', retentionDays: 1 },
      },
      touches: [{ store: ARN, effect: 'named' }],
      changes: [
        { kind: 'destruction', subject: `event archive ${ARN} / content`, does: 'close' },
        { kind: 'destruction', subject: `event archive ${ARN} / content`, does: 'open' },
      ],
    },
    {
      name: 'an archive is deleted',
      record: { ...ARCHIVE_NAMED, eventName: 'DeleteArchive', requestParameters: { archiveName: 'orders' } },
      touches: [{ store: ARN, effect: 'destroyed' }],
      changes: [
        { kind: 'destruction', subject: `deleted ${ARN}`, does: 'open' },
        { kind: 'configuration', subject: `event archive ${ARN}`, does: 'close' },
      ],
    },
  ],
})

export default row
