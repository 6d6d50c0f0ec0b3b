import type { CallEvent } from '../../../domain/call.ts'
import { pick } from '../../../domain/json.ts'
import { takesLogs } from '../../../domain/log-place.ts'
import type { Statement } from '../../../domain/statement.ts'
import { bucketOf, bucketsOf } from './names.ts'

const WRITER = 'cloudtrail.amazonaws.com'

type States = (call: CallEvent) => readonly Statement[]

/** A call that sets whether a bucket takes log files, and whether it does from then on as far as the call tells. */
function gate(open: (call: CallEvent, bucket: string) => boolean | null): States {
  return (call) => {
    const { account, region, at } = call
    const names = new Set(bucketsOf(call).map((one) => bucketOf(one, call)?.name ?? one))
    return [...names].map((id) => ({
      topic: 'gate',
      at,
      says: { gate: 'target', id, account, region, act: 'changed', open: open(call, id) },
    }))
  }
}

const unknown: States = gate(() => null)
const shut: States = gate(() => false)

/**
 * Calls that may keep log files out of a bucket or remove them from it (S3 API reference; names as the S3 user guide lists them for
 * CloudTrail). What only adds ways in, or removes a rule that refuses, is not among them.
 */
export const GATE_STATES: Readonly<Record<string, States>> = {
  PutBucketPolicy: gate(({ request }, bucket) =>
    takesLogs(pick(request, 'bucketPolicy') ?? pick(request, 'policy'), { writer: WRITER, bucket, forSome: null }),
  ),
  CreateBucket: shut,
  DeleteBucketPolicy: shut,
  DeleteBucket: shut,
  PutBucketLifecycle: unknown,
  PutBucketLifecycleConfiguration: unknown,
  PutBucketEncryption: unknown,
  PutBucketOwnershipControls: unknown,
  PutBucketAcl: unknown,
  PutBucketRequestPayment: unknown,
  PutObjectLockConfiguration: unknown,
  PutBucketObjectLockConfiguration: unknown,
}
