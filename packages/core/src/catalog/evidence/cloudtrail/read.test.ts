import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../domain/json.ts'
import row from './row.ts'

function asJson(record: object): JsonObject {
  const parsed: JsonObject = JSON.parse(JSON.stringify(record))
  return parsed
}

/** Field names that CloudTrail and its neighbours use, so that random records come close to real ones. */
const KEYS = [
  'eventTime',
  '@timestamp',
  'eventID',
  'eventSource',
  'eventName',
  'eventVersion',
  'awsRegion',
  'sourceIPAddress',
  'recipientAccountId',
  'userIdentity',
  'type',
  'arn',
  'accountId',
  'accessKeyId',
  'principalId',
  'userName',
  'invokedBy',
  'sessionContext',
  'attributes',
  'creationDate',
  'sessionIssuer',
  'ec2RoleDelivery',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'resources',
  'serviceEventDetails',
  'insightDetails',
  'eventType',
  'eventCategory',
  'managementEvent',
  'errorCode',
  'addendum',
  '__proto__',
  'constructor',
]
const TEXTS = [
  '2026-03-24T09:00:00Z',
  's3.amazonaws.com',
  'GetObject',
  'AwsCloudTrailInsight',
  'IAMUser',
  'arn:aws:iam::111122223333:user/u',
  'AWS Internal',
  '',
]

const leaf = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
)
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof<[fc.Arbitrary<Json>, fc.Arbitrary<Json>, fc.Arbitrary<Json>]>(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 8 }),
  ),
}))
const record = fc.dictionary(fc.constantFrom(...KEYS), tree, { maxKeys: KEYS.length }).map(asJson)

const CORE = {
  eventTime: '2026-03-24T09:00:00Z',
  eventID: 'e-1',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
}
const SECRET = 'IQoJb3JpZ2luX2VjEXAMPLETOKEN'
const SECRET_KEYS = [
  'sessionToken',
  'SessionToken',
  'secretAccessKey',
  'SecretAccessKey',
  'password',
  'newPassword',
  'masterUserPassword',
  'X-Amz-Security-Token',
  'x-amz-security-token',
  'secretString',
  'SecretBinary',
  'clientSecret',
  'accessToken',
  'refreshToken',
  'idToken',
  'tokenValue',
  'privateKey',
  'plaintext',
]

/** A document with a secret somewhere in it. */
const secretive = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...KEYS), fc.constant('[]')), { maxLength: 6 }),
    fc.constantFrom(...SECRET_KEYS),
    tree,
  )
  .map(([path, key, beside]) =>
    path.reduce<Json>(
      (inner, step) => (step === '[]' ? [beside, inner] : asJson({ beside, [step]: inner })),
      asJson({ kept: 'kept', [key]: SECRET }),
    ),
  )

describe('whatever a record holds', () => {
  it('reading it never throws, and gives an event with a name and a time or a reason', () => {
    fc.assert(
      fc.property(record, (one) => {
        row.recognises(one)
        const read = row.read(one)
        if (read.kind === 'rejected') expect(read.reason).not.toBe('')
        else if (read.kind === 'event')
          expect([typeof read.event.at, read.event.eventId !== '', read.event.caller !== '']).toEqual([
            'number',
            true,
            true,
          ])
      }),
      { numRuns: 500 },
    )
  })

  it('a record with its core is never rejected, whatever stands beside it', () => {
    fc.assert(
      fc.property(record, (beside) => {
        const { eventType: _type, insightDetails: _details, ...rest } = beside
        const one = asJson({ ...rest, ...CORE })
        // But for a caller as a database writes a struct, which nobody can read back.
        const isStruct = typeof one['userIdentity'] === 'string' && one['userIdentity'].trimStart().startsWith('{')
        if (row.recognises(one)) expect(row.read(one).kind).toBe(isStruct ? 'rejected' : 'event')
      }),
    )
  })

  it('no secret survives in what is kept, and what stands beside it does', () => {
    fc.assert(
      fc.property(
        secretive,
        fc.constantFrom(
          'requestParameters',
          'responseElements',
          'additionalEventData',
          'resources',
          'addendum',
          'serviceEventDetails',
        ),
        (document, field) => {
          const text = JSON.stringify(row.read(asJson({ ...CORE, [field]: document })))
          expect(text).not.toContain(SECRET)
          expect(text).toContain('kept')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('reading does not change the record', () => {
    fc.assert(
      fc.property(secretive, (document) => {
        const one = asJson({ ...CORE, requestParameters: document })
        const before = JSON.stringify(one)
        row.read(one)
        expect(JSON.stringify(one)).toBe(before)
      }),
    )
  })

  it('a record that nests without end is refused and does not exhaust the stack', () => {
    const deep: Json = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)
    expect(row.read({ ...CORE, requestParameters: deep }).kind).toBe('rejected')
  })
})

describe('neighbours of CloudTrail that share its field names', () => {
  it.each([
    [
      'an event notification of S3',
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'us-east-1',
        eventTime: '2026-03-24T09:00:00Z',
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'AIDA' },
      },
    ],
    [
      'a record of a DynamoDB stream',
      { eventID: '1', eventVersion: '1.0', eventSource: 'aws:dynamodb', awsRegion: 'us-east-1', eventName: 'INSERT' },
    ],
    [
      'a message of SQS',
      {
        messageId: '1',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:us-east-1:111122223333:q',
        awsRegion: 'us-east-1',
      },
    ],
    [
      'a finding',
      { schemaVersion: '2.0', accountId: '111122223333', type: 'UnauthorizedAccess', service: { action: {} } },
    ],
    ['a digest file', { awsAccountId: '111122223333', digestStartTime: '2026-03-24T08:00:00Z', logFiles: [] }],
  ])('%s is none of its records', (_name, other) => {
    expect(row.recognises(asJson(other))).toBe(false)
  })
})
