import { describe, expect, test } from 'vitest'
import { type EventFacts, selects } from './selects.ts'
import { advanced, EVERYTHING, type FieldSelector, MANAGEMENT_ONLY, type Selectors } from './trail.ts'

const object = 'arn:aws:s3:::bucket/folder/file.csv'
const read: EventFacts = {
  category: 'Data',
  isReadOnly: true,
  source: 's3.amazonaws.com',
  name: 'GetObject',
  eventType: 'AwsApiCall',
  userArn: 'arn:aws:iam::111122223333:user/somebody',
  fromConsole: false,
  resource: { type: 'AWS::S3::Object', arn: object },
}
const write: EventFacts = { ...read, isReadOnly: false, name: 'PutObject' }
const management: EventFacts = {
  ...read,
  category: 'Management',
  source: 'kms.amazonaws.com',
  name: 'Decrypt',
  resource: null,
}

const basic = (part: Partial<Extract<Selectors, { kind: 'basic' }>['basic'][number]>): Selectors => ({
  kind: 'basic',
  basic: [
    {
      readWriteType: 'All',
      includeManagementEvents: true,
      dataResources: [],
      excludeManagementEventSources: [],
      ...part,
    },
  ],
})
const values = (...list: readonly string[]): Selectors =>
  basic({ dataResources: [{ type: 'AWS::S3::Object', values: list }] })

describe('basic selectors', () => {
  test.each<[string, Selectors, EventFacts, boolean]>([
    ['all buckets', values('arn:aws:s3'), read, true],
    ['one bucket', values('arn:aws:s3:::bucket/'), read, true],
    ['a prefix in it', values('arn:aws:s3:::bucket/folder/'), read, true],
    ['another bucket', values('arn:aws:s3:::buck/'), read, false],
    ['no value at all', values(), read, false],
    [
      'another type',
      basic({ dataResources: [{ type: 'AWS::Lambda::Function', values: ['arn:aws:lambda'] }] }),
      read,
      false,
    ],
    [
      'reads, of a write',
      basic({ readWriteType: 'ReadOnly', dataResources: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }] }),
      write,
      false,
    ],
    [
      'writes, of a write',
      basic({ readWriteType: 'WriteOnly', dataResources: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }] }),
      write,
      true,
    ],
    ['management events', MANAGEMENT_ONLY, management, true],
    ['management events, of a data event', MANAGEMENT_ONLY, read, false],
    ['all but one service', basic({ excludeManagementEventSources: ['kms.amazonaws.com'] }), management, false],
    ['writes, of a management read', basic({ readWriteType: 'WriteOnly' }), management, false],
    ['no management events', basic({ includeManagementEvents: false }), management, false],
    ['everything', EVERYTHING, write, true],
  ])('%s', (_, selectors, event, expected) => {
    expect(selects(selectors, event)).toBe(expected)
  })
})

describe('advanced selectors', () => {
  const where = (...conditions: readonly FieldSelector[]): Selectors => advanced('AWS::S3::Object', conditions)
  test.each<[string, Selectors, EventFacts, boolean]>([
    ['a type', where(), read, true],
    ['another type', advanced('AWS::Lambda::Function', []), read, false],
    ['reads alone', where({ field: 'readOnly', equals: ['true'] }), write, false],
    [
      'a prefix',
      where({ field: 'resources.ARN', startsWith: ['arn:aws:s3:::other/', 'arn:aws:s3:::bucket/'] }),
      read,
      true,
    ],
    ['all but a prefix', where({ field: 'resources.ARN', notStartsWith: ['arn:aws:s3:::bucket/'] }), read, false],
    ['an ending', where({ field: 'resources.ARN', endsWith: ['.csv'] }), read, true],
    ['all but an ending', where({ field: 'resources.ARN', notEndsWith: ['.csv'] }), read, false],
    ['some names', where({ field: 'eventName', equals: ['GetObject'] }), write, false],
    ['all but one user', where({ field: 'userIdentity.arn', notEquals: [read.userArn] }), read, false],
    [
      'all but another user',
      where({ field: 'userIdentity.arn', notEquals: ['arn:aws:iam::111122223333:user/other'] }),
      read,
      true,
    ],
    [
      'wanted and unwanted at once',
      where({ field: 'resources.ARN', startsWith: ['arn:aws:s3:::bucket/'], notEndsWith: ['.csv'] }),
      read,
      false,
    ],
    ['management events beside', where(), management, true],
  ])('%s', (_, selectors, event, expected) => {
    expect(selects(selectors, event)).toBe(expected)
  })
})
