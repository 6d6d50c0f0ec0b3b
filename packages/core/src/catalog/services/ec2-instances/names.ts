import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, type Words } from '../../../domain/change-forms.ts'
import { about, type FromCall } from '../../../domain/change-spec.ts'
import { hostArn } from '../../../domain/compute.ts'

/** The instances that a call names, or that its answer names. */
export const instances: (call: CallEvent) => readonly string[] = everySaid('instanceId')

/** The one instance of a call. */
export const instance: FromCall = (call) => instances(call)[0] ?? null

/** An instance by its ARN; an id that is none stays as it is. */
export function instanceArn(id: FromCall): FromCall {
  return (call) => {
    const found = id(call)
    return found === null ? null : (hostArn(found, call) ?? found)
  }
}

/** The subject of an instance; what calls open on it lies below, and ends with it. */
export function instanceSubject(id: FromCall): FromCall {
  return about('instance', instanceArn(id))
}

/** An instance in words. */
export function instanceWords(id: FromCall): Words {
  return (call) => `instance \`${id(call) ?? 'unknown'}\``
}
