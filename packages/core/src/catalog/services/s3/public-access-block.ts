import type { CallEvent } from '../../../domain/call.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { isObject } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { bucketId, bucketName } from './names.ts'

const ACCOUNT_BLOCK: FromCall = (call) => `public-access-block account ${call.account}`

/** All four switches have to be on; one that the record leaves out is off. */
function blocksAll(call: CallEvent): boolean {
  const [settings] = valuesUnder(call.request, 'PublicAccessBlockConfiguration').filter(isObject)
  const switches = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']
  return switches.every((name) => valuesUnder(settings, name).some((value) => value === true || value === 'true'))
}

function blockPut(
  subject: FromCall,
  whose: (call: CallEvent) => string,
  undo: (call: CallEvent) => string,
): readonly ChangeSpec[] {
  return [
    { ...closing('exposure', subject, (call) => `blocked public access to ${whose(call)}`), when: blocksAll },
    {
      kind: 'exposure',
      does: 'open',
      subject,
      what: (call) => `left public access to ${whose(call)} partly unblocked`,
      undo,
      when: (call) => !blocksAll(call),
    },
  ]
}

const ALL_ON = 'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true'
const ofBucket = (call: CallEvent): string => `bucket \`${bucketName(call)}\``
const ofAccount = (call: CallEvent): string => `all buckets of account \`${call.account}\``
const blockBucket = (call: CallEvent): string =>
  `aws s3api put-public-access-block --bucket ${shellWord(bucketName(call))} --public-access-block-configuration ${ALL_ON}`
const blockAccount = (call: CallEvent): string =>
  `aws s3control put-public-access-block --account-id ${shellWord(call.account)} --public-access-block-configuration ${ALL_ON}`

function blockDeleted(
  subject: FromCall,
  whose: (call: CallEvent) => string,
  undo: (call: CallEvent) => string,
): ChangeSpec {
  const what = (call: CallEvent): string => `took away the block of public access to ${whose(call)}`
  return { kind: 'exposure', does: 'open', subject, what, undo }
}

const BUCKET_BLOCK = about('public-access-block', bucketId)
const BUCKET_BLOCK_PUT = blockPut(BUCKET_BLOCK, ofBucket, blockBucket)
const BUCKET_BLOCK_DELETED = blockDeleted(BUCKET_BLOCK, ofBucket, blockBucket)

/** What calls on the block of public access change, of a bucket's own and of its account's. */
export const PUBLIC_ACCESS_BLOCK: Readonly<Record<string, ChangeSpec | readonly ChangeSpec[]>> = {
  PutBucketPublicAccessBlock: BUCKET_BLOCK_PUT,
  PutPublicAccessBlock: BUCKET_BLOCK_PUT,
  DeleteBucketPublicAccessBlock: BUCKET_BLOCK_DELETED,
  DeletePublicAccessBlock: BUCKET_BLOCK_DELETED,
  PutAccountPublicAccessBlock: blockPut(ACCOUNT_BLOCK, ofAccount, blockAccount),
  DeleteAccountPublicAccessBlock: blockDeleted(ACCOUNT_BLOCK, ofAccount, blockAccount),
}
