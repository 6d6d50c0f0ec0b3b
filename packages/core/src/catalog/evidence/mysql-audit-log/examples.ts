import type { Asked, EvidenceExample } from '../../../domain/evidence-row.ts'

const ASKED: Asked = {
  command: 'aws rds download-db-log-file-portion --db-instance-identifier ERP --log-file-name audit/server_audit.log',
  ...{ at: null, account: '111122223333', region: 'eu-west-1' },
}
const ERP = {
  ...{ id: 'arn:aws:rds:eu-west-1:111122223333:db:erp', kind: 'rds-instance', name: 'erp' },
  ...{ account: '111122223333', region: 'eu-west-1' },
}
const HEAD = '20260324 03:10:38,ip-10-0-0-1,bo,192.0.2.3,12,345'
const CUT = 'its fields are not those of this log, or it was cut'

/** The row's tests, made after the formats that the documentation shows. */
export const examples: readonly EvidenceExample[] = [
  {
    name: 'a sign-in, what was asked, and the end',
    lines: [
      '20260324 03:10:38,ip-10-0-0-1,bo,192.0.2.3,12,0,CONNECT,payroll,,0,SSL/TLS',
      `${HEAD},QUERY,payroll,'SELECT\\n*\\nFROM staff WHERE name=\\'x, y\\'',0`,
      `${HEAD},READ,payroll,staff,0`,
      `${HEAD},QUERY,payroll,'SELECT * FROM nothing',1146`,
      `${HEAD},QUERY,payroll,'DROP TABLE staff',0`,
      '20260324  3:10:40,ip-10-0-0-1,bo,192.0.2.3:51234,12,0,DISCONNECT,payroll,,0',
    ],
    beside: { asked: ASKED },
    witnesses: [
      {
        ...{ kind: 'session', at: '2026-03-24T03:10:38Z', subject: ERP, act: 'CONNECT', effect: null, outcome: 'ok' },
        ...{ principal: 'bo', credential: null, address: '192.0.2.3', object: 'payroll', sessionId: '12', rows: null },
      },
      { kind: 'session', act: 'QUERY', effect: 'read', outcome: 'ok', object: 'payroll', principal: 'bo' },
      { kind: 'session', act: 'READ', effect: 'read', object: 'payroll.staff' },
      { kind: 'session', act: 'QUERY', effect: 'read', outcome: 'failed' },
      { kind: 'session', act: 'QUERY', effect: 'destroyed' },
      { kind: 'session', at: '2026-03-24T03:10:40Z', act: 'DISCONNECT', effect: null, address: '192.0.2.3' },
    ],
  },
  {
    name: 'of a cluster, to the microsecond; without the command it is of the host that the line names',
    lines: ["1774321838123456,erp-1,bo,192.0.2.3,12,345,QUERY,payroll,'SELECT 1',0"],
    witnesses: [
      {
        ...{ kind: 'session', at: '2026-03-24T03:10:38.123Z', effect: null },
        subject: { id: 'database-host/erp-1', kind: 'database-host', account: null, region: null, name: 'erp-1' },
      },
    ],
  },
  {
    name: 'in an answer of the provider',
    record: {
      LogFileData: `${HEAD},READ,payroll,staff,0\n${HEAD},QUERY,payroll,'SELECT 1',0\n`,
    },
    beside: { asked: ASKED },
    witnesses: [
      { kind: 'session', subject: ERP, act: 'READ', effect: 'read' },
      { kind: 'session', subject: ERP, act: 'QUERY', effect: null },
    ],
  },
  {
    name: 'an answer in which a line cannot be read',
    record: { LogFileData: `${HEAD},READ,payroll,staff,0\n${HEAD},READ`, AdditionalDataPending: true },
    beside: { asked: ASKED },
    event: { rejected: `a line in it cannot be read (${CUT}): save its text by itself` },
  },
  {
    name: 'who failed to sign in is nobody who is known',
    lines: [
      '20260324 03:10:38,h,root,192.0.2.3,12,0,FAILED_CONNECT,,,1045',
      '20260324 03:10:38,h,root,192.0.2.3,12,0,CONNECT,,,1045',
    ],
    witnesses: Array(2).fill({
      kind: 'session',
      outcome: 'failed',
      principal: null,
      address: '192.0.2.3',
      object: null,
    }),
  },
  {
    name: 'names and texts that look like the rest of a line, a line that is cut, and no time',
    lines: [
      "20260324 03:10:38,h,root,192.0.2.9,1,2,QUERY,payroll,'SELECT 1',0,198.51.100.7,55,0,CONNECT,,,1045",
      `${HEAD},QUERY,payroll,'SELECT * FROM staff`,
      `${HEAD},QUERY,payroll,'x',0,bo,192.0.2.3,1,2,READ,payroll,staff,0`,
      `${HEAD.replace('20260324', '20269924')},QUERY,payroll,'SELECT 1',0`,
      `${HEAD},QUERY,payroll,'x\\',0',0`,
    ],
    witnesses: [{ kind: 'session', act: 'QUERY', effect: null }],
    rejected: [CUT, CUT, CUT, 'its time is none'],
  },
]
