import type { CallEvent } from '../../domain/call.ts'
import {
  command,
  everySaid,
  type Lasting,
  opening,
  pair,
  part,
  plain,
  REGION,
  said,
} from '../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../domain/change-spec.ts'
import { outage, settings } from '../../domain/change-switches.ts'
import { type CallChanges, type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

const DETECTOR = said('detectorId')
const DETECTION: FromCall = ({ account, region }) => `threat detection ${account}:${region}`
const on = { 'detector-id': DETECTOR, region: REGION }

/** Something of a detector: which findings are kept back, or where they go. */
function piece(noun: string, id: FromCall, verb: string, option: string): Lasting {
  return {
    ...plain({ kind: 'logging', noun, id, remove: [`guardduty ${verb}`, option] }),
    subject: part(about('detector', DETECTOR), noun, id),
    remove: command(`guardduty ${verb}`, { 'detector-id': DETECTOR, [option]: id, region: REGION }),
  }
}

const FILTER_NAME = said('filterName', 'name')
const FILTER = piece('findings filter', FILTER_NAME, 'delete-filter', 'filter-name')
const TRUSTED = piece('list of trusted addresses', said('ipSetId'), 'delete-ip-set', 'ip-set-id')
const THREATS = piece('list of threats', said('threatIntelSetId'), 'delete-threat-intel-set', 'threat-intel-set-id')
const SENT = piece('export of findings', said('destinationId'), 'delete-publishing-destination', 'destination-id')

const members = everySaid('accountIds')
const memberWords = (call: CallEvent): string =>
  members(call)
    .map((id) => `\`${id}\``)
    .join(', ') || 'that the record does not name'

/** Members whose detection is no more seen by the administrator's account: each is a change of its own. */
function unseen(verb: string, undo: string): (call: CallEvent) => readonly ChangeSpec[] {
  return (call) => {
    const ids = members(call)
    const subjects: readonly FromCall[] =
      ids.length === 0 ? [() => null] : ids.map((id) => () => `watched member ${id}`)
    return subjects.map((subject) =>
      opening(
        'logging',
        subject,
        (one) => `${verb} member accounts ${memberWords(one)}`,
        command(`guardduty ${undo}`, on),
      ),
    )
  }
}

const seen = (call: CallEvent): readonly ChangeSpec[] =>
  members(call).map((id) =>
    closing(
      'logging',
      () => `watched member ${id}`,
      () => `took member account \`${id}\` into the detection`,
    ),
  )

const ADMINISTERED: FromCall = ({ account, region }) => `administrator of detection ${account}:${region}`
const left = opening(
  'logging',
  ADMINISTERED,
  ({ account }) => `took the detection of account \`${account}\` from its administrator`,
  () => 'let the administrator invite the account again and accept: aws guardduty accept-administrator-invitation',
)

/** Changed in part: what a later call changes may be another part, so that none ends another. */
function changed(it: Lasting): ChangeSpec {
  return opening(it.kind, part(it.subject, 'content'), (call) => `changed ${it.words(call)}`, it.remove)
}

const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...outage(
    {
      subject: DETECTION,
      words: ({ region }) => `the detection of threats in region \`${region}\``,
      again: command('guardduty create-detector --enable', { region: REGION }),
    },
    'DeleteDetector',
    'CreateDetector',
  ),
  UpdateDetector: settings({
    kind: 'logging',
    subject: about('detector', DETECTOR),
    words: (call) => `detector \`${DETECTOR(call) ?? 'unknown'}\``,
    keys: ['enable', 'findingPublishingFrequency', 'dataSources', 'features'],
    restore: command('guardduty update-detector', on),
  }),
  ...pair(FILTER, 'CreateFilter', 'DeleteFilter'),
  UpdateFilter: changed(FILTER),
  ...pair(TRUSTED, 'CreateIPSet', 'DeleteIPSet'),
  UpdateIPSet: changed(TRUSTED),
  ...pair(THREATS, 'CreateThreatIntelSet', 'DeleteThreatIntelSet'),
  UpdateThreatIntelSet: changed(THREATS),
  ...pair(SENT, 'CreatePublishingDestination', 'DeletePublishingDestination'),
  UpdatePublishingDestination: changed(SENT),
  ArchiveFindings: opening(
    'logging',
    () => null,
    () => 'archived findings, so that they are no longer shown',
    command('guardduty unarchive-findings --finding-ids FINDINGS', on),
  ),
  DeleteMembers: unseen('deleted', 'create-members --account-details file://members.json'),
  DisassociateMembers: unseen('dismissed', 'invite-members --account-ids MEMBERS'),
  StopMonitoringMembers: unseen('stopped watching', 'start-monitoring-members --account-ids MEMBERS'),
  StartMonitoringMembers: seen,
  CreateMembers: seen,
  DisassociateFromMasterAccount: left,
  DisassociateFromAdministratorAccount: left,
  AcceptInvitation: closing('logging', ADMINISTERED, () => 'accepted an administrator of the detection'),
  AcceptAdministratorInvitation: closing('logging', ADMINISTERED, () => 'accepted an administrator of the detection'),
}

const row: ServiceRow = defineService({
  service: 'guardduty',
  sources: ['guardduty.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: CHANGES,
  cite: 'Amazon GuardDuty API reference',
  examples: [
    {
      name: 'a list of threats is loaded',
      record: {
        eventSource: 'guardduty.amazonaws.com',
        eventName: 'CreateThreatIntelSet',
        requestParameters: {
          detectorId: '5ab04b1110c865eecf516eee2435ede7',
          name: 'Example',
          format: 'TXT',
          activate: false,
          location: 'https://s3.amazonaws.com/bucket.name/file.txt',
        },
        responseElements: { threatIntelSetId: '1ab200428351c99d859bf61992460d24' },
      },
      changes: [
        {
          kind: 'logging',
          subject: 'detector 5ab04b1110c865eecf516eee2435ede7 / list of threats 1ab200428351c99d859bf61992460d24',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject:
            'deleted detector 5ab04b1110c865eecf516eee2435ede7, list of threats 1ab200428351c99d859bf61992460d24',
          does: 'close',
        },
      ],
    },
    {
      name: 'the detection is switched off by deleting the detector',
      record: {
        eventSource: 'guardduty.amazonaws.com',
        eventName: 'DeleteDetector',
        requestParameters: { detectorId: '5ab04b1110c865eecf516eee2435ede7' },
      },
      changes: [{ kind: 'logging', subject: 'threat detection 123837392027:us-east-1', does: 'open' }],
    },
    {
      name: 'two members are no longer watched',
      record: {
        eventSource: 'guardduty.amazonaws.com',
        eventName: 'StopMonitoringMembers',
        requestParameters: {
          detectorId: '5ab04b1110c865eecf516eee2435ede7',
          accountIds: ['111122223333', '444455556666'],
        },
        responseElements: { unprocessedAccounts: [] },
      },
      changes: [
        { kind: 'logging', subject: 'watched member 111122223333', does: 'open' },
        { kind: 'logging', subject: 'watched member 444455556666', does: 'open' },
      ],
    },
  ],
})

export default row
