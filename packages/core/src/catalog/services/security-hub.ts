import type { CallEvent } from '../../domain/call.ts'
import {
  command,
  everySaid,
  forEach,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  plain,
  REGION,
  said,
  unmade,
} from '../../domain/change-forms.ts'
import { closing, type FromCall } from '../../domain/change-spec.ts'
import { outage } from '../../domain/change-switches.ts'
import { textsUnder } from '../../domain/named-in-call.ts'
import { type CallChanges, defineService, type ServiceRow } from '../../domain/service-row.ts'

const HUB: FromCall = ({ account, region }) => `gathering of findings ${account}:${region}`
const ADMINISTERED: FromCall = ({ account, region }) => `administrator of findings ${account}:${region}`

/** A standard by the part of its ARN that is equal in the calls that switch it on and off. */
function standards(call: CallEvent): readonly string[] {
  const arns = [call.request, call.response].flatMap((body) => [
    ...textsUnder(body, 'standardsArn'),
    ...textsUnder(body, 'standardsSubscriptionArn'),
    ...textsUnder(body, 'standardsSubscriptionArns'),
  ])
  return [...new Set(arns.map((arn) => arn.replace(/^.*:{1,2}(?:ruleset|standards|subscription)\//, '')))]
}

const standardOff: CallChanges = (call) =>
  standards(call).map((name) =>
    opening(
      'logging',
      () => `standard ${call.account}:${call.region}:${name}`,
      () => `switched off the checks of standard \`${name}\``,
      command('securityhub batch-enable-standards --standards-subscription-requests STANDARDS', { region: REGION }),
    ),
  )
const standardOn: CallChanges = (call) =>
  standards(call).map((name) =>
    closing(
      'logging',
      () => `standard ${call.account}:${call.region}:${name}`,
      () => `switched on the checks of standard \`${name}\``,
    ),
  )

function rule(arn: FromCall): Lasting {
  return plain({
    kind: 'logging',
    noun: 'automation rule',
    id: arn,
    remove: ['securityhub batch-delete-automation-rules', 'automation-rules-arns'],
  })
}

function member(id: FromCall): Lasting {
  return plain({
    kind: 'logging',
    noun: 'member of the gathering of findings',
    id: inPlace(id),
    name: id,
    remove: ['securityhub delete-members', 'account-ids'],
  })
}

const left = opening(
  'logging',
  ADMINISTERED,
  ({ account }) => `took the findings of account \`${account}\` from its administrator`,
  () => 'let the administrator invite the account again and accept: aws securityhub accept-administrator-invitation',
)

const row: ServiceRow = defineService({
  service: 'security-hub',
  sources: ['securityhub.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...outage(
      {
        subject: HUB,
        words: ({ region }) => `the gathering of findings in region \`${region}\``,
        again: command('securityhub enable-security-hub', { region: REGION }),
      },
      'DisableSecurityHub',
      'EnableSecurityHub',
    ),
    BatchDisableStandards: standardOff,
    BatchEnableStandards: standardOn,
    ...pair(
      plain({
        kind: 'logging',
        noun: 'product subscription',
        id: said('productSubscriptionArn'),
        remove: ['securityhub disable-import-findings-for-product', 'product-subscription-arn'],
      }),
      'EnableImportFindingsForProduct',
      'DisableImportFindingsForProduct',
    ),
    CreateAutomationRule: made(rule(said('ruleArn'))),
    BatchDeleteAutomationRules: forEach(everySaid('automationRulesArns'), (arn) => unmade(rule(arn))),
    ...pair(
      plain({
        kind: 'configuration',
        noun: 'insight',
        id: said('insightArn'),
        name: said('name', 'insightArn'),
        remove: ['securityhub delete-insight', 'insight-arn'],
      }),
      'CreateInsight',
      'DeleteInsight',
    ),
    CreateMembers: forEach(everySaid('accountId'), (id) => made(member(id))),
    DeleteMembers: forEach(everySaid('accountIds'), (id) => unmade(member(id))),
    DisassociateFromAdministratorAccount: left,
    DisassociateFromMasterAccount: left,
    AcceptAdministratorInvitation: closing('logging', ADMINISTERED, () => 'accepted an administrator of findings'),
  },
  cite: 'AWS Security Hub API reference',
  examples: [
    {
      name: 'an insight is made; its fields are written in capitals',
      record: {
        eventSource: 'securityhub.amazonaws.com',
        eventName: 'CreateInsight',
        awsRegion: 'us-west-2',
        requestParameters: { Filters: {}, Name: 'Test Insight', ResultField: 'ResourceId' },
        responseElements: {
          InsightArn: 'arn:aws:securityhub:us-west-2:0123456789010:insight/custom/f4c4890b-ac6b-4c26-95f9-e62cc46f3055',
        },
      },
      changes: [
        {
          kind: 'configuration',
          subject:
            'insight arn:aws:securityhub:us-west-2:0123456789010:insight/custom/f4c4890b-ac6b-4c26-95f9-e62cc46f3055',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject:
            'deleted insight arn:aws:securityhub:us-west-2:0123456789010:insight/custom/f4c4890b-ac6b-4c26-95f9-e62cc46f3055',
          does: 'close',
        },
      ],
    },
    {
      name: 'the gathering of findings is switched off',
      record: { eventSource: 'securityhub.amazonaws.com', eventName: 'DisableSecurityHub', requestParameters: null },
      changes: [{ kind: 'logging', subject: 'gathering of findings 123837392027:us-east-1', does: 'open' }],
    },
    {
      name: 'a standard is switched off',
      record: {
        eventSource: 'securityhub.amazonaws.com',
        eventName: 'BatchDisableStandards',
        requestParameters: {
          StandardsSubscriptionArns: [
            'arn:aws:securityhub:us-east-1:123837392027:subscription/cis-aws-foundations-benchmark/v/1.2.0',
          ],
        },
      },
      changes: [
        {
          kind: 'logging',
          subject: 'standard 123837392027:us-east-1:cis-aws-foundations-benchmark/v/1.2.0',
          does: 'open',
        },
      ],
    },
  ],
})

export default row
