import type { ServiceExample } from '../../../domain/service-row.ts'

const SES = { eventSource: 'ses.amazonaws.com' }
const HERE = 'arn:aws:ses:us-east-1:123837392027'
const ID = 'a-1b2c3d4e5f'
const ARCHIVE = `${HERE}:mailmanager-archive/${ID}`
const ANY = `${HERE}:mailmanager-archive/*`
const ALL = `${HERE}:identity/*`
const FLOW = `${HERE}:mailmanager-rule-set/rs-1`

/** Records and what they did to archives of mail and to Mail Manager's rules: the row's tests. */
export const ARCHIVE_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an archive is searched',
    record: {
      ...SES,
      eventName: 'StartArchiveSearch',
      requestParameters: { archiveId: ID, maxResults: 1000 },
      responseElements: { searchId: 'se-1' },
    },
    touches: [{ store: ARCHIVE, effect: 'listed', object: 'se-1' }],
  },
  {
    name: 'what was found is fetched; the record names the search alone',
    record: { ...SES, eventName: 'GetArchiveSearchResults', requestParameters: { searchId: 'se-1' } },
    touches: [{ store: ANY, effect: 'listed', object: 'se-1' }],
  },
  {
    name: 'a message is read',
    record: { ...SES, eventName: 'GetArchiveMessageContent', requestParameters: { archivedMessageId: 'am-1' } },
    touches: [{ store: ANY, effect: 'read', object: 'am-1' }],
  },
  {
    name: 'an archive is exported to a bucket',
    record: {
      ...SES,
      eventName: 'StartArchiveExport',
      requestParameters: { archiveId: ID, exportDestinationConfiguration: { s3: { s3Location: 's3://outside/x' } } },
      responseElements: { exportId: 'ex-1' },
    },
    touches: [
      { store: ARCHIVE, effect: 'copied-out', grantee: 'arn:aws:s3:::outside' },
      { store: 'arn:aws:s3:::outside', effect: 'written' },
    ],
    changes: [{ kind: 'exposure', subject: 'export of mail archive ex-1', does: 'open' }],
  },
  {
    name: 'the export is stopped',
    record: { ...SES, eventName: 'StopArchiveExport', requestParameters: { exportId: 'ex-1' } },
    touches: [],
    changes: [{ kind: 'exposure', subject: 'export of mail archive ex-1', does: 'close' }],
  },
  {
    name: 'all mail that is sent is kept in an archive',
    record: {
      ...SES,
      eventName: 'PutConfigurationSetArchivingOptions',
      requestParameters: { configurationSetName: 'all', archiveArn: ARCHIVE },
    },
    touches: [
      { store: ALL, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ALL, effect: 'redirected', grantee: ARCHIVE, grant: 'open' },
      { store: ARCHIVE, effect: 'named' },
    ],
  },
  {
    name: 'an archive is deleted',
    record: { ...SES, eventName: 'DeleteArchive', requestParameters: { archiveId: ID } },
    touches: [{ store: ARCHIVE, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted mail archive ${ID}`, does: 'open' },
      { kind: 'configuration', subject: `mail archive ${ID}`, does: 'close' },
    ],
  },
  {
    name: 'rules send mail to another server',
    record: {
      ...SES,
      eventName: 'UpdateRuleSet',
      requestParameters: { ruleSetId: 'rs-1', rules: [{ name: 'r', actions: [{ relay: { relay: 'relay-1' } }] }] },
    },
    touches: [
      { store: FLOW, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: FLOW, effect: 'redirected', grantee: 'relay-1', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: 'set of rules of Mail Manager rs-1 / content', does: 'close' },
      { kind: 'exposure', subject: 'set of rules of Mail Manager rs-1 / content', does: 'open' },
    ],
  },
  {
    name: 'rules are deleted',
    record: { ...SES, eventName: 'DeleteRuleSet', requestParameters: { ruleSetId: 'rs-1' } },
    touches: [
      { store: FLOW, effect: 'destroyed', grant: null },
      { store: FLOW, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: 'deleted set of rules of Mail Manager rs-1', does: 'open' },
      { kind: 'exposure', subject: 'set of rules of Mail Manager rs-1', does: 'close' },
    ],
  },
]
