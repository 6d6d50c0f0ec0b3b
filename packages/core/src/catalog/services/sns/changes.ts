import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  inPlace,
  made,
  opening,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import {
  about,
  closing,
  creation,
  deletion,
  type FromCall,
  granteeWords,
  policyDeleted,
  policyPut,
  type Thing,
} from '../../../domain/change-spec.ts'
import { isObject, pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import {
  attributeName,
  endpointOf,
  isToPhone,
  permitted,
  policyIn,
  subscriptionOf,
  TOPIC_ARN,
  TOPIC_ID,
  topicName,
} from './names.ts'

const TOPIC: Thing = { noun: 'topic', id: TOPIC_ID, name: topicName }
const ON_TOPIC = { 'topic-arn': TOPIC_ARN, region: REGION }
const SUBJECT = about('topic', TOPIC_ID)
const topic = (call: CallEvent): string => `topic \`${topicName(call)}\``

const SUBSCRIPTION = part(SUBJECT, 'subscription', orUnnamed(subscriptionOf))
const LABEL = said('label')
const STATEMENT = part(SUBJECT, 'statement', LABEL)
const SENT = (call: CallEvent): string => `short messages ${call.account}:${call.region}`

const unsubscribe = command('sns unsubscribe', { 'subscription-arn': subscriptionOf, region: REGION })
const setAttribute = (call: CallEvent): string =>
  `${command('sns set-topic-attributes', { ...ON_TOPIC, 'attribute-name': attributeName })(call)} --attribute-value FORMER_VALUE`

function policyOf(call: CallEvent): readonly ChangeSpec[] {
  if (policyIn(call) === undefined) return []
  return policyPut({ ...TOPIC, document: policyIn, undo: setAttribute })
}

/** An attribute of a topic or a subscription that is replaced. */
function attribute(
  subject: FromCall,
  of: (call: CallEvent) => string,
  undo: (call: CallEvent) => string,
): readonly ChangeSpec[] {
  return replacing(
    'configuration',
    part(subject, 'attribute', orUnnamed(attributeName)),
    (call) => `set \`${shown(attributeName)(call)}\` of ${of(call)}`,
    undo,
  )
}

const SETTINGS: FromCall = (call) => {
  const set = pick(call.request, 'attributes')
  return isObject(set)
    ? Object.keys(set)
        .filter((name) => /^\w+$/.test(name))
        .sort()
        .join(' ') || null
    : null
}

const NAME = said('name')
const ENDPOINT = plain({
  kind: 'configuration',
  noun: 'application for push messages',
  id: inPlace(
    (call) =>
      (pickText(call.response, 'platformApplicationArn') ?? pickText(call.request, 'platformApplicationArn'))?.replace(
        /^.*:app\//,
        '',
      ) ?? null,
  ),
  name: NAME,
  remove: ['sns delete-platform-application', 'platform-application-arn'],
})

/** What calls on topics change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateTopic: (call) => [...creation(TOPIC, command('sns delete-topic', ON_TOPIC)), ...policyOf(call)],
  DeleteTopic: [
    ...deletion(TOPIC, () => 'make the topic and its subscriptions again from their source'),
    ...policyDeleted(TOPIC),
  ],
  Subscribe: opening(
    'exposure',
    SUBSCRIPTION,
    (call) => `sent every message of ${topic(call)} on to \`${endpointOf(call)}\``,
    unsubscribe,
  ),
  ConfirmSubscription: opening(
    'exposure',
    SUBSCRIPTION,
    (call) => `confirmed a subscription, which every message of ${topic(call)} now goes to`,
    unsubscribe,
  ),
  Unsubscribe: [
    closing('exposure', SUBSCRIPTION, (call) => `ended a subscription to ${topic(call)}`),
    opening(
      'destruction',
      about('ended subscription', orUnnamed(subscriptionOf)),
      (call) => `ended a subscription to ${topic(call)}: whoever it told is told no longer`,
      (call) =>
        `${command('sns subscribe', ON_TOPIC)(call)} --protocol PROTOCOL --notification-endpoint FORMER_ENDPOINT`,
    ),
  ],
  AddPermission: replacing(
    'exposure',
    STATEMENT,
    (call) => `let ${granteeWords(permitted(call)) || 'a principal of the own account'} use ${topic(call)}`,
    command('sns remove-permission', { ...ON_TOPIC, label: LABEL }),
  ),
  RemovePermission: closing(
    'exposure',
    STATEMENT,
    (call) => `took permission \`${shown(LABEL)(call)}\` from ${topic(call)}`,
  ),
  SetTopicAttributes: (call) =>
    attributeName(call) === 'Policy' ? policyOf(call) : attribute(SUBJECT, topic, setAttribute),
  SetSubscriptionAttributes: attribute(
    SUBSCRIPTION,
    (call) => `a subscription to ${topic(call)}`,
    (call) =>
      `${command('sns set-subscription-attributes', { 'subscription-arn': subscriptionOf, 'attribute-name': attributeName, region: REGION })(call)} --attribute-value FORMER_VALUE`,
  ),
  PutDataProtectionPolicy: replacing(
    'exposure',
    part(SUBJECT, 'data protection'),
    (call) => `replaced what ${topic(call)} masks or refuses, and where its findings go`,
    (call) =>
      `${command('sns put-data-protection-policy', { 'resource-arn': TOPIC_ARN, region: REGION })(call)} --data-protection-policy file://former-policy.json`,
  ),
  SetSMSAttributes: replacing(
    'configuration',
    part(SENT, 'settings', orUnnamed(SETTINGS)),
    (call) => `set \`${shown(SETTINGS)(call)}\` of short messages sent from region \`${call.region}\``,
    (call) => `${command('sns set-sms-attributes', { region: REGION })(call)} --attributes FORMER_VALUES`,
  ),
  Publish: {
    ...opening(
      'configuration',
      part(
        SENT,
        'sent',
        orUnnamed(() => null),
      ),
      (call) => `sent a short message to a telephone from region \`${call.region}\``,
      () => 'a message that was sent cannot be taken back',
    ),
    when: isToPhone,
  },
  CreatePlatformApplication: made(ENDPOINT),
  DeletePlatformApplication: unmade(ENDPOINT),
}
