import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { isObject, type Json, pick, pickText } from '../../../domain/json.ts'
import { resourceArns } from '../../../domain/named-in-call.ts'
import type { StoreName } from '../../../domain/touch.ts'

/** The key that an ARN or a bare id stands for; null for an alias, which may point to any key. */
export function keyOf(value: string, { account, region }: CallEvent): Omit<StoreName, 'kind'> | null {
  const arn = parseArn(value)
  if (arn !== null) {
    if (arn.service !== 'kms' || !arn.resource.startsWith('key/')) return null
    return {
      id: value,
      account: arn.account || null,
      region: arn.region || null,
      name: arn.resource.slice('key/'.length),
    }
  }
  if (!/^(?:mrk-)?[\w-]{1,64}$/.test(value)) return null
  return { id: `arn:${partitionOf(region)}:kms:${region}:${account}:key/${value}`, account, region, name: value }
}

const PLACES = ['keyId', 'targetKeyId', 'sourceKeyId']

function isKeyArn(text: string): boolean {
  return parseArn(text)?.resource.startsWith('key/') ?? false
}

/** The key of a call: the record's resources hold its ARN even where the request holds an alias or nothing. */
export function keysOf(call: CallEvent): readonly string[] {
  const listed = resourceArns(call).filter(isKeyArn)
  if (listed.length > 0) return listed
  const answered = pickText(call.response, 'keyMetadata.arn') ?? pickText(call.response, 'keyId')
  if (answered !== null) return [answered]
  return PLACES.flatMap((place) => pickText(call.request, place) ?? []).slice(0, 1)
}

/** The key that content is decrypted with. Of the two keys of a re-encryption the record lists the source first. */
export function decryptingKey(call: CallEvent): readonly string[] {
  if (call.name !== 'ReEncrypt') return keysOf(call)
  const source = pickText(call.request, 'sourceKeyId')
  return source !== null && keyOf(source, call) !== null ? [source] : keysOf(call).slice(0, 1)
}

/** The key of a call by its id. */
export function keyId(call: CallEvent): string | null {
  const [value] = keysOf(call)
  return value === undefined ? null : (keyOf(value, call)?.id ?? null)
}

/** The key of a call by its short name. */
export function keyName(call: CallEvent): string {
  const [value] = keysOf(call)
  return value === undefined ? 'unknown' : (keyOf(value, call)?.name ?? value)
}

/** The encryption context of the content that a call is about: whatever encrypted it wrote there what the content is. */
function contextOf(call: CallEvent): Json | undefined {
  return ['encryptionContext', 'sourceEncryptionContext'].map((name) => pick(call.request, name)).find(isObject)
}

function named(call: CallEvent, key: string): string | null {
  const context = contextOf(call)
  const value = isObject(context) && Object.hasOwn(context, key) ? context[key] : null
  return typeof value === 'string' && value !== '' ? value : null
}

/** Reads one entry of the encryption context as the name of a store. */
export function inContext(key: string): (call: CallEvent) => readonly string[] {
  return (call) => {
    const value = named(call, key)
    return value === null ? [] : [value]
  }
}

/** The object that the encryption context names; with a bucket key it names the bucket alone. */
export function objectInContext(call: CallEvent): string | null {
  const arn = parseArn(named(call, 'aws:s3:arn') ?? '')
  const slash = arn?.resource.indexOf('/') ?? -1
  return arn === null || slash < 0 ? null : arn.resource.slice(slash + 1) || null
}

/** The table that the encryption context names: its account stands beside its name. */
export function tableInContext(call: CallEvent): readonly string[] {
  const [table, account] = [named(call, 'aws:dynamodb:tableName'), named(call, 'aws:dynamodb:subscriberId')]
  if (table === null || account === null || !/^\d{12}$/.test(account)) return []
  return [`arn:${partitionOf(call.region)}:dynamodb:${call.region}:${account}:table/${table}`]
}
