import { type Instant, instantOfMillis, parseInstant } from '../../../domain/instant.ts'
import { type Json, type JsonObject, parseJson, pick, pickText } from '../../../domain/json.ts'

/** An item of a configuration: how a resource stood when it was captured. */
export interface ConfigItem {
  readonly type: string
  readonly arn: string | null
  readonly account: string
  readonly region: string
  readonly capturedAt: Instant
  readonly isDeleted: boolean
}

function firstText(record: JsonObject, ...names: readonly string[]): string | null {
  return names.map((name) => pickText(record, name)).find((text) => text !== null) ?? null
}

/** Files and answers of the API name the same fields in two ways, and an answer writes objects as text. */
export function inside(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? parseJson(value) : value
}

/** Seconds since 1970 that are a time of this service and no other count. */
const SECONDS = { from: 1e9, to: 1e10 } as const

/** Files write the time as text, answers of the API in seconds since 1970. */
function capturedAt(record: JsonObject): Instant | null {
  const said = pick(record, 'configurationItemCaptureTime')
  if (typeof said === 'string') return parseInstant(said)
  const isSeconds = typeof said === 'number' && said >= SECONDS.from && said < SECONDS.to
  return isSeconds ? instantOfMillis(said * 1000) : null
}

/** Reads an item; else says why it cannot be read. */
export function itemOf(record: JsonObject): ConfigItem | string {
  const [account, region] = [firstText(record, 'awsAccountId', 'accountId'), pickText(record, 'awsRegion')]
  const at = capturedAt(record)
  if (account === null || !/^\d{12}$/.test(account) || region === null)
    return 'it does not say of which account and region it is: take the file from the bucket of the delivery channel again'
  if (at === null) return 'it does not say when it was captured: take the file from the delivery channel again'
  const isDeleted = (pickText(record, 'configurationItemStatus') ?? '').startsWith('ResourceDeleted')
  const arn = firstText(record, 'ARN', 'arn')
  return { type: pickText(record, 'resourceType') ?? '', arn, account, region, capturedAt: at, isDeleted }
}
