import type { ServiceExample } from '../../../domain/service-row.ts'

const LAMBDA = { eventSource: 'lambda.amazonaws.com', managementEvent: true }
const LAYER = 'arn:aws:lambda:us-east-1:123837392027:layer:common'

/** Layers: code that functions share. */
export const LAYER_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a layer is fetched',
    record: {
      ...LAMBDA,
      eventName: 'GetLayerVersion20181031',
      requestParameters: { layerName: 'common', versionNumber: 3 },
    },
    touches: [{ store: LAYER, effect: 'read', object: '3' }],
  },
  {
    name: 'a layer is fetched by the ARN of its version',
    record: { ...LAMBDA, eventName: 'GetLayerVersionByArn20181031', requestParameters: { arn: `${LAYER}:3` } },
    touches: [{ store: LAYER, effect: 'read', object: '3' }],
  },
  {
    name: 'a version of a layer is published',
    record: {
      ...LAMBDA,
      eventName: 'PublishLayerVersion20181031',
      requestParameters: { layerName: 'common' },
      responseElements: { layerArn: LAYER, version: 4 },
    },
    touches: [{ store: LAYER, effect: 'written', object: '4' }],
    changes: [
      { kind: 'configuration', subject: `layer version ${LAYER}:4`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${LAYER}:4`, does: 'close' },
    ],
  },
  {
    name: 'a version of a layer is deleted',
    record: {
      ...LAMBDA,
      eventName: 'DeleteLayerVersion20181031',
      requestParameters: { layerName: 'common', versionNumber: 4 },
    },
    touches: [{ store: LAYER, effect: 'destroyed', object: '4' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${LAYER}:4`, does: 'open' },
      { kind: 'configuration', subject: `layer version ${LAYER}:4`, does: 'close' },
    ],
  },
  {
    name: 'another account may fetch a layer',
    record: {
      ...LAMBDA,
      eventName: 'AddLayerVersionPermission20181031',
      requestParameters: {
        layerName: 'common',
        versionNumber: 4,
        statementId: 's',
        action: 'lambda:GetLayerVersion',
        principal: '999999999999',
      },
    },
    touches: [{ store: LAYER, effect: 'shared', grantee: '999999999999', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `statement ${LAYER}:4 s`, does: 'open' }],
  },
  {
    name: 'the statement is taken away',
    record: {
      ...LAMBDA,
      eventName: 'RemoveLayerVersionPermission20181031',
      requestParameters: { layerName: 'common', versionNumber: 4, statementId: 's' },
    },
    touches: [{ store: LAYER, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `statement ${LAYER}:4 s`, does: 'close' }],
  },
]
