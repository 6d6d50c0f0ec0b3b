import { command, type Lasting, opening, pair, part, REGION, said, shown } from '../../domain/change-forms.ts'
import { about, type FromCall } from '../../domain/change-spec.ts'
import { pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

/** An API by its id, which the two versions of the service name in two ways. */
const ID: FromCall = (call) => said('apiId', 'restApiId')(call) ?? pickText(call.response, 'id')
const NAME: FromCall = (call) =>
  pickText(call.request, 'name') ?? pickText(call.request, 'createRestApiInput.name') ?? ID(call)

function api(verb: string, option: string): Lasting {
  return {
    kind: 'persistence',
    subject: about('API', ID),
    words: (call) => `API \`${shown(NAME)(call)}\``,
    remove: command(verb, { [option]: ID, region: REGION }),
  }
}

const HTTP = api('apigatewayv2 delete-api', 'api-id')
const REST = api('apigateway delete-rest-api', 'rest-api-id')

function piece(noun: string, field: string, option: string): Lasting {
  const id = said(field)
  return {
    kind: 'persistence',
    subject: part(HTTP.subject, noun, id),
    words: (call) => `${noun} \`${shown(id)(call)}\` of ${HTTP.words(call)}`,
    remove: command(`apigatewayv2 delete-${noun}`, { 'api-id': ID, [option]: id, region: REGION }),
  }
}

const KEY_ID: FromCall = (call) => said('apiKey')(call) ?? pickText(call.response, 'id')

const row: ServiceRow = defineService({
  service: 'api-gateway',
  sources: ['apigateway.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(HTTP, 'CreateApi', 'DeleteApi'),
    ...pair(REST, 'CreateRestApi', 'DeleteRestApi'),
    ...pair(piece('integration', 'integrationId', 'integration-id'), 'CreateIntegration', 'DeleteIntegration'),
    ...pair(piece('route', 'routeId', 'route-id'), 'CreateRoute', 'DeleteRoute'),
    ...pair(piece('stage', 'stageName', 'stage-name'), 'CreateStage', 'DeleteStage'),
    CreateDeployment: opening(
      'exposure',
      part(HTTP.subject, 'deployment', (call) => call.eventId),
      (call) => `put ${HTTP.words(call)} on the internet as it is now`,
      HTTP.remove,
    ),
    ...pair(
      {
        kind: 'persistence',
        subject: about('API key', KEY_ID),
        words: (call) => `API key \`${shown(KEY_ID)(call)}\``,
        remove: command('apigateway delete-api-key', { 'api-key': KEY_ID, region: REGION }),
      },
      'CreateApiKey',
      'DeleteApiKey',
    ),
  },
  cite: 'Amazon API Gateway API references, versions 1 and 2',
  examples: [
    {
      name: 'an API is made',
      record: {
        eventSource: 'apigateway.amazonaws.com',
        eventName: 'CreateApi',
        requestParameters: { name: 'status', protocolType: 'HTTP' },
        responseElements: {
          apiId: 'a1b2c3d4e5',
          apiEndpoint: 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
        },
      },
      changes: [
        { kind: 'persistence', subject: 'API a1b2c3d4e5', does: 'open' },
        { kind: 'destruction', subject: 'deleted API a1b2c3d4e5', does: 'close' },
      ],
    },
    {
      name: 'an API gets a route',
      record: {
        eventSource: 'apigateway.amazonaws.com',
        eventName: 'CreateRoute',
        requestParameters: { apiId: 'a1b2c3d4e5', routeKey: 'ANY /', target: 'integrations/abcd123' },
        responseElements: { routeId: 'r1b2c3d' },
      },
      changes: [
        { kind: 'persistence', subject: 'API a1b2c3d4e5 / route r1b2c3d', does: 'open' },
        { kind: 'destruction', subject: 'deleted API a1b2c3d4e5, route r1b2c3d', does: 'close' },
      ],
    },
  ],
})

export default row
