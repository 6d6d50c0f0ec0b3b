import type { TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  endings,
  type Lasting,
  opening,
  pair,
  part,
  replacing,
  shown,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import { cmdlet } from '../../../domain/powershell-word.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { bare, commandMailbox, first, ownMailbox, parameter, parameters, ruleMailbox } from './names.ts'
import { RIGHT_CHANGES } from './right-changes.ts'
import { isTold, ruleNames, sentOnTo } from './rules.ts'

const isYes =
  (name: string) =>
  (call: CallEvent): boolean =>
    /^\$?true$/i.test(parameter(name)(call) ?? '')
const isNo =
  (name: string) =>
  (call: CallEvent): boolean =>
    /^\$?false$/i.test(parameter(name)(call) ?? '')

/** Whom something sends mail on to, in words. */
function onward(call: CallEvent): string {
  const to = sentOnTo(call)
  return to.length === 0 ? '' : `, which sends mail on to ${to.map((one) => `\`${one}\``).join(', ')}`
}

/** A rule of some kind: in a mailbox where it has one, else of the tenant. */
function rule(noun: string, cmd: string, of: TextsOf | null): Lasting {
  const name = first(ruleNames)
  const where: FromCall = of === null ? (call) => call.account : first(of)
  const told = of === null ? { Identity: name } : { Identity: name, Mailbox: bare(of) }
  return {
    kind: 'exposure',
    subject: part(about(`${noun}s of`, where), noun, name),
    words: (call) =>
      `${noun} \`${shown(name)(call)}\`${of === null ? '' : ` of mailbox \`${shown(bare(of))(call)}\``}${onward(call)}`,
    remove: cmdlet(`Remove-${cmd}`, told),
  }
}

function ruleChanges(noun: string, cmd: string, of: TextsOf | null): Readonly<Record<string, CallChanges>> {
  const thing = rule(noun, cmd, of)
  const verb =
    (word: string): Words =>
    (call) =>
      `${word} ${thing.words(call)}`
  return {
    ...pair(thing, `New-${cmd}`, `Remove-${cmd}`),
    [`Set-${cmd}`]: replacing('exposure', part(thing.subject, 'content'), verb('changed'), thing.remove),
    [`Enable-${cmd}`]: opening('exposure', part(thing.subject, 'switched on'), verb('switched on'), (call) =>
      thing.remove(call).replace('Remove-', 'Disable-'),
    ),
    [`Disable-${cmd}`]: endings('exposure', [thing.subject, part(thing.subject, 'switched on')], verb('switched off')),
  }
}

const CLIENT_RULE: Lasting = {
  ...rule('inbox rule', 'InboxRule', ownMailbox),
  subject: part(
    about('inbox rules of', first(ownMailbox)),
    'inbox rule',
    (call) => pickText(call.request, 'OperationProperties.RuleName')?.toLowerCase() ?? null,
  ),
  words: (call) =>
    `inbox rule \`${pickText(call.request, 'OperationProperties.RuleName') ?? 'unknown'}\` of mailbox \`${shown(bare(ownMailbox))(call)}\`${onward(call)}`,
  remove: cmdlet('Remove-InboxRule', {
    Identity: (call) => pickText(call.request, 'OperationProperties.RuleName'),
    Mailbox: bare(ownMailbox),
  }),
}

const isDeleted = (call: CallEvent): boolean =>
  /delete/i.test(pickText(call.request, 'OperationProperties.RuleOperation') ?? '')

const byProgram = (call: CallEvent): readonly ChangeSpec[] =>
  isDeleted(call)
    ? endings('exposure', [CLIENT_RULE.subject], (one) => `deleted ${CLIENT_RULE.words(one)}`)
    : replacing('exposure', CLIENT_RULE.subject, (one) => `set ${CLIENT_RULE.words(one)}`, CLIENT_RULE.remove)

const BOX: FromCall = first(commandMailbox)
const MAILBOX = about('mailbox', BOX)
const box = (call: CallEvent): string => `mailbox \`${shown(bare(commandMailbox))(call)}\``

/** A setting of a mailbox that a command sets to somebody or takes away. */
function setting(name: string, words: string): readonly ChangeSpec[] {
  const subject = part(MAILBOX, name)
  const undo = cmdlet('Set-Mailbox', { Identity: bare(commandMailbox), [name]: '$null' })
  const to = (call: CallEvent): string =>
    parameters(name)(call)
      .map((one) => `\`${one}\``)
      .join(', ')
  return [
    { ...closing('exposure', subject, (call) => `set ${words} of ${box(call)}`), when: (call) => isTold(call, name) },
    {
      ...opening('exposure', subject, (call) => `set ${words} of ${box(call)} to ${to(call)}`, undo),
      when: (call) => parameters(name)(call).length > 0,
    },
  ]
}

interface Switch {
  readonly name: string
  readonly subject: FromCall
  /** Whether it is recorded less when the parameter is true. */
  readonly blinds: 'when-true' | 'when-false'
  readonly words: Words
  readonly undo: Words
}

/** A switch of auditing: off is a change of logging that its being on ends. */
function audit({ name, subject, blinds, words, undo }: Switch): readonly ChangeSpec[] {
  const [off, on] = blinds === 'when-true' ? [isYes(name), isNo(name)] : [isNo(name), isYes(name)]
  return [
    { ...opening('logging', subject, (call) => `switched off ${words(call)}`, undo), when: off },
    { ...closing('logging', subject, (call) => `switched on ${words(call)}`), when: on },
  ]
}

const TENANT: FromCall = (call) => call.account

const MAILBOX_AUDIT = audit({
  name: 'AuditEnabled',
  subject: part(MAILBOX, 'auditing'),
  blinds: 'when-false',
  words: (call) => `the auditing of ${box(call)}`,
  undo: cmdlet('Set-Mailbox', { Identity: bare(commandMailbox), AuditEnabled: '$true' }),
})

const AUDITED = ['AuditOwner', 'AuditDelegate', 'AuditAdmin'].flatMap((name): readonly ChangeSpec[] => [
  {
    ...opening(
      'logging',
      part(MAILBOX, name),
      (call) => `changed which acts on ${box(call)} are recorded (${name})`,
      cmdlet('Set-Mailbox', { Identity: bare(commandMailbox), DefaultAuditSet: 'Admin,Delegate,Owner' }),
    ),
    when: (call) => isTold(call, name),
  },
])

const BYPASS: FromCall = (call) => parameter('Identity')(call)?.toLowerCase() ?? null

/** What commands and programs leave standing in a tenant's mail. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...ruleChanges('inbox rule', 'InboxRule', ruleMailbox),
  ...ruleChanges('transport rule', 'TransportRule', null),
  ...ruleChanges('journal rule', 'JournalRule', null),
  ...ruleChanges('outbound connector', 'OutboundConnector', null),
  ...ruleChanges('inbound connector', 'InboundConnector', null),
  UpdateInboxRules: byProgram,
  'Set-Mailbox': [
    ...setting('ForwardingSmtpAddress', 'forwarding'),
    ...setting('ForwardingAddress', 'forwarding inside the tenant'),
    ...setting('GrantSendOnBehalfTo', 'who may send on behalf'),
    ...MAILBOX_AUDIT,
    ...AUDITED,
  ],
  ...RIGHT_CHANGES,
  'Set-AdminAuditLogConfig': audit({
    name: 'UnifiedAuditLogIngestionEnabled',
    subject: about('audit log of', TENANT),
    blinds: 'when-false',
    words: () => 'the audit log of the tenant',
    undo: cmdlet('Set-AdminAuditLogConfig', { UnifiedAuditLogIngestionEnabled: '$true' }),
  }),
  'Set-OrganizationConfig': audit({
    name: 'AuditDisabled',
    subject: about('auditing of mailboxes of', TENANT),
    blinds: 'when-true',
    words: () => 'the auditing of all mailboxes of the tenant',
    undo: cmdlet('Set-OrganizationConfig', { AuditDisabled: '$false' }),
  }),
  'Set-MailboxAuditBypassAssociation': audit({
    name: 'AuditBypassEnabled',
    subject: about('auditing of what is done by', BYPASS),
    blinds: 'when-true',
    words: (call) => `the auditing of what \`${shown(parameter('Identity'))(call)}\` does to mailboxes`,
    undo: cmdlet('Set-MailboxAuditBypassAssociation', {
      Identity: parameter('Identity'),
      AuditBypassEnabled: '$false',
    }),
  }),
}
