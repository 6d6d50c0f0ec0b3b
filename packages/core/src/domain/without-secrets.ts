import { isObject, type Json } from './json.ts'

/** How deep a record may nest before it is refused: far more than any recorded call has, far less than any stack. */
const DEEPEST = 64

/** Keys whose values are secrets by their names, wherever in a record they stand. */
const SECRET_KEY =
  /^(?:x-amz-security-token|x-amz-signature|(?:session|security|access|id|refresh|auth|signin|authorization|webIdentity|console|oauth)[-_]?token|token(?:value)?|secret(?:access)?key|(?:client)?secret|secret(?:string|binary)|(?:new|old|current|temporary|previous|proposed|service|user|admin|master|masteruser|db)?password|privatekey|keymaterial|plaintext|passphrase|samlassertion|authorization|authcode)$/i

/** What the provider writes in the place of a secret: no secret, and it tells that the field was there. */
const MASK =
  /^(?:\*+|HIDDEN_DUE_TO_SECURITY_REASONS|<sensitiveDataRemoved>|Value hidden due to security reasons\.|\[?REDACTED\]?)$/i

/** Whether a key is a secret's, for the keys that were met so far: they repeat in every record. */
const JUDGED = new Map<string, boolean>()
/** THREAT: a file may make up as many keys as it likes; what does not fit is judged anew each time. */
const MOST_JUDGED = 4_096

function isSecretKey(key: string): boolean {
  const known = JUDGED.get(key)
  if (known !== undefined) return known
  const isOne = SECRET_KEY.test(key)
  if (JUDGED.size < MOST_JUDGED) JUDGED.set(key, isOne)
  return isOne
}

function isSecret(key: string, value: Json | undefined): boolean {
  if (!isSecretKey(key)) return false
  return !(value === null || typeof value === 'boolean' || (typeof value === 'string' && MASK.test(value)))
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

function holdsSecret(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (!isObject(value)) return value.some(holdsSecret)
  for (const key in value) {
    const member = value[key]
    if (member !== undefined && (isSecret(key, member) || holdsSecret(member))) return true
  }
  return false
}

function copied(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (!isObject(value)) return value.map(copied)
  const kept = Object.entries(value).filter(([key, member]) => !isSecret(key, member))
  return Object.fromEntries(kept.map(([key, member]) => [key, copied(member)]))
}

/** The value without tokens, passwords and keys; the provider's own masks stay. Null for a field that is absent. */
export function withoutSecrets(value: Json | undefined): Json {
  if (value === undefined) return null
  // Nearly every record holds none, and there are millions.
  return holdsSecret(value) ? copied(value) : value
}
