import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  endings,
  everySaid,
  forEach,
  type Lasting,
  made,
  opening,
  part,
  plain,
  REGION,
  replacing,
  said,
  unmade,
} from '../../../domain/change-forms.ts'
import { closing, type FromCall } from '../../../domain/change-spec.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { CallChanges } from '../../../domain/service-row.ts'

const KEY_ID = said('keyPairId')
const KEY_NAME = said('keyName')

/** A key pair by its id, else by its name: a record of its deletion may have either, and older ones have the name alone. */
const KEY: Lasting = {
  kind: 'persistence',
  subject: keySubject((call) => KEY_ID(call) ?? byName(call)),
  words: (call) => `key pair \`${KEY_NAME(call) ?? KEY_ID(call) ?? 'unknown'}\``,
  remove: command('ec2 delete-key-pair', { 'key-name': KEY_NAME, region: REGION }),
}

function byName(call: CallEvent): string | null {
  const name = KEY_NAME(call)
  return name === null ? null : `${call.account}:${call.region}:${name}`
}

function keySubject(id: FromCall): FromCall {
  return (call) => (id(call) === null ? null : `key pair ${id(call)}`)
}

const CONSOLE: FromCall = ({ account, region }) => `serial console ${account}:${region}`

const TEMPLATE = plain({
  kind: 'persistence',
  noun: 'launch template',
  id: said('launchTemplateId', 'launchTemplateName'),
  name: said('launchTemplateName', 'launchTemplateId'),
  remove: ['ec2 delete-launch-template', 'launch-template-id'],
})

const SPOT = everySaid('spotInstanceRequestId')
const FLEET = everySaid('spotFleetRequestId')
const FLEETS = everySaid('fleetId')

function request(noun: string, verb: string, option: string): (id: FromCall) => Lasting {
  return (id) => plain({ kind: 'persistence', noun, id, remove: [`ec2 ${verb}`, option] })
}

const spot = request('spot request', 'cancel-spot-instance-requests', 'spot-instance-request-ids')
const spotFleet = request('spot fleet', 'cancel-spot-fleet-requests --terminate-instances', 'spot-fleet-request-ids')
const fleet = request('fleet', 'delete-fleets --terminate-instances', 'fleet-ids')

const NUMBER: FromCall = (call) => {
  const [number] = [call.request, call.response].flatMap((body) => valuesUnder(body, 'versionNumber'))
  return typeof number === 'number' || typeof number === 'string' ? String(number) : null
}

const ADDED: Lasting = {
  kind: 'persistence',
  subject: part(TEMPLATE.subject, 'version', NUMBER),
  words: (call) => `version \`${NUMBER(call) ?? 'unknown'}\` of ${TEMPLATE.words(call)}`,
  remove: command('ec2 delete-launch-template-versions', {
    'launch-template-id': said('launchTemplateId'),
    versions: NUMBER,
    region: REGION,
  }),
}

const CHOSEN = replacing(
  'persistence',
  part(TEMPLATE.subject, 'default version'),
  (call) => `chose another version of ${TEMPLATE.words(call)} for new hosts`,
  command('ec2 modify-launch-template --default-version FORMER', {
    'launch-template-id': said('launchTemplateId'),
    region: REGION,
  }),
)

/** What calls that prepare ways onto hosts change for longer than themselves. */
export const WAYS_IN: Readonly<Record<string, CallChanges>> = {
  CreateKeyPair: made(KEY),
  ImportKeyPair: made(KEY),
  DeleteKeyPair: [
    ...unmade(KEY),
    ...endings('persistence', [keySubject(byName)], (call) => `deleted ${KEY.words(call)}`),
  ],
  EnableSerialConsoleAccess: opening(
    'persistence',
    CONSOLE,
    ({ region }) => `let the serial consoles of hosts in region \`${region}\` be used`,
    command('ec2 disable-serial-console-access', { region: REGION }),
  ),
  DisableSerialConsoleAccess: closing('persistence', CONSOLE, () => 'closed the serial consoles of hosts'),
  CreateLaunchTemplate: made(TEMPLATE),
  CreateLaunchTemplateVersion: opening(
    'persistence',
    ADDED.subject,
    (call) => `created ${ADDED.words(call)}`,
    ADDED.remove,
  ),
  DeleteLaunchTemplateVersions: unmade(ADDED),
  ModifyLaunchTemplate: CHOSEN,
  DeleteLaunchTemplate: [
    ...unmade(TEMPLATE),
    closing('persistence', part(TEMPLATE.subject, 'default version'), (call) => `deleted ${TEMPLATE.words(call)}`),
  ],
  RequestSpotInstances: forEach(SPOT, (id) => made(spot(id))),
  CancelSpotInstanceRequests: forEach(SPOT, (id) => unmade(spot(id))),
  RequestSpotFleet: forEach(FLEET, (id) => made(spotFleet(id))),
  CancelSpotFleetRequests: forEach(FLEET, (id) => unmade(spotFleet(id))),
  CreateFleet: forEach(FLEETS, (id) => made(fleet(id))),
  DeleteFleets: forEach(FLEETS, (id) => unmade(fleet(id))),
}
