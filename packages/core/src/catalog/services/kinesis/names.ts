import {
  type ArnForm,
  EVERYWHERE,
  everyOne,
  idIn,
  type NameOf,
  namedAs,
  nameIn,
  namesIn,
  orUnnamed,
  type TextsOf,
} from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said, type Words } from '../../../domain/change-forms.ts'
import type { FromCall } from '../../../domain/change-spec.ts'

/** The ARN of a consumer goes on from the one of its stream. */
const FORM: ArnForm = {
  service: 'kinesis',
  head: 'stream/',
  name: /^[\w.-]{1,128}$/,
  own: (name) => name.split('/')[0] ?? '',
}

/** The stream that a name, an ARN or the ARN of a consumer of it stands for. */
export const streamOf: NameOf = namedAs(FORM)
/** All streams of an account in a region. */
export const everyStream: NameOf = everyOne(FORM, 'all streams')

/** The stream of a call. */
export const streamsOf: TextsOf = namesIn(streamOf, 'streamARN', 'streamName', 'resourceARN', 'consumerARN')

/** A read may name its place in a stream alone, or a queue over several streams: then it may be of any stream. */
export const unnamedStreams: TextsOf = (call) => (streamsOf(call).length === 0 ? EVERYWHERE(call) : [])

/** The stream of a call by its id, or what stands for the call where it names none. */
export const STREAM_ID: FromCall = orUnnamed(idIn(streamOf, streamsOf))
/** The stream of a call by its name. */
export const streamName: Words = nameIn(streamOf, streamsOf)

/** The part of a stream that a policy is of: the stream itself, or one consumer. */
export function policyKey(call: CallEvent): string {
  const consumer = /\/consumer\/([^/]+)$/.exec((said('resourceARN')(call) ?? '').slice(0, 2048))?.[1]
  return consumer === undefined ? 'policy' : `policy of consumer ${consumer}`
}
