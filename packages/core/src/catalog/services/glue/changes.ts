import { idIn, nameIn, orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  forEach,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  unmade,
} from '../../../domain/change-forms.ts'
import { closing, policyDeleted, policyPut, type Thing } from '../../../domain/change-spec.ts'
import { pick, pickText, pickTexts } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { connectionOf, connectionsOf, DATABASE, namedTables, policyOf, tableOf } from './names.ts'
import { CRAWLER, DEV_ENDPOINT, JOB, JOB_NAME, SESSION, stopSession, TRIGGER } from './things.ts'

const CATALOG: Thing = {
  noun: 'data catalog',
  id: (call) => `${call.account}:${call.region}:${policyOf(call)}`,
  name: policyOf,
}

function table(id: (call: CallEvent) => string | null): Lasting {
  const arn = orUnnamed((call) => (id(call) === null ? null : (tableOf(id(call) ?? '', call)?.id ?? id(call))))
  const name = (call: CallEvent): string => nameIn(tableOf, () => [id(call) ?? ''])(call)
  return {
    kind: 'configuration',
    subject: (call) => `table ${arn(call)}`,
    words: (call) => `table \`${name(call)}\` of the data catalog`,
    remove: command('glue delete-table', {
      'database-name': DATABASE,
      name: (call) => tableOf(id(call) ?? '', call)?.name.split('/')[1] ?? null,
      region: REGION,
    }),
  }
}

const TABLE = table((call) => namedTables(call)[0] ?? null)

function connection(id: (call: CallEvent) => string | null): Lasting {
  const named = (call: CallEvent): readonly string[] => [id(call) ?? '']
  return {
    kind: 'configuration',
    subject: (call) => `connection ${orUnnamed(idIn(connectionOf, named))(call)}`,
    words: (call) => `connection \`${nameIn(connectionOf, named)(call)}\``,
    remove: command('glue delete-connection', {
      'connection-name': (call) => connectionOf(id(call) ?? '', call)?.name ?? null,
      region: REGION,
    }),
  }
}

const DATABASE_ITSELF = plain({
  kind: 'configuration',
  noun: 'database of the data catalog',
  id: inPlace(DATABASE),
  name: DATABASE,
  remove: ['glue delete-database', 'name'],
})

const runs = (call: CallEvent): readonly string[] => {
  const answered = pickText(call.response, 'jobRunId')
  return answered === null ? pickTexts(call.request, 'jobRunIds[]') : [answered]
}

function run(id: (call: CallEvent) => string | null): (call: CallEvent) => string | null {
  return part(JOB.subject, 'run', orUnnamed(id))
}

const STARTED = (id: (call: CallEvent) => string | null): readonly ChangeSpec[] => [
  opening(
    'persistence',
    run(id),
    (call) => `ran ${JOB.words(call)}`,
    command('glue batch-stop-job-run', { 'job-name': JOB_NAME, 'job-run-ids': id, region: REGION }),
  ),
]
const STOPPED = (id: (call: CallEvent) => string | null): readonly ChangeSpec[] => [
  closing('persistence', run(id), (call) => `stopped a run of ${JOB.words(call)}`),
]

/** The content of a thing was changed; what it was before is not in the record. */
function changed(thing: Lasting): readonly ChangeSpec[] {
  return replacing(thing.kind, part(thing.subject, 'content'), (call) => `changed ${thing.words(call)}`, thing.remove)
}

const TRIGGERED = part(TRIGGER.subject, 'on')
const IN_SESSION = part(
  SESSION.subject,
  'statement',
  orUnnamed((call) => {
    const id = pick(call.response, 'id') ?? pick(call.request, 'id')
    return typeof id === 'number' ? String(id) : null
  }),
)

/** What calls on the catalog, on jobs and on hosts for developers change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateTable: made(TABLE),
  UpdateTable: changed(TABLE),
  DeleteTable: unmade(TABLE),
  BatchDeleteTable: forEach(namedTables, (id) => unmade(table(id))),
  ...pair(DATABASE_ITSELF, 'CreateDatabase', 'DeleteDatabase'),
  CreateConnection: forEach(connectionsOf, (id) => made(connection(id))),
  UpdateConnection: forEach(connectionsOf, (id) => changed(connection(id))),
  DeleteConnection: forEach(connectionsOf, (id) => unmade(connection(id))),
  BatchDeleteConnection: forEach(connectionsOf, (id) => unmade(connection(id))),
  PutResourcePolicy: policyPut({
    ...CATALOG,
    document: (call) => pick(call.request, 'policyInJson'),
    undo: command('glue delete-resource-policy', { region: REGION }),
  }),
  DeleteResourcePolicy: policyDeleted(CATALOG),
  PutDataCatalogEncryptionSettings: replacing(
    'configuration',
    (call) => `encryption of data catalog ${call.account}:${call.region}`,
    (call) => `set how the data catalog of region \`${call.region}\` and the passwords in it are encrypted`,
    (call) =>
      `${command('glue put-data-catalog-encryption-settings', { region: REGION })(call)} --data-catalog-encryption-settings FORMER_SETTINGS`,
  ),
  ...pair(JOB, 'CreateJob', 'DeleteJob'),
  UpdateJob: changed(JOB),
  StartJobRun: forEach(runs, STARTED),
  BatchStopJobRun: forEach(runs, STOPPED),
  ...pair(DEV_ENDPOINT, 'CreateDevEndpoint', 'DeleteDevEndpoint'),
  UpdateDevEndpoint: replacing(
    'persistence',
    part(DEV_ENDPOINT.subject, 'keys'),
    (call) => `changed ${DEV_ENDPOINT.words(call)}: whose keys log in to it, or what it runs`,
    DEV_ENDPOINT.remove,
  ),
  ...pair(SESSION, 'CreateSession', 'DeleteSession'),
  RunStatement: opening('persistence', IN_SESSION, (call) => `ran a statement in ${SESSION.words(call)}`, stopSession),
  StopSession: closing('persistence', SESSION.subject, (call) => `stopped ${SESSION.words(call)}`),
  ...pair(TRIGGER, 'CreateTrigger', 'DeleteTrigger'),
  UpdateTrigger: changed(TRIGGER),
  StartTrigger: opening(
    'persistence',
    TRIGGERED,
    (call) => `switched on ${TRIGGER.words(call)}`,
    command('glue stop-trigger', { name: (call) => pickText(call.request, 'name'), region: REGION }),
  ),
  StopTrigger: closing('persistence', TRIGGERED, (call) => `switched off ${TRIGGER.words(call)}`),
  ...pair(CRAWLER, 'CreateCrawler', 'DeleteCrawler'),
  UpdateCrawler: changed(CRAWLER),
}
