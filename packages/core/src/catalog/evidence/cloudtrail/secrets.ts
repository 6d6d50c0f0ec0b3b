import { isObject, type Json } from '../../../domain/json.ts'

/** How deep a record may nest before it is refused: far more than any recorded call has, far less than any stack. */
const DEEPEST = 64

/** Keys whose values are secrets by their names, wherever in a record they stand. */
const SECRET_KEY =
  /^(?:x-amz-security-token|x-amz-signature|(?:session|security|access|id|refresh|auth|signin|authorization|webIdentity|console|oauth)[-_]?token|token(?:value)?|secret(?:access)?key|(?:client)?secret|secret(?:string|binary)|(?:new|old|current|temporary|previous|proposed|service|user|admin|master|masteruser|db)?password|privatekey|keymaterial|plaintext|passphrase|samlassertion|authorization|authcode)$/i

/** What the provider writes in the place of a secret: no secret, and it tells that the field was there. */
const MASK =
  /^(?:\*+|HIDDEN_DUE_TO_SECURITY_REASONS|<sensitiveDataRemoved>|Value hidden due to security reasons\.|\[?REDACTED\]?)$/i

function isSecret(key: string, value: Json | undefined): boolean {
  if (!SECRET_KEY.test(key)) return false
  return !(value === null || typeof value === 'boolean' || (typeof value === 'string' && MASK.test(value)))
}

/** Whether a value nests deeper than any honest record does. A hostile one must not be able to exhaust the stack. */
export function isTooDeep(value: Json | undefined, depth: number = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth >= DEEPEST) return true
  const members: readonly Json[] = isObject(value) ? Object.values(value) : value
  return members.some((member) => isTooDeep(member, depth + 1))
}

function cleanList(list: readonly Json[]): readonly Json[] {
  const cleaned = list.map(clean)
  return cleaned.some((member, index) => member !== list[index]) ? cleaned : list
}

/** Copies only what holds a secret: nearly every record holds none, and there are millions. */
function clean(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (!isObject(value)) return cleanList(value)
  let kept: [string, Json][] | null = null
  const entries = Object.entries(value)
  for (const [index, [key, member]] of entries.entries()) {
    const secret = isSecret(key, member)
    const cleaned = secret ? null : clean(member)
    if (kept === null && (secret || cleaned !== member)) kept = entries.slice(0, index)
    if (kept !== null && !secret) kept.push([key, cleaned])
  }
  return kept === null ? value : Object.fromEntries(kept)
}

/** The value without tokens, passwords and keys; the provider's own masks stay. Null for a field that is absent. */
export function withoutSecrets(value: Json | undefined): Json {
  return value === undefined ? null : clean(value)
}
