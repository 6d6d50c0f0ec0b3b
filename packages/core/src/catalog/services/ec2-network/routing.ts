import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  everySaid,
  forEach,
  type Lasting,
  made,
  part,
  plain,
  REGION,
  replacing,
  said,
  unmade,
} from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { settings } from '../../../domain/change-switches.ts'
import { pick } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'

const TABLE = plain({
  kind: 'configuration',
  noun: 'route table',
  id: said('routeTableId'),
  remove: ['ec2 delete-route-table', 'route-table-id'],
})
const ASSOCIATION = plain({
  kind: 'configuration',
  noun: 'route table association',
  id: said('associationId'),
  remove: ['ec2 disassociate-route-table', 'association-id'],
})

const DESTINATION = said('destinationCidrBlock', 'destinationIpv6CidrBlock', 'destinationPrefixListId')
const VIA = said(
  'gatewayId',
  'natGatewayId',
  'vpcPeeringConnectionId',
  'transitGatewayId',
  'networkInterfaceId',
  'instanceId',
  'egressOnlyInternetGatewayId',
  'vpcEndpointId',
)

function destinationOption(call: CallEvent): string {
  const to = DESTINATION(call)
  if (to?.startsWith('pl-') === true) return 'destination-prefix-list-id'
  return to?.includes(':') === true ? 'destination-ipv6-cidr-block' : 'destination-cidr-block'
}

function onRoute(verb: string): (call: CallEvent) => string {
  return (call) =>
    command(`ec2 ${verb}`, {
      'route-table-id': said('routeTableId'),
      [destinationOption(call)]: DESTINATION,
      region: REGION,
    })(call)
}

function route(call: CallEvent): Lasting {
  return {
    // An internet gateway is what lets in from outside; all else leads elsewhere in networks that are known.
    kind: VIA(call)?.startsWith('igw-') === true ? 'exposure' : 'configuration',
    subject: part(TABLE.subject, 'route', DESTINATION),
    words: (one) => `route to \`${DESTINATION(one) ?? 'unknown'}\` in ${TABLE.words(one)}`,
    remove: onRoute('delete-route'),
    sentences: [
      (one) => `led \`${DESTINATION(one) ?? 'unknown'}\` by \`${VIA(one) ?? 'unknown'}\` in ${TABLE.words(one)}`,
      (one) => `deleted the route to \`${DESTINATION(one) ?? 'unknown'}\` in ${TABLE.words(one)}`,
    ],
  }
}

const ACL = plain({
  kind: 'configuration',
  noun: 'network ACL',
  id: said('networkAclId'),
  remove: ['ec2 delete-network-acl', 'network-acl-id'],
})

function direction(call: CallEvent): 'egress' | 'ingress' {
  const stated = pick(call.request, 'egress')
  return stated === true || stated === 'true' ? 'egress' : 'ingress'
}

const NUMBER: FromCall = (call) => {
  const number = pick(call.request, 'ruleNumber')
  return typeof number === 'number' || typeof number === 'string' ? String(number) : null
}

const ENTRY: FromCall = (call) => part(ACL.subject, direction(call), NUMBER)(call)

function entry(call: CallEvent): Lasting {
  const peer = said('cidrBlock', 'ipv6CidrBlock')
  const action = said('ruleAction')
  const words = (one: CallEvent): string =>
    `${direction(one)} rule \`${NUMBER(one) ?? 'unknown'}\` of ${ACL.words(one)}`
  return {
    kind: direction(call) === 'ingress' && action(call) === 'allow' ? 'exposure' : 'configuration',
    subject: ENTRY,
    words,
    remove: (one) =>
      `${command('ec2 delete-network-acl-entry', { 'network-acl-id': said('networkAclId'), 'rule-number': NUMBER, region: REGION })(one)} --${direction(one)}`,
    sentences: [
      (one) => `set ${words(one)}: ${action(one) ?? 'unknown'} \`${peer(one) ?? 'unknown'}\``,
      (one) => `deleted ${words(one)}`,
    ],
  }
}

/** Set anew: the former one of that place ends, whoever made it. */
function setAnew(of: (call: CallEvent) => Lasting): (call: CallEvent) => readonly ChangeSpec[] {
  return (call) => {
    const { kind, subject, sentences, words, remove } = of(call)
    return replacing(kind, subject, sentences?.[0] ?? words, remove)
  }
}

const FLOW_LOG = everySaid('flowLogId', 'flowLogIdSet')
const WATCHED = everySaid('resourceId')

function flowLog(id: FromCall): Lasting {
  const one = plain({ kind: 'logging', noun: 'flow log', id, remove: ['ec2 delete-flow-logs', 'flow-log-ids'] })
  return {
    ...one,
    remake: command('ec2 create-flow-logs --cli-input-json file://former-flow-log.json', { region: REGION }),
    sentences: [
      (call) =>
        `created ${one.words(call)} of ${
          WATCHED(call)
            .map((what) => `\`${what}\``)
            .join(', ') || 'a network'
        }`,
      (call) => `deleted ${one.words(call)}, so that the traffic it saw is recorded no more`,
    ],
  }
}

/** The end of a flow log blinds: it is a change of logging, not the loss of a thing. */
function flowLogDeleted(id: FromCall): readonly ChangeSpec[] {
  return unmade(flowLog(id)).map((spec): ChangeSpec => ({ ...spec, kind: 'logging' }))
}

const SUBNET = plain({
  kind: 'exposure',
  noun: 'subnet',
  id: said('subnetId'),
  remove: ['ec2 delete-subnet', 'subnet-id'],
})

/** What calls on routes, filters of packets and flow logs change for longer than themselves. */
export const ROUTING: Readonly<Record<string, CallChanges>> = {
  CreateRouteTable: made(TABLE),
  DeleteRouteTable: unmade(TABLE),
  AssociateRouteTable: made(ASSOCIATION),
  DisassociateRouteTable: unmade(ASSOCIATION),
  CreateRoute: (call) => made(route(call)),
  ReplaceRoute: setAnew(route),
  DeleteRoute: (call) => unmade(route(call)),
  CreateNetworkAcl: made(ACL),
  DeleteNetworkAcl: unmade(ACL),
  CreateNetworkAclEntry: (call) => made(entry(call)),
  ReplaceNetworkAclEntry: setAnew(entry),
  DeleteNetworkAclEntry: (call) => unmade(entry(call)),
  CreateFlowLogs: forEach(FLOW_LOG, (id) => made(flowLog(id))),
  DeleteFlowLogs: forEach(FLOW_LOG, flowLogDeleted),
  ModifySubnetAttribute: settings({
    kind: 'exposure',
    subject: SUBNET.subject,
    words: SUBNET.words,
    keys: ['mapPublicIpOnLaunch', 'assignIpv6AddressOnCreation'],
    restore: command('ec2 modify-subnet-attribute', { 'subnet-id': said('subnetId'), region: REGION }),
  }),
}
