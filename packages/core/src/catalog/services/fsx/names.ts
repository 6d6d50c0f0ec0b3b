import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { firstOf } from '../../../domain/store-forms.ts'

type NameOf = StoreKind['name']

const SERVICE = 'fsx'

/** The file system that an id or an ARN stands for. */
export const fileSystemOf: NameOf = namedAs({
  service: SERVICE,
  head: 'file-system/',
  name: /^fs-[0-9a-z]{8,32}$/,
})
/** The backup that an id or an ARN stands for. */
export const backupOf: NameOf = namedAs({ service: SERVICE, head: 'backup/', name: /^backup-[0-9a-z]{8,32}$/ })

/** What stands for what a volume or a snapshot lies in: calls name it by its id alone, its ARN has both. */
const ANY = '*'

/** A store whose ARN names what it lies in as well: `volume/fs-.../fsvol-...`. */
function within(type: 'volume' | 'snapshot', id: RegExp): NameOf {
  const pattern = new RegExp(`^(?:\\*|[\\w-]{4,40})/${id.source}$`)
  const named = namedAs({ service: SERVICE, head: `${type}/`, name: pattern })
  return (value, call) => named(id.test(value) && !value.includes('/') ? `${ANY}/${value}` : value, call)
}

/** The volume that an id or an ARN stands for. */
export const volumeOf: NameOf = within('volume', /fsvol-[0-9a-z]{8,32}/)
/** The snapshot of a volume that an id or an ARN stands for. */
export const snapshotOf: NameOf = within('snapshot', /fsvolsnap-[0-9a-z]{8,32}/)

/** The spelling of an id that leaves open what its store lies in. */
export function shortId(id: string): string | null {
  const arn = parseArn(id)
  const [type, , name] = arn?.resource.split('/') ?? []
  return arn === null || name === undefined ? null : formatArn({ ...arn, resource: `${type}/${ANY}/${name}` })
}

/** Only ARNs of one kind, from a field that takes any. */
function typed(type: string): TextsOf {
  return (call) => everySaid('resourceARN')({ ...call, response: null }).filter((arn) => arn.includes(`:${type}/`))
}

/** The file systems of a call. */
export const fileSystemsOf: TextsOf = firstOf(everySaid('fileSystemId'), typed('file-system'))
/** The volumes of a call. */
export const volumesOf: TextsOf = firstOf(everySaid('volumeId'), typed('volume'))
/** The snapshots of a call. */
export const snapshotsOf: TextsOf = firstOf(everySaid('snapshotId'), everySaid('sourceSnapshotARN'), typed('snapshot'))
/** The backups of a call; of a copy, the new one. */
export const backupsOf: TextsOf = firstOf(everySaid('backupId'), typed('backup'))
/** The backup that is taken of something when it is deleted. */
export const finalBackups: TextsOf = everySaid('finalBackupId')

/** The backup that a call copies, which may lie in another region. */
export const copiedBackups: TextsOf = (call) => {
  const id = said('sourceBackupId')(call)
  if (id === null || parseArn(id) !== null) return id === null ? [] : [id]
  const region = said('sourceRegion')(call) ?? call.region
  const { account } = call
  return [formatArn({ partition: partitionOf(region), service: SERVICE, region, account, resource: `backup/${id}` })]
}

/** The bucket that a file system is tied to: `s3://bucket/prefix`. */
export function repositoryOf(call: CallEvent): string | null {
  const path = said('dataRepositoryPath')(call)
  const bucket = path === null ? undefined : /^s3:\/\/([a-z0-9][a-z0-9.-]{1,62})/.exec(path)?.[1]
  return bucket === undefined ? null : `arn:${partitionOf(call.region)}:s3:::${bucket}`
}
