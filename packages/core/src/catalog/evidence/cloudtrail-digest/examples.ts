import type { EvidenceExample } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'

const FOLDER = 'AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2015/08/17'
const KEY = `${FOLDER}/111122223333_CloudTrail-Digest_us-east-2_my_trail.1_us-east-2_20150817T141631Z.json.gz`
const HASH = '7ed7dfc4a0a5e4f2f0c1f4ad0f8e5a5dbdf9f8b1f9d7f9a0b2b8e2a0c5d4e3f2'
const SIGNATURE = '0a'.repeat(256)

const LOG_FILE = {
  s3Bucket: 'a-bucket',
  s3Object:
    'AWSLogs/111122223333/CloudTrail/us-east-2/2015/08/17/111122223333_CloudTrail_us-east-2_20150817T1345Z_a.json.gz',
  hashValue: HASH,
  hashAlgorithm: 'SHA-256',
  newestEventTime: '2015-08-17T13:46:20Z',
  oldestEventTime: '2015-08-17T13:41:40Z',
}

/** A digest as the user guide shows it, of an account that is nobody's. */
const DIGEST = {
  awsAccountId: '111122223333',
  digestStartTime: '2015-08-17T13:16:31Z',
  digestEndTime: '2015-08-17T14:16:31Z',
  digestS3Bucket: 'a-bucket',
  digestS3Object: KEY,
  digestPublicKeyFingerprint: '31e8b5433410dfb61a9dc45cc65b22ff',
  digestSignatureAlgorithm: 'SHA256withRSA',
  newestEventTime: '2015-08-17T13:46:20Z',
  oldestEventTime: '2015-08-17T13:41:40Z',
  previousDigestS3Bucket: 'a-bucket',
  previousDigestS3Object: KEY.replace('T14', 'T13'),
  previousDigestHashValue: HASH,
  previousDigestHashAlgorithm: 'SHA-256',
  previousDigestSignature: SIGNATURE,
  logFiles: [LOG_FILE],
}

const BACKFILL = KEY.replace('.json.gz', '_backfill.json.gz')

const NONE_BEFORE = {
  ...{ previousDigestS3Bucket: null, previousDigestS3Object: null, previousDigestHashValue: null },
  ...{ previousDigestHashAlgorithm: null, previousDigestSignature: null },
}

const SHA = 'f'.repeat(64)

/** Digests of every kind, and what makes one worthless. */
export const EXAMPLES: readonly EvidenceExample[] = [
  {
    name: 'an hour with one file, and the signature in its metadata',
    record: DIGEST,
    beside: { sha256: SHA, head: { Metadata: { signature: SIGNATURE, 'signature-algorithm': 'SHA256withRSA' } } },
    states: [
      {
        topic: 'delivery-digest',
        says: {
          ...{ log: 'us-east-2/my_trail.1', organisation: null, bucket: 'a-bucket', account: '111122223333' },
          ...{ region: 'us-east-2', place: `a-bucket/${KEY}`, sha256: SHA, backfill: false },
          signed: `2015-08-17T14:16:31Z\na-bucket/${KEY}\n${SHA}\n${SIGNATURE}`,
          previous: { place: `a-bucket/${KEY.replace('T14', 'T13')}`, sha256: HASH, signature: SIGNATURE },
          files: [{ place: `a-bucket/${LOG_FILE.s3Object}`, sha256: HASH }],
        },
      },
      { topic: 'detached-signature', says: { place: `a-bucket/${KEY}`, signature: SIGNATURE } },
    ],
  },
  {
    name: 'the first of a chain of an organisation’s trail: nothing comes before it',
    record: {
      ...DIGEST,
      digestS3Object: `logs/AWSLogs/o-abcdefghij${KEY.slice('AWSLogs'.length)}`,
      ...NONE_BEFORE,
      logFiles: [],
    },
    beside: { sha256: SHA },
    states: [
      {
        topic: 'delivery-digest',
        says: {
          organisation: 'o-abcdefghij',
          previous: null,
          files: [],
          signed: `2015-08-17T14:16:31Z\na-bucket/logs/AWSLogs/o-abcdefghij${KEY.slice('AWSLogs'.length)}\n${SHA}\nnull`,
        },
      },
    ],
  },
  {
    name: 'a backfill lists files that came late, and names the one before it',
    record: { ...DIGEST, digestS3Object: BACKFILL, previousDigestS3Object: BACKFILL.replace('T14', 'T09') },
    beside: { sha256: SHA },
    states: [
      { topic: 'delivery-digest', says: { backfill: true, log: 'us-east-2/my_trail.1' } },
      {
        topic: 'digest-listed',
        says: {
          ...{ log: 'us-east-2/my_trail.1', organisation: null, bucket: 'a-bucket', account: '111122223333' },
          ...{ region: 'us-east-2', place: `a-bucket/${BACKFILL.replace('T14', 'T09')}`, backfill: true },
          end: parseInstant('2015-08-17T09:16:31Z'),
        },
      },
    ],
  },
  {
    name: 'a backfill that names something else before it: nothing tells when that was',
    record: { ...DIGEST, digestS3Object: BACKFILL, previousDigestS3Object: 'other' },
    beside: { sha256: SHA },
    states: [
      { topic: 'delivery-digest', says: { backfill: true } },
      { topic: 'digest-listed', says: { log: 'us-east-2/my_trail.1', end: null, place: 'a-bucket/other' } },
    ],
  },
  {
    name: 'the first backfill of all names none',
    record: { ...DIGEST, digestS3Object: BACKFILL, ...NONE_BEFORE },
    states: [{ topic: 'delivery-digest', says: { backfill: true, previous: null } }],
  },
  {
    name: 'a signature by an unknown algorithm fits no key',
    record: { ...DIGEST, digestSignatureAlgorithm: 'none' },
    states: [{ topic: 'delivery-digest', says: { fingerprint: '' } }],
  },
  {
    name: 'among other records it is not what was signed',
    record: DIGEST,
    beside: { isWhole: false },
    event: {
      rejected: 'it stands among other records, and what is signed is the whole file: nothing is proven by this digest',
    },
  },
  {
    name: 'files without a hash that can be checked are held nowhere, and none is left out',
    record: {
      ...DIGEST,
      logFiles: [
        LOG_FILE,
        { ...LOG_FILE, hashValue: 'x' },
        { ...LOG_FILE, hashAlgorithm: 'SHA-512' },
        { ...LOG_FILE, oldestEventTime: 'x', s3Object: 'y' },
        { s3Object: 'y', hashValue: HASH, hashAlgorithm: 'SHA-256' },
        'z',
      ],
    },
    states: [
      {
        topic: 'delivery-digest',
        says: {
          files: [
            { place: `a-bucket/${LOG_FILE.s3Object}`, sha256: HASH },
            { place: `a-bucket/${LOG_FILE.s3Object}`, sha256: '' },
            { place: `a-bucket/${LOG_FILE.s3Object}`, sha256: '' },
            { place: 'a-bucket/y', sha256: HASH, oldest: null },
            { place: `a file without a name in the list of a-bucket/${KEY}`, sha256: HASH, oldest: null },
            { place: `a file without a name in the list of a-bucket/${KEY}`, sha256: '', newest: null },
          ],
        },
      },
    ],
  },
  {
    name: 'a digest before it that is half named',
    record: { ...DIGEST, previousDigestHashValue: null },
    event: { rejected: 'what it says of the digest before it is not whole: nothing is proven by this digest' },
  },
  {
    name: 'of an account that is not the one of its name',
    record: { ...DIGEST, awsAccountId: '444455556666' },
    event: { rejected: 'it is of another account than its name says: nothing is proven by this digest' },
  },
  {
    name: 'that ends before it starts',
    record: { ...DIGEST, digestStartTime: '2015-08-17T15:16:31Z' },
    event: { rejected: 'its start or its end is no time: nothing is proven by this digest' },
  },
  {
    name: 'a name that is not CloudTrail’s tells no trail',
    record: { ...DIGEST, digestS3Object: 'digest.json.gz' },
    event: { rejected: 'its name `digest.json.gz` is not as CloudTrail writes it: nothing is proven by this digest' },
  },
]
