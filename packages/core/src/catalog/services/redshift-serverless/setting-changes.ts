import type { CallEvent } from '../../../domain/call.ts'
import { command, inPlace, part, REGION, replacing, said, shown } from '../../../domain/change-forms.ts'
import { about } from '../../../domain/change-spec.ts'
import { settings } from '../../../domain/change-switches.ts'
import { asks, mentions, type Test, type Toggle, toggle, unread } from '../../../domain/change-toggles.ts'
import { foreignKey } from '../../../domain/foreign-key.ts'
import { isObject, pick, pickAll } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { NAMESPACE, NAMESPACE_SUBJECT, ON_NAMESPACE, ON_WORKGROUP, WORKGROUP, WORKGROUP_SUBJECT } from './things.ts'

const [namespace, workgroup] = [NAMESPACE.words, WORKGROUP.words]
const updateNamespace = command('redshift-serverless update-namespace', ON_NAMESPACE)
const updateWorkgroup = command('redshift-serverless update-workgroup', ON_WORKGROUP)

/** Whoever set the password can log in; the record masks it, and shows that it was set. */
const PASSWORD = replacing(
  'exposure',
  part(NAMESPACE_SUBJECT, 'password'),
  (call) => `set a new administrator password of ${namespace(call)}, which lets whoever knows it log in`,
  (call) => `${updateNamespace(call)} --manage-admin-password`,
).map((spec): ChangeSpec => ({ ...spec, when: mentions('adminUserPassword') }))

function exports(call: CallEvent): number | null {
  const list = pick(call.request, 'logExports')
  return Array.isArray(list) ? list.length : null
}

const LOGS: Toggle = {
  kind: 'logging',
  subject: part(NAMESPACE_SUBJECT, 'audit log'),
  opens: (call) => exports(call) === 0,
  closes: (call) => (exports(call) ?? 0) > 0,
  sentences: [
    (call) => `switched off the audit log of ${namespace(call)}`,
    (call) => `switched on the audit log of ${namespace(call)}`,
  ],
  undo: (call) => `${updateNamespace(call)} --log-exports userlog connectionlog useractivitylog`,
}

const ROLES = settings({
  kind: 'exposure',
  subject: NAMESPACE_SUBJECT,
  words: namespace,
  keys: ['iamRoles', 'defaultIamRoleArn'],
  restore: updateNamespace,
})
const OF_NAMESPACE = settings({
  kind: 'configuration',
  subject: NAMESPACE_SUBJECT,
  words: namespace,
  keys: ['kmsKeyId', 'manageAdminPassword'],
  restore: updateNamespace,
})

/** What a namespace, or copies of its snapshots, are encrypted with. */
export const KEY: ChangeSpec = foreignKey(NAMESPACE_SUBJECT, namespace, 'kmsKeyId', 'destinationKmsKeyId')

const PUBLIC: Toggle = {
  kind: 'exposure',
  subject: part(WORKGROUP_SUBJECT, 'public address'),
  opens: asks('publiclyAccessible', true),
  closes: asks('publiclyAccessible', false),
  sentences: [
    (call) => `gave a public address to ${workgroup(call)}`,
    (call) => `took the public address from ${workgroup(call)}`,
  ],
  undo: (call) => `${updateWorkgroup(call)} --no-publicly-accessible`,
}

function parameter(key: string, value: string): Test {
  return ({ request }) =>
    pickAll({ request }, 'request.configParameters[]').some(
      (one) => isObject(one) && one['parameterKey'] === key && one['parameterValue'] === value,
    )
}

function guard(key: string, kind: Toggle['kind'], words: string): Toggle {
  return {
    kind,
    subject: part(WORKGROUP_SUBJECT, words),
    opens: parameter(key, 'false'),
    closes: parameter(key, 'true'),
    sentences: [
      (call) => `switched off the ${words} of ${workgroup(call)}`,
      (call) => `switched on the ${words} of ${workgroup(call)}`,
    ],
    undo: (call) => `${updateWorkgroup(call)} --config-parameters parameterKey=${key},parameterValue=true`,
  }
}

const GUARDS: readonly Toggle[] = [
  PUBLIC,
  guard('enable_user_activity_logging', 'logging', 'log of user activity'),
  guard('require_ssl', 'exposure', 'duty to encrypt connections'),
]

const OF_WORKGROUP = settings({
  kind: 'configuration',
  subject: WORKGROUP_SUBJECT,
  words: workgroup,
  keys: ['securityGroupIds', 'subnetIds', 'configParameters', 'port'],
  restore: updateWorkgroup,
})

/** What lets outsiders in to a workgroup from its start. */
export const OPEN_FROM_BIRTH: readonly ChangeSpec[] = toggle(PUBLIC).filter((spec) => spec.does === 'open')

const SNAPSHOT_NAME = said('snapshotName')

/** What calls that modify namespaces, workgroups and snapshots change. */
export const SETTING_CHANGES: Readonly<Record<string, CallChanges>> = {
  UpdateNamespace: (call) => [
    ...PASSWORD,
    ...toggle(LOGS),
    ...ROLES(call),
    ...OF_NAMESPACE(call),
    KEY,
    unread(namespace),
  ],
  UpdateWorkgroup: (call) => [...GUARDS.flatMap(toggle), ...OF_WORKGROUP(call), unread(workgroup)],
  UpdateSnapshot: settings({
    kind: 'destruction',
    subject: about('retention of Redshift Serverless snapshot', inPlace(SNAPSHOT_NAME)),
    words: (call) => `Redshift Serverless snapshot \`${shown(SNAPSHOT_NAME)(call)}\``,
    keys: ['retentionPeriod'],
    restore: command('redshift-serverless update-snapshot', { 'snapshot-name': SNAPSHOT_NAME, region: REGION }),
  }),
}
