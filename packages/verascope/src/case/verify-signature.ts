import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { SigningKey, VerifySignature } from '@verascope/core/domain/delivery'

/** Signatures are RSA of 2048 bits: longer text in hex is none. */
const SIGNATURE = /^(?:[0-9a-f]{2}){64,1024}$/i

function keyObject({ key }: SigningKey): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs1' })
  } catch {
    return null
  }
}

/** Checks signatures with the platform's cryptography; keys are parsed once. False for what is no key or no signature. */
export function signatureChecker(): VerifySignature {
  const keys = new Map<string, KeyObject | null>()
  return (key, text, signature) => {
    if (!SIGNATURE.test(signature)) return false
    const known = keys.get(key.key)
    const object = known === undefined ? keyObject(key) : known
    keys.set(key.key, object)
    if (object === null) return false
    try {
      return verify('sha256', Buffer.from(text), object, Buffer.from(signature, 'hex'))
    } catch {
      return false
    }
  }
}
