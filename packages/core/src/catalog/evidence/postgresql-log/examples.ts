import { SAVE_THE_COMMAND } from '../../../domain/asked-subject.ts'
import type { Asked, EvidenceExample } from '../../../domain/evidence-row.ts'

const ASKED: Asked = {
  command: 'aws rds download-db-log-file-portion --db-instance-identifier ERP --log-file-name error/postgresql.log',
  ...{ at: null, account: '111122223333', region: 'eu-west-1' },
}
const OF_ERP = { asked: ASKED }
const ERP = {
  ...{ id: 'arn:aws:rds:eu-west-1:111122223333:db:erp', kind: 'rds-instance', name: 'erp' },
  ...{ account: '111122223333', region: 'eu-west-1' },
}
/** As RDS begins a line. */
const managed = (text: string, who = '192.0.2.3(51234):bo@payroll'): string =>
  `2026-03-24 03:10:38 UTC:${who}:[1234]:${text}`
/** As a server begins a line by itself. */
const plain = (text: string): string => `2026-03-24 04:10:38.123 +01 [77] ${text}`
const AUTHORIZED = 'LOG:  connection authorized: user=bo database=payroll SSL enabled (protocol=TLSv1.3)'
const TWO_WAYS = 'what others wrote in it can be read in two ways'

const SIGNED_IN = {
  kind: 'session',
  ...{ at: '2026-03-24T03:10:38Z', subject: ERP, act: 'connection authorized', effect: null, outcome: 'ok' },
  ...{ principal: 'bo', credential: null, address: '192.0.2.3', object: 'payroll', sessionId: '1234', rows: null },
} as const

/** The row's tests, made after the formats that the documentation shows. */
export const examples: readonly EvidenceExample[] = [
  {
    name: 'a sign-in, what was asked and audited, in lines as RDS writes them',
    lines: [
      managed('LOG:  connection received: host=192.0.2.3 port=51234', '192.0.2.3(51234):[unknown]@[unknown]'),
      managed(AUTHORIZED),
      managed('LOG:  AUDIT: SESSION,1,1,READ,SELECT,TABLE,public.staff,"SELECT ""a, b""'),
      '\tFROM staff",<not logged>,420',
      managed('LOG:  AUDIT: OBJECT,2,1,WRITE,DELETE,TABLE,public.staff,DELETE FROM staff,<not logged>'),
      managed('LOG:  AUDIT: SESSION,3,1,ROLE,GRANT,,,GRANT a TO b,<none>'),
      managed('LOG:  execute <unnamed>: SELECT * FROM staff'),
      managed('LOG:  duration: 1.5 ms  statement: COPY staff TO stdout'),
      managed('ERROR:  relation "nothing" does not exist at character 15'),
      managed('LOG:  checkpoint starting: time', ':@'),
      managed('LOG:  disconnection: session time: 0:00:01.1 user=bo database=payroll host=192.0.2.3 port=51234'),
    ],
    beside: OF_ERP,
    witnesses: [
      SIGNED_IN,
      { kind: 'session', act: 'SELECT', effect: 'read', object: 'public.staff', rows: 420, principal: 'bo' },
      { kind: 'session', act: 'DELETE', effect: 'destroyed', object: 'public.staff', rows: null },
      { kind: 'session', act: 'GRANT', effect: null, object: null },
      { kind: 'session', act: 'statement', effect: 'read', object: 'payroll' },
      { kind: 'session', act: 'statement', effect: 'read' },
    ],
  },
  {
    name: 'in an answer of the provider',
    record: {
      LogFileData: [managed(AUTHORIZED), managed('LOG:  statement: SELECT *'), '\tFROM staff', ''].join('\n'),
      AdditionalDataPending: false,
    },
    beside: OF_ERP,
    witnesses: [SIGNED_IN, { kind: 'session', subject: ERP, act: 'statement', effect: 'read' }],
  },
  {
    name: 'an answer about the server alone',
    record: { LogFileData: managed('LOG:  checkpoint starting: time', ':@'), AdditionalDataPending: false },
    beside: OF_ERP,
    states: [],
  },
  {
    name: 'lines that name the process alone, and one that names the user',
    lines: [
      plain('LOG:  connection received: host=2001:db8::1 port=51234'),
      plain(AUTHORIZED),
      plain('LOG:  statement: SELECT 1'),
      plain('LOG:  disconnection: session time: 0:00:01.1'),
      plain('ed@payroll LOG:  statement: SELECT 1'),
    ],
    beside: OF_ERP,
    witnesses: [
      { kind: 'session', at: '2026-03-24T03:10:38.123Z', act: 'connection authorized', address: '2001:db8::1' },
      { kind: 'session', act: 'statement', effect: null, principal: 'bo', address: '2001:db8::1' },
      { kind: 'session', act: 'statement', principal: 'ed', address: null },
    ],
  },
  {
    name: 'who was refused is nobody who is known',
    lines: [
      managed('FATAL:  password authentication failed for user "root"', '192.0.2.3(5):root@payroll'),
      managed('FATAL:  terminating connection due to administrator command'),
    ],
    beside: OF_ERP,
    witnesses: [
      { kind: 'session', act: 'connection refused', outcome: 'failed', principal: null, address: '192.0.2.3' },
    ],
  },
  {
    name: 'names that look like the end of a prefix, a text that is cut, and a prefix of another form',
    lines: [
      managed(
        'FATAL:  password authentication failed for user "x"',
        `192.0.2.3(5):x@y:[1]:${AUTHORIZED.replace('bo', 'root').slice(0, 50)}@payroll`,
      ),
      `2026-03-24 03:10:38.123 UTC [77] x@y ${AUTHORIZED}@payroll FATAL:  password authentication failed for user "x"`,
      managed('LOG:  AUDIT: SESSION,1,1,READ,SELECT,TABLE,public.staff,"SELECT'),
      managed('LOG:  connection authorized: user='),
      '2026-03-24 03:10:38 UTC app LOG:  statement: SELECT 1',
    ],
    beside: OF_ERP,
    rejected: [
      ...[TWO_WAYS, TWO_WAYS, 'it names no user', 'its prefix is of no known form'],
      'what was audited is cut, or its quotes have no end',
    ],
  },
  {
    name: 'a zone whose name stands for several offsets',
    lines: ['2026-03-24 03:10:38 CST [77] bo@payroll LOG:  statement: SELECT 1'],
    rejected: ['its time zone has no one offset: have the log written in UTC, or with offsets'],
  },
  {
    name: 'without the command it is of the database by its name alone, where the line knows that',
    lines: [managed(AUTHORIZED), plain('LOG:  statement: SELECT 1')],
    witnesses: [
      {
        ...{ kind: 'session', act: 'connection authorized', principal: 'bo' },
        subject: { id: 'database/payroll', kind: 'database', account: null, region: null, name: 'payroll' },
      },
    ],
    rejected: [`it does not say of which database it is: ${SAVE_THE_COMMAND}`],
  },
]
