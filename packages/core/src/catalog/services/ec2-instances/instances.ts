import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  endings,
  forEach,
  type Lasting,
  made,
  opening,
  part,
  REGION,
  replacing,
  said,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { instance, instanceArn, instanceSubject, instances, instanceWords } from './names.ts'

const PROFILE: FromCall = (call) => {
  const [profile] = valuesUnder(call.request, 'iamInstanceProfile')
  return pickText(profile, 'name') ?? pickText(profile, 'Name') ?? pickText(profile, 'arn') ?? pickText(profile, 'Arn')
}

function onInstance(verb: string, id: FromCall): (call: CallEvent) => string {
  return command(`ec2 ${verb}`, { 'instance-ids': id, region: REGION })
}

function started(call: CallEvent, id: FromCall): string {
  const [type, image, profile] = [said('instanceType')(call), said('imageId')(call), PROFILE(call)]
  const size = type === null ? '' : ` (\`${type}\`)`
  const from = image === null ? '' : ` from image \`${image}\``
  const rights = profile === null ? '' : `, with the role of instance profile \`${profile}\``
  return `started ${instanceWords(id)(call)}${size}${from}${rights}`
}

function itself(id: FromCall): Lasting {
  return {
    kind: 'persistence',
    subject: instanceSubject(id),
    words: instanceWords(id),
    remove: onInstance('terminate-instances', id),
    remake: () => 'start a new instance from an image or a backup; what was on the disks that went with it is lost',
    sentences: [(call) => started(call, id), (call) => `terminated ${instanceWords(id)(call)}`],
  }
}

const halted = (id: FromCall): FromCall => part(instanceSubject(id), 'stopped')
const running = (id: FromCall): FromCall => part(instanceSubject(id), 'running')

/** What other calls open on an instance under a subject of its own, by whichever row; it ends with the instance. */
const ALSO = [
  'user data',
  'security groups',
  'metadata',
  'root disk',
  'protection against termination',
  'protection against stopping',
]

function terminated(id: FromCall): readonly ChangeSpec[] {
  const arn = instanceArn(id)
  const parts = [halted(id), running(id), part(instanceSubject(id), 'instance profile')]
  return [
    ...unmade(itself(id)),
    ...endings(
      'persistence',
      [...parts, ...ALSO.map((topic) => about(topic, arn))],
      (call) => `terminated ${instanceWords(id)(call)}`,
    ),
  ]
}

function stopped(id: FromCall): readonly ChangeSpec[] {
  const what = (call: CallEvent): string => `stopped ${instanceWords(id)(call)}`
  return [
    opening('destruction', halted(id), what, onInstance('start-instances', id)),
    closing('configuration', running(id), what),
  ]
}

function resumed(id: FromCall): readonly ChangeSpec[] {
  const what = (call: CallEvent): string => `started ${instanceWords(id)(call)}, which was stopped`
  return [
    opening('configuration', running(id), what, onInstance('stop-instances', id)),
    closing('destruction', halted(id), what),
  ]
}

const SUBJECT = instanceSubject(instance)
const named = instanceWords(instance)

/** An association that was replaced has a new id, which the answer has. */
const ASSOCIATION: FromCall = (call) => said('associationId')({ ...call, request: null }) ?? said('associationId')(call)
const PROFILE_ON = part(SUBJECT, 'instance profile')

function profiled(words: (call: CallEvent) => string): readonly ChangeSpec[] {
  return replacing(
    'persistence',
    PROFILE_ON,
    words,
    command('ec2 disassociate-iam-instance-profile', { 'association-id': ASSOCIATION, region: REGION }),
  )
}

const given = profiled((call) => `gave ${named(call)} the role of instance profile \`${PROFILE(call) ?? 'unknown'}\``)

/** What calls on instances change for longer than themselves. */
export const INSTANCES: Readonly<Record<string, CallChanges>> = {
  RunInstances: forEach(instances, (id) => made(itself(id))),
  TerminateInstances: forEach(instances, terminated),
  StopInstances: forEach(instances, stopped),
  StartInstances: forEach(instances, resumed),
  AssociateIamInstanceProfile: given,
  ReplaceIamInstanceProfileAssociation: given,
  DisassociateIamInstanceProfile: replacing(
    'configuration',
    PROFILE_ON,
    (call) => `took the role of its instance profile from ${named(call)}`,
    command('ec2 associate-iam-instance-profile --iam-instance-profile Name=FORMER_PROFILE', {
      'instance-id': instance,
      region: REGION,
    }),
  ),
}
