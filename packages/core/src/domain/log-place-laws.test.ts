import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject } from './json.ts'
import { takesLogs } from './log-place.ts'

// What is judged as open is put to the test by a second opinion, which plays the writing of single files of single logs.

const WRITER = 'cloudtrail.amazonaws.com'
const BUCKET = 'arn:aws:s3:::logs'
const ACCOUNTS = ['111122223333', '444455556666']
const REGIONS = ['eu-west-1', 'us-east-1']

type Statement = Readonly<Record<string, unknown>>

interface Write {
  readonly key: string
  readonly context: Readonly<Record<string, string>>
}

/** The writing of one log file, or of one signed statement, of a log. */
function writeOf(account: string, region: string, folder: string, prefix = ''): Write {
  return {
    key: `${BUCKET}/${prefix}AWSLogs/${account}/${folder}/${region}/2026/03/10/x.json.gz`,
    context: {
      'aws:SecureTransport': 'true',
      's3:x-amz-acl': 'bucket-owner-full-control',
      'aws:SourceArn': `arn:aws:cloudtrail:${region}:${account}:trail/main`,
      'aws:SourceAccount': account,
    },
  }
}

const WRITES = ACCOUNTS.flatMap((account) =>
  REGIONS.flatMap((region) =>
    ['CloudTrail', 'CloudTrail-Digest'].flatMap((folder) =>
      ['', 'p/'].map((prefix) => writeOf(account, region, folder, prefix)),
    ),
  ),
)

function globbed(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`).test(text)
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)])

function isMet(operator: string, said: string | undefined, values: readonly string[]): boolean {
  if (operator === 'Null') return (said === undefined) === (values[0] === 'true')
  if (operator === 'StringNotEquals') return said === undefined || !values.includes(said)
  return said !== undefined && values.some((one) => (operator === 'StringEquals' ? one === said : globbed(one, said)))
}

function matches(statement: Statement, { key, context }: Write): boolean {
  const who = statement['Principal']
  const isWriter = who === '*' || (typeof who === 'object' && JSON.stringify(who).includes(WRITER))
  const acts = list(statement['Action'] ?? statement['NotAction']).some((one) =>
    globbed(one.toLowerCase(), 's3:putobject'),
  )
  const isOn = list(statement['Resource']).some((one) => globbed(one, key))
  const conditions = Object.entries(statement['Condition'] ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys as object).map(([name, values]) => isMet(operator, context[name], list(values))),
  )
  return isWriter && acts === (statement['Action'] !== undefined) && isOn && conditions.every(Boolean)
}

function lets(policy: readonly Statement[], write: Write): boolean {
  const found = policy.filter((one) => matches(one, write))
  return found.some((one) => one['Effect'] === 'Allow') && !found.some((one) => one['Effect'] === 'Deny')
}

const RESOURCES = [
  ...['*', 'arn:aws:s3:::*', BUCKET, `${BUCKET}/*`, `${BUCKET}*`, `${BUCKET}/p/*`, 'arn:aws:s3:::others/*'],
  ...[`${BUCKET}/AWSLogs/*`, `${BUCKET}/AWSLogs/${ACCOUNTS[0]}/*`, `${BUCKET}/AWSLogs/${ACCOUNTS[0]}/CloudTrail/*`],
  ...[`${BUCKET}/*/CloudTrail/*`, `${BUCKET}/*-Digest/*`, `${BUCKET}/AWSLogs/${ACCOUNTS[0]}/CloudTrai?-Digest/*`],
  ...[`${BUCKET}/AWSLogs/*/CloudTrail/eu-west-1/*`, `${BUCKET}/AWSLogs/${ACCOUNTS[0]}/CloudTrail-*`],
]

const CONDITIONS = [
  ...[undefined, undefined, { Bool: { 'aws:SecureTransport': 'false' } }, { Bool: { 'aws:SecureTransport': 'true' } }],
  ...[
    { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    { StringEquals: { 's3:x-amz-acl': 'private' } },
  ],
  ...[{ StringLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } }],
  ...[{ StringEquals: { 'aws:SourceAccount': ACCOUNTS } }, { StringEquals: { 'aws:SourceAccount': '444455556666' } }],
  ...[{ Null: { 's3:x-amz-server-side-encryption': 'true' } }, { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a' } }],
]

const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    Principal: fc.constantFrom('*', { Service: WRITER }, { Service: ['config.amazonaws.com', WRITER] }, { AWS: '1' }),
    act: fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
    action: fc.constantFrom('s3:*', '*', 's3:Put*', 's3:PutObject', 's3:*Object', 's3:Get*', ['s3:Get*', 's3:Put*']),
    Resource: fc.oneof(fc.constantFrom(...RESOURCES), fc.subarray(RESOURCES, { minLength: 1, maxLength: 2 })),
    Condition: fc.constantFrom(...CONDITIONS),
  })
  .map(({ act, action, ...rest }): Statement => ({ ...rest, [act]: action }))

const policies = fc.array(statement, { minLength: 1, maxLength: 3 })
const judged = (policy: readonly Statement[], forSome: true | null): boolean | null => {
  const document: JsonObject = JSON.parse(JSON.stringify({ Statement: policy }))
  return takesLogs(document, { writer: WRITER, bucket: 'logs', forSome })
}

it('what is judged to take all logs lets in every file of every log; what is judged to take none lets in nothing', () => {
  const seen = { open: 0, shut: 0 }
  fc.assert(
    fc.property(policies, (policy) => {
      const open = judged(policy, null)
      if (open === true) {
        seen.open += 1
        expect(WRITES.filter((write) => !lets(policy, write))).toEqual([])
      } else if (open === false) {
        seen.shut += 1
        expect(WRITES.filter((write) => lets(policy, write))).toEqual([])
      }
    }),
    { numRuns: 4_000 },
  )
  expect(Math.min(seen.open, seen.shut)).toBeGreaterThan(50)
})

it('what is shown to take some logs takes no log file whose signed statement it refuses, and the other way round', () => {
  let narrowed = 0
  const pairs = WRITES.filter(({ key }) => key.includes('/CloudTrail/')).map((write): readonly [Write, Write] => [
    write,
    { ...write, key: write.key.replace('/CloudTrail/', '/CloudTrail-Digest/') },
  ])
  fc.assert(
    fc.property(policies, (policy) => {
      if (judged(policy, true) !== true || judged(policy, null) === true) return
      narrowed += 1
      expect(pairs.filter(([file, digest]) => lets(policy, digest) && !lets(policy, file))).toEqual([])
    }),
    { numRuns: 4_000 },
  )
  expect(narrowed).toBeGreaterThan(50)
})

it('another denial never opens a place', () => {
  fc.assert(
    fc.property(policies, statement, (policy, more) => {
      const denied = judged([...policy, { ...more, Effect: 'Deny' }], true)
      if (denied === true) expect(judged(policy, true)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
