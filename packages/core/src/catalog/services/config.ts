import type { CallEvent } from '../../domain/call.ts'
import {
  command,
  inPlace,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
} from '../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../domain/change-spec.ts'
import { outage } from '../../domain/change-switches.ts'
import { pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const RECORDER: FromCall = (call) =>
  pickText(call.request, 'configurationRecorderName') ?? pickText(call.request, 'configurationRecorder.name')
const CHANNEL: FromCall = (call) =>
  pickText(call.request, 'deliveryChannelName') ?? pickText(call.request, 'deliveryChannel.name')
const RULE: FromCall = (call) =>
  pickText(call.request, 'configRuleName') ?? pickText(call.request, 'configRule.configRuleName')

const recorder = (call: CallEvent): string => `configuration recorder \`${shown(RECORDER)(call)}\``
const RECORDING = about('configuration recording', inPlace(RECORDER))
const DELIVERY = about('configuration delivery', inPlace(CHANNEL))

const start = command('configservice start-configuration-recorder', {
  'configuration-recorder-name': RECORDER,
  region: REGION,
})

const again = command('configservice put-delivery-channel --delivery-channel file://former-channel.json', {
  region: REGION,
})
const delivery = (call: CallEvent): string => `the delivery of recorded configurations by \`${shown(CHANNEL)(call)}\``

const row: ServiceRow = defineService({
  service: 'config',
  sources: ['config.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...outage(
      {
        subject: RECORDING,
        words: recorder,
        again: start,
      },
      'StopConfigurationRecorder',
      'StartConfigurationRecorder',
    ),
    // One that is made again does not record until it is started.
    DeleteConfigurationRecorder: opening(
      'logging',
      RECORDING,
      (call) => `deleted ${recorder(call)}, which records nothing any more`,
      (call) => `make the recorder again (aws configservice put-configuration-recorder) and start it: ${start(call)}`,
    ),
    PutConfigurationRecorder: replacing(
      'logging',
      part(RECORDING, 'scope'),
      (call) => `set what ${recorder(call)} records`,
      command('configservice put-configuration-recorder --configuration-recorder file://former-recorder.json', {
        region: REGION,
      }),
    ),
    DeleteDeliveryChannel: opening('logging', DELIVERY, (call) => `switched off ${delivery(call)}`, again),
    PutDeliveryChannel: [
      closing('logging', DELIVERY, (call) => `switched on ${delivery(call)}`),
      ...replacing(
        'logging',
        part(DELIVERY, 'target'),
        (call) => `led ${delivery(call)} to bucket \`${said('s3BucketName')(call) ?? 'unknown'}\``,
        again,
      ),
    ],
    ...pair(
      plain({
        kind: 'configuration',
        noun: 'configuration rule',
        id: inPlace(RULE),
        name: RULE,
        remove: ['configservice delete-config-rule', 'config-rule-name'],
      }),
      'PutConfigRule',
      'DeleteConfigRule',
    ),
    ...pair(
      plain({
        kind: 'configuration',
        noun: 'conformance pack',
        id: inPlace(said('conformancePackName')),
        name: said('conformancePackName'),
        remove: ['configservice delete-conformance-pack', 'conformance-pack-name'],
      }),
      'PutConformancePack',
      'DeleteConformancePack',
    ),
  },
  cite: 'AWS Config developer guide: logging AWS Config API calls with CloudTrail',
  examples: [
    {
      name: 'the recorder is stopped',
      record: {
        eventSource: 'config.amazonaws.com',
        eventName: 'StopConfigurationRecorder',
        awsRegion: 'us-west-2',
        recipientAccountId: '222222222222',
        requestParameters: { configurationRecorderName: 'default' },
      },
      changes: [{ kind: 'logging', subject: 'configuration recording 222222222222:us-west-2:default', does: 'open' }],
    },
    {
      name: 'the recorder is started',
      record: {
        eventSource: 'config.amazonaws.com',
        eventName: 'StartConfigurationRecorder',
        awsRegion: 'us-west-2',
        recipientAccountId: '222222222222',
        requestParameters: { configurationRecorderName: 'default' },
      },
      changes: [{ kind: 'logging', subject: 'configuration recording 222222222222:us-west-2:default', does: 'close' }],
    },
    {
      name: 'nothing is delivered any more',
      record: {
        eventSource: 'config.amazonaws.com',
        eventName: 'DeleteDeliveryChannel',
        awsRegion: 'us-west-2',
        recipientAccountId: '222222222222',
        requestParameters: { deliveryChannelName: 'default' },
      },
      changes: [{ kind: 'logging', subject: 'configuration delivery 222222222222:us-west-2:default', does: 'open' }],
    },
    {
      name: 'a channel is put, which carries on the delivery',
      record: {
        eventSource: 'config.amazonaws.com',
        eventName: 'PutDeliveryChannel',
        awsRegion: 'us-west-2',
        recipientAccountId: '222222222222',
        requestParameters: { deliveryChannel: { name: 'default', s3BucketName: 'config-api-test-pdx' } },
      },
      changes: [
        { kind: 'logging', subject: 'configuration delivery 222222222222:us-west-2:default', does: 'close' },
        { kind: 'logging', subject: 'configuration delivery 222222222222:us-west-2:default / target', does: 'close' },
        { kind: 'logging', subject: 'configuration delivery 222222222222:us-west-2:default / target', does: 'open' },
      ],
    },
  ],
})

export default row
