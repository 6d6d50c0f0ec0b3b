import { isObject, type Json, type JsonObject, parseJson } from '../../../domain/json.ts'

/** How Microsoft Sentinel spells fields of the record (Azure Monitor reference, OfficeActivity). */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['TimeGenerated', 'CreationTime'],
  ['OfficeId', 'Id'],
  ['SourceRecordId', 'Id'],
  ['OfficeWorkload', 'Workload'],
  ['OfficeObjectId', 'ObjectId'],
  ['Client_IPAddress', 'ClientIPAddress'],
  ['Logon_Type', 'LogonType'],
  ['AADTarget', 'Target'],
  ['SendonBehalfOfUserSmtp', 'SendOnBehalfOfUserSmtp'],
])

/** Fields that are documents; tables and some exports hold them as JSON text. */
const DOCUMENTS: ReadonlySet<string> = new Set([
  ...['Folders', 'Folder', 'DestFolder', 'Item', 'AffectedItems', 'OperationProperties', 'Parameters'],
  ...['ExtendedProperties', 'ModifiedProperties', 'DeviceProperties', 'Target', 'Actor', 'AppAccessContext'],
  ...['ExchangeLocations'],
])

const NAMES = ['Name', 'DisplayName', 'displayName'] as const

/** The name of one property of a list. */
function nameOf(member: JsonObject): string | null {
  const found = NAMES.map((key) => member[key]).find((name) => typeof name === 'string' && name !== '')
  return typeof found === 'string' ? found : null
}

/** What a property says: its value, or of a change the old and the new one. */
function saidBy(member: JsonObject): Json {
  if (member['Value'] !== undefined) return member['Value']
  const [from, to] = [member['OldValue'] ?? member['oldValue'], member['NewValue'] ?? member['newValue']]
  return { OldValue: from ?? null, NewValue: to ?? null }
}

/** A list of properties as one object; null for any other list. A name that stands in it twice has both values. */
function folded(list: readonly Json[]): JsonObject | null {
  const all = new Map<string, Json>()
  for (const member of list) {
    const name = isObject(member) ? nameOf(member) : null
    if (!isObject(member) || name === null) return null
    const before = all.get(name)
    all.set(name, before === undefined ? saidBy(member) : [before, saidBy(member)].flat())
  }
  return all.size === 0 ? null : Object.fromEntries(all)
}

/** Parameters of a command as it was typed: `-SearchName "all mail" -Export`. A switch without a value is true. */
function typed(text: string): JsonObject | null {
  const found = [...text.matchAll(/(?:^|\s)-([A-Za-z]{1,64})(?:(?::|\s+)(?:"([^"]*)"|'([^']*)'|([^\s"'-]\S*)))?/g)]
  const pairs = found.map(([, name = '', ...values]) => [name, values.find((value) => value !== undefined) ?? true])
  return pairs.length === 0 ? null : Object.fromEntries(pairs)
}

/** A field in the form in which rows read it: documents as such, lists of properties as objects. */
function documentOf(key: string, value: Json): Json {
  const parsed = typeof value === 'string' && DOCUMENTS.has(key) ? (parseJson(value) ?? typed(value) ?? value) : value
  return Array.isArray(parsed) ? (folded(parsed) ?? parsed) : parsed
}

/** The record with its fields under the names that the log itself gives them; what is there already is never replaced. */
export function respelled(record: JsonObject): JsonObject {
  const pairs = Object.entries(record).map(([key, value]) => {
    const name = SPELLINGS.get(key) ?? key
    return name !== key && record[name] !== undefined ? ([key, value] as const) : ([name, value] as const)
  })
  return Object.fromEntries(pairs.map(([key, value]) => [key, documentOf(key, value)]))
}

/** A text under a key; a number is its digits. Null for anything else, and for what stands for nothing. */
export function wordAt(record: JsonObject, key: string): string | null {
  const value = record[key]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' && value !== '<null>' ? value.trim() : null
}
