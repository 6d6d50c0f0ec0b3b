import type { CallEvent } from '../../../domain/call.ts'
import { pick, pickText } from '../../../domain/json.ts'
import { letsLogsIn } from '../../../domain/log-gate.ts'
import type { Statement } from '../../../domain/statement.ts'

const WRITER = 'cloudtrail.amazonaws.com'

type States = (call: CallEvent) => readonly Statement[]

/** A call that sets whether a bucket takes log files, and whether it does from then on as far as the call tells. */
function gate(open: (call: CallEvent) => boolean | null): States {
  return (call) => {
    const id = pickText(call.request, 'bucketName')
    if (id === null) return []
    const { account, region, at } = call
    return [{ topic: 'gate', at, says: { gate: 'target', id, account, region, act: 'changed', open: open(call) } }]
  }
}

const unknown: States = gate(() => null)

/** Calls that may keep log files out of a bucket or remove them from it (S3 API reference). */
export const GATE_STATES: Readonly<Record<string, States>> = {
  PutBucketPolicy: gate((call) =>
    letsLogsIn(pick(call.request, 'bucketPolicy') ?? pick(call.request, 'policy'), WRITER),
  ),
  DeleteBucketPolicy: gate(() => false),
  DeleteBucket: gate(() => false),
  PutBucketLifecycle: unknown,
  PutBucketLifecycleConfiguration: unknown,
  PutBucketEncryption: unknown,
  PutBucketOwnershipControls: unknown,
  PutBucketAcl: unknown,
  PutObjectLockConfiguration: unknown,
}
