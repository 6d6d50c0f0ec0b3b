import { bareIn, orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  inPlace,
  type Lasting,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
} from '../../../domain/change-forms.ts'
import { about, closing, creation, deletion, type FromCall, type Thing } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { outputPlace, WORKGROUP_ID, workgroupName, workgroupOf, workgroupsOf } from './names.ts'

const WORKGROUP: Thing = { noun: 'query workgroup', id: WORKGROUP_ID, name: workgroupName }
const ON_WORKGROUP = { 'work-group': bareIn(workgroupOf, workgroupsOf), region: REGION }

const answered =
  (key: string): FromCall =>
  (call) =>
    pickText(call.response, key) ?? pickText(call.request, key)

const CATALOG = plain({
  kind: 'persistence',
  noun: 'data source for queries',
  id: inPlace((call) => pickText(call.request, 'name')),
  name: (call) => pickText(call.request, 'name'),
  remove: ['athena delete-data-catalog', 'name'],
})

/** A query that is kept for others to run. */
const NAMED = plain({
  kind: 'persistence',
  noun: 'saved query',
  id: answered('namedQueryId'),
  remove: ['athena delete-named-query', 'named-query-id'],
})

const STATEMENT = said('statementName')
const PREPARED: Lasting = {
  kind: 'persistence',
  subject: part(about('query workgroup', WORKGROUP_ID), 'prepared statement', orUnnamed(STATEMENT)),
  words: (call) =>
    `prepared statement \`${STATEMENT(call) ?? 'unknown'}\` of query workgroup \`${workgroupName(call)}\``,
  remove: command('athena delete-prepared-statement', { 'statement-name': STATEMENT, ...ON_WORKGROUP }),
}

const SESSION_ID = answered('sessionId')
const SESSION = about('query session', SESSION_ID)
const session = (call: CallEvent): string => `query session \`${SESSION_ID(call) ?? 'unknown'}\``
const terminate = command('athena terminate-session', { 'session-id': SESSION_ID, region: REGION })
const CALCULATION = about('calculation', answered('calculationExecutionId'))

function changed({ kind, subject, words, remove }: Lasting): readonly ChangeSpec[] {
  return replacing(kind, part(subject, 'content'), (call) => `changed ${words(call)}`, remove)
}

function place(call: CallEvent): string {
  const found = outputPlace(call)
  return found === null ? '' : `, with results at \`${found}\``
}

/** What calls on queries change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateWorkGroup: creation(WORKGROUP, command('athena delete-work-group', ON_WORKGROUP)),
  DeleteWorkGroup: deletion(WORKGROUP, () => 'make the workgroup again from its source; its saved queries are lost'),
  UpdateWorkGroup: replacing(
    'exposure',
    part(about('query workgroup', WORKGROUP_ID), 'settings'),
    (call) => `changed query workgroup \`${workgroupName(call)}\`${place(call)}`,
    (call) => `${command('athena update-work-group', ON_WORKGROUP)(call)} --configuration-updates FORMER_SETTINGS`,
  ),
  ...pair(NAMED, 'CreateNamedQuery', 'DeleteNamedQuery'),
  UpdateNamedQuery: changed(NAMED),
  ...pair(PREPARED, 'CreatePreparedStatement', 'DeletePreparedStatement'),
  UpdatePreparedStatement: changed(PREPARED),
  ...pair(CATALOG, 'CreateDataCatalog', 'DeleteDataCatalog'),
  UpdateDataCatalog: changed(CATALOG),
  StartSession: opening(
    'persistence',
    SESSION,
    (call) => `started ${session(call)}, which runs code with a role`,
    terminate,
  ),
  TerminateSession: closing('persistence', SESSION, (call) => `ended ${session(call)}`),
  CreatePresignedNotebookUrl: opening(
    'persistence',
    part(SESSION, 'address'),
    (call) => `made an address by which anybody who has it runs code in ${session(call)}`,
    terminate,
  ),
  StartCalculationExecution: opening(
    'persistence',
    CALCULATION,
    (call) => `ran code in ${session(call)}`,
    command('athena stop-calculation-execution', {
      'calculation-execution-id': answered('calculationExecutionId'),
      region: REGION,
    }),
  ),
  StopCalculationExecution: closing('persistence', CALCULATION, () => 'stopped code that ran in a query session'),
}
