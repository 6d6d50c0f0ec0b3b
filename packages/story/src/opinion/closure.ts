import { type Json, member, textAt } from '../json.ts'
import type { Record } from './evidence.ts'

/** What signed a call, as a record names it. */
export function callerOf(json: Json): string {
  const identity = member(json, 'userIdentity')
  const key = textAt(identity, 'accessKeyId')
  if (key !== '') return key
  if (textAt(identity, 'type') === 'AWSService') return textAt(identity, 'invokedBy')
  const account = textAt(identity, 'accountId')
  if (account === 'anonymous') return 'anonymous'
  return textAt(identity, 'arn') || `${account}:${textAt(identity, 'principalId')}`
}

/** The user or role behind a call; empty where the record does not say. */
export function principalOf(json: Json): string {
  const identity = member(json, 'userIdentity')
  return textAt(identity, 'sessionContext', 'sessionIssuer', 'arn') || textAt(identity, 'arn')
}

/** The credential that an answer brought about. */
export function mintedBy(json: Json): string {
  const answer = member(json, 'responseElements')
  return textAt(answer, 'credentials', 'accessKeyId') || textAt(answer, 'accessKey', 'accessKeyId')
}

export interface Seed {
  readonly value: string
  readonly from: number
}

/** The actor's identities: what was named, and whatever they brought about, step by step. Wider rather than narrower. */
export function closure(records: readonly Record[], seeds: readonly Seed[]): ReadonlyMap<string, number> {
  const held = new Map(seeds.map(({ value, from }) => [value, from]))
  const isHeld = (id: string, at: number): boolean => at >= (held.get(id) ?? Number.POSITIVE_INFINITY)
  for (let before = -1; before !== held.size; ) {
    before = held.size
    for (const { json, at, name, hasFailed } of records) {
      if (hasFailed || !isHeld(callerOf(json), at)) continue
      for (const gained of [mintedBy(json), resetBy(name, json)]) {
        if (gained !== '' && !held.has(gained)) held.set(gained, at)
      }
    }
  }
  return held
}

/** A password that the actor set makes the user's console sessions the actor's: known by the user's name. */
function resetBy(name: string, json: Json): string {
  if (name !== 'UpdateLoginProfile' && name !== 'CreateLoginProfile') return ''
  const account = textAt(json, 'recipientAccountId')
  return `arn:aws:iam::${account}:user/${textAt(json, 'requestParameters', 'userName')}`
}

/** Whether a call is the actor's by any of its identities. */
export function isActors(held: ReadonlyMap<string, number>, { json, at }: Record): boolean {
  const since = (id: string): number => held.get(id) ?? Number.POSITIVE_INFINITY
  if (at >= since(callerOf(json))) return true
  const isConsole =
    textAt(json, 'sessionCredentialFromConsole') === 'true' || textAt(json, 'eventName') === 'ConsoleLogin'
  return isConsole && at >= since(principalOf(json))
}
