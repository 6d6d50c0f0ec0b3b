import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { command, inPlace, opening, pair, part, plain, REGION, replacing } from '../../../domain/change-forms.ts'
import { closing } from '../../../domain/change-spec.ts'
import { isObject, type Json, pick, pickText, pickTexts } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { type Permission, permissionsOf, resourceOf } from './names.ts'

/** A part of a request as commands take it: their keys begin with a capital. */
function asAsked(value: Json): Json {
  if (Array.isArray(value)) return value.map((member: Json) => asAsked(member))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, member]): readonly [string, Json] => [
    `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`,
    asAsked(member),
  ])
  return Object.fromEntries(entries)
}

function subjectOf(one: Permission, { eventId }: CallEvent): (call: CallEvent) => string | null {
  const isKnown = one.who !== 'unknown' && one.permission !== 'unknown' && one.resource !== undefined
  return part(
    () => `permissions on ${one.id}${one.detail}`,
    one.permission,
    () => (isKnown ? one.who : `unnamed ${eventId}`),
  )
}

function revoke(one: Permission, { region }: CallEvent): string {
  const resource = one.resource === undefined ? 'RESOURCE' : shellWord(JSON.stringify(asAsked(one.resource)))
  return `aws lakeformation revoke-permissions --principal ${shellWord(`DataLakePrincipalIdentifier=${one.who}`)} --permissions ${shellWord(one.permission)} --resource ${resource} --region ${shellWord(region)}`
}

/** Each permission is given and taken for itself: taking one leaves the others. */
function given(call: CallEvent): readonly ChangeSpec[] {
  return permissionsOf(call).map((one) =>
    opening(
      'exposure',
      subjectOf(one, call),
      () => `gave \`${one.who}\` permission \`${one.permission}\` on \`${one.id}\``,
      () => revoke(one, call),
    ),
  )
}

function taken(call: CallEvent): readonly ChangeSpec[] {
  return permissionsOf(call).map((one) =>
    closing(
      'exposure',
      subjectOf(one, call),
      () => `took permission \`${one.permission}\` on \`${one.id}\` from \`${one.who}\``,
    ),
  )
}

const settings = (call: CallEvent): string => `settings of the data lake ${call.account}:${call.region}`

function administrators(call: CallEvent): string {
  const found = pickTexts(call.request, 'dataLakeSettings.dataLakeAdmins[].dataLakePrincipalIdentifier')
  return found.map((who) => `\`${who}\``).join(', ') || 'nobody that the record names'
}

const LOCATION_ARN = (call: CallEvent): string | null => pickText(call.request, 'resourceArn')
const LOCATION = plain({
  kind: 'configuration',
  noun: 'location of the data lake',
  id: LOCATION_ARN,
  remove: ['lakeformation deregister-resource', 'resource-arn'],
})

const FILTER_NAME = (call: CallEvent): string | null =>
  pickText(call.request, 'tableData.name') ?? pickText(call.request, 'name')
const FILTER = plain({
  kind: 'exposure',
  noun: 'filter of cells',
  id: inPlace((call) => {
    const name = FILTER_NAME(call)
    const of = pick(call.request, 'tableData') ?? call.request
    return name === null ? null : `${pickText(of, 'databaseName') ?? ''}/${pickText(of, 'tableName') ?? ''}/${name}`
  }),
  name: FILTER_NAME,
  remove: ['lakeformation delete-data-cells-filter', 'name'],
})

const tagged = (call: CallEvent): string => {
  const { id, detail } = resourceOf(pick(call.request, 'resource'), call)
  return `${id}${detail}`
}

/** Permissions by tags go to whatever bears the tag. */
function tags(did: string, undo: string): ChangeSpec {
  return opening(
    'exposure',
    (call) => `tags of ${tagged(call)} ${call.eventId}`,
    (call) => `${did} \`${tagged(call)}\`, which changes who may read it`,
    (call) => `${command(`lakeformation ${undo}`, { region: REGION })(call)} --resource RESOURCE --lf-tags TAGS`,
  )
}

/** What calls on the data lake change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  GrantPermissions: given,
  BatchGrantPermissions: given,
  RevokePermissions: taken,
  BatchRevokePermissions: taken,
  PutDataLakeSettings: replacing(
    'persistence',
    settings,
    (call) =>
      `set who administers the data lake of region \`${call.region}\` to ${administrators(call)}, and who may read it from outside`,
    (call) =>
      `${command('lakeformation put-data-lake-settings', { region: REGION })(call)} --data-lake-settings FORMER_SETTINGS`,
  ),
  ...pair(LOCATION, 'RegisterResource', 'DeregisterResource'),
  UpdateResource: replacing(
    'configuration',
    part(orUnnamed(LOCATION.subject), 'role'),
    (call) => `changed with which role ${LOCATION.words(call)} is read`,
    (call) =>
      `${command('lakeformation update-resource', { 'resource-arn': LOCATION_ARN, region: REGION })(call)} --role-arn FORMER_ROLE`,
  ),
  ...pair(FILTER, 'CreateDataCellsFilter', 'DeleteDataCellsFilter'),
  UpdateDataCellsFilter: replacing(
    'exposure',
    part(orUnnamed(FILTER.subject), 'content'),
    (call) => `changed which cells ${FILTER.words(call)} lets through`,
    FILTER.remove,
  ),
  AddLFTagsToResource: tags('put tags on', 'remove-lf-tags-from-resource'),
  RemoveLFTagsFromResource: tags('took tags from', 'add-lf-tags-to-resource'),
}
