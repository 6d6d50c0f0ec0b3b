import type { CallEvent } from '../../../domain/call.ts'
import { command, type Lasting, made, opening, part, plain, REGION, unmade } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { type Json, pick, pickAll, pickText, pickTexts } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'

/** One line of a security group: which traffic, and with whom. */
interface Rule {
  readonly protocol: string
  readonly from: string
  readonly to: string
  readonly peer: string
}

/** The group's id, which the peers of its rules may have, too; by its name alone where the record has nothing else. */
const ID: FromCall = (call) =>
  pickText(call.request, 'groupId') ??
  pickText(call.response, 'groupId') ??
  pickTexts(call.response, 'securityGroupRuleSet.items[].groupId')[0] ??
  pickText(call.request, 'groupName')
const GROUP = plain({
  kind: 'configuration',
  noun: 'security group',
  id: ID,
  name: (call) => pickText(call.request, 'groupName') ?? ID(call),
  remove: ['ec2 delete-security-group', 'group-id'],
})

/** The protocol by its name: records have names, or the numbers of the IP header. */
const PROTOCOLS: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6' }

function text(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const PEERS = [
  'ipRanges.items[].cidrIp',
  'ipv6Ranges.items[].cidrIpv6',
  'groups.items[].groupId',
  'prefixListIds.items[].prefixListId',
  'cidrIp',
  'cidrIpv4',
  'cidrIpv6',
  'referencedGroupInfo.groupId',
  'prefixListId',
]

function rulesIn(entry: Json): readonly Rule[] {
  const named = text(pick(entry, 'ipProtocol'))
  const protocol = PROTOCOLS[named] ?? named
  // All protocols have no ports, however the record fills the fields.
  const [from, to] = protocol === '-1' ? ['', ''] : [text(pick(entry, 'fromPort')), text(pick(entry, 'toPort'))]
  const peers = PEERS.flatMap((path) => pickTexts(entry, path))
  return peers.map((peer) => ({ protocol, from: from ?? '', to: to ?? '', peer }))
}

/** The rules that a call names; a revocation by the ids of rules tells them in its answer. */
function rulesOf(call: CallEvent): readonly Rule[] {
  const listed = pickAll(call.request, 'ipPermissions.items[]')
  const entries = [...listed, ...(call.request === null ? [] : [call.request])].flatMap(rulesIn)
  if (entries.length > 0) return entries
  return ['securityGroupRuleSet.items[]', 'revokedSecurityGroupRuleSet.items[]'].flatMap((path) =>
    pickAll(call.response, path).flatMap(rulesIn),
  )
}

function ports({ from, to }: Rule): string {
  if (from === '') return ''
  return from === to ? from : `${from}-${to}`
}

function traffic(rule: Rule): string {
  return rule.protocol === '-1' ? 'all traffic' : `${rule.protocol} ${ports(rule)}`.trim()
}

/** Everyone, by whichever address it is written. */
function isEveryone(peer: string): boolean {
  return peer.endsWith('/0')
}

function peerWords(peer: string): string {
  return isEveryone(peer) ? `everyone (\`${peer}\`)` : `\`${peer}\``
}

/** Ranges that no packet from the internet comes from, with the bits that fix them (RFC 1918, RFC 6598, RFC 4193). */
const PRIVATE: readonly (readonly [RegExp, number])[] = [
  [/^10\./, 8],
  [/^172\.(?:1[6-9]|2\d|3[01])\./, 12],
  [/^192\.168\./, 16],
  [/^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./, 10],
  [/^f[cd]/i, 7],
]

/** Whether a range lies in a private one as a whole: a wider one reaches into the internet. */
function isPrivate(peer: string): boolean {
  const bits = Number(/\/(\d+)$/.exec(peer)?.[1] ?? '128')
  return PRIVATE.some(([range, fixed]) => range.test(peer) && bits >= fixed)
}

/** Whether a peer is outside: an address of the internet. Groups and prefix lists are named things of the account. */
function isOutside(peer: string): boolean {
  return /[.:]/.test(peer) && !isPrivate(peer)
}

function options(rule: Rule): string {
  const range = rule.peer.includes(':') ? 'Ipv6Ranges=[{CidrIpv6=' : 'IpRanges=[{CidrIp='
  const side = /[.:]/.test(rule.peer)
    ? range
    : rule.peer.startsWith('pl-')
      ? 'PrefixListIds=[{PrefixListId='
      : 'UserIdGroupPairs=[{GroupId='
  const between = rule.from === '' ? '' : `FromPort=${rule.from},ToPort=${rule.to},`
  return shellWord(`IpProtocol=${rule.protocol},${between}${side}${rule.peer}}]`)
}

function lasting(direction: 'ingress' | 'egress', rule: Rule): Lasting {
  const subject: FromCall = part(GROUP.subject, `${direction} ${traffic(rule)} ${rule.peer}`)
  const onGroup =
    (verb: string) =>
    (call: CallEvent): string =>
      `${command(`ec2 ${verb}-security-group-${direction}`, { 'group-id': ID, region: REGION })(call)} --ip-permissions ${options(rule)}`
  const [opens, side] = direction === 'ingress' ? ['opened', 'from'] : ['let out of', 'to']
  return {
    kind: direction === 'ingress' && isOutside(rule.peer) ? 'exposure' : 'configuration',
    subject,
    words: (call) => `${direction} rule of ${GROUP.words(call)}: ${traffic(rule)} ${side} ${peerWords(rule.peer)}`,
    remove: onGroup('revoke'),
    remake: onGroup('authorize'),
    sentences: [
      (call) => `${opens} ${GROUP.words(call)}: ${traffic(rule)} ${side} ${peerWords(rule.peer)}`,
      (call) => `closed ${GROUP.words(call)}: ${traffic(rule)} ${side} ${peerWords(rule.peer)}`,
    ],
  }
}

type Form = (thing: Lasting) => readonly ChangeSpec[]

/** Each rule is a change of its own; where the record shows none, that rules changed is still said. */
function ruled(direction: 'ingress' | 'egress', form: Form): (call: CallEvent) => readonly ChangeSpec[] {
  return (call) => {
    const rules = rulesOf(call)
    if (rules.length > 0) return rules.flatMap((rule) => form(lasting(direction, rule)))
    const unseen: FromCall = () => null
    return [
      opening(
        direction === 'ingress' ? 'exposure' : 'configuration',
        unseen,
        (one) => `changed ${direction} rules of ${GROUP.words(one)}; the record does not show which`,
        command('ec2 describe-security-group-rules', { 'group-ids': ID, region: REGION }),
      ),
    ]
  }
}

/** What calls on security groups change for longer than themselves. */
export const SECURITY_GROUPS: Readonly<Record<string, CallChanges>> = {
  CreateSecurityGroup: made(GROUP),
  DeleteSecurityGroup: unmade(GROUP),
  AuthorizeSecurityGroupIngress: ruled('ingress', made),
  RevokeSecurityGroupIngress: ruled('ingress', unmade),
  AuthorizeSecurityGroupEgress: ruled('egress', made),
  RevokeSecurityGroupEgress: ruled('egress', unmade),
  ModifySecurityGroupRules: opening(
    'exposure',
    () => null,
    (call) => `changed rules of ${GROUP.words(call)} in place`,
    command('ec2 describe-security-group-rules', { 'group-ids': ID, region: REGION }),
  ),
}
