import type { CallEvent } from '../../../domain/call.ts'
import { command, opening, REGION, replacing, type Words } from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { isObject, type Json } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { isUserData, textsNamed } from './names.ts'
import { instanceId, instanceName } from './things.ts'

/** The subject of something about an instance. The row that terminates instances ends these very subjects. */
function of(topic: string): FromCall {
  return about(topic, instanceId)
}

const named: Words = (call) => `instance \`${instanceName(call) ?? 'unknown'}\``

function modify(rest: string): Words {
  return command(`ec2 modify-instance-attribute ${rest}`, { 'instance-id': instanceName, region: REGION })
}

const setUserData = modify('--attribute userData --value file://known-good.base64.txt')

const USER_DATA: readonly ChangeSpec[] = replacing(
  'persistence',
  of('user data'),
  (call) => `replaced the user data of ${named(call)}, which can run as a script when it starts`,
  (call) => `${setUserData(call)} (the instance has to be stopped)`,
).map((spec) => ({ ...spec, when: isUserData }))

/** The values of an attribute, however a record writes it: `{"value": false}`, `false`, or its name beside its value. */
function valuesOf(name: string, call: CallEvent): readonly string[] {
  const isNamed = textsNamed(call.request, 'attribute').includes(name)
  const found = [...valuesUnder(call.request, name), ...(isNamed ? valuesUnder(call.request, 'value') : [])]
  return found
    .flatMap((value): readonly Json[] => (isObject(value) ? valuesUnder(value, 'value') : [value]))
    .map(String)
}

/** A switch that keeps an instance from being terminated or stopped by mistake. */
function protection(name: string, option: string, words: string): readonly ChangeSpec[] {
  const subject = of(`protection against ${words}`)
  const has =
    (value: string) =>
    (call: CallEvent): boolean =>
      valuesOf(name, call).includes(value)
  const off: Words = (call) => `switched off the protection against ${words} of ${named(call)}`
  const on: Words = (call) => `switched on the protection against ${words} of ${named(call)}`
  return [
    { ...closing('destruction', subject, on), when: has('true') },
    { ...opening('destruction', subject, off, modify(`--${option}`)), when: has('false') },
  ]
}

function groups(call: CallEvent): readonly string[] {
  return textsNamed(call.request, 'groupId')
}

const GROUPS: readonly ChangeSpec[] = replacing(
  'configuration',
  of('security groups'),
  (call) =>
    `put ${named(call)} into security groups ${groups(call)
      .map((group) => `\`${group}\``)
      .join(', ')}`,
  modify('--groups FORMER_GROUPS'),
).map((spec) => ({ ...spec, when: (call) => groups(call).length > 0 }))

const METADATA = of('metadata')

function asks(value: string): (call: CallEvent) => boolean {
  return (call) => textsNamed(call.request, 'httpTokens').includes(value)
}

/** What calls on the attributes of an instance change for longer than themselves. */
export const INSTANCE_CHANGES: Readonly<Record<string, CallChanges>> = {
  ModifyInstanceAttribute: [
    ...USER_DATA,
    ...protection('disableApiTermination', 'disable-api-termination', 'termination'),
    ...protection('disableApiStop', 'disable-api-stop', 'stopping'),
    ...GROUPS,
  ],
  ModifyInstanceMetadataOptions: [
    {
      ...closing('exposure', METADATA, (call) => `made the metadata of ${named(call)} ask for a token`),
      when: asks('required'),
    },
    {
      ...opening(
        'exposure',
        METADATA,
        (call) => `let the credentials of ${named(call)} be fetched from its metadata without a token`,
        command('ec2 modify-instance-metadata-options --http-tokens required', {
          'instance-id': instanceName,
          region: REGION,
        }),
      ),
      when: asks('optional'),
    },
  ],
  CreateReplaceRootVolumeTask: opening(
    'persistence',
    of('root disk'),
    (call) => `replaced the root disk of ${named(call)}`,
    command('ec2 create-replace-root-volume-task --snapshot-id KNOWN_GOOD', {
      'instance-id': instanceName,
      region: REGION,
    }),
  ),
}
