import type { ServiceExample } from '../../../domain/service-row.ts'
import { command, item, MAILBOX, TENANT } from './example-records.ts'

const BY_ADDRESS = `mailbox/${TENANT}/dana@example.com`
const FLOW = `mail-flow/${TENANT}`

/** Rules, forwarding and rights. */
export const RULE_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a rule that sends mail on to two addresses',
    record: command('New-InboxRule', {
      ...{ Name: '..', Mailbox: 'dana@example.com', ForwardTo: 'out@example.net;"O" [SMTP:out2@example.net]' },
      DeleteMessage: 'True',
    }),
    touches: [
      { store: BY_ADDRESS, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: BY_ADDRESS, effect: 'redirected', grantee: 'out@example.net', grant: 'open' },
      { store: BY_ADDRESS, effect: 'redirected', grantee: 'out2@example.net', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `inbox rules of ${BY_ADDRESS} / inbox rule ..`, does: 'open' },
      { kind: 'destruction', subject: `deleted inbox rules of ${BY_ADDRESS}, inbox rule ..`, does: 'close' },
    ],
  },
  {
    name: 'a rule that only moves mail sends nothing on',
    record: command('New-InboxRule', { Name: 'x', MoveToFolder: 'RSS' }, { UserId: 'dana@example.com' }),
    touches: [],
    changes: [
      { kind: 'exposure', subject: `inbox rules of ${BY_ADDRESS} / inbox rule x`, does: 'open' },
      { kind: 'destruction', subject: `deleted inbox rules of ${BY_ADDRESS}, inbox rule x`, does: 'close' },
    ],
  },
  {
    name: 'a program makes a rule in the mailbox',
    record: item('UpdateInboxRules', {
      OperationProperties: [
        { Name: 'RuleOperation', Value: 'AddMailboxRule' },
        { Name: 'RuleName', Value: 'R' },
        { Name: 'RuleState', Value: 'Enabled' },
        { Name: 'RuleActions', Value: '[{"ActionType":"Forward","Recipients":["Out@example.net"]}]' },
      ],
    }),
    touches: [
      ...['', '', '', ''].map(() => ({ store: MAILBOX, effect: 'named', grant: 'close' }) as const),
      { store: MAILBOX, effect: 'redirected', grantee: 'out@example.net', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `inbox rules of ${MAILBOX} / inbox rule r`, does: 'close' },
      { kind: 'exposure', subject: `inbox rules of ${MAILBOX} / inbox rule r`, does: 'open' },
    ],
  },
  {
    name: 'all mail of a mailbox is forwarded (Panther, Apache-2.0: its names)',
    record: command('Set-Mailbox', {
      ...{
        Identity: 'homer.simpson@simpsons.onmicrosoft.com',
        ForwardingSmtpAddress: 'smtp:peter.griffin@familyguy.com',
      },
      DeliverToMailboxAndForward: 'False',
    }),
    touches: [
      { store: `mailbox/${TENANT}/homer.simpson@simpsons.onmicrosoft.com`, effect: 'named', grant: 'close' },
      {
        store: `mailbox/${TENANT}/homer.simpson@simpsons.onmicrosoft.com`,
        effect: 'redirected',
        grantee: 'peter.griffin@familyguy.com',
        grant: 'open',
      },
    ],
  },
  {
    name: 'forwarding is taken away',
    record: command('Set-Mailbox', { Identity: 'dana@example.com', ForwardingSmtpAddress: '' }),
    touches: [{ store: BY_ADDRESS, effect: 'named', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `mailbox ${BY_ADDRESS} / ForwardingSmtpAddress`, does: 'close' }],
  },
  {
    name: 'a rule of the mail flow copies every message',
    record: command('New-TransportRule', { Name: 'Disclaimer', BlindCopyTo: 'out@example.net' }),
    touches: [
      { store: FLOW, effect: 'named', grant: 'close' },
      { store: FLOW, effect: 'redirected', grantee: 'out@example.net', grant: 'open' },
    ],
  },
  {
    name: 'somebody gets all of a mailbox',
    record: command('Add-MailboxPermission', {
      Identity: 'dana@example.com',
      User: 'Eve@example.com',
      AccessRights: 'FullAccess',
    }),
    touches: [{ store: BY_ADDRESS, effect: 'shared', grantee: 'eve@example.com', grant: 'open' }],
    changes: [
      { kind: 'persistence', subject: `rights on ${BY_ADDRESS} / permission eve@example.com`, does: 'open' },
      { kind: 'destruction', subject: `deleted rights on ${BY_ADDRESS}, permission eve@example.com`, does: 'close' },
    ],
  },
  {
    name: 'somebody may send as another',
    record: command('Add-RecipientPermission', {
      Identity: 'cfo@example.com',
      Trustee: 'eve@example.com',
      AccessRights: 'SendAs',
    }),
    touches: [
      {
        store: `mail-identity/${TENANT}/cfo@example.com`,
        effect: 'sent-as',
        grantee: 'eve@example.com',
        grant: 'open',
      },
    ],
  },
  {
    name: 'an application may act in every mailbox',
    record: command('New-ManagementRoleAssignment', { Role: 'ApplicationImpersonation', User: 'svc@example.com' }),
    touches: [{ store: `mailboxes/${TENANT}`, effect: 'shared', grantee: 'svc@example.com', grant: 'open' }],
  },
]
