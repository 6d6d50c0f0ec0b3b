import type { TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { type Json, parseJson, pick, pickAll, pickText, pickTexts } from '../../../domain/json.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { commandMailbox, mailFlow, ownMailbox, parameter, parameters, recipient, ruleMailbox } from './names.ts'

const TO_OTHERS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'] as const
const FLOW_TO_OTHERS = ['RedirectMessageTo', 'BlindCopyTo', 'CopyTo', 'AddToRecipients'] as const

/** Whether a command is told a parameter at all: an empty one takes away what was set before. */
export function isTold(call: CallEvent, name: string): boolean {
  return pick(call.request, `Parameters.${name}`) !== undefined
}

function recipients(call: CallEvent, names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => parameters(name)(call)).map(recipient))].filter((one) => one !== '')
}

function after(text: string | null): string | null {
  return text === null ? null : text.slice(text.lastIndexOf('\\') + 1).toLowerCase() || null
}

/** The id that the log gives a rule, which commands may name it by later. */
function idOf(call: CallEvent): string | null {
  const whole = pickText(call.request, 'ObjectId')
  return whole?.includes('\\') === true ? after(whole) : null
}

/** The names that a rule may have been made under, the surest first: commands name one by its id, its name or both. */
export const ruleNames: TextsOf = (call) => {
  const id = idOf(call)
  const told = [parameter('Name')(call), parameter('Identity')(call)].map(after)
  const found = [id !== null && /^\d+$/.test(id) ? id : null, ...told, id].flatMap((name) => name ?? [])
  const whole = after(pickText(call.request, 'ObjectId'))
  return found.length > 0 || whole === null ? [...new Set(found)] : [whole]
}

/** Where a rule of some kind sends mail, and how it is named in keys of grants. */
interface RuleKind {
  readonly noun: string
  /** The parameters that tell to whom; each is set for itself. */
  readonly to: readonly string[]
}

/** A rule that a program keeps in the mailbox: its record has all of its actions at once. */
const BY_PROGRAM = 'actions'

const INBOX: RuleKind = { noun: 'inbox rule', to: TO_OTHERS }
const TRANSPORT: RuleKind = { noun: 'transport rule', to: FLOW_TO_OTHERS }
const JOURNAL: RuleKind = { noun: 'journal rule', to: ['JournalEmailAddress'] }
const CONNECTOR: RuleKind = { noun: 'outbound connector', to: ['SmartHosts'] }

function keyOf({ noun }: RuleKind, name: string | undefined, to: string): string {
  return `${noun} ${name ?? 'unknown'}: ${to}`
}

function ended(
  kind: RuleKind,
  settings: readonly string[] = [...kind.to, BY_PROGRAM],
): (call: CallEvent) => readonly Grant[] {
  return (call) => ruleNames(call).flatMap((name) => settings.flatMap((to) => closeAll(keyOf(kind, name, to))))
}

const isOff = (call: CallEvent): boolean => /^\$?false$/i.test(parameter('Enabled')(call) ?? '')

/** Each setting that the command tells replaces what it was; what the command leaves out goes on. */
function ruled(kind: RuleKind): (call: CallEvent) => readonly Grant[] {
  return (call) => {
    if (isOff(call)) return ended(kind)(call)
    const told = kind.to.filter((name) => isTold(call, name))
    return told.flatMap((name) => [
      ...ended(kind, [name])(call),
      ...openTo(recipients(call, [name]), keyOf(kind, ruleNames(call)[0], name)),
    ])
  }
}

function sends(kind: RuleKind): (call: CallEvent) => boolean {
  return (call) => isOff(call) || kind.to.some((name) => isTold(call, name))
}

const REDIRECT: Pick<Action, 'logged' | 'effect' | 'names'> = {
  logged: 'management',
  effect: 'redirected',
  names: 'one',
}

/** The commands on one kind of rule, by the noun that they end with. */
function commands(kind: RuleKind, noun: string, on: StoreAt): Readonly<Record<string, Action>> {
  const set: Action = { ...REDIRECT, on, grants: ruled(kind), when: sends(kind) }
  const end: Action = { ...REDIRECT, on, grants: ended(kind) }
  return { [`New-${noun}`]: set, [`Set-${noun}`]: set, [`Disable-${noun}`]: end, [`Remove-${noun}`]: end }
}

const FORWARDING = ['ForwardingSmtpAddress', 'ForwardingAddress'] as const

/** Forwarding of a mailbox: each of the two settings replaces itself. */
const forwarded = (call: CallEvent): readonly Grant[] =>
  FORWARDING.filter((name) => isTold(call, name)).flatMap((name) => [
    ...closeAll(name),
    ...openTo(recipients(call, [name]), name),
  ])

/** What a program that keeps rules itself writes of one: the actions stand in it as JSON. */
const clientActions = (call: CallEvent): readonly Json[] => {
  const said = pickTexts(call.request, 'OperationProperties.RuleActions')
  return said.flatMap((text) => pickAll({ all: parseJson(text) ?? null }, 'all[]'))
}

const clientRecipients = (call: CallEvent): readonly string[] =>
  clientActions(call)
    .filter((one) => /forward|redirect/i.test(pickText(one, 'ActionType') ?? ''))
    .flatMap((one) => {
      const found = pickTexts(one, 'Recipients[]').map(recipient)
      return found.length > 0 ? found : ['unknown']
    })

const clientRule = (call: CallEvent): readonly Grant[] => {
  const names = ['RuleName', 'RuleId'].flatMap((key) => pickText(call.request, `OperationProperties.${key}`) ?? [])
  const isOn = !/disabled/i.test(pickText(call.request, 'OperationProperties.RuleState') ?? '')
  const isGone = /delete/i.test(pickText(call.request, 'OperationProperties.RuleOperation') ?? '')
  return [
    ...names.flatMap((name) =>
      [...INBOX.to, BY_PROGRAM].flatMap((to) => closeAll(keyOf(INBOX, name.toLowerCase(), to))),
    ),
    ...(isOn && !isGone ? openTo(clientRecipients(call), keyOf(INBOX, names[0]?.toLowerCase(), BY_PROGRAM)) : []),
  ]
}

const FLOW: StoreAt = { kind: 'mail-flow', at: mailFlow }

/** Rules and settings that send mail on: every message while they stand. */
export const RULE_ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  ...commands(INBOX, 'InboxRule', { kind: 'mailbox', at: ruleMailbox }),
  ...commands(TRANSPORT, 'TransportRule', FLOW),
  ...commands(JOURNAL, 'JournalRule', FLOW),
  ...commands(CONNECTOR, 'OutboundConnector', FLOW),
  UpdateInboxRules: { ...REDIRECT, on: { kind: 'mailbox', at: ownMailbox }, grants: clientRule },
}

/** Forwarding of a whole mailbox, which is a setting of it. */
export const FORWARD: Action = {
  ...REDIRECT,
  on: { kind: 'mailbox', at: commandMailbox },
  grants: forwarded,
  when: (call) => FORWARDING.some((name) => isTold(call, name)),
}

/** Whom a call sends mail on to, for the words of changes. */
export function sentOnTo(call: CallEvent): readonly string[] {
  const client = clientRecipients(call)
  return client.length > 0
    ? client
    : recipients(call, [...TO_OTHERS, ...FLOW_TO_OTHERS, ...FORWARDING, 'SmartHosts', 'JournalEmailAddress'])
}
