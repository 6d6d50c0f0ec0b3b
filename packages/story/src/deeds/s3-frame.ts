import type { Chance } from '../chance/chance.ts'
import { letters } from '../chance/ids.ts'
import type { Wire } from '../emit/deed.ts'
import type { JsonObject } from '../json.ts'
import type { Store } from '../world/model.ts'

// What the record of every call to S3 carries.

export const SOURCE = 's3.amazonaws.com'
export const VERSION = '1.11'

/** How a request to S3 was signed. */
export type Signature = 'AuthHeader' | 'QueryString' | 'none'

export interface Transfer {
  readonly signature?: Signature
  readonly out?: number
  readonly in?: number
}

export const hostOf = (bucket: Store): string => `${bucket.name}.s3.${bucket.region}.amazonaws.com`

export function extra(chance: Chance, { signature = 'AuthHeader', out = 0, in: received = 0 }: Transfer): JsonObject {
  const signed = signature === 'none' ? {} : { SignatureVersion: 'SigV4' }
  const method = signature === 'none' ? {} : { AuthenticationMethod: signature }
  return {
    ...signed,
    CipherSuite: 'TLS_AES_128_GCM_SHA256',
    bytesTransferredIn: received,
    ...method,
    'x-amz-id-2': `${letters(chance, 75)}=`,
    bytesTransferredOut: out,
  }
}

export const bucketResource = (bucket: Store): JsonObject => ({
  accountId: bucket.account.id,
  type: 'AWS::S3::Bucket',
  ARN: bucket.arn,
})

/** What is told of a request: the operation, and what is not nothing. */
export type WireFacts = Pick<Wire, 'operation'> & Partial<Wire>

/** A request as the bucket counts it; what is not said is nothing. */
export function wireOf(bucket: Store, key: string | null, wire: WireFacts): Wire {
  return {
    store: bucket,
    key,
    uri: key === null ? '/' : `/${key}`,
    sent: 0,
    received: 0,
    size: null,
    isPartial: false,
    ...wire,
  }
}
