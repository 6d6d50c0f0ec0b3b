import { bareIn, idIn, orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { ARCHIVE_CHANGES } from './archive-changes.ts'
import { identitiesOf, placesOf, senderOf } from './names.ts'

const SENDER = about('settings of sender', orUnnamed(idIn(senderOf, identitiesOf)))
const SENDER_NAME = bareIn(senderOf, identitiesOf)
const sender: Words = (call) => `\`${shown(SENDER_NAME)(call)}\``

function setting(
  kind: 'configuration' | 'exposure' | 'persistence',
  topic: string,
  what: Words,
  verb: string,
): readonly ChangeSpec[] {
  const base = command(`ses ${verb}`, { identity: SENDER_NAME, region: REGION })
  return replacing(kind, part(SENDER, topic), what, (call) => `${base(call)} FORMER_SETTING`)
}

const KIND = said('notificationType')
const notified = (call: CallEvent): readonly ChangeSpec[] =>
  setting(
    'exposure',
    `notifications ${shown(KIND)(call)}`,
    () => `sent word of mails by ${sender(call)} to topic \`${shown(said('snsTopic'))(call)}\``,
    'set-identity-notification-topic',
  )

const mailFrom = setting(
  'configuration',
  'return domain',
  (call) => `set where bounces of mail by ${sender(call)} go to \`${shown(said('mailFromDomain'))(call)}\``,
  'set-identity-mail-from-domain',
)
const feedback = setting(
  'configuration',
  'feedback',
  (call) => `changed whether bounces and complaints of mail by ${sender(call)} are sent on`,
  'set-identity-feedback-forwarding-enabled',
)
const signing = setting(
  'persistence',
  'signing',
  (call) => `changed with which key, or whether, mail by ${sender(call)} is signed`,
  'set-identity-dkim-enabled',
)

const SET_NAME = said('configurationSetName')
const EVENT_NAME: FromCall = (call) =>
  said('eventDestinationName')(call) ?? pickText(call.request, 'eventDestination.name')
const EVENTS: Lasting = {
  kind: 'exposure',
  subject: about(
    'events of mail',
    inPlace((call) =>
      SET_NAME(call) === null || EVENT_NAME(call) === null ? null : `${SET_NAME(call)}/${EVENT_NAME(call)}`,
    ),
  ),
  words: (call) =>
    `event destination \`${shown(EVENT_NAME)(call)}\` of configuration set \`${shown(SET_NAME)(call)}\`, to ${places(call)}`,
  remove: command('sesv2 delete-configuration-set-event-destination', {
    'configuration-set-name': SET_NAME,
    'event-destination-name': EVENT_NAME,
    region: REGION,
  }),
}

function places(call: CallEvent): string {
  return (
    placesOf(call)
      .map((place) => `\`${place}\``)
      .join(', ') || 'no place that the record names'
  )
}

const ARCHIVING = about('archiving of mail', inPlace(SET_NAME))
const RULE_SET_NAME = said('ruleSetName')
/** Mail Manager has sets of rules, too; those are named by their own ids. */
const RULE_SET = plain({
  kind: 'configuration',
  noun: 'set of rules for mail that arrives',
  id: inPlace(RULE_SET_NAME),
  name: RULE_SET_NAME,
  remove: ['ses delete-receipt-rule-set', 'rule-set-name'],
})
const ACTIVE: FromCall = ({ account, region }) => `active rules for mail that arrives ${account}:${region}`
const FILTER_NAME: FromCall = (call) => pickText(call.request, 'filter.name') ?? pickText(call.request, 'filterName')
const FILTER = plain({
  kind: 'configuration',
  noun: 'filter of addresses that mail comes from',
  id: inPlace(FILTER_NAME),
  name: FILTER_NAME,
  remove: ['ses delete-receipt-filter', 'filter-name'],
})

/** What calls on sending and receiving change for longer than themselves, besides senders, their policies and single rules. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...ARCHIVE_CHANGES,
  SetIdentityNotificationTopic: (call) =>
    said('snsTopic')(call) === null
      ? [
          closing(
            'exposure',
            part(SENDER, `notifications ${shown(KIND)(call)}`),
            () => `stopped sending word of mails by ${sender(call)} on`,
          ),
        ]
      : notified(call),
  SetIdentityMailFromDomain: mailFrom,
  PutEmailIdentityMailFromAttributes: mailFrom,
  SetIdentityFeedbackForwardingEnabled: feedback,
  PutEmailIdentityFeedbackAttributes: feedback,
  SetIdentityDkimEnabled: signing,
  VerifyDomainDkim: signing,
  PutEmailIdentityDkimAttributes: signing,
  PutEmailIdentityDkimSigningAttributes: signing,
  CreateConfigurationSetEventDestination: made(EVENTS),
  UpdateConfigurationSetEventDestination: replacing(
    'exposure',
    part(EVENTS.subject, 'content'),
    (call) => `changed ${EVENTS.words(call)}`,
    EVENTS.remove,
  ),
  DeleteConfigurationSetEventDestination: unmade({ ...EVENTS, kind: 'logging' }),
  PutConfigurationSetArchivingOptions: (call) =>
    said('archiveArn')(call) === null
      ? [closing('exposure', ARCHIVING, () => 'stopped the archiving of mail that is sent')]
      : replacing(
          'exposure',
          ARCHIVING,
          () => `kept a copy of all mail of configuration set \`${shown(SET_NAME)(call)}\` in an archive`,
          command('sesv2 put-configuration-set-archiving-options', {
            'configuration-set-name': SET_NAME,
            region: REGION,
          }),
        ),
  CreateReceiptRuleSet: made(RULE_SET),
  CloneReceiptRuleSet: made(RULE_SET),
  DeleteReceiptRuleSet: unmade(RULE_SET),
  SetActiveReceiptRuleSet: replacing(
    'exposure',
    ACTIVE,
    (call) =>
      `had mail that arrives treated by ${RULE_SET_NAME(call) === null ? 'no rules' : `set of rules \`${shown(RULE_SET_NAME)(call)}\``}`,
    (call) => `${command('ses set-active-receipt-rule-set', { region: REGION })(call)} --rule-set-name FORMER_SET`,
  ),
  ReorderReceiptRuleSet: opening(
    'configuration',
    part(RULE_SET.subject, 'order', (call) => call.eventId),
    (call) => `changed the order of ${RULE_SET.words(call)}`,
    (call) =>
      `${command('ses reorder-receipt-rule-set', { 'rule-set-name': RULE_SET_NAME, region: REGION })(call)} --rule-names FORMER_ORDER`,
  ),
  ...pair(FILTER, 'CreateReceiptFilter', 'DeleteReceiptFilter'),
}
