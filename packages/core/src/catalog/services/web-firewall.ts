import {
  command,
  inPlace,
  type Lasting,
  opening,
  pair,
  part,
  plain,
  REGION,
  said,
  shown,
} from '../../domain/change-forms.ts'
import { about, type FromCall } from '../../domain/change-spec.ts'
import { pickText } from '../../domain/json.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

const ID: FromCall = (call) => pickText(call.request, 'id') ?? pickText(call.response, 'summary.id')
const NAME: FromCall = (call) => pickText(call.request, 'name') ?? pickText(call.response, 'summary.name') ?? ID(call)

function piece(noun: string, verb: string): Lasting {
  return {
    ...plain({ kind: 'configuration', noun, id: ID, name: NAME, remove: [`wafv2 ${verb}`, 'id'] }),
    remove: command(`wafv2 ${verb}`, { id: ID, name: NAME, scope: said('scope'), region: REGION }),
  }
}

const ACL = piece('web ACL', 'delete-web-acl')
const LIST = piece('list of addresses', 'delete-ip-set')
const RULES = piece('rule group', 'delete-rule-group')
const RESOURCE = said('resourceArn')
const GUARD: Lasting = {
  kind: 'configuration',
  subject: about('web firewall of', RESOURCE),
  words: (call) => `the web firewall of \`${shown(RESOURCE)(call)}\``,
  remove: command('wafv2 disassociate-web-acl', { 'resource-arn': RESOURCE, region: REGION }),
  sentences: [
    (call) => `put a web firewall before \`${shown(RESOURCE)(call)}\``,
    (call) => `took the web firewall from \`${shown(RESOURCE)(call)}\``,
  ],
}

function edited(it: Lasting, verb: string): ChangeSpec {
  return opening(
    'configuration',
    part(it.subject, 'update', (call) => call.eventId),
    (call) => `changed ${it.words(call)}`,
    command(`wafv2 ${verb} --cli-input-json file://former.json`, {
      id: ID,
      name: NAME,
      scope: said('scope'),
      region: REGION,
    }),
  )
}

const row: ServiceRow = defineService({
  service: 'web-firewall',
  sources: ['wafv2.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(ACL, 'CreateWebACL', 'DeleteWebACL'),
    UpdateWebACL: edited(ACL, 'update-web-acl'),
    ...pair(LIST, 'CreateIPSet', 'DeleteIPSet'),
    UpdateIPSet: edited(LIST, 'update-ip-set'),
    ...pair(RULES, 'CreateRuleGroup', 'DeleteRuleGroup'),
    ...pair(GUARD, 'AssociateWebACL', 'DisassociateWebACL'),
    ...pair(
      {
        kind: 'logging',
        subject: about('log of a web firewall', inPlace(RESOURCE)),
        words: (call) => `the log of web firewall \`${shown(RESOURCE)(call)}\``,
        remove: command('wafv2 delete-logging-configuration', { 'resource-arn': RESOURCE, region: REGION }),
      },
      'PutLoggingConfiguration',
      'DeleteLoggingConfiguration',
    ),
  },
  cite: 'AWS WAF API reference, version 2',
  examples: [
    {
      name: 'a web application loses its firewall',
      record: {
        eventSource: 'wafv2.amazonaws.com',
        eventName: 'DisassociateWebACL',
        requestParameters: {
          resourceArn: 'arn:aws:elasticloadbalancing:us-east-1:123837392027:loadbalancer/app/web/0123456789abcdef',
        },
      },
      changes: [
        {
          kind: 'destruction',
          subject:
            'deleted web firewall of arn:aws:elasticloadbalancing:us-east-1:123837392027:loadbalancer/app/web/0123456789abcdef',
          does: 'open',
        },
        {
          kind: 'configuration',
          subject:
            'web firewall of arn:aws:elasticloadbalancing:us-east-1:123837392027:loadbalancer/app/web/0123456789abcdef',
          does: 'close',
        },
      ],
    },
  ],
})

export default row
