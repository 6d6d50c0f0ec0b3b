import type { EvidenceExample } from '../../../domain/evidence-row.ts'

const OWNER = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'
const USER = 'arn:aws:iam::111122223333:user/build'
const TIME = '[24/Mar/2026:03:10:38 +0000]'
const TAIL = 'SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader payroll.s3.eu-west-1.amazonaws.com TLSv1.3 - -'
const BUCKET = { id: 'arn:aws:s3:::payroll', kind: 's3-bucket', account: null, region: null, name: 'payroll' }

/** One line: the operation and the key, the request, and the numbers of the answer. */
function line(
  act: string,
  request: string,
  numbers: string,
  more: { who?: string; agent?: string; tail?: string } = {},
): string {
  const { who = USER, agent = 'aws-cli/2.15', tail = TAIL } = more
  return `${OWNER} payroll ${TIME} 192.0.2.3 ${who} 3E57427F3EXAMPLE ${act} "${request}" ${numbers} "-" "${agent}" - h0st= ${tail}`
}

const QUERY =
  'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260324%2Feu-west-1%2Fs3%2Faws4_request'
const PRESIGNED = TAIL.replace('AuthHeader', 'QueryString')
const AMBIGUOUS = 'what the client wrote in it looks like a part of the line: it can be read in two ways'

const READS: readonly EvidenceExample[] = [
  {
    name: 'content that was sent, whole and in ranges, and a read that was broken off',
    lines: [
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 2662 2662 41 12'),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '206 - 100 2662 41 12'),
      line('WEBSITE.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 1000 2662 41 12'),
    ],
    witnesses: [
      {
        ...{ kind: 'request', at: '2026-03-24T03:10:38Z', subject: BUCKET, object: 'a.csv', act: 'REST.GET.OBJECT' },
        ...{ effect: 'read', outcome: 'ok', payload: 'object', bytes: 2662, size: 2662, principal: USER },
        ...{ credential: null, address: '192.0.2.3', agent: 'aws-cli/2.15', requestId: '3E57427F3EXAMPLE' },
      },
      { kind: 'request', effect: 'read', payload: 'object', bytes: 100, size: 2662 },
      { kind: 'request', act: 'WEBSITE.GET.OBJECT', effect: 'read', payload: 'object', bytes: 1000, size: 2662 },
    ],
  },
  {
    name: 'errors, whose bytes are no content, and content that the client had already',
    lines: [
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '403 AccessDenied 243 - 41 -'),
      line('REST.GET.OBJECT b.csv', 'GET /b.csv HTTP/1.1', '404 NoSuchKey 300 - 41 -'),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '301 PermanentRedirect 300 - 41 -'),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '304 - - 2662 41 -'),
    ],
    witnesses: [
      { kind: 'request', effect: 'read', outcome: 'failed', bytes: null },
      { kind: 'request', effect: 'read', outcome: 'failed', bytes: null },
      { kind: 'request', effect: 'read', outcome: 'failed', bytes: null },
      { kind: 'request', effect: null, outcome: 'ok', payload: null, bytes: null, size: 2662 },
    ],
  },
  {
    name: 'nothing at all that was sent is written as a hyphen',
    lines: [line('REST.GET.OBJECT empty', 'GET /empty HTTP/1.1', '200 - - 0 41 12')],
    witnesses: [{ kind: 'request', effect: 'read', payload: 'object', bytes: 0, size: 0 }],
  },
  {
    name: 'listings, which are no content, and what is told about an object',
    lines: [
      line('REST.GET.BUCKET -', 'GET /?list-type=2&prefix= HTTP/1.1', '200 - 322 - 30 29'),
      line('REST.GET.BUCKETVERSIONS -', 'GET /?versions HTTP/1.1', '200 - 500 - 30 29'),
      line('REST.HEAD.OBJECT a.csv', 'HEAD /a.csv HTTP/1.1', '200 - - 2662 9 8'),
      line('REST.GET.VERSIONING -', 'GET /?versioning HTTP/1.1', '200 - 113 - 7 -'),
    ],
    witnesses: [
      { kind: 'request', object: null, effect: 'listed', payload: 'listing', bytes: 322 },
      { kind: 'request', effect: 'listed', payload: 'listing', bytes: 500 },
      { kind: 'request', object: 'a.csv', effect: 'listed', payload: null, bytes: null },
      { kind: 'request', effect: null, payload: null, bytes: null },
    ],
  },
]

const OTHERS: readonly EvidenceExample[] = [
  {
    name: 'copies inside of S3, writes and deletions: no bytes go to whom asked for them',
    lines: [
      line('REST.COPY.OBJECT_GET a.csv', 'PUT /b.csv HTTP/1.1', '200 - 234 2662 41 12'),
      line('REST.PUT.OBJECT c.pdf', 'PUT /c.pdf HTTP/1.1', '200 - - 4406583 41754 28'),
      line('REST.POST.MULTI_OBJECT_DELETE -', 'POST /?delete HTTP/1.1', '200 - 800 - 41 12'),
      line('BATCH.DELETE.OBJECT a.csv', '-', '204 - - 2662 - -'),
    ],
    witnesses: [
      { kind: 'request', object: 'a.csv', effect: 'copied-out', payload: null, bytes: null, size: 2662 },
      { kind: 'request', effect: 'written', payload: null, bytes: null, size: 4406583 },
      { kind: 'request', effect: 'destroyed', payload: null, bytes: null },
      { kind: 'request', object: 'a.csv', effect: 'destroyed', payload: null, bytes: null },
    ],
  },
  {
    name: "what S3 did by itself by a rule of the bucket is nobody's act",
    lines: [`${OWNER} payroll ${TIME} - AmazonS3 3E57427F3EXAMPLE S3.EXPIRE.OBJECT a.csv "-" - - - 2662 - - "-" "-" -`],
    witnesses: [
      {
        ...{ kind: 'request', act: 'S3.EXPIRE.OBJECT', effect: null, outcome: 'ok', payload: null, bytes: null },
        ...{ principal: 'AmazonS3', address: null, agent: null },
      },
    ],
  },
  {
    name: 'without a credential, by a URL that somebody signed beforehand, and by one whose key nobody checked',
    lines: [
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 5 5 4 1', {
        who: '-',
        tail: '- TLS - payroll.s3.amazonaws.com TLSv1.3 - -',
      }),
      line('REST.GET.OBJECT a.csv', `GET /a.csv?${QUERY} HTTP/1.1`, '200 - 5 5 4 1', { tail: PRESIGNED }),
      line('REST.GET.OBJECT a.csv', `GET /a.csv?${QUERY} HTTP/1.1`, '403 SignatureDoesNotMatch 300 - 4 -', {
        who: '-',
        tail: PRESIGNED,
      }),
      line(
        'REST.GET.OBJECT a.csv',
        'GET /a.csv?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Expires=1 HTTP/1.1',
        '200 - 5 5 4 1',
        { tail: PRESIGNED },
      ),
    ],
    witnesses: [
      { kind: 'request', outcome: 'ok', principal: 'anonymous', credential: null, bytes: 5 },
      { kind: 'request', outcome: 'ok', principal: USER, credential: 'AKIAIOSFODNN7EXAMPLE', bytes: 5 },
      { kind: 'request', outcome: 'failed', principal: null, credential: null, bytes: null },
      { kind: 'request', outcome: 'ok', credential: 'AKIAIOSFODNN7EXAMPLE' },
    ],
  },
  {
    name: 'names that are encoded once, twice, with a plus, and not at all',
    lines: [
      line('REST.GET.OBJECT a%20b', 'GET /a%20b HTTP/1.1', '200 - 5 5 4 1'),
      line('REST.GET.OBJECT a%2520b', 'GET /payroll/a%20b HTTP/1.1', '200 - 5 5 4 1'),
      line('REST.GET.OBJECT a+b', 'GET /a%20b HTTP/1.1', '200 - 5 5 4 1'),
      line('REST.GET.OBJECT 100%25', 'GET /100%25 HTTP/1.1', '200 - 5 5 4 1'),
      line('REST.GET.OBJECT 100%', 'GET /other HTTP/1.1', '200 - 5 5 4 1'),
    ],
    witnesses: ['a b', 'a b', 'a b', '100%', '100%'].map((object) => ({ kind: 'request', object })),
  },
]

const HOSTILE: readonly EvidenceExample[] = [
  {
    name: 'quotes in the words of a client, and a line that these make ambiguous',
    lines: [
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 5 5 4 1', { agent: 'x" 403 y "z' }),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv" 200 - 0 5 4 1 "-" "x', '200 - 999 5 4 1'),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 999 5 4 1', { agent: 'x" 200 - 0 5 4 1 "' }),
    ],
    witnesses: [{ kind: 'request', bytes: 5, agent: 'x" 403 y "z' }],
    rejected: [AMBIGUOUS, AMBIGUOUS],
  },
  {
    name: 'lines that are cut, of no time, or of no bucket',
    lines: [
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 5 5 4 1'),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 5 5 4 1').slice(0, 190),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 5 5 4 1').replace('24/Mar', '31/Feb'),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 5 5 4 1').replace(' payroll ', ' .. '),
      line('REST.GET.OBJECT a.csv', 'GET /a.csv HTTP/1.1', '200 - 6 6 4 1', { tail: '' }),
    ],
    witnesses: [
      { kind: 'request', bytes: 5 },
      { kind: 'request', bytes: 6 },
    ],
    rejected: ['it is no line of this log, or its end is missing', 'its time is none', 'it names no bucket'],
  },
  {
    name: 'a row of the table in the user guide, of which an export left columns out',
    record: {
      ...{ bucketowner: OWNER, bucket_name: 'payroll', requestdatetime: '24/Mar/2026:03:10:38 +0000' },
      ...{ requester: USER, operation: 'REST.GET.OBJECT', key: 'a.csv', httpstatus: '200' },
    },
    witnesses: [{ kind: 'request', object: 'a.csv', effect: 'read', payload: 'object', bytes: null, address: null }],
  },
]

/** The row's tests; all lines are made after the format in the user guide. */
export const examples: readonly EvidenceExample[] = [...READS, ...OTHERS, ...HOSTILE]
