import { anyBeside } from '../../../domain/arn-form.ts'
import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { archiveOf, everyArchive, everySender, flowOf, rulesOf, senderOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const SENDING: Channel = {
  kind: 'data-call',
  way: 'sending mail as it',
  recordedBy: 'data-events',
  settledBy:
    'the data events of senders, where a trail selects them, and the events of sending that a configuration set delivers',
}

const SENDER: readonly Channel[] = [
  SENDING,
  {
    kind: 'log-in',
    way: 'sending mail as it by SMTP, with the key of a user',
    recordedBy: 'nothing',
    settledBy:
      'the events of sending that a configuration set delivers, and `aws cloudwatch get-metric-statistics --namespace AWS/SES --metric-name Send --region {region}` for the numbers',
  },
  {
    kind: 'continuing-grant',
    way: 'a policy that lets others send as it, or a topic, an event destination or an archive that its mail or word of it goes to',
    recordedBy: 'nothing',
    settledBy:
      '`aws sesv2 get-email-identity --email-identity {name} --region {region}` and `aws ses get-identity-notification-attributes --identities {name} --region {region}`',
  },
]

const RULES: readonly Channel[] = [
  {
    kind: 'continuing-grant',
    way: 'a rule that sends mail on to a bucket, a topic, a function, an archive or another server',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'neighbour',
    way: 'the buckets, queues and archives that mail was put in, and notices of bounces that hold it',
    recordedBy: 'nothing',
    settledBy:
      '`aws ses describe-active-receipt-rule-set --region {region}`, `aws mailmanager list-rule-sets --region {region}` and the data events of the buckets that they name',
  },
]

const ARCHIVED: Channel = {
  kind: 'data-call',
  way: 'searching it, reading its messages or exporting them to a bucket',
  // Whether these calls are management or data events is not said in its documents; so no record of them is relied upon.
  recordedBy: 'nothing',
  settledBy:
    '`aws mailmanager list-archive-exports --archive-id {name} --region {region}`, `aws mailmanager list-archive-searches --archive-id {name} --region {region}` and all events of {account} in {region}',
}

/** Senders, mail that arrives and archives of mail, with the ways into them. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'ses-identity': { title: 'mail sender', name: senderOf, channels: SENDER },
  'ses-identity-set': {
    title: 'set of mail senders',
    name: everySender,
    channels: [SENDING],
    holds: anyBeside('ses-identity'),
  },
  'ses-receipt-rules': { title: 'rules for mail that arrives', name: rulesOf, channels: RULES },
  'ses-mail-flow': { title: 'rules of Mail Manager', name: flowOf, channels: RULES },
  'ses-archive': { title: 'mail archive', name: archiveOf, channels: [ARCHIVED] },
  'ses-archive-set': {
    title: 'set of mail archives',
    name: everyArchive,
    channels: [ARCHIVED],
    holds: anyBeside('ses-archive'),
  },
}
