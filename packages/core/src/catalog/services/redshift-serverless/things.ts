import { orUnnamed } from '../../../domain/arn-form.ts'
import { command, type Lasting, REGION, shown } from '../../../domain/change-forms.ts'
import { about, type FromCall } from '../../../domain/change-spec.ts'
import { type StoreRef, storeRef } from '../../../domain/store-forms.ts'
import { namespaceOf, namespacesOf, snapshotOf, snapshotsOf, workgroupOf, workgroupsOf } from './names.ts'

function thing(noun: string, word: string, ref: StoreRef): Lasting {
  return {
    kind: 'configuration',
    subject: about(noun, ref.id),
    words: (call) => `${noun} \`${shown(ref.name)(call)}\``,
    remove: command(`redshift-serverless delete-${word}`, { [`${word}-name`]: ref.name, region: REGION }),
  }
}

const NAMESPACE_REF = storeRef(namespacesOf, namespaceOf)
const WORKGROUP_REF = storeRef(workgroupsOf, workgroupOf)

/** The namespace of a call. */
export const NAMESPACE: Lasting = {
  ...thing('Redshift namespace', 'namespace', NAMESPACE_REF),
  remake: () => 'restore it from a snapshot, where one was kept',
}
/** The workgroup of a call. */
export const WORKGROUP: Lasting = thing('Redshift workgroup', 'workgroup', WORKGROUP_REF)
/** The snapshot of a call. */
export const SNAPSHOT: Lasting = {
  ...thing('Redshift Serverless snapshot', 'snapshot', storeRef(snapshotsOf, snapshotOf)),
  remake: () => 'take a new snapshot; the deleted one cannot be brought back',
}

/** The subject of the namespace of a call; of one that is not named, a subject of its own. */
export const NAMESPACE_SUBJECT: FromCall = about('Redshift namespace', orUnnamed(NAMESPACE_REF.id))
/** The subject of the workgroup of a call. */
export const WORKGROUP_SUBJECT: FromCall = about('Redshift workgroup', orUnnamed(WORKGROUP_REF.id))

/** The options that name the namespace of a call in commands. */
export const ON_NAMESPACE: Readonly<Record<string, FromCall>> = {
  'namespace-name': NAMESPACE_REF.name,
  region: REGION,
}
/** The options that name the workgroup of a call in commands. */
export const ON_WORKGROUP: Readonly<Record<string, FromCall>> = {
  'workgroup-name': WORKGROUP_REF.name,
  region: REGION,
}

/** A workgroup by a name of its own, where a call lists several. */
export function workgroupThing(name: FromCall): { readonly id: FromCall; readonly thing: Lasting } {
  const ref = storeRef((call) => [name(call) ?? ''], workgroupOf)
  return { id: ref.id, thing: thing('Redshift workgroup', 'workgroup', ref) }
}
