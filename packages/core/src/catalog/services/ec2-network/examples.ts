import type { ServiceExample } from '../../../domain/service-row.ts'
import { SECURITY_GROUP_EXAMPLES } from './security-group-examples.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com' }

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...SECURITY_GROUP_EXAMPLES,
  {
    name: 'a flow log is deleted: the record is in the wrapping of a query API',
    record: {
      ...EC2,
      eventName: 'DeleteFlowLogs',
      requestParameters: { DeleteFlowLogsRequest: { FlowLogId: { tag: 1, content: 'fl-064ed3a785e4a37ef' } } },
      responseElements: { DeleteFlowLogsResponse: { unsuccessful: '' } },
    },
    changes: [
      { kind: 'logging', subject: 'deleted flow log fl-064ed3a785e4a37ef', does: 'open' },
      { kind: 'logging', subject: 'flow log fl-064ed3a785e4a37ef', does: 'close' },
    ],
  },
  {
    name: 'a flow log is made',
    record: {
      ...EC2,
      eventName: 'CreateFlowLogs',
      requestParameters: {
        CreateFlowLogsRequest: { ResourceId: { tag: 1, content: 'vpc-0255d384b4b458b46' }, ResourceType: 'VPC' },
      },
      responseElements: { CreateFlowLogsResponse: { flowLogIdSet: { item: 'fl-064ed3a785e4a37ef' } } },
    },
    changes: [
      { kind: 'logging', subject: 'flow log fl-064ed3a785e4a37ef', does: 'open' },
      { kind: 'destruction', subject: 'deleted flow log fl-064ed3a785e4a37ef', does: 'close' },
    ],
  },
  {
    name: 'a route leads to the internet',
    record: {
      ...EC2,
      eventName: 'CreateRoute',
      requestParameters: {
        routeTableId: 'rtb-06711e8f3a624506d',
        destinationCidrBlock: '0.0.0.0/0',
        gatewayId: 'igw-040b2274c4a167722',
      },
    },
    changes: [
      { kind: 'exposure', subject: 'route table rtb-06711e8f3a624506d / route 0.0.0.0/0', does: 'open' },
      { kind: 'destruction', subject: 'deleted route table rtb-06711e8f3a624506d, route 0.0.0.0/0', does: 'close' },
    ],
  },
  {
    name: 'an entry of a network ACL',
    record: {
      ...EC2,
      eventName: 'CreateNetworkAclEntry',
      requestParameters: {
        networkAclId: 'acl-1',
        ruleNumber: 500,
        egress: true,
        ruleAction: 'allow',
        aclProtocol: '-1',
        cidrBlock: '0.0.0.0/0',
      },
    },
    changes: [
      { kind: 'configuration', subject: 'network ACL acl-1 / egress 500', does: 'open' },
      { kind: 'destruction', subject: 'deleted network ACL acl-1, egress 500', does: 'close' },
    ],
  },
]
