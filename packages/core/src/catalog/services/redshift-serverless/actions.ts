import { partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { type Json, pick } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { act, storeRef } from '../../../domain/store-forms.ts'
import {
  namespaceOf,
  namespacesOf,
  resourcesOf,
  restoredSnapshots,
  snapshotOf,
  snapshotsOf,
  workgroupsOf,
} from './names.ts'

const NAMESPACE: StoreAt = { kind: 'redshift-namespace', at: namespacesOf }
const WORKGROUP: StoreAt = { kind: 'redshift-workgroup', at: workgroupsOf }
const SNAPSHOT: StoreAt = { kind: 'redshift-serverless-snapshot', at: snapshotsOf }
const RESTORED: StoreAt = { kind: 'redshift-serverless-snapshot', at: restoredSnapshots }
const OF_CLUSTER: StoreAt = { kind: 'redshift-snapshot', at: (call) => restoredSnapshots(call).filter(isOfCluster) }
const FINAL: StoreAt = { kind: 'redshift-serverless-snapshot', at: ['request.finalSnapshotName'] }
const POLICED: StoreAt = { kind: 'redshift-serverless-snapshot', at: resourcesOf }

/** A snapshot of a cluster is restored by its ARN alone; a bare name is one of a namespace. */
function isOfCluster(text: string): boolean {
  return text.startsWith('arn:') && text.includes(':redshift:')
}

const toNamespace = storeRef(namespacesOf, namespaceOf).id
const toSnapshot = storeRef(snapshotsOf, snapshotOf).id
const toFinal = storeRef((call) => [said('finalSnapshotName')(call) ?? ''], snapshotOf).id

const restore: readonly Action[] = [
  act('copied-out', RESTORED, { to: toNamespace }),
  act('copied-out', OF_CLUSTER, { to: toNamespace }),
  act('written', NAMESPACE),
]
const take: readonly Action[] = [act('copied-out', NAMESPACE, { to: toSnapshot }), act('written', SNAPSHOT)]

/** The policy of a call. */
export function policyIn(call: CallEvent): Json | undefined {
  return pick(call.request, 'policy')
}

function sharing(grants: (call: CallEvent) => readonly Grant[], on = POLICED): Action {
  return act('shared', on, { grants })
}

/** Snapshots of a namespace go to another region of the account; a configuration that no record names is ended by none. */
function copies(grants: (region: string, call: CallEvent) => readonly Grant[]): Action {
  return act('redirected', NAMESPACE, {
    grants: (call) => grants(said('destinationRegion')(call) ?? `unnamed ${call.eventId}`, call),
  })
}

/** What calls on namespaces, workgroups and their snapshots do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  CreateNamespace: act('written', NAMESPACE),
  CreateWorkgroup: act('written', WORKGROUP),
  CreateSnapshot: take,
  ConvertRecoveryPointToSnapshot: take,
  RestoreFromSnapshot: restore,
  RestoreTableFromSnapshot: restore,
  RestoreFromRecoveryPoint: act('written', NAMESPACE),
  RestoreTableFromRecoveryPoint: act('written', NAMESPACE),
  DeleteNamespace: [
    act('copied-out', NAMESPACE, { to: toFinal, when: (call) => said('finalSnapshotName')(call) !== null }),
    act('written', FINAL),
    act('destroyed', NAMESPACE),
  ],
  DeleteSnapshot: [act('destroyed', SNAPSHOT), sharing(() => closeAll('policy'), SNAPSHOT)],
  PutResourcePolicy: sharing((call) => policyGrants(policyIn(call), call, 'policy')),
  DeleteResourcePolicy: sharing(() => closeAll('policy')),
  CreateSnapshotCopyConfiguration: copies((region, { account }) =>
    openTo([`arn:${partitionOf(region)}:redshift-serverless:${region}:${account}:snapshot/*`], `copies in ${region}`),
  ),
  DeleteSnapshotCopyConfiguration: copies((region) => closeAll(`copies in ${region}`)),
}
