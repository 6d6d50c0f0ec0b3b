import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { forEach, part, type Words } from '../../../domain/change-forms.ts'
import { about, closing, creation, deletion, type FromCall, type Thing } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { textsNamed } from './names.ts'
import { onThing, partOf, SNAPSHOT, snapshot } from './things.ts'

/** A setting of one account in one region. */
function ofRegion(topic: string): FromCall {
  return (call) => `${topic} ${call.account} ${call.region}`
}

const here = ({ account, region }: CallEvent): string => `account \`${account}\` in region \`${region}\``

function command(verb: string): Words {
  return (call) => `aws ec2 ${verb} --region ${shellWord(call.region)}`
}

function opens(kind: ChangeSpec['kind'], subject: FromCall, what: Words, undo: Words): ChangeSpec {
  return { kind, does: 'open', subject, what, undo }
}

const SNAPSHOT_BLOCK = ofRegion('block of public snapshots')
const IMAGE_BLOCK = ofRegion('block of public images')
const ENCRYPTION = ofRegion('default encryption of volumes')
const DEFAULT_KEY = ofRegion('default key of volumes')

const blockSnapshots = command('enable-snapshot-block-public-access --state block-all-sharing')

/** The weaker of the two states leaves public what is public already. */
function blocksNewOnly(call: CallEvent): boolean {
  return textsNamed(call.request, 'state').includes('block-new-sharing')
}

const SNAPSHOTS_BLOCKED: readonly ChangeSpec[] = [
  {
    ...closing('exposure', SNAPSHOT_BLOCK, (call) => `blocked the public sharing of snapshots of ${here(call)}`),
    when: (call) => !blocksNewOnly(call),
  },
  {
    ...opens(
      'exposure',
      SNAPSHOT_BLOCK,
      (call) => `blocked only new public sharing of snapshots of ${here(call)}: what is public stays public`,
      blockSnapshots,
    ),
    when: blocksNewOnly,
  },
]

const named: Words = (call) => `snapshot \`${SNAPSHOT.name(call)}\``
const COMPLIANCE = ' (impossible in compliance mode, once its cooling-off period is over)'
const unlock = onThing(SNAPSHOT, 'unlock-snapshot', 'snapshot-id', COMPLIANCE)
const lock = onThing(SNAPSHOT, 'lock-snapshot --lock-mode governance --lock-duration DAYS', 'snapshot-id')

const LOCK = partOf(SNAPSHOT, 'lock')
const UNLOCKED = partOf(SNAPSHOT, 'missing lock')

function sources(call: CallEvent): readonly string[] {
  return textsNamed(call.request, 'sourceSnapshotId')
}

const FAST: CallChanges = forEach(sources, (one) => [
  opens(
    'configuration',
    partOf(snapshot(one), 'fast restore'),
    (call) => `switched on fast restores of snapshot \`${one(call) ?? 'unknown'}\`, which cost by the hour`,
    onThing(snapshot(one), 'disable-fast-snapshot-restores --availability-zones ZONES', 'source-snapshot-ids'),
  ),
])
const SLOW: CallChanges = forEach(sources, (one) => [
  closing('configuration', partOf(snapshot(one), 'fast restore'), () => 'switched off fast restores of a snapshot'),
])

/** A rule of the recycle bin: its ARN is made of its short id. */
function ruleId(call: CallEvent): string | null {
  const id = pickText(call.request, 'identifier') ?? pickText(call.response, 'identifier')
  if (id === null || parseArn(id) !== null) return id
  return `arn:${partitionOf(call.region)}:rbin:${call.region}:${call.account}:rule/${id}`
}

function ruleName(call: CallEvent): string {
  return (ruleId(call) ?? 'unknown').split('/').at(-1) ?? 'unknown'
}

const RULE: Thing = { noun: 'recycle bin rule', id: ruleId, name: ruleName }

function onRule(verb: string, rest = ''): Words {
  return (call) =>
    `aws rbin ${verb} --identifier ${shellWord(ruleName(call))}${rest} --region ${shellWord(call.region)}`
}

/** How long the bin keeps what is deleted, as a rule says it. */
function retention(call: CallEvent): string {
  const [value, unit] = ['Value', 'Unit'].map((part) => pick(call.request, `retentionPeriod.retentionPeriod${part}`))
  return typeof value === 'number' ? `; it keeps for ${value} ${String(unit ?? 'days').toLowerCase()}` : ''
}

const RULE_SUBJECT = about('recycle bin rule', ruleId)
const RULE_LOCK = part(RULE_SUBJECT, 'missing lock')

/** What settings of an account, locks and rules of the recycle bin change for longer than the call. */
export const SETTING_CHANGES: Readonly<Record<string, CallChanges>> = {
  EnableSnapshotBlockPublicAccess: SNAPSHOTS_BLOCKED,
  DisableSnapshotBlockPublicAccess: opens(
    'exposure',
    SNAPSHOT_BLOCK,
    (call) => `took away the block of public snapshots of ${here(call)}`,
    blockSnapshots,
  ),
  EnableImageBlockPublicAccess: closing(
    'exposure',
    IMAGE_BLOCK,
    (call) => `blocked the public sharing of images of ${here(call)}`,
  ),
  DisableImageBlockPublicAccess: opens(
    'exposure',
    IMAGE_BLOCK,
    (call) => `took away the block of public images of ${here(call)}`,
    command('enable-image-block-public-access --image-block-public-access-state block-new-sharing'),
  ),
  DisableEbsEncryptionByDefault: opens(
    'configuration',
    ENCRYPTION,
    (call) => `switched off the encryption of new volumes and snapshots of ${here(call)}`,
    command('enable-ebs-encryption-by-default'),
  ),
  EnableEbsEncryptionByDefault: closing(
    'configuration',
    ENCRYPTION,
    (call) => `switched on the encryption of new volumes of ${here(call)}`,
  ),
  ModifyEbsDefaultKmsKeyId: [
    closing('configuration', DEFAULT_KEY, () => 'replaced the key that new volumes are encrypted with'),
    opens(
      'configuration',
      DEFAULT_KEY,
      (call) =>
        `made \`${textsNamed(call.request, 'kmsKeyId')[0] ?? 'unknown'}\` the key of new volumes of ${here(call)}`,
      command('reset-ebs-default-kms-key-id'),
    ),
  ],
  ResetEbsDefaultKmsKeyId: closing(
    'configuration',
    DEFAULT_KEY,
    () => 'reset the key that new volumes are encrypted with',
  ),
  LockSnapshot: [
    closing('destruction', UNLOCKED, (call) => `locked ${named(call)}`),
    opens('configuration', LOCK, (call) => `locked ${named(call)}, so that nobody can delete it`, unlock),
  ],
  UnlockSnapshot: [
    closing('configuration', LOCK, (call) => `unlocked ${named(call)}`),
    opens('destruction', UNLOCKED, (call) => `unlocked ${named(call)}, so that it can be deleted`, lock),
  ],
  EnableFastSnapshotRestores: FAST,
  DisableFastSnapshotRestores: SLOW,
  CreateRule: creation(RULE, onRule('delete-rule')),
  UpdateRule: opens(
    'configuration',
    part(RULE_SUBJECT, 'settings'),
    (call) => `changed recycle bin rule \`${ruleName(call)}\`${retention(call)}`,
    onRule('update-rule', ' --cli-input-json file://former-rule.json'),
  ),
  DeleteRule: deletion(RULE, () => 'make the rule again: aws rbin create-rule; what was deleted meanwhile is gone'),
  UnlockRule: opens(
    'destruction',
    RULE_LOCK,
    (call) => `unlocked recycle bin rule \`${ruleName(call)}\`, so that it can be deleted after its delay`,
    onRule('lock-rule', " --lock-configuration 'UnlockDelay={UnlockDelayValue=7,UnlockDelayUnit=DAYS}'"),
  ),
  LockRule: closing('destruction', RULE_LOCK, (call) => `locked recycle bin rule \`${ruleName(call)}\``),
}
