import { isObject, type JsonObject, pick, pickText } from '../../../domain/json.ts'
import { takesLogs } from '../../../domain/log-place.ts'
import type { GateState } from '../../../domain/statement.ts'
import type { StoreName } from '../../../domain/touch.ts'
import { type ConfigItem, inside } from './item.ts'
import { BUCKETS, KEYS } from './stores.ts'

const WRITER = 'cloudtrail.amazonaws.com'

type Open = boolean | null

/** What the policy of a bucket lets in; undefined where the item holds none of it: the recorder may not have been let see it. */
function openBucket(record: JsonObject, bucket: string): Open | undefined {
  const kept = inside(pick(inside(record['supplementaryConfiguration']), 'BucketPolicy'))
  if (!isObject(kept) || !Object.hasOwn(kept, 'policyText')) return undefined
  const text = kept['policyText']
  return text === null ? false : takesLogs(text, { writer: WRITER, bucket, forSome: true })
}

/** Whether a key could be used; null where the item does not say both. */
function openKey(record: JsonObject): Open | undefined {
  const kept = inside(record['configuration'])
  const [isEnabled, state] = [pick(kept, 'enabled'), pickText(kept, 'keyState')]
  if (isEnabled === undefined && state === null) return undefined
  if (isEnabled === false || (state !== null && state !== 'Enabled')) return false
  return isEnabled === true && state === 'Enabled' ? true : null
}

/** What an item shows of the way of log files; null where it is of neither a bucket nor a key, or shows nothing of it. */
export function gateOf(record: JsonObject, item: ConfigItem, store: StoreName): GateState | null {
  const { type, isDeleted, account, region } = item
  if (type !== BUCKETS && type !== KEYS) return null
  const shown = type === BUCKETS ? openBucket(record, store.name) : openKey(record)
  const open = isDeleted ? false : shown
  if (open === undefined) return null
  const [gate, id] = type === BUCKETS ? (['target', store.name] as const) : (['key', store.id] as const)
  return { gate, id, account, region, act: 'shown', open }
}
