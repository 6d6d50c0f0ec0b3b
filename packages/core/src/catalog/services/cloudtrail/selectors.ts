import type { CallEvent } from '../../../domain/call.ts'
import { isObject, type Json, type JsonObject, pick, pickAll, pickText } from '../../../domain/json.ts'

function listed(call: CallEvent, key: string): readonly JsonObject[] | null {
  const list = pick(call.request, key) ?? pick(call.response, key)
  return Array.isArray(list) ? list.filter((one: Json): one is JsonObject => isObject(one)) : null
}

function category(selector: JsonObject): readonly string[] {
  return pickAll(selector, 'fieldSelectors[]')
    .filter((field) => pickText(field, 'field') === 'eventCategory')
    .flatMap((field) => textsOf(pick(field, 'equals')))
}

/** What of management events basic selectors leave out. */
function basicWords(selectors: readonly JsonObject[]): readonly string[] {
  const management = selectors.filter((one) => one['includeManagementEvents'] !== false)
  const kinds = new Set(management.map((one) => pickText(one, 'readWriteType') ?? 'All'))
  const excluded = new Set(management.flatMap((one) => textsOf(one['excludeManagementEventSources'])))
  const data = selectors.some((one) => pickAll(one, 'dataResources[]').length > 0)
  return [
    ...(management.length === 0 ? ['no management events'] : []),
    ...(management.length > 0 && !kinds.has('All') && kinds.size === 1
      ? [`management events of \`${[...kinds][0]}\` alone`]
      : []),
    ...(excluded.size > 0 ? [`nothing of ${[...excluded].map((one) => `\`${one}\``).join(', ')}`] : []),
    ...(data ? [] : ['no data events']),
  ]
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one: Json): one is string => typeof one === 'string') : []
}

function advancedWords(selectors: readonly JsonObject[]): readonly string[] {
  const categories = new Set(selectors.flatMap(category))
  return [
    ...(categories.has('Management') ? [] : ['no management events']),
    ...(categories.has('Data') ? [] : ['no data events']),
  ]
}

/** What selectors no longer record, in words; null when the record does not show them. */
export function leftOut(call: CallEvent): string | null {
  const advanced = listed(call, 'advancedEventSelectors')
  const basic = listed(call, 'eventSelectors')
  if (advanced === null && basic === null) return null
  const words = advanced !== null && advanced.length > 0 ? advancedWords(advanced) : basicWords(basic ?? [])
  return words.length === 0 ? 'both management and data events' : words.join(', ')
}
