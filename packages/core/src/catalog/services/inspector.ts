import type { CallEvent } from '../../domain/call.ts'
import { command, everySaid, forEach, pair, plain, REGION, said } from '../../domain/change-forms.ts'
import type { FromCall } from '../../domain/change-spec.ts'
import { outage } from '../../domain/change-switches.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

/** What is searched, kind by kind; a call that names none means all. */
const searched: (call: CallEvent) => readonly string[] = (call) => {
  const types = everySaid('resourceTypes')(call)
  return types.length === 0 ? ['all'] : types
}

function search(type: FromCall): Readonly<Record<string, ChangeSpec>> {
  return outage(
    {
      subject: (call) => `search for vulnerabilities ${call.account}:${call.region} ${type(call)}`,
      words: (call) => `the search for vulnerabilities in region \`${call.region}\` (\`${type(call)}\`)`,
      again: command('inspector2 enable', { 'resource-types': type, region: REGION }),
    },
    'off',
    'on',
  )
}

function each(key: 'off' | 'on'): (call: CallEvent) => readonly ChangeSpec[] {
  return forEach(searched, (type) => [search(type)[key]].filter((spec) => spec !== undefined))
}

const row: ServiceRow = defineService({
  service: 'inspector',
  sources: ['inspector2.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    Disable: each('off'),
    Enable: each('on'),
    ...pair(
      plain({
        kind: 'logging',
        noun: 'filter of vulnerabilities',
        id: said('arn', 'filterArn'),
        remove: ['inspector2 delete-filter', 'arn'],
      }),
      'CreateFilter',
      'DeleteFilter',
    ),
  },
  cite: 'Amazon Inspector API reference',
  examples: [
    {
      name: 'the search is switched off',
      record: {
        eventSource: 'inspector2.amazonaws.com',
        eventName: 'Disable',
        requestParameters: { accountIds: ['123837392027'], resourceTypes: ['EC2'] },
      },
      changes: [{ kind: 'logging', subject: 'search for vulnerabilities 123837392027:us-east-1 EC2', does: 'open' }],
    },
  ],
})

export default row
