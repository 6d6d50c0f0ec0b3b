import { bareIn, idIn, orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
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
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { groupOf, groupsOf, resultPlaces } from './names.ts'

const GROUP_ID = orUnnamed(idIn(groupOf, groupsOf))
const GROUP_NAME = bareIn(groupOf, groupsOf)
const group = (call: CallEvent): string => `log group \`${shown(GROUP_NAME)(call)}\``
const ON_GROUP = { 'log-group-identifier': GROUP_NAME, region: REGION }

const MASKS = about('masking of log group', GROUP_ID)
const PROTECTION = about('protection of log group', GROUP_ID)
const TRANSFORMER = about('rewriting of log group', GROUP_ID)

const isProtected = (call: CallEvent): boolean => pick(call.request, 'deletionProtectionEnabled') === true

const PROTECTED: readonly ChangeSpec[] = [
  {
    ...opening(
      'destruction',
      PROTECTION,
      (call) => `let ${group(call)} be deleted again`,
      (call) => `${command('logs put-log-group-deletion-protection', ON_GROUP)(call)} --deletion-protection-enabled`,
    ),
    when: (call) => !isProtected(call),
  },
  { ...closing('destruction', PROTECTION, (call) => `protected ${group(call)} from being deleted`), when: isProtected },
]

const QUERY_NAME = said('name')
/** The answer of a creation holds the full ARN; other calls take the name or the ARN. */
const QUERY_ID: FromCall = (call) =>
  (pickText(call.response, 'scheduledQueryArn') ?? said('identifier', 'name')(call))?.replace(
    /^.*scheduled-query[:/]/,
    '',
  ) ?? null
const SCHEDULED = plain({
  kind: 'persistence',
  noun: 'scheduled query of logs',
  id: inPlace(QUERY_ID),
  name: QUERY_NAME,
  remove: ['logs delete-scheduled-query', 'identifier'],
})

function places(call: CallEvent): string {
  return (
    resultPlaces(call)
      .map((place) => `\`${place}\``)
      .join(', ') || 'a place that the record does not name'
  )
}

/** An end of the way that logs of services take: what is made here carries them to another place, or stops when it is gone. */
function outlet(noun: string, verb: string): ReturnType<typeof plain> {
  const name = said('name')
  return plain({ kind: 'exposure', noun, id: inPlace(name), name, remove: [`logs ${verb}`, 'name'] })
}

const INTEGRATION_NAME = said('integrationName')
const INTEGRATION = plain({
  kind: 'exposure',
  noun: 'integration of logs',
  id: inPlace(INTEGRATION_NAME),
  name: INTEGRATION_NAME,
  remove: ['logs delete-integration', 'integration-name'],
})

/** What calls on the content of log groups change for longer than themselves. */
export const STORE_CHANGES: Readonly<Record<string, CallChanges>> = {
  DeleteDataProtectionPolicy: opening(
    'exposure',
    MASKS,
    (call) => `stopped the masking of sensitive data in ${group(call)}`,
    (call) =>
      `${command('logs put-data-protection-policy', ON_GROUP)(call)} --policy-document file://former-policy.json`,
  ),
  PutDataProtectionPolicy: replacing(
    'exposure',
    MASKS,
    (call) => `replaced what is masked in ${group(call)}, or where the findings go`,
    command('logs delete-data-protection-policy', ON_GROUP),
  ),
  PutLogGroupDeletionProtection: PROTECTED,
  PutTransformer: replacing(
    'logging',
    TRANSFORMER,
    (call) => `made ${group(call)} rewrite the records that it receives`,
    command('logs delete-transformer', ON_GROUP),
  ),
  DeleteTransformer: closing('logging', TRANSFORMER, (call) => `stopped the rewriting of records in ${group(call)}`),
  ...pair(SCHEDULED, 'CreateScheduledQuery', 'DeleteScheduledQuery'),
  UpdateScheduledQuery: replacing(
    'persistence',
    part(SCHEDULED.subject, 'content'),
    (call) => `changed ${SCHEDULED.words(call)}, whose results go to ${places(call)}`,
    SCHEDULED.remove,
  ),
  ...pair(
    outlet('destination of delivered logs', 'delete-delivery-destination'),
    'PutDeliveryDestination',
    'DeleteDeliveryDestination',
  ),
  ...pair(INTEGRATION, 'PutIntegration', 'DeleteIntegration'),
}
