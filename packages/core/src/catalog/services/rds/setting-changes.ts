import type { CallEvent } from '../../../domain/call.ts'
import { opening, replacing, said } from '../../../domain/change-forms.ts'
import { closing } from '../../../domain/change-spec.ts'
import type { Json } from '../../../domain/json.ts'
import { valuesUnder } from '../../../domain/named-in-call.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { asked } from './names.ts'
import { type Database, onDatabase, partOf, words } from './things.ts'

type Test = (call: CallEvent) => boolean

function values(call: CallEvent, key: string): readonly Json[] {
  return valuesUnder(call.request, key).filter((value) => value !== null)
}

function is(key: string, ...wanted: readonly Json[]): Test {
  return (call) => values(call, key).some((value) => wanted.includes(value))
}

/** A switch of a database: what it is called, and what being on, or being off, means for its owner. */
interface Switch {
  readonly topic: string
  readonly kind: ChangeSpec['kind']
  readonly opens: Test
  readonly closes: Test
  readonly sentences: readonly [string, string]
  readonly undo: string
}

const SWITCHES: readonly Switch[] = [
  {
    topic: 'public address',
    kind: 'exposure',
    opens: is('publiclyAccessible', true),
    closes: is('publiclyAccessible', false),
    sentences: ['gave a public address to', 'took the public address from'],
    undo: '--no-publicly-accessible',
  },
  {
    topic: 'sign-in with IAM',
    kind: 'exposure',
    opens: is('enableIAMDatabaseAuthentication', true),
    closes: is('enableIAMDatabaseAuthentication', false),
    sentences: ['allowed sign-in with IAM credentials to', 'no longer allowed sign-in with IAM credentials to'],
    undo: '--no-enable-iam-database-authentication',
  },
  {
    topic: 'data API',
    kind: 'exposure',
    opens: is('enableHttpEndpoint', true),
    closes: is('enableHttpEndpoint', false),
    sentences: ['opened the Data API of', 'closed the Data API of'],
    undo: '--no-enable-http-endpoint',
  },
  {
    topic: 'missing protection against deletion',
    kind: 'destruction',
    opens: is('deletionProtection', false),
    closes: is('deletionProtection', true),
    sentences: ['switched off the protection against deletion of', 'switched on the protection against deletion of'],
    undo: '--deletion-protection',
  },
  {
    topic: 'missing backups',
    kind: 'destruction',
    opens: is('backupRetentionPeriod', 0),
    closes: (call) => values(call, 'backupRetentionPeriod').some((days) => typeof days === 'number' && days > 0),
    sentences: [
      'switched off the automated backups, and so deleted those that were there, of',
      'switched on the automated backups of',
    ],
    undo: '--backup-retention-period DAYS',
  },
  {
    topic: 'missing log exports',
    kind: 'logging',
    opens: (call) => asked('disableLogTypes')(call).length > 0,
    closes: (call) => asked('enableLogTypes')(call).length > 0,
    sentences: ['stopped sending logs of', 'started sending logs of'],
    undo: `--cloudwatch-logs-export-configuration '{"EnableLogTypes":["TYPE"]}'`,
  },
]

function switched(of: Database, verb: string): readonly ChangeSpec[] {
  const named = words(of)
  return SWITCHES.flatMap(({ topic, kind, opens, closes, sentences: [on, off], undo }) => {
    const subject = partOf(of, topic)
    return [
      { ...closing(kind, subject, (call) => `${off} ${named(call)}`), when: closes },
      { ...opening(kind, subject, (call) => `${on} ${named(call)}`, onDatabase(of, verb, ` ${undo}`)), when: opens },
    ]
  })
}

/** A setting that each call replaces; the record tells the new value alone. */
function replaced(of: Database, topic: string, key: string, option: string): readonly ChangeSpec[] {
  const value = said(key)
  const specs = replacing(
    'configuration',
    partOf(of, topic),
    (call) => `set the ${topic} of ${words(of)(call)} to \`${asked(key)(call).join(', ') || value(call)}\``,
    onDatabase(of, `modify-${of.word}`, ` --${option} FORMER_VALUE`),
  )
  return specs.map((spec) => ({ ...spec, when: (call) => asked(key)(call).length > 0 }))
}

/** Whoever set the password can log in; the record masks it, and shows that it was set. */
function password(of: Database): readonly ChangeSpec[] {
  const specs = replacing(
    'exposure',
    partOf(of, 'password'),
    (call) => `set a new master password of ${words(of)(call)}, which lets whoever knows it log in`,
    onDatabase(of, `modify-${of.word}`, ' --manage-master-user-password'),
  )
  return specs.map((spec) => ({ ...spec, when: (call) => values(call, 'masterUserPassword').length > 0 }))
}

/** What a call that modifies a database changes: each setting is a change of its own. */
export function modified(of: Database): readonly ChangeSpec[] {
  return [
    ...password(of),
    ...switched(of, `modify-${of.word}`),
    ...replaced(of, 'security groups', 'vpcSecurityGroupIds', 'vpc-security-group-ids'),
    ...replaced(
      of,
      'parameter group',
      `${of.word === 'db-instance' ? 'dB' : 'dBCluster'}ParameterGroupName`,
      `${of.word === 'db-instance' ? 'db' : 'db-cluster'}-parameter-group-name`,
    ),
    ...replaced(
      of,
      'name',
      of.word === 'db-instance' ? 'newDBInstanceIdentifier' : 'newDBClusterIdentifier',
      `new-${of.word}-identifier`,
    ),
  ]
}

/** What calls that modify a database open on it, each under a subject of its own; all of it ends with the database. */
export const TOPICS: readonly string[] = [
  'password',
  'security groups',
  'parameter group',
  'name',
  ...SWITCHES.map((one) => one.topic),
]

/** What lets outsiders in to a database that was just made. */
export function openFromBirth(of: Database): readonly ChangeSpec[] {
  return switched(of, `modify-${of.word}`).filter((spec) => spec.kind === 'exposure' && spec.does === 'open')
}

/** The Data API of a cluster was opened or closed by a call of its own. */
export function dataApi(of: Database, does: 'open' | 'close'): ChangeSpec {
  const subject = partOf(of, 'data API')
  if (does === 'close') return closing('exposure', subject, (call) => `closed the Data API of ${words(of)(call)}`)
  return opening(
    'exposure',
    subject,
    (call) => `opened the Data API of ${words(of)(call)}`,
    onDatabase(of, `modify-${of.word}`, ' --no-enable-http-endpoint'),
  )
}
