import type { CallEvent } from '../../../domain/call.ts'
import { command, forEach, inPlace, opening, REGION, replacing, said, shown } from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { settings } from '../../../domain/change-switches.ts'
import { asks, mentions, type Toggle, toggle, unread } from '../../../domain/change-toggles.ts'
import { foreignKey } from '../../../domain/foreign-key.ts'
import { pickAll } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { CLUSTER, CLUSTER_SUBJECT, ON_CLUSTER, ofCluster } from './things.ts'

const words = CLUSTER.words

function modify(rest: string): (call: CallEvent) => string {
  return (call) => `${command('redshift modify-cluster', ON_CLUSTER)(call)} ${rest}`
}

const TOGGLES: readonly Toggle[] = [
  {
    kind: 'exposure',
    subject: ofCluster('public address'),
    opens: asks('publiclyAccessible', true),
    closes: asks('publiclyAccessible', false),
    sentences: [
      (call) => `gave a public address to ${words(call)}`,
      (call) => `took the public address from ${words(call)}`,
    ],
    undo: modify('--no-publicly-accessible'),
  },
  {
    kind: 'exposure',
    subject: ofCluster('missing encryption'),
    opens: asks('encrypted', false),
    closes: asks('encrypted', true),
    sentences: [(call) => `switched off the encryption of ${words(call)}`, (call) => `encrypted ${words(call)}`],
    undo: modify('--encrypted'),
  },
  {
    kind: 'destruction',
    subject: ofCluster('missing snapshots'),
    opens: asks('automatedSnapshotRetentionPeriod', 0),
    closes: (call) =>
      mentions('automatedSnapshotRetentionPeriod')(call) && !asks('automatedSnapshotRetentionPeriod', 0)(call),
    sentences: [
      (call) => `switched off the automated snapshots, and so deleted those that were there, of ${words(call)}`,
      (call) => `switched on the automated snapshots of ${words(call)}`,
    ],
    undo: modify('--automated-snapshot-retention-period DAYS'),
  },
]

/** Whoever set the password can log in; the record masks it, and shows that it was set. */
const PASSWORD = replacing(
  'exposure',
  ofCluster('password'),
  (call) => `set a new master password of ${words(call)}, which lets whoever knows it log in`,
  modify('--manage-master-password'),
).map((spec): ChangeSpec => ({ ...spec, when: mentions('masterUserPassword') }))

const REPLACED = settings({
  kind: 'configuration',
  subject: CLUSTER_SUBJECT,
  words,
  keys: [
    'vpcSecurityGroupIds',
    'clusterSecurityGroups',
    'clusterParameterGroupName',
    'manualSnapshotRetentionPeriod',
    'newClusterIdentifier',
    'kmsKeyId',
    'manageMasterPassword',
    'port',
  ],
  restore: command('redshift modify-cluster', ON_CLUSTER),
})

const KEY = foreignKey(CLUSTER_SUBJECT, words, 'kmsKeyId')

/** What lets outsiders in to a cluster from its start. */
export const OPEN_FROM_BIRTH: readonly ChangeSpec[] = [
  ...TOGGLES.flatMap(toggle).filter((spec) => spec.kind === 'exposure' && spec.does === 'open'),
  KEY,
]

function modified(call: CallEvent): readonly ChangeSpec[] {
  return [...PASSWORD, ...TOGGLES.flatMap(toggle), ...REPLACED(call), KEY, unread(words)]
}

/** A role that a cluster works with: statements write to buckets and call functions by it. */
function roleGiven(arn: FromCall): readonly ChangeSpec[] {
  return [
    opening(
      'exposure',
      ofCluster('role', arn),
      (call) => `gave ${words(call)} role \`${shown(arn)(call)}\`, with which statements reach other services`,
      (call) =>
        `${command('redshift modify-cluster-iam-roles', ON_CLUSTER)(call)} --remove-iam-roles ${shellWord(arn(call) ?? 'ROLE')}`,
    ),
  ]
}

function roleTaken(arn: FromCall): readonly ChangeSpec[] {
  return [closing('exposure', ofCluster('role', arn), (call) => `took a role from ${words(call)}`)]
}

function listed(call: CallEvent, key: string): readonly string[] {
  return pickAll({ request: call.request }, `request.${key}[]`).filter((one): one is string => typeof one === 'string')
}

function roles(call: CallEvent): readonly ChangeSpec[] {
  const [given, taken] = [listed(call, 'addIamRoles'), listed(call, 'removeIamRoles')]
  const none = given.length === 0 && taken.length === 0
  return [
    ...(none ? roleGiven(() => null) : given.flatMap((arn) => roleGiven(() => arn))),
    ...taken.flatMap((arn) => roleTaken(() => arn)),
  ]
}

/** What calls that modify clusters and their snapshots change. */
export const SETTING_CHANGES: Readonly<Record<string, CallChanges>> = {
  ModifyCluster: modified,
  ModifyClusterIamRoles: roles,
  ModifyClusterSnapshot: settings({
    kind: 'destruction',
    subject: about('retention of Redshift snapshot', inPlace(said('snapshotIdentifier'))),
    words: (call) => `Redshift snapshot \`${shown(said('snapshotIdentifier'))(call)}\``,
    keys: ['manualSnapshotRetentionPeriod'],
    restore: command('redshift modify-cluster-snapshot', {
      'snapshot-identifier': said('snapshotIdentifier'),
      region: REGION,
    }),
  }),
  BatchModifyClusterSnapshots: forEach(
    (call) => listed(call, 'snapshotIdentifierList'),
    (name) => [
      opening(
        'destruction',
        about('retention of Redshift snapshot', inPlace(name)),
        (call) => `changed how long Redshift snapshot \`${shown(name)(call)}\` is kept`,
        command('redshift modify-cluster-snapshot --manual-snapshot-retention-period FORMER_VALUE', {
          'snapshot-identifier': name,
          region: REGION,
        }),
      ),
    ],
  ),
}
