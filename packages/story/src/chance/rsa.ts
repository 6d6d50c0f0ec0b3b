import { checkPrimeSync, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { type Chance, chanceOf } from './chance.ts'

/** A key pair of a region, made from a name: the same everywhere, so that stories repeat byte for byte. NOT a secret. */
export interface SigningKey {
  /** PKCS #1, DER: what list-public-keys answers. */
  readonly publicKey: Buffer
  readonly sign: (text: string) => string
}

const EXPONENT = 65537n
const PRIME_BITS = 1024

const SMALL_PRIMES: readonly bigint[] = [3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71].map(
  BigInt,
)

function prime(chance: Chance): bigint {
  const random = BigInt(`0x${chance.text('0123456789abcdef', PRIME_BITS / 4)}`)
  // The two highest bits make the product full length; the lowest makes it odd.
  let candidate = random | (3n << BigInt(PRIME_BITS - 2)) | 1n
  for (;;) {
    const small = SMALL_PRIMES.some((divisor) => candidate % divisor === 0n)
    if (!small && (candidate - 1n) % EXPONENT !== 0n && checkPrimeSync(candidate)) return candidate
    candidate += 2n
  }
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [low, high] = [value % modulus, modulus]
  let [x, y] = [1n, 0n]
  while (low > 1n) {
    const quotient = high / low
    ;[low, high] = [high - quotient * low, low]
    ;[x, y] = [y - quotient * x, x]
  }
  return ((x % modulus) + modulus) % modulus
}

function base64url(value: bigint): string {
  const digits = value.toString(16)
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex').toString('base64url')
}

function privateKey(name: string): KeyObject {
  const chance = chanceOf(`digest-key/${name}`)
  const [p, q] = [prime(chance), prime(chance)]
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n))
  const numbers = { n: p * q, e: EXPONENT, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
  const jwk = Object.fromEntries(Object.entries(numbers).map(([part, value]) => [part, base64url(value)]))
  return createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' })
}

const made = new Map<string, SigningKey>()

/** Making one takes some hundred milliseconds, so each is made once; stories share the keys of their regions. */
export function signingKey(name: string): SigningKey {
  const known = made.get(name)
  if (known !== undefined) return known
  const key = privateKey(name)
  const fresh: SigningKey = {
    publicKey: createPublicKey(key).export({ type: 'pkcs1', format: 'der' }),
    sign: (text) => sign('sha256', Buffer.from(text), key).toString('hex'),
  }
  made.set(name, fresh)
  return fresh
}
