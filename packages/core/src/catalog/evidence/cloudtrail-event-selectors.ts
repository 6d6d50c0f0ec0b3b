import { arnAsked, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../../domain/json.ts'
import { selectorsIn } from '../../domain/trail-selectors.ts'
import { logNamed } from '../../domain/trail-settings.ts'

const LISTS = ['EventSelectors', 'AdvancedEventSelectors']
const KNOWN: ReadonlySet<string> = new Set([...LISTS, 'TrailARN', 'ResponseMetadata'])

function recognises(record: JsonObject): boolean {
  return LISTS.some((key) => Array.isArray(record[key])) && Object.keys(record).every((key) => KNOWN.has(key))
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const named = logNamed(pickText(record, 'TrailARN') ?? arnAsked(asked, '--trail-name', 'cloudtrail', 'trail') ?? '')
  if (named === null) return { kind: 'rejected', reason: UNNAMED }
  const says = { ...named, act: 'shown' as const, says: { selectors: selectorsIn(record) ?? null } }
  return { kind: 'statements', statements: [{ topic: 'log-settings', at: asked?.at ?? null, says }] }
}

const UNNAMED = `it does not say which trail its selectors are of: ${SAVE_THE_COMMAND}`

const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'
const NONE = { equals: [], startsWith: [], endsWith: [], notEquals: [], notStartsWith: [], notEndsWith: [] }

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail-event-selectors',
  title: 'Event selectors of a trail',
  recordArrays: [],
  recognises,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which events a trail took when it was asked',
  requests: [],
  cite: 'AWS CloudTrail API reference: GetEventSelectors, EventSelector, AdvancedFieldSelector',
  examples: [
    {
      name: 'basic ones: all management events but those of one service, and reads of one bucket',
      record: {
        TrailARN: ARN,
        EventSelectors: [
          {
            ...{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] },
            ExcludeManagementEventSources: ['kms.amazonaws.com'],
          },
          {
            ...{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: false, ExcludeManagementEventSources: [] },
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::b/', 'arn:aws:s3'] }],
          },
        ],
      },
      states: [
        {
          topic: 'log-settings',
          says: {
            log: ARN,
            says: {
              selectors: [
                {
                  conditions: [
                    { ...NONE, field: 'class', equals: ['management'] },
                    { ...NONE, field: 'source', notEquals: ['kms.amazonaws.com'] },
                  ],
                },
                {
                  conditions: [
                    { ...NONE, field: 'class', equals: ['data'] },
                    { ...NONE, field: 'resource-type', equals: ['AWS::S3::Object'] },
                    { ...NONE, field: 'resource', startsWith: ['arn:aws:s3:::b/'] },
                    { ...NONE, field: 'read-only', equals: ['true'] },
                  ],
                },
                {
                  conditions: [
                    { ...NONE, field: 'class', equals: ['data'] },
                    { ...NONE, field: 'resource-type', equals: ['AWS::S3::Object'] },
                    { ...NONE, field: 'resource' },
                    { ...NONE, field: 'read-only', equals: ['true'] },
                  ],
                },
              ],
            },
          },
        },
      ],
    },
    {
      name: 'advanced ones, which leave an identity out',
      record: {
        AdvancedEventSelectors: [
          {
            Name: 'x',
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Data'] },
              { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
              { Field: 'userIdentity.arn', NotEquals: ['arn:aws:iam::111122223333:user/u'] },
            ],
          },
        ],
      },
      beside: {
        asked: {
          ...{ at: null, account: '111122223333', region: 'eu-west-1' },
          command: 'aws cloudtrail get-event-selectors --trail-name main',
        },
      },
      states: [
        {
          topic: 'log-settings',
          says: {
            log: ARN,
            says: {
              selectors: [
                {
                  conditions: [
                    { ...NONE, field: 'class', equals: ['data'] },
                    { ...NONE, field: 'resource-type', equals: ['AWS::S3::Object'] },
                    { ...NONE, field: 'other', notEquals: ['arn:aws:iam::111122223333:user/u'] },
                  ],
                },
              ],
            },
          },
        },
      ],
    },
    {
      name: 'what cannot be read is unknown, not nothing',
      record: {
        TrailARN: ARN,
        AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'], Like: ['x'] }] }],
      },
      states: [{ topic: 'log-settings', says: { says: { selectors: null } } }],
    },
    {
      name: 'none at all: it takes nothing',
      record: { TrailARN: ARN, EventSelectors: [], ResponseMetadata: { HTTPStatusCode: 200 } },
      states: [{ topic: 'log-settings', says: { says: { selectors: [] } } }],
    },
    {
      name: 'of nobody knows which trail',
      record: { EventSelectors: [] },
      event: { rejected: UNNAMED },
    },
  ],
})

export default row
