import type { EvidenceRequest } from '../../../domain/evidence-row.ts'

/** What would complete a record of calls, most telling first: what was delivered, what was to be delivered, what is kept elsewhere. */
export const REQUESTS: readonly EvidenceRequest[] = [
  {
    source: 'CloudTrail digest files',
    command:
      'aws s3 sync s3://{bucket}/{prefix}AWSLogs/{account}/CloudTrail-Digest/ ./AWSLogs/{account}/CloudTrail-Digest/',
    because:
      'a digest lists every log file delivered in its hour and signs the digest before it: only an unbroken chain of them shows that no file is missing',
    keptDays: null,
  },
  {
    source: 'CloudTrail digest signatures',
    command:
      "find AWSLogs/{account}/CloudTrail-Digest -name '*.json.gz' | sort | awk -F/ " +
      `'{n=$NF; sub(/_[^_]*$/, "", n); k[n]=$0} END {for (n in k) print k[n]}' | ` +
      'while IFS= read -r k; do aws s3api head-object --bucket {bucket} --key "{prefix}$k" --output json ' +
      '>"$k.head.json" </dev/null || rm -f "$k.head.json"; done',
    because:
      'the signature of the newest digest of each log and region, and of every backfill, stands in the metadata of its object only, which a copy leaves behind; run it where the digest files were copied to',
    keptDays: null,
  },
  {
    source: 'CloudTrail log files',
    command: 'aws s3 sync s3://{bucket}/{prefix}AWSLogs/{account}/CloudTrail/ ./AWSLogs/{account}/CloudTrail/',
    because:
      'the log files of every account and region are the record itself, and a lifecycle rule of the bucket may delete them',
    keptDays: null,
  },
  {
    source: 'CloudTrail public keys',
    command: 'aws cloudtrail list-public-keys --region {region} --start-time {from} --end-time {to}',
    because: 'the signatures of the digest files can be checked with the keys of their region and time only',
    keptDays: null,
  },
  {
    source: 'CloudTrail trails',
    command: 'aws cloudtrail describe-trails --include-shadow-trails --region {region}',
    because: 'it shows which trails exist, which regions they cover and where they deliver to',
    keptDays: null,
  },
  {
    source: 'CloudTrail trail status',
    command: 'aws cloudtrail get-trail-status --name {trail} --region {region}',
    because: 'it shows when logging was last started and stopped, and the last error of delivery',
    keptDays: null,
  },
  {
    source: 'CloudTrail event selectors',
    command: 'aws cloudtrail get-event-selectors --trail-name {trail} --region {region}',
    because:
      'reads of objects, rows and blocks are data events, recorded only where a selector of the trail asks for them; the answer holds for the time it was asked',
    keptDays: null,
  },
  {
    source: 'CloudTrail event history',
    command: 'aws cloudtrail lookup-events --region {region} --start-time {from} --end-time {to}',
    because:
      'the event history shows management events that no trail delivered; it holds no data events and never proves that a call was not made',
    keptDays: 90,
  },
]
