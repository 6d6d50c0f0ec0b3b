import { partitionOf } from '../../../domain/arn.ts'
import {
  type ArnForm,
  idIn,
  type NameOf,
  namedAs,
  nameIn,
  namesIn,
  orUnnamed,
  type TextsOf,
} from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import type { Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import { textsUnder, valuesUnder } from '../../../domain/named-in-call.ts'

const FORM: ArnForm = { service: 'athena', head: 'workgroup/', name: /^[\w.-]{1,128}$/ }

/** The workgroup that a name or an ARN stands for. */
export const workgroupOf: NameOf = namedAs(FORM)

const inCall = namesIn(workgroupOf, 'workGroup')

/** The workgroup of a call. */
export const workgroupsOf: TextsOf = (call) => {
  const found = inCall(call)
  const name = call.name.endsWith('WorkGroup') ? pickText(call.request, 'name') : null
  return found.length > 0 || name === null ? found : [name]
}

/** The workgroup of a call by its id, or what stands for the call where it names none. */
export const WORKGROUP_ID: FromCall = orUnnamed(idIn(workgroupOf, workgroupsOf))
/** The workgroup of a call by its name. */
export const workgroupName: Words = nameIn(workgroupOf, workgroupsOf)

/** Where results of queries are put, as the request has it: `s3://bucket/prefix`. */
export function outputPlace(call: CallEvent): string | null {
  return textsUnder(call.request, 'outputLocation')[0] ?? null
}

/** The bucket of that place. Where the call names none, the one of the workgroup is used, which the record does not show. */
export function outputBucket(call: CallEvent): string | null {
  const bucket = /^s3:\/\/([^/]{3,255})/.exec(outputPlace(call) ?? '')?.[1]
  return bucket === undefined ? null : `arn:${partitionOf(call.region)}:s3:::${bucket}`
}

/** Whether a call takes the place for results away from a workgroup. */
export function removesOutput(call: CallEvent): boolean {
  return valuesUnder(call.request, 'removeOutputLocation').includes(true)
}

/** A query, which its results are fetched by. */
export function queryOf(call: CallEvent): string | null {
  const id = pickText(call.response, 'queryExecutionId') ?? pickText(call.request, 'queryExecutionId')
  return id === null ? null : `query ${id}`
}

function catalog(call: CallEvent, resource: string): string {
  return `arn:${partitionOf(call.region)}:glue:${call.region}:${call.account}:${resource.toLowerCase()}`
}

/** A query names its tables in its text alone, and may name any, whatever database it is run in. */
export const anyTable: TextsOf = (call) => [catalog(call, 'table/*/*')]

/** The table whose definition is asked for. */
export const askedTable: TextsOf = (call) => {
  const [database, name] = [pickText(call.request, 'databaseName'), pickText(call.request, 'tableName')]
  return database === null || name === null ? [] : [catalog(call, `table/${database}/${name}`)]
}

/** The database whose tables are listed. */
export const askedDatabase: TextsOf = (call) => [
  catalog(call, `table/${pickText(call.request, 'databaseName') ?? '*'}/*`),
]
