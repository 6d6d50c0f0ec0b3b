import type { CallEvent } from '../../../domain/call.ts'
import { opening, part, type Words } from '../../../domain/change-forms.ts'
import { closing, type FromCall, granteeWords, type Thing } from '../../../domain/change-spec.ts'
import type { ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { added, isUnreadable, removed } from './sharing.ts'
import { IMAGE, onThing, partOf, SNAPSHOT } from './things.ts'

/** How a permission is taken back: from one grantee, and from all. */
interface Withdrawal {
  readonly from: (call: CallEvent, grantee: string) => string
  readonly fromAll: Words
}

function permission(thing: Thing): FromCall {
  return partOf(thing, 'permission')
}

/** A permission was changed. Each grantee is let in and shut out for itself: shutting out one leaves the others in. */
function changed(thing: Thing, withdrawal: Withdrawal): (call: CallEvent) => readonly ChangeSpec[] {
  const whole = permission(thing)
  const named: Words = (call) => `${thing.noun} \`${thing.name(call)}\``
  const ended = (grantee: string): ChangeSpec =>
    closing('exposure', part(whole, grantee), (call) => `withdrew ${named(call)} from ${granteeWords([grantee])}`)
  const opened = (grantee: string): ChangeSpec =>
    opening(
      'exposure',
      part(whole, grantee),
      (call) => `shared ${named(call)} with ${granteeWords([grantee])}`,
      (call) => withdrawal.from(call, grantee),
    )
  const unknown: ChangeSpec = {
    ...opening(
      'exposure',
      whole,
      (call) => `changed who may use ${named(call)}; the record does not show whom it lets in`,
      withdrawal.fromAll,
    ),
    when: isUnreadable,
  }
  return (call) => [...removed(call).map(ended), ...added(call).map(opened), unknown]
}

function reset(thing: Thing): ChangeSpec {
  return closing(
    'exposure',
    permission(thing),
    (call) => `withdrew ${thing.noun} \`${thing.name(call)}\` from everyone`,
  )
}

function fromSnapshot(call: CallEvent, grantee: string): string {
  const whom = grantee === '*' ? '--group-names all' : `--user-ids ${shellWord(grantee)}`
  return onThing(
    SNAPSHOT,
    'modify-snapshot-attribute --attribute createVolumePermission --operation-type remove',
    'snapshot-id',
    ` ${whom}`,
  )(call)
}

/** A grantee in the JSON that the command line takes. */
function grantee(name: string): object {
  if (name === '*') return { Group: 'all' }
  if (!name.startsWith('arn:')) return { UserId: name }
  return name.includes(':ou/') ? { OrganizationalUnitArn: name } : { OrganizationArn: name }
}

function fromImage(call: CallEvent, name: string): string {
  const remove = shellWord(JSON.stringify({ Remove: [grantee(name)] }))
  return onThing(IMAGE, 'modify-image-attribute', 'image-id', ` --launch-permission ${remove}`)(call)
}

/** A permission of a snapshot was changed. */
export const SNAPSHOT_SHARED: (call: CallEvent) => readonly ChangeSpec[] = changed(SNAPSHOT, {
  from: fromSnapshot,
  fromAll: onThing(SNAPSHOT, 'reset-snapshot-attribute --attribute createVolumePermission', 'snapshot-id'),
})

/** A permission of an image was changed. */
export const IMAGE_SHARED: (call: CallEvent) => readonly ChangeSpec[] = changed(IMAGE, {
  from: fromImage,
  fromAll: onThing(IMAGE, 'reset-image-attribute --attribute launchPermission', 'image-id'),
})

/** A snapshot is shared with nobody any more. */
export const SNAPSHOT_RESET: ChangeSpec = reset(SNAPSHOT)
/** An image is shared with nobody any more. */
export const IMAGE_RESET: ChangeSpec = reset(IMAGE)
