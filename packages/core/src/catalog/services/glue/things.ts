import { command, inPlace, type Lasting, plain, REGION, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'

/** The first of these fields of a request, or of the answer, that is a text; not at any depth, because jobs hold other names. */
function field(...keys: readonly string[]): FromCall {
  return ({ request, response }) =>
    keys.map((key) => pickText(request, key)).find((found) => found !== null) ??
    keys.map((key) => pickText(response, key)).find((found) => found !== null) ??
    null
}

function thing(kind: Lasting['kind'], noun: string, name: FromCall, remove: readonly [string, string]): Lasting {
  return plain({ kind, noun, id: inPlace(name), name, remove })
}

/** The job of a call by its name. */
export const JOB_NAME: FromCall = field('jobName', 'name')
/** A job: code that runs with a role. */
export const JOB: Lasting = thing('persistence', 'Glue job', JOB_NAME, ['glue delete-job', 'job-name'])
/** A host for developers, which is logged in to with a key. */
export const DEV_ENDPOINT: Lasting = thing('persistence', 'development endpoint', field('endpointName'), [
  'glue delete-dev-endpoint',
  'endpoint-name',
])
const SESSION_ID: FromCall = (call) =>
  pickText(call.request, 'sessionId') ?? field('id')(call) ?? pickText(call.response, 'session.id')
/** An interactive session, in which statements run with a role. */
export const SESSION: Lasting = thing('persistence', 'Glue session', SESSION_ID, ['glue delete-session', 'id'])
/** A trigger starts jobs by itself. */
export const TRIGGER: Lasting = thing('persistence', 'Glue trigger', field('name'), ['glue delete-trigger', 'name'])
/** A crawler reads stores with a role. */
export const CRAWLER: Lasting = thing('persistence', 'Glue crawler', field('name'), ['glue delete-crawler', 'name'])

/** What stops a session without taking it away. */
export const stopSession: Words = command('glue stop-session', { id: SESSION_ID, region: REGION })
