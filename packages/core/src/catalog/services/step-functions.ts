import { command, opening, pair, part, plain, REGION, said } from '../../domain/change-forms.ts'
import { pickText } from '../../domain/json.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const ARN = said('stateMachineArn')
const MACHINE = plain({
  kind: 'persistence',
  noun: 'state machine',
  id: ARN,
  name: (call) => pickText(call.request, 'name') ?? ARN(call),
  remove: ['stepfunctions delete-state-machine', 'state-machine-arn'],
})

const row: ServiceRow = defineService({
  service: 'step-functions',
  sources: ['states.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(MACHINE, 'CreateStateMachine', 'DeleteStateMachine'),
    UpdateStateMachine: opening(
      'persistence',
      part(MACHINE.subject, 'content'),
      (call) => `changed what ${MACHINE.words(call)} runs, or with which role`,
      command('stepfunctions update-state-machine --definition file://former.json', {
        'state-machine-arn': ARN,
        region: REGION,
      }),
    ),
  },
  cite: 'AWS Step Functions API reference',
  examples: [
    {
      name: 'a state machine is made',
      record: {
        eventSource: 'states.amazonaws.com',
        eventName: 'CreateStateMachine',
        requestParameters: { name: 'nightly', roleArn: 'arn:aws:iam::123837392027:role/nightly' },
        responseElements: { stateMachineArn: 'arn:aws:states:us-east-1:123837392027:stateMachine:nightly' },
      },
      changes: [
        {
          kind: 'persistence',
          subject: 'state machine arn:aws:states:us-east-1:123837392027:stateMachine:nightly',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject: 'deleted state machine arn:aws:states:us-east-1:123837392027:stateMachine:nightly',
          does: 'close',
        },
      ],
    },
  ],
})

export default row
