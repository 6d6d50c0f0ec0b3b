import { opening, said, shown } from '../../domain/change-forms.ts'
import { about } from '../../domain/change-spec.ts'
import { pick, pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const row: ServiceRow = defineService({
  service: 'service-quotas',
  sources: ['servicequotas.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    RequestServiceQuotaIncrease: opening(
      'configuration',
      about('request of a quota', (call) => pickText(call.response, 'requestedQuota.id')),
      (call) =>
        `asked for quota \`${shown(said('quotaCode'))(call)}\` of service \`${shown(said('serviceCode'))(call)}\` to be raised to \`${String(pick(call.request, 'desiredValue') ?? 'unknown')}\``,
      () => 'ask AWS Support to take the request back, or to lower the quota again',
    ),
  },
  cite: 'Service Quotas API reference',
  examples: [
    {
      name: 'more is asked for than before',
      record: {
        eventSource: 'servicequotas.amazonaws.com',
        eventName: 'RequestServiceQuotaIncrease',
        requestParameters: { serviceCode: 'ec2', quotaCode: 'L-20F13EBD', desiredValue: 2 },
        responseElements: { requestedQuota: { id: 'd187537d15254312a9609aa51bbf7624u7W49tPO', status: 'PENDING' } },
      },
      changes: [
        {
          kind: 'configuration',
          subject: 'request of a quota d187537d15254312a9609aa51bbf7624u7W49tPO',
          does: 'open',
        },
      ],
    },
  ],
})

export default row
