import type { Witness } from '../deliver/witness.ts'
import type { Json } from '../json.ts'
import { type Answer, snapshot } from '../snapshots/snapshot.ts'
import { iso } from '../time.ts'
import { gibibytes, type Store } from '../world/model.ts'

// Answers of the provider about stores and about other witnesses than trails.

/** An answer as it is given, with what was asked beside it. */
function answer(given: Answer): Witness {
  return () => snapshot(given)
}

interface Asked {
  readonly at: number
}

const placeOf = ({ account, region }: Store): { readonly account: string; readonly region: string } => ({
  account: account.id,
  region,
})

/** That the meter of a bucket counts every request: its filter has no condition. */
export function metricsConfiguration(bucket: Store, filter: string, { at }: Asked): Witness {
  return answer({
    ...placeOf(bucket),
    at,
    command: `s3api list-bucket-metrics-configurations --bucket ${bucket.name}`,
    name: `list-bucket-metrics-configurations-${bucket.name}`,
    output: { IsTruncated: false, MetricsConfigurationList: [{ Id: filter }] },
  })
}

/** Where the access log of a bucket goes. */
export function loggingStatus(
  bucket: Store,
  to: { readonly target: string; readonly prefix: string },
  { at }: Asked,
): Witness {
  return answer({
    ...placeOf(bucket),
    at,
    command: `s3api get-bucket-logging --bucket ${bucket.name}`,
    name: `get-bucket-logging-${bucket.name}`,
    output: { LoggingEnabled: { TargetBucket: to.target, TargetPrefix: to.prefix } },
  })
}

/** A copy that somebody made and nobody deleted. */
export interface CopyLeft {
  readonly store: Store
  readonly madeAt: number
}

const stamped = (at: number): string => iso(at).replace('Z', '+00:00')
const sizeOf = ({ capacity = 0 }: Store): number => gibibytes(capacity)

function databaseCopy({ store, madeAt }: CopyLeft): Json {
  return {
    DBSnapshotIdentifier: store.name,
    DBSnapshotArn: store.arn,
    SnapshotCreateTime: stamped(madeAt),
    AllocatedStorage: sizeOf(store),
    Status: 'available',
    SnapshotType: 'manual',
    Engine: 'mysql',
    Encrypted: false,
  }
}

function diskCopy({ store, madeAt }: CopyLeft): Json {
  return {
    SnapshotId: store.name,
    OwnerId: store.account.id,
    VolumeSize: sizeOf(store),
    State: 'completed',
    StartTime: stamped(madeAt),
    Encrypted: false,
  }
}

/** Copies of one account and region that are left, with the size that was set aside for each. */
export function copiesLeft(kind: 'rds-snapshot' | 'ebs-snapshot', copies: readonly CopyLeft[], { at }: Asked): Witness {
  const [first] = copies
  if (first === undefined) return () => []
  const place = placeOf(first.store)
  return kind === 'rds-snapshot'
    ? answer({
        ...place,
        at,
        command: 'rds describe-db-snapshots',
        name: 'describe-db-snapshots',
        output: { DBSnapshots: copies.map(databaseCopy) },
      })
    : answer({
        ...place,
        at,
        command: 'ec2 describe-snapshots --owner-ids self',
        name: 'describe-snapshots',
        output: { Snapshots: copies.map(diskCopy) },
      })
}
