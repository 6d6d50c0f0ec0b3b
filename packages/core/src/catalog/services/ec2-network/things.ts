import {
  command,
  everySaid,
  forEach,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  said,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, type FromCall } from '../../../domain/change-spec.ts'
import type { CallChanges } from '../../../domain/service-row.ts'

type Changes = Readonly<Record<string, CallChanges>>

/** A part of a network: what it is called in words, in records and in the names of its calls. */
interface Piece {
  readonly noun: string
  readonly field: string
  readonly call: string
  readonly kind?: Lasting['kind']
}

function dashed(text: string): string {
  return text.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
}

/** The thing by its id, with the command that deletes it. */
function piece({ noun, field, call, kind = 'configuration' }: Piece): Lasting {
  return plain({ kind, noun, id: said(field), remove: [`ec2 delete-${dashed(call)}`, dashed(field)] })
}

function kept(one: Piece): Changes {
  return pair(piece(one), `Create${one.call}`, `Delete${one.call}`)
}

const GATEWAY = said('internetGatewayId')
const VPC = said('vpcId')

const ATTACHED: Lasting = {
  kind: 'exposure',
  subject: part(about('internet gateway', GATEWAY), 'of', VPC),
  words: (call) => `the attachment of internet gateway \`${GATEWAY(call) ?? 'unknown'}\``,
  remove: command('ec2 detach-internet-gateway', { 'internet-gateway-id': GATEWAY, 'vpc-id': VPC, region: REGION }),
  remake: command('ec2 attach-internet-gateway', { 'internet-gateway-id': GATEWAY, 'vpc-id': VPC, region: REGION }),
  sentences: [
    (call) => `joined VPC \`${VPC(call) ?? 'unknown'}\` to the internet by gateway \`${GATEWAY(call) ?? 'unknown'}\``,
    (call) => `cut VPC \`${VPC(call) ?? 'unknown'}\` from internet gateway \`${GATEWAY(call) ?? 'unknown'}\``,
  ],
}

const ALLOCATION = said('allocationId', 'publicIp')
const ADDRESS: Lasting = {
  ...plain({
    kind: 'configuration',
    noun: 'public address',
    id: ALLOCATION,
    remove: ['ec2 release-address', 'allocation-id'],
  }),
  sentences: [
    (call) => `allocated public address \`${said('publicIp')(call) ?? ALLOCATION(call) ?? 'unknown'}\``,
    (call) => `released public address \`${ALLOCATION(call) ?? 'unknown'}\``,
  ],
}

const ASSOCIATION = said('associationId')
const PUBLIC: Lasting = {
  ...plain({
    kind: 'exposure',
    noun: 'association of a public address',
    id: ASSOCIATION,
    remove: ['ec2 disassociate-address', 'association-id'],
  }),
  sentences: [
    (call) =>
      `gave a public address to \`${said('instanceId', 'networkInterfaceId')(call) ?? 'unknown'}\`: \`${said('publicIp', 'allocationId')(call) ?? 'unknown'}\``,
    (call) => `took a public address away: \`${ASSOCIATION(call) ?? said('publicIp')(call) ?? 'unknown'}\``,
  ],
}

const PEERING = said('vpcPeeringConnectionId')
const PEER: Lasting = plain({
  kind: 'exposure',
  noun: 'VPC peering',
  id: PEERING,
  remove: ['ec2 delete-vpc-peering-connection', 'vpc-peering-connection-id'],
})
const peers = said('peerOwnerId')

const endpoint = (id: FromCall): Lasting =>
  plain({
    kind: 'configuration',
    noun: 'VPC endpoint',
    id,
    remove: ['ec2 delete-vpc-endpoints', 'vpc-endpoint-ids'],
  })

/** What calls on the pieces of networks change for longer than themselves. */
export const PIECES: Changes = {
  ...kept({ noun: 'VPC', field: 'vpcId', call: 'Vpc' }),
  CreateDefaultVpc: made(piece({ noun: 'VPC', field: 'vpcId', call: 'Vpc' })),
  ...kept({ noun: 'subnet', field: 'subnetId', call: 'Subnet' }),
  ...kept({ noun: 'internet gateway', field: 'internetGatewayId', call: 'InternetGateway' }),
  ...kept({ noun: 'NAT gateway', field: 'natGatewayId', call: 'NatGateway' }),
  ...kept({ noun: 'network interface', field: 'networkInterfaceId', call: 'NetworkInterface' }),
  ...kept({ noun: 'VPN connection', field: 'vpnConnectionId', call: 'VpnConnection', kind: 'exposure' }),
  ...kept({ noun: 'client VPN endpoint', field: 'clientVpnEndpointId', call: 'ClientVpnEndpoint', kind: 'exposure' }),
  ...kept({
    noun: 'transit gateway attachment',
    field: 'transitGatewayAttachmentId',
    call: 'TransitGatewayVpcAttachment',
    kind: 'exposure',
  }),
  ...kept({
    noun: 'instance connect endpoint',
    field: 'instanceConnectEndpointId',
    call: 'InstanceConnectEndpoint',
    kind: 'exposure',
  }),
  // What is mirrored leaves the network whole: to a session belong a source, a target and a filter.
  ...kept({
    noun: 'traffic mirror session',
    field: 'trafficMirrorSessionId',
    call: 'TrafficMirrorSession',
    kind: 'exposure',
  }),
  ModifyTrafficMirrorSession: opening(
    'exposure',
    about('changed traffic mirror session', said('trafficMirrorSessionId')),
    (call) => `changed where mirrored traffic goes in session \`${said('trafficMirrorSessionId')(call) ?? 'unknown'}\``,
    command('ec2 delete-traffic-mirror-session', {
      'traffic-mirror-session-id': said('trafficMirrorSessionId'),
      region: REGION,
    }),
  ),
  ...kept({ noun: 'traffic mirror target', field: 'trafficMirrorTargetId', call: 'TrafficMirrorTarget' }),
  ...kept({ noun: 'traffic mirror filter', field: 'trafficMirrorFilterId', call: 'TrafficMirrorFilter' }),
  ...pair(ATTACHED, 'AttachInternetGateway', 'DetachInternetGateway'),
  ...pair(ADDRESS, 'AllocateAddress', 'ReleaseAddress'),
  ...pair(PUBLIC, 'AssociateAddress', 'DisassociateAddress'),
  ...pair(
    {
      ...PEER,
      words: (call) => {
        const who = peers(call)
        return `${PEER.words(call)}${who === null || who === call.account ? '' : ` with account \`${who}\``}`
      },
    },
    'CreateVpcPeeringConnection',
    'DeleteVpcPeeringConnection',
  ),
  AcceptVpcPeeringConnection: made({
    ...PEER,
    sentences: [(call) => `accepted ${PEER.words(call)}`, (call) => `deleted ${PEER.words(call)}`],
  }),
  CreateVpcEndpoint: made(endpoint(said('vpcEndpointId'))),
  DeleteVpcEndpoints: forEach(everySaid('vpcEndpointId'), (id) => unmade(endpoint(id))),
}
