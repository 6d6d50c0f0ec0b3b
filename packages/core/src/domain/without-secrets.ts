import { isObject, type Json } from './json.ts'

/** How deep a record may nest before it is refused: far more than any recorded call has, far less than any stack. */
const DEEPEST = 64

/** Keys whose values are secrets by their names, wherever in a record they stand. */
const SECRET_KEY =
  /^(?:(?:session|security|access|id|refresh|auth|signin|authorization|webIdentity|console|oauth)[-_]?token|token(?:value)?|secret(?:access)?key|(?:client)?secret|secret(?:string|binary)|(?:new|old|current|temporary|previous|proposed|service|user|admin|master|masteruser|db)?password|privatekey|keymaterial|plaintext|passphrase|samlassertion|authorization|authcode)$/i

/** What is written in the place of a secret: no secret, and it tells that the field was there. */
const MASK = /^(?:\*+|\[?REDACTED\]?)$/i

/** THREAT: a file may make up as many keys as it likes; what does not fit is judged anew each time. */
const MOST_JUDGED = 4_096

/** What one source calls its secrets, and writes in their place, beside what anybody does; the case of letters does not count. */
export interface SecretMarks {
  readonly keys: readonly string[]
  readonly masks: readonly string[]
}

type IsSecret = (key: string, value: Json | undefined) => boolean

function secretsOf({ keys, masks }: SecretMarks): IsSecret {
  const lower = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map((text) => text.toLowerCase()))
  const [own, written] = [lower(keys), lower(masks)]
  /** Whether a key is a secret's, for the keys that were met so far: they repeat in every record. */
  const judged = new Map<string, boolean>()
  const isSecretKey = (key: string): boolean => {
    const known = judged.get(key)
    if (known !== undefined) return known
    const isOne = SECRET_KEY.test(key) || own.has(key.toLowerCase())
    if (judged.size < MOST_JUDGED) judged.set(key, isOne)
    return isOne
  }
  const isMask = (text: string): boolean => MASK.test(text) || written.has(text.toLowerCase())
  return (key, value) =>
    isSecretKey(key) && !(value === null || typeof value === 'boolean' || (typeof value === 'string' && isMask(value)))
}

/** Whether a value nests deeper than any honest record does. A hostile one must not be able to exhaust the stack. */
export function isTooDeep(value: Json | undefined, depth: number = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth >= DEEPEST) return true
  if (!isObject(value)) return value.some((member) => isTooDeep(member, depth + 1))
  // `for in` makes no list of what it walks, and a parsed object inherits nothing that can be enumerated.
  for (const key in value) {
    const member = value[key]
    if (typeof member === 'object' && isTooDeep(member, depth + 1)) return true
  }
  return false
}

function holdsSecret(value: Json, isSecret: IsSecret): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (!isObject(value)) return value.some((member) => holdsSecret(member, isSecret))
  for (const key in value) {
    const member = value[key]
    if (member !== undefined && (isSecret(key, member) || holdsSecret(member, isSecret))) return true
  }
  return false
}

function copied(value: Json, isSecret: IsSecret): Json {
  if (typeof value !== 'object' || value === null) return value
  if (!isObject(value)) return value.map((member) => copied(member, isSecret))
  const kept = Object.entries(value).filter(([key, member]) => !isSecret(key, member))
  return Object.fromEntries(kept.map(([key, member]) => [key, copied(member, isSecret)]))
}

/** Makes what leaves tokens, passwords and keys out of a value; masks stay. Null for a field that is absent. */
export function secretRemover(marks: SecretMarks = { keys: [], masks: [] }): (value: Json | undefined) => Json {
  const isSecret = secretsOf(marks)
  return (value) => {
    if (value === undefined) return null
    // Nearly every record holds none, and there are millions.
    return holdsSecret(value, isSecret) ? copied(value, isSecret) : value
  }
}
