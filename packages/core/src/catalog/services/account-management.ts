import type { CallEvent } from '../../domain/call.ts'
import { command, opening, replacing, said, shown } from '../../domain/change-forms.ts'
import { closing, type FromCall } from '../../domain/change-spec.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

/** The account that a call means: a member that an administrator names, else the caller's own. */
const ACCOUNT: FromCall = (call) => said('accountId')(call) ?? call.account
const REGION_NAME = said('regionName')

function ofAccount(topic: string): FromCall {
  return (call) => `${topic} ${ACCOUNT(call)}`
}

const region =
  (state: string): FromCall =>
  (call) => {
    const name = REGION_NAME(call)
    return name === null ? null : `region ${name} ${state} for ${ACCOUNT(call)}`
  }

const [ON, OFF] = [region('on'), region('off')]
const enabled = (call: CallEvent): string =>
  `switched on region \`${shown(REGION_NAME)(call)}\`, where logs and detection may be missing`
const disabled = (call: CallEvent): string => `switched off region \`${shown(REGION_NAME)(call)}\``
const named = { 'region-name': REGION_NAME }

const TYPE = said('alternateContactType')
const CONTACT: FromCall = (call) => `alternate contact ${ACCOUNT(call)} ${shown(TYPE)(call)}`
const again = command('account put-alternate-contact --cli-input-json file://former-contact.json', {
  'alternate-contact-type': TYPE,
})

const EMAIL = ofAccount('address of the root user of')

const row: ServiceRow = defineService({
  service: 'account-management',
  sources: ['account.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    EnableRegion: [
      opening('configuration', ON, enabled, command('account disable-region', named)),
      closing('configuration', OFF, enabled),
    ],
    DisableRegion: [
      opening('configuration', OFF, disabled, command('account enable-region', named)),
      closing('configuration', ON, disabled),
    ],
    PutAlternateContact: replacing(
      'configuration',
      CONTACT,
      (call) => `replaced the contact for \`${shown(TYPE)(call)}\`, to whom warnings go`,
      again,
    ),
    DeleteAlternateContact: replacing(
      'configuration',
      CONTACT,
      (call) => `deleted the contact for \`${shown(TYPE)(call)}\`, to whom warnings went`,
      again,
    ),
    PutContactInformation: replacing(
      'configuration',
      ofAccount('contact of'),
      () => 'replaced the contact data of the account',
      () => 'aws account put-contact-information --contact-information file://former-contact.json',
    ),
    // Whoever receives the root user's mail can set its password anew.
    StartPrimaryEmailUpdate: opening(
      'persistence',
      (call) => `${EMAIL(call)} asked`,
      () => 'asked for another mail address of the root user',
      () => 'change the address of the root user back, or let the request lapse',
    ),
    AcceptPrimaryEmailUpdate: replacing(
      'persistence',
      EMAIL,
      (call) => `changed the mail address of the root user of account \`${ACCOUNT(call)}\``,
      () =>
        'change the address of the root user back: aws account start-primary-email-update, accept-primary-email-update',
    ),
  },
  cite: 'AWS Account Management API reference',
  examples: [
    {
      name: 'a region is switched on',
      record: {
        eventSource: 'account.amazonaws.com',
        eventName: 'EnableRegion',
        requestParameters: { RegionName: 'us-west-2' },
      },
      changes: [
        { kind: 'configuration', subject: 'region us-west-2 on for 123837392027', does: 'open' },
        { kind: 'configuration', subject: 'region us-west-2 off for 123837392027', does: 'close' },
      ],
    },
    {
      name: 'warnings go to nobody',
      record: {
        eventSource: 'account.amazonaws.com',
        eventName: 'DeleteAlternateContact',
        requestParameters: { alternateContactType: 'SECURITY' },
      },
      changes: [
        { kind: 'configuration', subject: 'alternate contact 123837392027 SECURITY', does: 'close' },
        { kind: 'configuration', subject: 'alternate contact 123837392027 SECURITY', does: 'open' },
      ],
    },
  ],
})

export default row
