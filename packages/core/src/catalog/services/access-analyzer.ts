import {
  command,
  inPlace,
  type Lasting,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
} from '../../domain/change-forms.ts'
import type { FromCall } from '../../domain/change-spec.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const NAME: FromCall = (call) => said('analyzerName')(call) ?? said('arn')(call)?.replace(/^.*\//, '') ?? null
const ANALYZER: Lasting = {
  ...plain({
    kind: 'logging',
    noun: 'access analyzer',
    id: inPlace(NAME),
    name: NAME,
    remove: ['accessanalyzer delete-analyzer', 'analyzer-name'],
  }),
  remove: command('accessanalyzer delete-analyzer', { 'analyzer-name': NAME, region: REGION }),
}
const RULE_NAME = said('ruleName')
const RULE: Lasting = {
  kind: 'logging',
  subject: part(ANALYZER.subject, 'archive rule', RULE_NAME),
  words: (call) => `archive rule \`${RULE_NAME(call) ?? 'unknown'}\` of ${ANALYZER.words(call)}`,
  remove: command('accessanalyzer delete-archive-rule', {
    'analyzer-name': NAME,
    'rule-name': RULE_NAME,
    region: REGION,
  }),
}

const row: ServiceRow = defineService({
  service: 'access-analyzer',
  sources: ['access-analyzer.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(ANALYZER, 'CreateAnalyzer', 'DeleteAnalyzer'),
    // Findings that such a rule matches are not shown.
    ...pair(RULE, 'CreateArchiveRule', 'DeleteArchiveRule'),
    UpdateArchiveRule: replacing(
      'logging',
      part(RULE.subject, 'filter'),
      (call) => `changed ${RULE.words(call)}`,
      RULE.remove,
    ),
  },
  cite: 'IAM Access Analyzer API reference',
  examples: [
    {
      name: 'an analyzer is deleted',
      record: {
        eventSource: 'access-analyzer.amazonaws.com',
        eventName: 'DeleteAnalyzer',
        requestParameters: { analyzerName: 'outside', clientToken: 't' },
      },
      changes: [
        { kind: 'destruction', subject: 'deleted access analyzer 123837392027:us-east-1:outside', does: 'open' },
        { kind: 'logging', subject: 'access analyzer 123837392027:us-east-1:outside', does: 'close' },
      ],
    },
  ],
})

export default row
