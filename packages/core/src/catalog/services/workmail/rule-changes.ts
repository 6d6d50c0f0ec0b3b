import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  type Lasting,
  made,
  opening,
  pair,
  part,
  REGION,
  replacing,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { ORGANISATION_ID } from './names.ts'

const SUBJECT = about('mail organisation', orUnnamed(ORGANISATION_ID))
const organisation = (call: CallEvent): string => `mail organisation \`${shown(ORGANISATION_ID)(call)}\``
const HERE = { 'organization-id': ORGANISATION_ID, region: REGION }

/** A rule or setting of an organisation that has a name or an id of its own. */
function rule(noun: string, id: FromCall, verb: string, option: string): Lasting {
  return {
    kind: 'exposure',
    subject: part(SUBJECT, noun, orUnnamed(id)),
    words: (call) => `${noun} \`${shown(id)(call)}\` of ${organisation(call)}`,
    remove: command(`workmail ${verb}`, { 'organization-id': ORGANISATION_ID, [option]: id, region: REGION }),
  }
}

const at =
  (...keys: readonly string[]): FromCall =>
  (call) =>
    keys.map((key) => pickText(call.response, key) ?? pickText(call.request, key)).find((found) => found !== null) ??
    null

const ACCESS = rule('access rule', at('name'), 'delete-access-control-rule', 'name')
const DEVICES = rule(
  'rule for mobile devices',
  at('mobileDeviceAccessRuleId'),
  'delete-mobile-device-access-rule',
  'mobile-device-access-rule-id',
)
const DOMAIN = rule('mail domain', at('domainName'), 'deregister-mail-domain', 'domain-name')
const CALENDARS = rule(
  'link for calendars with domain',
  at('domainName'),
  'delete-availability-configuration',
  'domain-name',
)

const DEVICE_OF: FromCall = (call) => {
  const [user, device] = [pickText(call.request, 'userId'), pickText(call.request, 'deviceId')]
  return user === null || device === null ? null : `${user} ${device}`
}
const DEVICE: Lasting = {
  ...rule('exception for device', DEVICE_OF, 'delete-mobile-device-access-override', 'device-id'),
  remove: command('workmail delete-mobile-device-access-override', {
    'organization-id': ORGANISATION_ID,
    'user-id': (call) => pickText(call.request, 'userId'),
    'device-id': (call) => pickText(call.request, 'deviceId'),
    region: REGION,
  }),
}

/** A setting that a call replaces, whoever made the former one. */
function put(thing: Lasting): readonly ChangeSpec[] {
  return [
    ...replacing(thing.kind, thing.subject, (call) => `set ${thing.words(call)}`, thing.remove),
    ...made(thing).filter((spec) => spec.does === 'close'),
  ]
}

const DMARC = part(SUBJECT, 'check of senders')
const isEnforced = (call: CallEvent): boolean => pick(call.request, 'enforced') === true
const MONITORING = part(SUBJECT, 'event log')
const UNMONITORED = part(SUBJECT, 'no event log')
const SIGN_IN = part(SUBJECT, 'sign-in')
const signIn = command('workmail delete-identity-provider-configuration', HERE)

/** Who gets in from where, where mail events go, how long mail is kept. */
export const RULE_CHANGES: Readonly<Record<string, CallChanges>> = {
  PutAccessControlRule: put(ACCESS),
  DeleteAccessControlRule: unmade(ACCESS),
  ...pair(DEVICES, 'CreateMobileDeviceAccessRule', 'DeleteMobileDeviceAccessRule'),
  UpdateMobileDeviceAccessRule: replacing(
    'exposure',
    part(DEVICES.subject, 'content'),
    (call) => `changed ${DEVICES.words(call)}`,
    DEVICES.remove,
  ),
  PutMobileDeviceAccessOverride: put(DEVICE),
  DeleteMobileDeviceAccessOverride: unmade(DEVICE),
  ...pair(DOMAIN, 'RegisterMailDomain', 'DeregisterMailDomain'),
  ...pair(CALENDARS, 'CreateAvailabilityConfiguration', 'DeleteAvailabilityConfiguration'),
  UpdateAvailabilityConfiguration: replacing(
    'exposure',
    part(CALENDARS.subject, 'content'),
    (call) => `changed ${CALENDARS.words(call)}`,
    CALENDARS.remove,
  ),
  PutInboundDmarcSettings: [
    {
      ...opening(
        'exposure',
        DMARC,
        (call) => `let mail with forged senders into ${organisation(call)}`,
        (call) => `${command('workmail put-inbound-dmarc-settings', HERE)(call)} --enforced`,
      ),
      when: (call) => !isEnforced(call),
    },
    { ...closing('exposure', DMARC, (call) => `had senders checked in ${organisation(call)}`), when: isEnforced },
  ],
  PutEmailMonitoringConfiguration: [
    ...replacing(
      'exposure',
      MONITORING,
      (call) =>
        `sent who mails whom about what in ${organisation(call)} to log group \`${pickText(call.request, 'logGroupArn') ?? 'unknown'}\``,
      command('workmail delete-email-monitoring-configuration', HERE),
    ),
    closing('logging', UNMONITORED, (call) => `logged mail events of ${organisation(call)} again`),
  ],
  DeleteEmailMonitoringConfiguration: [
    closing('exposure', MONITORING, (call) => `stopped the log of mail events of ${organisation(call)}`),
    opening(
      'logging',
      UNMONITORED,
      (call) => `stopped the log of mail events of ${organisation(call)}`,
      (call) =>
        `${command('workmail put-email-monitoring-configuration', HERE)(call)} --log-group-arn FORMER_LOG_GROUP`,
    ),
  ],
  PutRetentionPolicy: replacing(
    'destruction',
    part(SUBJECT, 'retention'),
    (call) => `set after what time mail of ${organisation(call)} is deleted`,
    command('workmail delete-retention-policy', { ...HERE, id: at('id') }),
  ),
  DeleteRetentionPolicy: closing(
    'destruction',
    part(SUBJECT, 'retention'),
    (call) => `stopped the deletion of old mail in ${organisation(call)}`,
  ),
  PutIdentityProviderConfiguration: replacing(
    'persistence',
    SIGN_IN,
    (call) => `changed how users sign in to ${organisation(call)}, or whether they may make tokens`,
    signIn,
  ),
  DeleteIdentityProviderConfiguration: closing(
    'persistence',
    SIGN_IN,
    (call) => `set ${organisation(call)} back to signing in by password`,
  ),
}
