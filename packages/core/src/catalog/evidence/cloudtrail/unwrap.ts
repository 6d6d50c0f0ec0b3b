import { isObject, type Json, type JsonObject, parseJson, pickText } from '../../../domain/json.ts'

/** Events that a bus delivers say in their type that a trail recorded them. */
const BY_BUS = / via CloudTrail$/

/**
 * The record in what `aws cloudtrail lookup-events` answers, where it is text beside a few of its fields, and in what EventBridge
 * delivers, where it is the detail. THREAT: an answer whose own id is not that of the record in it was put together by somebody.
 */
export function unwrap(found: JsonObject): Json | undefined {
  const text = pickText(found, 'CloudTrailEvent')
  if (text !== null) {
    const record = parseJson(text)
    const isSame = isObject(record) && (found['EventId'] === undefined || found['EventId'] === record['eventID'])
    return isSame ? record : undefined
  }
  return BY_BUS.test(pickText(found, 'detail-type') ?? '') ? found['detail'] : undefined
}
