import { command, type Lasting, made, pair, part, plain, REGION, said, unmade } from '../../domain/change-forms.ts'
import { pickText } from '../../domain/json.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

const ID = said('resolverQueryLogConfigId', 'id')
const LOG: Lasting = {
  ...plain({
    kind: 'logging',
    noun: 'log of DNS queries',
    id: ID,
    name: (call) => pickText(call.response, 'resolverQueryLogConfig.name') ?? ID(call),
    remove: ['route53resolver delete-resolver-query-log-config', 'resolver-query-log-config-id'],
  }),
  remake: command('route53resolver create-resolver-query-log-config --cli-input-json file://former.json', {
    region: REGION,
  }),
}
const VPC = said('resourceId')
const ofVpc = { 'resolver-query-log-config-id': ID, 'resource-id': VPC, region: REGION }
const JOINED: Lasting = {
  kind: 'logging',
  subject: part(LOG.subject, 'of', VPC),
  words: (call) => `the recording of DNS queries of \`${VPC(call) ?? 'unknown'}\``,
  remove: command('route53resolver disassociate-resolver-query-log-config', ofVpc),
  remake: command('route53resolver associate-resolver-query-log-config', ofVpc),
  sentences: [
    (call) => `began to record the DNS queries of \`${VPC(call) ?? 'unknown'}\``,
    (call) => `ended the record of DNS queries of \`${VPC(call) ?? 'unknown'}\``,
  ],
}

/** The end of a log blinds: it is a change of logging, not the loss of a thing. */
function blinding(specs: readonly ChangeSpec[]): readonly ChangeSpec[] {
  return specs.map((spec): ChangeSpec => ({ ...spec, kind: 'logging' }))
}

const row: ServiceRow = defineService({
  service: 'dns-query-logs',
  sources: ['route53resolver.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    CreateResolverQueryLogConfig: made(LOG),
    DeleteResolverQueryLogConfig: blinding(unmade(LOG)),
    AssociateResolverQueryLogConfig: made(JOINED),
    DisassociateResolverQueryLogConfig: blinding(unmade(JOINED)),
    ...pair(
      plain({
        kind: 'configuration',
        noun: 'DNS forwarding rule',
        id: said('resolverRuleId', 'id'),
        remove: ['route53resolver delete-resolver-rule', 'resolver-rule-id'],
      }),
      'CreateResolverRule',
      'DeleteResolverRule',
    ),
  },
  cite: 'Amazon Route 53 API reference: Resolver',
  examples: [
    {
      name: 'a log of DNS queries is deleted',
      record: {
        eventSource: 'route53resolver.amazonaws.com',
        eventName: 'DeleteResolverQueryLogConfig',
        awsRegion: 'sa-central-3r',
        recipientAccountId: '206821776919',
        requestParameters: { originSequenceNumber: 0, resolverQueryLogConfigId: 'rqlc-4473f20ca554c07' },
        responseElements: {
          resolverQueryLogConfig: {
            id: 'rqlc-4473f20ca554c07',
            name: 'stratus-red-team-dns-delete-config-bxxclslsdp',
            status: 'DELETING',
          },
        },
      },
      changes: [
        { kind: 'logging', subject: 'deleted log of DNS queries rqlc-4473f20ca554c07', does: 'open' },
        { kind: 'logging', subject: 'log of DNS queries rqlc-4473f20ca554c07', does: 'close' },
      ],
    },
  ],
})

export default row
