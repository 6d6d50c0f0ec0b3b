import { command, inPlace, type Lasting, opening, pair, part, plain, REGION, said } from '../../domain/change-forms.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const NAME = said('autoScalingGroupName')
/** A group starts instances anew for those that are terminated: it has to go before them. */
const GROUP: Lasting = {
  ...plain({
    kind: 'persistence',
    noun: 'auto scaling group',
    id: inPlace(NAME),
    name: NAME,
    remove: ['autoscaling delete-auto-scaling-group', 'auto-scaling-group-name'],
  }),
  remove: command('autoscaling delete-auto-scaling-group --force-delete', {
    'auto-scaling-group-name': NAME,
    region: REGION,
  }),
}
const TEMPLATE = said('launchConfigurationName')

const row: ServiceRow = defineService({
  service: 'auto-scaling',
  sources: ['autoscaling.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(GROUP, 'CreateAutoScalingGroup', 'DeleteAutoScalingGroup'),
    UpdateAutoScalingGroup: opening(
      'persistence',
      part(GROUP.subject, 'update', (call) => call.eventId),
      (call) => `changed ${GROUP.words(call)}: its size or what it starts`,
      command('autoscaling update-auto-scaling-group --cli-input-json file://former.json', {
        'auto-scaling-group-name': NAME,
        region: REGION,
      }),
    ),
    ...pair(
      plain({
        kind: 'persistence',
        noun: 'launch configuration',
        id: inPlace(TEMPLATE),
        name: TEMPLATE,
        remove: ['autoscaling delete-launch-configuration', 'launch-configuration-name'],
      }),
      'CreateLaunchConfiguration',
      'DeleteLaunchConfiguration',
    ),
  },
  cite: 'Amazon EC2 Auto Scaling API reference',
  examples: [
    {
      name: 'a group is made',
      record: {
        eventSource: 'autoscaling.amazonaws.com',
        eventName: 'CreateAutoScalingGroup',
        requestParameters: { autoScalingGroupName: 'group1', minSize: 100, maxSize: 999 },
      },
      changes: [
        { kind: 'persistence', subject: 'auto scaling group 123837392027:us-east-1:group1', does: 'open' },
        { kind: 'destruction', subject: 'deleted auto scaling group 123837392027:us-east-1:group1', does: 'close' },
      ],
    },
  ],
})

export default row
