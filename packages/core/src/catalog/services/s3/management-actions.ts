import type { CallEvent } from '../../../domain/call.ts'
import { isObject, type Json } from '../../../domain/json.ts'
import { textsUnder, valuesUnder } from '../../../domain/named-in-call.ts'
import { readPolicy } from '../../../domain/policy-document.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { aclGrants, opensByAcl } from './acl.ts'
import { bucketOf, bucketsOf, destinationsOf } from './names.ts'

const AT: StoreAt = { kind: 's3-bucket', at: bucketsOf }

/** The policy document in a request, whichever field holds it. */
export function policyOf(call: CallEvent): Json | undefined {
  const found = ['bucketPolicy', 'policy'].flatMap((key) => valuesUnder(call.request, key))
  return found.find((value) => isObject(value) || readPolicy(value) !== null)
}

function grantsBy(grants: (call: CallEvent) => readonly Grant[], effect: Action['effect'] = 'shared'): Action {
  return { logged: 'management', on: AT, effect, names: 'one', grants }
}

/** A flow to another bucket: it goes on until it is switched off, and each setting replaces the one before it. */
function flowTo(key: (call: CallEvent) => string, effect: Action['effect']): Action {
  return grantsBy((call) => [...closeAll(key(call)), ...openTo(destinationsOf(call), key(call))], effect)
}

function ends(key: (call: CallEvent) => string): Action {
  return grantsBy((call) => closeAll(key(call)))
}

function numbered(word: string): (call: CallEvent) => string {
  return (call) => `${word} ${textsUnder(call.request, 'id')[0] ?? ''}`
}

const REPLICATION = (): string => 'replication'
const INVENTORY = numbered('inventory')
const ANALYTICS = numbered('analytics')

/** The buckets that a job of batch operations works on, where its request names them; a list of objects does not show its buckets. */
export function jobSources(call: CallEvent): readonly string[] {
  return textsUnder(call.request, 'SourceBucket')
}

/** The bucket that a copying job writes to. */
export function jobTarget(call: CallEvent): string | null {
  const [target] = textsUnder(call.request, 'TargetResource')
  return target === undefined ? null : (bucketOf(target, call)?.id ?? null)
}

const ACCESS_POINT = (call: CallEvent): string => `access-point ${textsUnder(call.request, 'name')[0] ?? ''}`

/** What calls on buckets and on the account's settings do; all of them are management events. */
export const MANAGEMENT_ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  CreateBucket: { ...grantsBy((call) => aclGrants(call, 'acl')), when: opensByAcl },
  // With the bucket goes all that was granted on it.
  DeleteBucket: [
    { logged: 'management', on: AT, effect: 'destroyed', names: 'one' },
    grantsBy(() => ['policy', 'acl', 'replication'].flatMap(closeAll)),
  ],
  PutBucketPolicy: grantsBy((call) => policyGrants(policyOf(call), call, 'policy')),
  DeleteBucketPolicy: ends(() => 'policy'),
  PutBucketAcl: grantsBy((call) => aclGrants(call, 'acl')),
  PutBucketReplication: flowTo(REPLICATION, 'redirected'),
  DeleteBucketReplication: ends(REPLICATION),
  PutBucketInventoryConfiguration: flowTo(INVENTORY, 'listed'),
  PutInventoryConfiguration: flowTo(INVENTORY, 'listed'),
  DeleteBucketInventoryConfiguration: ends(INVENTORY),
  DeleteInventoryConfiguration: ends(INVENTORY),
  PutBucketAnalyticsConfiguration: flowTo(ANALYTICS, 'listed'),
  PutAnalyticsConfiguration: flowTo(ANALYTICS, 'listed'),
  DeleteBucketAnalyticsConfiguration: ends(ANALYTICS),
  DeleteAnalyticsConfiguration: ends(ANALYTICS),
  PutAccessPointPolicy: grantsBy((call) => policyGrants(policyOf(call), call, ACCESS_POINT(call))),
  DeleteAccessPointPolicy: ends(ACCESS_POINT),
  DeleteAccessPoint: ends(ACCESS_POINT),
  CreateJob: [
    {
      logged: 'management',
      on: { kind: 's3-bucket', at: jobSources },
      effect: 'copied-out',
      names: 'list',
      to: jobTarget,
      when: (call) => jobTarget(call) !== null,
    },
    {
      logged: 'management',
      on: { kind: 's3-bucket', at: jobSources },
      effect: 'written',
      names: 'list',
      when: (call) => jobTarget(call) === null,
    },
    {
      logged: 'management',
      on: { kind: 's3-bucket', at: (call) => textsUnder(call.request, 'TargetResource') },
      effect: 'written',
      names: 'one',
    },
  ],
}
