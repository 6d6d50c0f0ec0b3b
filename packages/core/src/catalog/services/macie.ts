import { command, inPlace, pair, part, plain, REGION } from '../../domain/change-forms.ts'
import type { FromCall } from '../../domain/change-spec.ts'
import { outage, settings } from '../../domain/change-switches.ts'
import { pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const SEARCH: FromCall = ({ account, region }) => `search for sensitive data ${account}:${region}`

const ID: FromCall = (call) => pickText(call.request, 'id') ?? pickText(call.response, 'id')

const row: ServiceRow = defineService({
  service: 'macie',
  sources: ['macie2.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...outage(
      {
        subject: SEARCH,
        words: ({ region }) => `the search for sensitive data in region \`${region}\``,
        again: command('macie2 enable-macie', { region: REGION }),
      },
      'DisableMacie',
      'EnableMacie',
    ),
    UpdateMacieSession: settings({
      kind: 'logging',
      subject: part(SEARCH, 'session'),
      words: ({ region }) => `the search for sensitive data in region \`${region}\``,
      keys: ['status', 'findingPublishingFrequency'],
      restore: command('macie2 update-macie-session', { region: REGION }),
    }),
    ...pair(
      plain({
        kind: 'logging',
        noun: 'findings filter',
        id: ID,
        remove: ['macie2 delete-findings-filter', 'id'],
      }),
      'CreateFindingsFilter',
      'DeleteFindingsFilter',
    ),
    ...pair(
      plain({
        kind: 'logging',
        noun: 'allow list',
        id: inPlace(ID),
        name: ID,
        remove: ['macie2 delete-allow-list', 'id'],
      }),
      'CreateAllowList',
      'DeleteAllowList',
    ),
  },
  cite: 'Amazon Macie API reference',
  examples: [
    {
      name: 'findings are published less often',
      record: {
        eventSource: 'macie2.amazonaws.com',
        eventName: 'UpdateMacieSession',
        awsRegion: 'us-east-2',
        requestParameters: { findingPublishingFrequency: 'SIX_HOURS' },
      },
      changes: [
        {
          kind: 'logging',
          subject: 'search for sensitive data 123837392027:us-east-2 / session / findingPublishingFrequency',
          does: 'close',
        },
        {
          kind: 'logging',
          subject: 'search for sensitive data 123837392027:us-east-2 / session / findingPublishingFrequency',
          does: 'open',
        },
      ],
    },
    {
      name: 'the search is switched off',
      record: { eventSource: 'macie2.amazonaws.com', eventName: 'DisableMacie', requestParameters: null },
      changes: [{ kind: 'logging', subject: 'search for sensitive data 123837392027:us-east-1', does: 'open' }],
    },
  ],
})

export default row
