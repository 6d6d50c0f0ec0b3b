import type { CallEvent } from '../../domain/call.ts'
import { opening, part, said, shown } from '../../domain/change-forms.ts'
import { about } from '../../domain/change-spec.ts'
import { hostArn } from '../../domain/compute.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

const HOST = said('instanceId')

const arn = (call: CallEvent): string | null => {
  const id = HOST(call)
  return id === null ? null : (hostArn(id, call) ?? id)
}

/** A key that lets in for a minute: what was done on the host in that time is in no log of calls. */
function entry(way: string): ChangeSpec {
  return opening(
    'persistence',
    part(about('instance', arn), way, (call) => call.eventId),
    (call) =>
      `pushed a key for the ${way} of instance \`${shown(HOST)(call)}\`; the log does not show what was done there`,
    () => 'the key ends by itself after a minute; no call undoes what was done: examine the host or make it anew',
  )
}

const row: ServiceRow = defineService({
  service: 'ec2-instance-connect',
  sources: ['ec2-instance-connect.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    SendSSHPublicKey: entry('secure shell'),
    SendSerialConsoleSSHPublicKey: entry('serial console'),
  },
  cite: 'Amazon EC2 Instance Connect API reference',
  examples: [
    {
      name: 'a key is pushed',
      record: {
        eventSource: 'ec2-instance-connect.amazonaws.com',
        eventName: 'SendSSHPublicKey',
        requestParameters: { instanceId: 'i-abcdef01234567890', instanceOSUser: 'ec2-user' },
        responseElements: { success: true },
      },
      changes: [
        {
          kind: 'persistence',
          subject: 'instance arn:aws:ec2:us-east-1:123837392027:instance/i-abcdef01234567890 / secure shell e-1',
          does: 'open',
        },
      ],
    },
    {
      name: 'a key for the serial console is pushed',
      record: {
        eventSource: 'ec2-instance-connect.amazonaws.com',
        eventName: 'SendSerialConsoleSSHPublicKey',
        requestParameters: { instanceId: 'i-abcdef01234567890', serialPort: 0 },
        responseElements: { success: true },
      },
      changes: [
        {
          kind: 'persistence',
          subject: 'instance arn:aws:ec2:us-east-1:123837392027:instance/i-abcdef01234567890 / serial console e-1',
          does: 'open',
        },
      ],
    },
  ],
})

export default row
