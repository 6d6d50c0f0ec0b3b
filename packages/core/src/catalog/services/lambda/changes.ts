import type { CallEvent } from '../../../domain/call.ts'
import {
  about,
  closing,
  creation,
  deletion,
  type FromCall,
  granteeWords,
  type Thing,
} from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { isOpenAddress, outsider, statesSignIn } from './grants.ts'
import { functionId, functionName, layerId, layersOf, layerVersion } from './names.ts'

const FUNCTION: Thing = { noun: 'function', id: functionId, name: functionName }
const LAYER: Thing = {
  noun: 'layer version',
  id: (call) => (layerId(call) === null ? null : `${layerId(call)}:${layerVersion(call) ?? 'unknown'}`),
  name: (call) => `${layersOf(call)[0] ?? 'unknown'}:${layerVersion(call) ?? 'unknown'}`,
}

function command(verb: string, rest = ''): (call: CallEvent) => string {
  return (call) =>
    `aws lambda ${verb} --function-name ${shellWord(functionName(call))} --region ${shellWord(call.region)}${rest}`
}

const named = (call: CallEvent): string => `function \`${functionName(call)}\``
const sid = (call: CallEvent): string => pickText(call.request, 'statementId') ?? 'unknown'

function statement(id: FromCall): FromCall {
  return about('statement', (call) => (id(call) === null ? null : `${id(call)} ${sid(call)}`))
}

const CODE = about('code', functionId)
const SETTINGS = about('configuration', functionId)
const ADDRESS = about('address', functionId)
const ON_FUNCTION = statement(functionId)
const ON_LAYER = statement(LAYER.id)

const CODE_REPLACED: readonly ChangeSpec[] = [
  closing('persistence', CODE, (call) => `replaced the code of ${named(call)}`),
  {
    kind: 'persistence',
    does: 'open',
    subject: CODE,
    what: (call) => `replaced the code of ${named(call)}`,
    undo: command('update-function-code', ' --zip-file fileb://known-good.zip'),
  },
]

const SETTINGS_REPLACED: readonly ChangeSpec[] = [
  closing('persistence', SETTINGS, (call) => `changed the configuration of ${named(call)}`),
  {
    kind: 'persistence',
    does: 'open',
    subject: SETTINGS,
    what: (call) => `changed the configuration of ${named(call)}: its role, layers, environment or handler`,
    undo: command('update-function-configuration', ' --cli-input-json file://former-configuration.json'),
  },
]

function who(call: CallEvent): string {
  return granteeWords([outsider(call) ?? pickText(call.request, 'principal') ?? 'unknown'])
}

const PERMITTED: ChangeSpec = {
  kind: 'exposure',
  does: 'open',
  subject: ON_FUNCTION,
  what: (call) => `allowed ${who(call)} \`${pickText(call.request, 'action') ?? 'an action'}\` on ${named(call)}`,
  undo: (call) => command('remove-permission', ` --statement-id ${shellWord(sid(call))}`)(call),
  when: (call) => outsider(call) !== null,
}

/** A trigger: a service or a principal of the same account may now run the function. */
const TRIGGER: ChangeSpec = { ...PERMITTED, kind: 'configuration', when: (call) => outsider(call) === null }

const ADDRESSED: readonly ChangeSpec[] = [
  { ...closing('exposure', ADDRESS, (call) => `changed the address of ${named(call)}`), when: statesSignIn },
  {
    kind: 'exposure',
    does: 'open',
    subject: ADDRESS,
    what: (call) => `gave ${named(call)} an address on the internet that needs no sign-in`,
    undo: command('delete-function-url-config'),
    when: isOpenAddress,
  },
  {
    kind: 'configuration',
    does: 'open',
    subject: ADDRESS,
    what: (call) => `gave ${named(call)} an address on the internet`,
    undo: command('delete-function-url-config'),
    when: (call) => !isOpenAddress(call),
  },
]

const MAPPING: FromCall = (call) => {
  const id =
    pickText(call.response, 'uUID') ??
    pickText(call.response, 'uuid') ??
    pickText(call.request, 'uUID') ??
    pickText(call.request, 'uuid')
  return id === null ? null : `event source ${id}`
}

const LAYER_PERMITTED: ChangeSpec = {
  kind: 'exposure',
  does: 'open',
  subject: ON_LAYER,
  what: (call) => `allowed ${who(call)} to fetch layer \`${LAYER.name(call)}\``,
  undo: (call) =>
    `aws lambda remove-layer-version-permission --layer-name ${shellWord(layersOf(call)[0] ?? 'LAYER')} --version-number ${shellWord(layerVersion(call) ?? 'VERSION')} --statement-id ${shellWord(sid(call))} --region ${shellWord(call.region)}`,
  when: (call) => outsider(call) !== null,
}

/** A qualifier chooses one version: the function itself stays. */
function isWhole(call: CallEvent): boolean {
  return pickText(call.request, 'qualifier') === null
}

/** What calls on functions and layers change for longer than themselves. */
export const CHANGES: Readonly<Record<string, ChangeSpec | readonly ChangeSpec[]>> = {
  CreateFunction: creation(FUNCTION, command('delete-function')),
  DeleteFunction: [
    ...deletion(FUNCTION, () => 'deploy the function again from its source; the deletion cannot be undone'),
    ...[CODE, SETTINGS].map((subject) => closing('persistence', subject, (call) => `deleted ${named(call)}`)),
    closing('exposure', ADDRESS, (call) => `deleted ${named(call)}`),
  ].map((spec): ChangeSpec => ({ ...spec, when: isWhole })),
  UpdateFunctionCode: CODE_REPLACED,
  UpdateFunctionConfiguration: SETTINGS_REPLACED,
  AddPermission: [PERMITTED, TRIGGER],
  RemovePermission: closing('exposure', ON_FUNCTION, (call) => `took a statement out of the policy of ${named(call)}`),
  CreateFunctionUrlConfig: ADDRESSED,
  UpdateFunctionUrlConfig: ADDRESSED.map(
    (spec): ChangeSpec =>
      spec.kind === 'configuration' ? { ...spec, when: (call) => statesSignIn(call) && !isOpenAddress(call) } : spec,
  ),
  DeleteFunctionUrlConfig: closing('exposure', ADDRESS, (call) => `took away the address of ${named(call)}`),
  CreateEventSourceMapping: {
    kind: 'persistence',
    does: 'open',
    subject: MAPPING,
    what: (call) => `made ${named(call)} run on \`${pickText(call.request, 'eventSourceArn') ?? 'a source'}\``,
    undo: (call) =>
      `aws lambda delete-event-source-mapping --uuid ${shellWord((MAPPING(call) ?? 'event source UUID').slice('event source '.length))} --region ${shellWord(call.region)}`,
  },
  DeleteEventSourceMapping: closing('persistence', MAPPING, () => 'deleted an event source of a function'),
  PublishLayerVersion: creation(
    LAYER,
    (call) =>
      `aws lambda delete-layer-version --layer-name ${shellWord(layersOf(call)[0] ?? 'LAYER')} --version-number ${shellWord(layerVersion(call) ?? 'VERSION')} --region ${shellWord(call.region)}`,
  ),
  DeleteLayerVersion: deletion(LAYER, () => 'publish the layer again from its source; the deletion cannot be undone'),
  AddLayerVersionPermission: LAYER_PERMITTED,
  RemoveLayerVersionPermission: closing(
    'exposure',
    ON_LAYER,
    (call) => `took a statement out of the policy of layer \`${LAYER.name(call)}\``,
  ),
}
