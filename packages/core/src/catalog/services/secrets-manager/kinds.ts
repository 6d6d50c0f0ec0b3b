import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { secretOf, setOf, shortSecretId } from './names.ts'

const CHANNELS: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'fetching its value',
    recordedBy: 'management-events',
    settledBy:
      'the CloudTrail log files of {account} in {region} with their digest files, and `aws secretsmanager describe-secret --secret-id {name} --region {region}` for the day of the last use',
  },
  {
    kind: 'continuing-grant',
    way: 'a resource policy that lets others fetch it',
    recordedBy: 'management-events',
    settledBy: '`aws secretsmanager get-resource-policy --secret-id {name} --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'a place its value was copied to: a replica, the environment of a function or task, a build, an image',
    recordedBy: 'nothing',
    settledBy:
      '`aws secretsmanager describe-secret --secret-id {name} --region {region}` for replicas, and a search for its users',
  },
]

/** A secret and the ways to it. */
export const SECRET: StoreKind = { title: 'secret', name: secretOf, shortId: shortSecretId, channels: CHANNELS }

/** The secrets that one call fetched by a filter, without naming them. */
export const SECRET_SET: StoreKind = {
  title: 'set of secrets',
  name: setOf,
  channels: CHANNELS.slice(0, 1),
  // What a filter fits cannot be told from the record: tags and descriptions are not in it. Any secret of the place may be in.
  holds: (set, member) => member.kind === 'secret' && mayBeBeside(set, member),
}
