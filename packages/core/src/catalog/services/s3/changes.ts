import type { CallEvent } from '../../../domain/call.ts'
import {
  about,
  closing,
  creation,
  deletion,
  granteeWords,
  policyDeleted,
  policyPut,
  type Thing,
} from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import { textsUnder } from '../../../domain/named-in-call.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { aclOutsiders, opensByAcl } from './acl.ts'
import { jobSources, jobTarget, policyOf } from './management-actions.ts'
import { bucketId, bucketName, destinationsOf } from './names.ts'
import { PUBLIC_ACCESS_BLOCK } from './public-access-block.ts'
import { BUCKET_SETTINGS } from './setting-changes.ts'

const THING: Thing = { noun: 'bucket', id: bucketId, name: bucketName }

/** A read-only-looking word of the command line: the bucket, safe to paste. */
const word = (call: CallEvent): string => shellWord(bucketName(call))

const LIST = about('acl', bucketId)

const ACL_PUT: readonly ChangeSpec[] = [
  {
    ...closing('exposure', LIST, (call) => `replaced the access control list of bucket \`${bucketName(call)}\``),
    when: (call) => aclOutsiders(call) !== null,
  },
  {
    kind: 'exposure',
    does: 'open',
    subject: LIST,
    what: (call) =>
      `opened bucket \`${bucketName(call)}\` by its access control list to ${granteeWords(aclOutsiders(call) ?? [])}`,
    undo: (call) => `aws s3api put-bucket-acl --bucket ${word(call)} --acl private`,
    when: opensByAcl,
  },
]

const OBJECT_ACL: ChangeSpec = {
  kind: 'exposure',
  does: 'open',
  subject: (call) => {
    const id = bucketId(call)
    return id === null ? null : `acl ${id}/${pickText(call.request, 'key') ?? ''}`
  },
  what: (call) =>
    `opened object \`${pickText(call.request, 'key') ?? 'unknown'}\` of bucket \`${bucketName(call)}\` to ${granteeWords(aclOutsiders(call) ?? [])}`,
  undo: (call) =>
    `aws s3api put-object-acl --bucket ${word(call)} --key ${shellWord(pickText(call.request, 'key') ?? 'KEY')} --acl private`,
  when: opensByAcl,
}

const OBJECT_ACL_REPLACED: ChangeSpec = {
  ...closing(
    'exposure',
    OBJECT_ACL.subject,
    (call) => `replaced the access control list of an object of bucket \`${bucketName(call)}\``,
  ),
  when: (call) => aclOutsiders(call) !== null,
}

const REPLICATION = about('replication', bucketId)

const REPLICATION_PUT: readonly ChangeSpec[] = [
  closing('exposure', REPLICATION, (call) => `replaced the replication of bucket \`${bucketName(call)}\``),
  {
    kind: 'exposure',
    does: 'open',
    subject: REPLICATION,
    what: (call) => {
      const to = destinationsOf(call)
      const where = to.length === 0 ? 'a bucket that the record does not name' : granteeWords(to)
      return `set up replication of bucket \`${bucketName(call)}\` to ${where}`
    },
    undo: (call) => `aws s3api delete-bucket-replication --bucket ${word(call)}`,
  },
]

function pointName(call: CallEvent): string {
  return textsUnder(call.request, 'name')[0] ?? 'unknown'
}

const POINT: Thing = {
  noun: 'access point',
  id: (call) => `${call.account}:${call.region}:${pointName(call)}`,
  name: pointName,
}

const deletePointPolicy = (call: CallEvent): string =>
  `aws s3control delete-access-point-policy --account-id ${shellWord(call.account)} --name ${shellWord(pointName(call))} --region ${shellWord(call.region)}`

const JOB: ChangeSpec = {
  kind: 'configuration',
  does: 'open',
  subject: (call) => `batch job ${textsUnder(call.response, 'jobId')[0] ?? call.eventId}`,
  what: (call) => {
    const target = jobTarget(call)
    const from =
      jobSources(call)
        .map((name) => `\`${name}\``)
        .join(', ') || 'buckets that the record does not name'
    return `started a batch job over ${from}${target === null ? '' : ` that copies to \`${target}\``}`
  },
  undo: (call) =>
    `aws s3control update-job-status --account-id ${shellWord(call.account)} --job-id ${shellWord(textsUnder(call.response, 'jobId')[0] ?? 'JOB')} --requested-job-status Cancelled --region ${shellWord(call.region)}`,
}

const ACCESS_GRANT: ChangeSpec = {
  kind: 'exposure',
  does: 'open',
  subject: (call) => `access grant ${textsUnder(call.response, 'accessGrantId')[0] ?? call.eventId}`,
  what: (call) =>
    `granted \`${textsUnder(call.request, 'granteeIdentifier')[0] ?? 'unknown'}\` access to objects by S3 Access Grants`,
  undo: (call) =>
    `aws s3control delete-access-grant --account-id ${shellWord(call.account)} --access-grant-id ${shellWord(textsUnder(call.response, 'accessGrantId')[0] ?? 'GRANT')} --region ${shellWord(call.region)}`,
}

/** What calls on buckets change for longer than themselves. */
export const CHANGES: Readonly<Record<string, ChangeSpec | readonly ChangeSpec[]>> = {
  ...BUCKET_SETTINGS,
  ...PUBLIC_ACCESS_BLOCK,
  CreateBucket: [
    ...creation(THING, (call) => `aws s3api delete-bucket --bucket ${word(call)}`),
    ...ACL_PUT.filter((spec) => spec.does === 'open'),
  ],
  // With the bucket ends whatever its settings opened.
  DeleteBucket: [
    ...deletion(THING, () => 'restore the objects from a backup or a replica; the deletion itself cannot be undone'),
    ...[about('policy', bucketId), LIST, REPLICATION].map((subject) =>
      closing('exposure', subject, (call) => `deleted bucket \`${bucketName(call)}\``),
    ),
  ],
  PutBucketPolicy: policyPut({
    ...THING,
    document: policyOf,
    undo: (call) => `aws s3api delete-bucket-policy --bucket ${word(call)}`,
  }),
  DeleteBucketPolicy: policyDeleted(THING),
  PutBucketAcl: ACL_PUT,
  PutObjectAcl: [OBJECT_ACL_REPLACED, OBJECT_ACL],
  PutBucketReplication: REPLICATION_PUT,
  DeleteBucketReplication: closing(
    'exposure',
    REPLICATION,
    (call) => `ended the replication of bucket \`${bucketName(call)}\``,
  ),
  CreateAccessPoint: creation(
    POINT,
    (call) =>
      `aws s3control delete-access-point --account-id ${shellWord(call.account)} --name ${shellWord(pointName(call))} --region ${shellWord(call.region)}`,
  ),
  DeleteAccessPoint: [
    closing(
      'configuration',
      (call) => `access point ${POINT.id(call)}`,
      () => 'deleted an access point',
    ),
    ...policyDeleted(POINT),
  ],
  PutAccessPointPolicy: policyPut({ ...POINT, document: policyOf, undo: deletePointPolicy }),
  DeleteAccessPointPolicy: policyDeleted(POINT),
  CreateAccessGrant: ACCESS_GRANT,
  DeleteAccessGrant: closing(
    'exposure',
    (call) =>
      `access grant ${textsUnder(call.request, 'accessGrantId')[0] ?? textsUnder(call.request, 'grantId')[0] ?? ''}`,
    () => 'deleted an access grant',
  ),
  CreateJob: JOB,
}
