import type { CallEvent } from '../../domain/call.ts'
import { command, type Lasting, opening, pair, part, plain, said, shown } from '../../domain/change-forms.ts'
import type { FromCall } from '../../domain/change-spec.ts'
import { pickText } from '../../domain/json.ts'
import { textsUnder } from '../../domain/named-in-call.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

/** A zone by its id: calls have the bare id, answers have it after `/hostedzone/`. */
const ID: FromCall = (call) =>
  (said('hostedZoneId')(call) ?? pickText(call.response, 'hostedZone.id') ?? pickText(call.request, 'id'))?.replace(
    /^.*\//,
    '',
  ) ?? null
const ZONE: Lasting = {
  ...plain({
    kind: 'configuration',
    noun: 'DNS zone',
    id: ID,
    name: (call) => pickText(call.request, 'name') ?? ID(call),
    remove: ['route53 delete-hosted-zone', 'id'],
  }),
  remove: command('route53 delete-hosted-zone', { id: ID }),
}

function changed(call: CallEvent): string {
  const names = [...new Set(textsUnder(call.request, 'name'))]
  return names.map((name) => `\`${name}\``).join(', ') || 'that the record does not name'
}

const row: ServiceRow = defineService({
  service: 'dns-zones',
  sources: ['route53.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(ZONE, 'CreateHostedZone', 'DeleteHostedZone'),
    // Names that lead elsewhere take mail and sign-ins with them.
    ChangeResourceRecordSets: opening(
      'exposure',
      part(ZONE.subject, 'names', (call) => call.eventId),
      (call) => `changed names of DNS zone \`${shown(ID)(call)}\`: ${changed(call)}`,
      command('route53 change-resource-record-sets --change-batch file://former-names.json', { 'hosted-zone-id': ID }),
    ),
    ...pair(
      plain({
        kind: 'logging',
        noun: 'log of DNS queries to a zone',
        id: (call) => pickText(call.request, 'id') ?? pickText(call.response, 'queryLoggingConfig.id'),
        remove: ['route53 delete-query-logging-config', 'id'],
      }),
      'CreateQueryLoggingConfig',
      'DeleteQueryLoggingConfig',
    ),
  },
  cite: 'Amazon Route 53 API reference',
  examples: [
    {
      name: 'names lead elsewhere',
      record: {
        eventSource: 'route53.amazonaws.com',
        eventName: 'ChangeResourceRecordSets',
        requestParameters: {
          hostedZoneId: 'Z0123456789EXAMPLE',
          changeBatch: {
            changes: [{ action: 'UPSERT', resourceRecordSet: { name: 'mail.example.com', type: 'MX', tTL: 60 } }],
          },
        },
      },
      changes: [{ kind: 'exposure', subject: 'DNS zone Z0123456789EXAMPLE / names e-1', does: 'open' }],
    },
  ],
})

export default row
