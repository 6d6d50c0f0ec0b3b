import { describe, expect, it } from 'vitest'
import type { Json } from './json.ts'
import { takesLogs } from './log-place.ts'

const WRITER = 'cloudtrail.amazonaws.com'
const BUCKET = 'arn:aws:s3:::logs'
const SERVICE: Json = { Service: WRITER }
const TRAIL = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'
const ALLOW: Json = { Effect: 'Allow', Principal: SERVICE, Action: 's3:PutObject', Resource: `${BUCKET}/*` }
const DENY: Json = { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: `${BUCKET}/*` }

const place = (forSome: true | null = null) => ({ writer: WRITER, bucket: 'logs', forSome })
const allowing = (change: object): Json => ({ Statement: [JSON.parse(JSON.stringify({ ...ALLOW, ...change }))] })
const denying = (change: object): Json => ({ Statement: [ALLOW, JSON.parse(JSON.stringify({ ...DENY, ...change }))] })
const on = (operator: string, key: string, value: Json): object => ({ Condition: { [operator]: { [key]: value } } })

describe('a bucket takes logs', () => {
  it.each<[string, object]>([
    ['all its objects', {}],
    ['all objects of all buckets', { Resource: '*' }],
    ['several actions, in any case', { Action: ['s3:GetBucketAcl', 'S3:PUTOBJECT'] }],
    ['all actions', { Action: 's3:*' }],
    ['all writing', { Action: ['s3:Put*'] }],
    ['everybody', { Principal: '*' }],
    ['everybody, in full', { Principal: { AWS: ['*'] } }],
    ['what the service always sends', on('StringEquals', 's3:x-amz-acl', 'bucket-owner-full-control')],
    ['TLS', on('Bool', 'aws:SecureTransport', true)],
  ])('from whoever may write %s', (_, change) => {
    expect(takesLogs(allowing(change), place())).toBe(true)
  })

  it.each<[string, object]>([
    ['another service', { Principal: { Service: 'config.amazonaws.com' } }],
    ['an account', { Principal: { AWS: '111122223333' } }],
    ['reading', { Action: 's3:GetObject*' }],
    ['another bucket', { Resource: 'arn:aws:s3:::logs-of-others/*' }],
    ['the bucket and no object in it', { Resource: BUCKET }],
  ])('from nobody where a statement is about %s', (_, change) => {
    expect(takesLogs(allowing(change), place(true))).toBe(false)
  })

  it.each<[string, object]>([
    ['lists', { Action: 's3:Put*Acl' }],
    ['lists of one letter more', { Action: 's3:PutObject?' }],
    ['all but some actions', { Action: null, NotAction: 's3:DeleteObject' }],
    ['all but some callers', { Principal: null, NotPrincipal: { AWS: '111122223333' } }],
    ['all but some objects', { Resource: null, NotResource: `${BUCKET}/x` }],
    ['the files of one region', { Resource: `${BUCKET}/AWSLogs/111122223333/CloudTrail/eu-west-1/*` }],
    ['signed statements alone, spelled oddly', { Resource: `${BUCKET}/AWSLogs/111122223333/CloudTrai?-Digest/*` }],
    ['signed statements alone', { Resource: `${BUCKET}/AWSLogs/111122223333/CloudTrail-D*` }],
    ['keys with something inside', { Resource: `${BUCKET}/*/CloudTrail/*` }],
    ['files that are not encrypted', on('StringEquals', 's3:x-amz-server-side-encryption', 'AES256')],
    ['an address', on('IpAddress', 'aws:SourceIp', '203.0.113.0/24')],
    ['times before some day', on('DateLessThan', 'aws:CurrentTime', '2026-03-10T00:00:00Z')],
    ['other logs than one', on('ArnNotEquals', 'aws:SourceArn', TRAIL)],
    ['another access list', on('StringEquals', 's3:x-amz-acl', 'private')],
    ['a condition that is none', { Condition: 'x' }],
    ['an effect that is none', { Effect: 'allow' }],
  ])('from nobody knows whom where it lets in %s', (_, change) => {
    expect(takesLogs(allowing(change), place(true))).toBe(null)
  })

  it.each<[string, object]>([
    ['one log', on('ArnEquals', 'aws:SourceArn', TRAIL)],
    ['logs of an account', on('StringEquals', 'aws:SourceAccount', ['111122223333'])],
    ['the folder of an account', { Resource: `${BUCKET}/AWSLogs/111122223333/*` }],
    ['the folder of an organisation', { Resource: `${BUCKET}/p/AWSLogs/o-abcdefghij/*` }],
    ['a prefix', { Resource: `${BUCKET}/p/*` }],
  ])('of %s: where an answer shows it, and nobody knows where a call set it', (_, change) => {
    expect(takesLogs(allowing(change), place(true))).toBe(true)
    expect(takesLogs(allowing(change), place(null))).toBe(null)
  })

  it.each<[string, object]>([
    ['plain connections', on('Bool', 'aws:SecureTransport', 'false')],
    ['plain connections, as a truth value', { Action: 's3:*', ...on('Bool', 'aws:SecureTransport', false) }],
    ['deleting', { Action: ['s3:DeleteObject*', 's3:PutBucketPolicy', 's3:PutLifecycleConfiguration'] }],
    ['accounts', { Principal: { AWS: ['arn:aws:iam::111122223333:root', '444455556666'] } }],
    ['another service', { Principal: { Service: 'config.amazonaws.com' } }],
  ])('whatever is denied to %s', (_, change) => {
    expect(takesLogs(denying(change), place())).toBe(true)
  })

  it.each<[string, object]>([
    ['everybody', {}],
    ['the service', { Principal: SERVICE }],
    ['the service in capitals', { Principal: { Service: 'CloudTrail.amazonaws.com' } }],
    ['any service', { Principal: { Service: '*' } }],
    ['a list with the service', { Principal: { AWS: '111122223333', Service: ['config.amazonaws.com', WRITER] } }],
    ['all but an account', { Principal: null, NotPrincipal: { AWS: '111122223333' } }],
    ['what cannot be read', { Principal: { Service: [7] } }],
    ['a principal of an unknown kind', { Principal: { Other: 'x' } }],
    ['writers of all kinds', { Action: 's3:P?tObject' }],
    ['writers, with a variable', { Action: `s3:\${aws:x}` }],
    ['writers of access lists', { Action: 's3:PutObjectAcl' }],
    ['readers of the access list of the bucket', { Action: 's3:GetBucketAcl', Resource: BUCKET }],
    ['whoever does not read', { Action: null, NotAction: 's3:GetObject' }],
    ['one prefix', { Resource: `${BUCKET}/*/eu-west-1/*` }],
    ['files without a key', on('Null', 's3:x-amz-server-side-encryption', 'true')],
    ['TLS', on('Bool', 'aws:SecureTransport', 'true')],
    ['either connection', on('Bool', 'aws:SecureTransport', ['false', 'true'])],
    [
      'plain connections, and to an address',
      { Condition: { Bool: { 'aws:SecureTransport': 'false' }, IpAddress: { 'aws:SourceIp': '203.0.113.1' } } },
    ],
    ['others than the organisation', on('StringNotEquals', 'aws:PrincipalOrgID', 'o-abcdefghij')],
  ])('nobody knows which where writing may be denied to %s', (_, change) => {
    expect(takesLogs(denying(change), place(true))).toBe(null)
  })

  it('that is told by no document, and by one with a statement that is none, by nobody', () => {
    expect(takesLogs(undefined, place(true))).toBe(null)
    expect(takesLogs('{', place(true))).toBe(null)
    expect(takesLogs({ Statement: [ALLOW, 'x'] }, place(true))).toBe(null)
    expect(takesLogs({ Statement: [] }, place(true))).toBe(false)
    expect(takesLogs({ Statement: ALLOW }, place())).toBe(true)
    expect(takesLogs(encodeURIComponent(JSON.stringify({ Statement: ALLOW })), place())).toBe(true)
  })
})
