import type { CallEvent } from '../../../domain/call.ts'
import { command, part, REGION, type Words } from '../../../domain/change-forms.ts'
import { about, type FromCall, type Thing } from '../../../domain/change-spec.ts'
import { hostArn } from '../../../domain/compute.ts'
import { imageOf, imagesOf, instancesOf, snapshotOf, snapshotsOf, volumeOf, volumesOf } from './names.ts'

/** A thing by the id that a call, or one of several in a call, names. */
function thing(noun: string, one: FromCall, of: typeof snapshotOf): Thing {
  return {
    noun,
    id: (call) => of(one(call) ?? '', call)?.id ?? null,
    name: (call) => one(call) ?? 'unknown',
  }
}

function first(namesIn: (call: CallEvent) => readonly string[]): FromCall {
  return (call) => namesIn(call)[0] ?? null
}

/** The snapshot with this id. */
export function snapshot(one: FromCall): Thing {
  return thing('snapshot', one, snapshotOf)
}

/** The volume with this id. */
export function volume(one: FromCall): Thing {
  return thing('volume', one, volumeOf)
}

/** The snapshot of a call. */
export const SNAPSHOT: Thing = snapshot(first(snapshotsOf))
/** The image of a call. */
export const IMAGE: Thing = thing('image', first(imagesOf), imageOf)
/** The volume of a call. */
export const VOLUME: Thing = volume(first(volumesOf))

/** The instance of a call by its short id. */
export const instanceName: FromCall = first(instancesOf)

/** The instance of a call by its ARN; an id that is none stays as it is. */
export const instanceId: FromCall = (call) => {
  const name = instanceName(call)
  return name === null ? null : (hostArn(name, call) ?? name)
}

/** The subject of something about a thing; it ends with the thing. */
export function partOf({ noun, id }: Thing, topic: string, of?: FromCall): FromCall {
  return part(about(noun, id), topic, of)
}

/** A command on a thing of one region: the verb, and the option that takes its name. */
export function onThing({ name }: Thing, verb: string, option: string, rest = ''): Words {
  const base = command(`ec2 ${verb}`, { [option]: name, region: REGION })
  return (call) => `${base(call)}${rest}`
}
