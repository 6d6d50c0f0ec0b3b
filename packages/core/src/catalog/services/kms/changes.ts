import type { CallEvent } from '../../../domain/call.ts'
import { about, closing, creation, granteeWords, policyPut, type Thing } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { outsideGrantee } from './grants.ts'
import { keyId, keyName } from './names.ts'

const THING: Thing = { noun: 'key', id: keyId, name: keyName }

function command(verb: string, rest = ''): (call: CallEvent) => string {
  return (call) => `aws kms ${verb} --key-id ${shellWord(keyName(call))} --region ${shellWord(call.region)}${rest}`
}

const key = (call: CallEvent): string => `key \`${keyName(call)}\``

const DELETED = about('deleted', keyId)
const DISABLED = about('disabled', keyId)
const ROTATION = about('rotation', keyId)

const GRANT = (call: CallEvent): string =>
  `grant ${pickText(call.response, 'grantId') ?? pickText(call.request, 'grantId') ?? call.eventId}`

const GRANTED: ChangeSpec = {
  kind: 'exposure',
  does: 'open',
  subject: GRANT,
  what: (call) => `granted ${granteeWords([outsideGrantee(call) ?? 'unknown'])} the use of ${key(call)}`,
  undo: (call) =>
    command('revoke-grant', ` --grant-id ${shellWord(pickText(call.response, 'grantId') ?? 'GRANT_ID')}`)(call),
  when: (call) => outsideGrantee(call) !== null,
}

const GRANT_ENDED = closing('exposure', GRANT, (call) => `ended a grant on ${key(call)}`)

function destroys(
  subject: ChangeSpec['subject'],
  what: (call: CallEvent) => string,
  undo: (call: CallEvent) => string,
): ChangeSpec {
  return { kind: 'destruction', does: 'open', subject, what, undo }
}

/** What calls on keys change for longer than themselves. */
export const CHANGES: Readonly<Record<string, ChangeSpec | readonly ChangeSpec[]>> = {
  CreateKey: creation(THING, command('schedule-key-deletion', ' --pending-window-in-days 7')),
  PutKeyPolicy: policyPut({
    ...THING,
    document: (call) => pick(call.request, 'policy'),
    undo: command('put-key-policy', ' --policy-name default --policy file://former-policy.json'),
  }),
  CreateGrant: GRANTED,
  RevokeGrant: GRANT_ENDED,
  RetireGrant: GRANT_ENDED,
  ScheduleKeyDeletion: [
    destroys(
      DELETED,
      (call) => `scheduled the deletion of ${key(call)}; all that is encrypted with it is lost with it`,
      command('cancel-key-deletion'),
    ),
    closing('configuration', about('key', keyId), (call) => `scheduled the deletion of ${key(call)}`),
  ],
  CancelKeyDeletion: closing('destruction', DELETED, (call) => `cancelled the deletion of ${key(call)}`),
  DisableKey: destroys(
    DISABLED,
    (call) => `disabled ${key(call)}, so that nothing encrypted with it can be read`,
    command('enable-key'),
  ),
  EnableKey: closing('destruction', DISABLED, (call) => `enabled ${key(call)}`),
  DeleteImportedKeyMaterial: destroys(
    about('key material', keyId),
    (call) => `deleted the material of ${key(call)}`,
    command('import-key-material', ' (with the same material)'),
  ),
  ImportKeyMaterial: closing(
    'destruction',
    about('key material', keyId),
    (call) => `imported the material of ${key(call)}`,
  ),
  DisableKeyRotation: {
    kind: 'configuration',
    does: 'open',
    subject: ROTATION,
    what: (call) => `switched off the rotation of ${key(call)}`,
    undo: command('enable-key-rotation'),
  },
  EnableKeyRotation: closing('configuration', ROTATION, (call) => `switched on the rotation of ${key(call)}`),
  ReplicateKey: {
    kind: 'configuration',
    does: 'open',
    subject: about('replica', (call) =>
      keyId(call) === null ? null : `${keyId(call)} ${pickText(call.request, 'replicaRegion') ?? ''}`,
    ),
    what: (call) =>
      `made a replica of ${key(call)} in region \`${pickText(call.request, 'replicaRegion') ?? 'unknown'}\``,
    undo: (call) =>
      `aws kms schedule-key-deletion --key-id ${shellWord(keyName(call))} --region ${shellWord(pickText(call.request, 'replicaRegion') ?? 'REGION')}`,
  },
}
