import { type Json, member, textAt } from '../json.ts'
import type { Record } from './evidence.ts'

/** What signed a call, as a record names it. */
export function callerOf(json: Json): string {
  const identity = member(json, 'userIdentity')
  const key = textAt(identity, 'accessKeyId')
  if (key !== '') return key
  if (textAt(identity, 'type') === 'AWSService') return textAt(identity, 'invokedBy')
  const account = textAt(identity, 'accountId')
  if (account === 'anonymous' || account === 'ANONYMOUS_PRINCIPAL') return 'anonymous'
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

/** The actor's identities, each from some instant on, and the addresses from which the named ones are their owner's. */
export interface Held {
  readonly since: ReadonlyMap<string, number>
  readonly seeds: ReadonlySet<string>
  readonly ours: ReadonlySet<string>
}

const isSince = (since: ReadonlyMap<string, number>, id: string, at: number): boolean =>
  at >= (since.get(id) ?? Number.POSITIVE_INFINITY)

/** Whether a call of a named credential comes from where its owner is known to be. */
export function isOwners({ seeds, ours }: Held, { json }: Record): boolean {
  return seeds.has(callerOf(json)) && ours.has(textAt(json, 'sourceIPAddress'))
}

/** What was named, and whatever it brought about, step by step. Wider rather than narrower. */
export function closure(records: readonly Record[], seeds: readonly Seed[], ours: readonly string[]): Held {
  const since = new Map(seeds.map(({ value, from }) => [value, from]))
  const held: Held = { since, seeds: new Set(since.keys()), ours: new Set(ours) }
  for (let before = -1; before !== since.size; ) {
    before = since.size
    for (const record of records) {
      const { json, at, name, hasFailed } = record
      if (hasFailed || isOwners(held, record) || !isSince(since, callerOf(json), at)) continue
      for (const gained of [mintedBy(json), resetBy(name, json)]) {
        if (gained !== '' && !since.has(gained)) since.set(gained, at)
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
export function isActors(held: Held, record: Record): boolean {
  const { json, at } = record
  if (isSince(held.since, callerOf(json), at)) return !isOwners(held, record)
  const isConsole =
    textAt(json, 'sessionCredentialFromConsole') === 'true' || textAt(json, 'eventName') === 'ConsoleLogin'
  return isConsole && isSince(held.since, principalOf(json), at)
}
