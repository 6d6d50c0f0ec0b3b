import type { ServiceExample } from '../../../domain/service-row.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com' }
const GROUP = 'security group sg-04cfb7a4712d75b00'

/** Calls on security groups, and what they changed. */
export const SECURITY_GROUP_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a port is opened to everyone',
    record: {
      ...EC2,
      eventName: 'AuthorizeSecurityGroupIngress',
      requestParameters: {
        groupId: 'sg-04cfb7a4712d75b00',
        ipPermissions: {
          items: [
            {
              ipProtocol: 'tcp',
              fromPort: 443,
              toPort: 443,
              groups: {},
              ipRanges: { items: [{ cidrIp: '0.0.0.0/0', description: 'TLS from Internet' }] },
              ipv6Ranges: {},
              prefixListIds: {},
            },
          ],
        },
      },
    },
    changes: [
      { kind: 'exposure', subject: `${GROUP} / ingress tcp 443 0.0.0.0/0`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${GROUP}, ingress tcp 443 0.0.0.0/0`, does: 'close' },
    ],
  },
  {
    name: 'a rule is taken away, in the flat form of the request',
    record: {
      ...EC2,
      eventName: 'RevokeSecurityGroupIngress',
      requestParameters: {
        groupId: 'sg-04cfb7a4712d75b00',
        ipPermissions: {},
        ipProtocol: 'tcp',
        fromPort: 22,
        toPort: 22,
        cidrIp: '0.0.0.0/0',
      },
    },
    changes: [
      { kind: 'destruction', subject: `deleted ${GROUP}, ingress tcp 22 0.0.0.0/0`, does: 'open' },
      { kind: 'exposure', subject: `${GROUP} / ingress tcp 22 0.0.0.0/0`, does: 'close' },
    ],
  },
  {
    name: 'rules by their ids are told by the answer',
    record: {
      ...EC2,
      eventName: 'RevokeSecurityGroupIngress',
      requestParameters: {
        groupId: 'sg-04cfb7a4712d75b00',
        ipPermissions: {},
        securityGroupRuleIds: { items: [{ securityGroupRuleId: 'sgr-0bb31cddb2c27f401' }] },
      },
      responseElements: {
        revokedSecurityGroupRuleSet: {
          items: [
            { groupId: 'sg-04cfb7a4712d75b00', ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0' },
          ],
        },
      },
    },
    changes: [
      { kind: 'destruction', subject: `deleted ${GROUP}, ingress tcp 443 0.0.0.0/0`, does: 'open' },
      { kind: 'exposure', subject: `${GROUP} / ingress tcp 443 0.0.0.0/0`, does: 'close' },
    ],
  },
  {
    name: 'rules that the record does not show end nothing',
    record: {
      ...EC2,
      eventName: 'RevokeSecurityGroupIngress',
      requestParameters: { groupId: 'sg-04cfb7a4712d75b00', ipPermissions: {} },
    },
    changes: [{ kind: 'exposure', subject: 'unnamed e-1', does: 'open' }],
  },
  {
    name: 'all traffic has no ports, however a record fills them',
    record: {
      ...EC2,
      eventName: 'AuthorizeSecurityGroupEgress',
      requestParameters: {
        groupId: 'sg-04cfb7a4712d75b00',
        ipPermissions: {
          items: [{ ipProtocol: '-1', fromPort: 0, toPort: 0, ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] } }],
        },
      },
    },
    changes: [
      { kind: 'configuration', subject: `${GROUP} / egress all traffic 0.0.0.0/0`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${GROUP}, egress all traffic 0.0.0.0/0`, does: 'close' },
    ],
  },
  {
    name: 'a group of one’s own account is not outside',
    record: {
      ...EC2,
      eventName: 'AuthorizeSecurityGroupIngress',
      requestParameters: {
        groupId: 'sg-04cfb7a4712d75b00',
        ipPermissions: {
          items: [{ ipProtocol: 'tcp', fromPort: 5432, toPort: 5433, groups: { items: [{ groupId: 'sg-1' }] } }],
        },
      },
    },
    changes: [
      { kind: 'configuration', subject: `${GROUP} / ingress tcp 5432-5433 sg-1`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${GROUP}, ingress tcp 5432-5433 sg-1`, does: 'close' },
    ],
  },
  ...[
    ['10.0.0.0/8', 'configuration'] as const,
    ['10.0.0.0/0', 'exposure'] as const,
    ['172.16.0.0/8', 'exposure'] as const,
    ['fd00::/8', 'configuration'] as const,
    ['198.51.100.7/32', 'exposure'] as const,
  ].map(
    ([cidrIp, kind]): ServiceExample => ({
      name: `who is outside: ${cidrIp}`,
      record: {
        ...EC2,
        eventName: 'AuthorizeSecurityGroupIngress',
        requestParameters: { groupId: 'sg-1', ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp },
      },
      changes: [
        { kind, subject: `security group sg-1 / ingress tcp 22 ${cidrIp}`, does: 'open' },
        { kind: 'destruction', subject: `deleted security group sg-1, ingress tcp 22 ${cidrIp}`, does: 'close' },
      ],
    }),
  ),
]
