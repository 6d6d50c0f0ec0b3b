import { command, inPlace, opening, pair, part, plain, REGION, said, shown } from '../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../domain/change-spec.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const RECORD: FromCall = ({ account, region }) => `record of model calls ${account}:${region}`
const again = command('bedrock put-model-invocation-logging-configuration --logging-config file://former.json', {
  region: REGION,
})
const MODEL: FromCall = (call) => said('modelId')(call)?.replace(/:\d+$/, '') ?? null

const row: ServiceRow = defineService({
  service: 'bedrock',
  sources: ['bedrock.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    DeleteModelInvocationLoggingConfiguration: opening(
      'logging',
      RECORD,
      ({ region }) => `switched off the record of calls to models in region \`${region}\``,
      again,
    ),
    PutModelInvocationLoggingConfiguration: [
      closing('logging', RECORD, () => 'set where calls to models are recorded'),
      opening(
        'logging',
        part(RECORD, 'target', (call) => call.eventId),
        ({ region }) => `set where calls to models in region \`${region}\` are recorded`,
        again,
      ),
    ],
    ...pair(
      plain({
        kind: 'configuration',
        noun: 'agreement to use a model',
        id: inPlace(MODEL),
        name: MODEL,
        remove: ['bedrock delete-foundation-model-agreement', 'model-id'],
      }),
      'CreateFoundationModelAgreement',
      'DeleteFoundationModelAgreement',
    ),
    PutFoundationModelEntitlement: opening(
      'configuration',
      about('right to use a model', inPlace(MODEL)),
      (call) => `asked for the right to use model \`${shown(MODEL)(call)}\``,
      command('bedrock delete-foundation-model-agreement', { 'model-id': said('modelId'), region: REGION }),
    ),
    PutUseCaseForModelAccess: opening(
      'configuration',
      ({ account, eventId }) => `stated use of models ${account}:${eventId}`,
      () => 'stated what models are to be used for, which opens access to them',
      () => 'no call takes the statement back; end the agreements for the models instead',
    ),
    UpdateGuardrail: opening(
      'configuration',
      about('changed guardrail', said('guardrailIdentifier', 'guardrailId')),
      (call) => `changed what guardrail \`${shown(said('guardrailIdentifier', 'guardrailId'))(call)}\` keeps back`,
      command('bedrock update-guardrail --cli-input-json file://former.json', {
        'guardrail-identifier': said('guardrailIdentifier', 'guardrailId'),
        region: REGION,
      }),
    ),
    ...pair(
      plain({
        kind: 'configuration',
        noun: 'guardrail',
        id: said('guardrailId', 'guardrailIdentifier'),
        remove: ['bedrock delete-guardrail', 'guardrail-identifier'],
      }),
      'CreateGuardrail',
      'DeleteGuardrail',
    ),
  },
  cite: 'Amazon Bedrock API reference',
  examples: [
    {
      name: 'calls to models are no longer recorded',
      record: {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'DeleteModelInvocationLoggingConfiguration',
        awsRegion: 'us-west-2',
        requestParameters: null,
      },
      changes: [{ kind: 'logging', subject: 'record of model calls 123837392027:us-west-2', does: 'open' }],
    },
    {
      name: 'the use of a model is agreed to',
      record: {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateFoundationModelAgreement',
        requestParameters: { modelId: 'anthropic.claude-3-sonnet-20240229-v1:0' },
        responseElements: { modelId: 'anthropic.claude-3-sonnet-20240229-v1' },
      },
      changes: [
        {
          kind: 'configuration',
          subject: 'agreement to use a model 123837392027:us-east-1:anthropic.claude-3-sonnet-20240229-v1',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject: 'deleted agreement to use a model 123837392027:us-east-1:anthropic.claude-3-sonnet-20240229-v1',
          does: 'close',
        },
      ],
    },
  ],
})

export default row
