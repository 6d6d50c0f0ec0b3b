import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { isObject, pick, pickText, pickTexts } from '../../../domain/json.ts'
import { resourceArns } from '../../../domain/named-in-call.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>

const NAME = /^[\w.-]{1,255}$/

/** The table that a name or an ARN stands for; streams, indexes and exports are parts of their table. */
export function tableOf(value: string, { account, region }: CallEvent): Name | null {
  const arn = parseArn(value)
  if (arn !== null) {
    const [head, name = ''] = arn.resource.split('/')
    if (arn.service !== 'dynamodb' || head !== 'table' || !NAME.test(name)) return null
    return {
      id: formatArn({ ...arn, resource: `table/${name}` }),
      account: arn.account || null,
      region: arn.region || null,
      name,
    }
  }
  if (!NAME.test(value)) return null
  return { id: `arn:${partitionOf(region)}:dynamodb:${region}:${account}:table/${value}`, account, region, name: value }
}

/** The backup that an ARN stands for; backups have no other name that is their own. */
export function backupOf(value: string): Name | null {
  const arn = parseArn(value)
  const [head, table = '', part, id = ''] = arn?.resource.split('/') ?? []
  if (arn === null || arn.service !== 'dynamodb' || head !== 'table' || part !== 'backup' || id === '') return null
  return { id: value, account: arn.account || null, region: arn.region || null, name: `${table}/${id}` }
}

function isTable(arn: string): boolean {
  const parsed = parseArn(arn)
  return (
    parsed !== null &&
    parsed.service === 'dynamodb' &&
    parsed.resource.startsWith('table/') &&
    !parsed.resource.includes('/backup/')
  )
}

const PLACES = [
  'request.tableName',
  'request.tableArn',
  'request.streamArn',
  'request.resourceArn',
  'response.tableDescription.tableArn',
]

/** A batch names its tables as the keys of an object. */
function batched(call: CallEvent): readonly string[] {
  const items = pick(call.request, 'requestItems')
  return isObject(items) ? Object.keys(items) : []
}

/** A position in a stream starts with the stream's ARN (`arn:...|1|...`). */
function byIterator(call: CallEvent): readonly string[] {
  const iterator = pickText(call.request, 'shardIterator')
  return iterator === null ? [] : [iterator.slice(0, 1024).split('|')[0] ?? '']
}

/** The tables of a call: as the record lists its resources, else as the request names them. */
export function tablesOf(call: CallEvent): readonly string[] {
  const listed = resourceArns(call).filter(isTable)
  if (listed.length > 0) return listed
  const root = { request: call.request, response: call.response }
  const found = PLACES.flatMap((place) => pickTexts(root, place)).slice(0, 1)
  return found.length > 0 ? found : [...batched(call), ...byIterator(call)]
}

/** The table of a call by its id. */
export function tableId(call: CallEvent): string | null {
  const [value] = tablesOf(call)
  return value === undefined ? null : (tableOf(value, call)?.id ?? null)
}

/** The table of a call by its name. */
export function tableName(call: CallEvent): string {
  const [value] = tablesOf(call)
  return value === undefined ? 'unknown' : (tableOf(value, call)?.name ?? value)
}

/** Where a call or its answer names a backup. */
export function backupsOf(call: CallEvent): readonly string[] {
  const root = { request: call.request, response: call.response }
  const paths = [
    'request.backupArn',
    'response.backupDetails.backupArn',
    'response.backupDescription.backupDetails.backupArn',
  ]
  return paths.flatMap((path) => pickTexts(root, path)).slice(0, 1)
}

/** The backup of a call by its id. */
export function backupId(call: CallEvent): string | null {
  const [value] = backupsOf(call)
  return value === undefined ? null : (backupOf(value)?.id ?? null)
}
